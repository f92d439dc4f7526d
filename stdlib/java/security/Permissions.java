package java.security;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;

/** Rights of all kinds. */
public final class Permissions extends PermissionCollection {
    private static final long serialVersionUID = 4858622370623524688L;

    private final transient LinkedHashSet<Permission> all = new LinkedHashSet<>();

    public Permissions() {
    }

    @Override
    public void add(Permission permission) {
        if (isReadOnly()) {
            throw new SecurityException("attempt to add a Permission to a readonly Permissions object");
        }
        synchronized (all) {
            all.add(permission);
        }
    }

    @Override
    public boolean implies(Permission permission) {
        synchronized (all) {
            for (Permission p : all) {
                if (p.implies(permission)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public Enumeration<Permission> elements() {
        synchronized (all) {
            return Collections.enumeration(new java.util.ArrayList<>(all));
        }
    }
}
