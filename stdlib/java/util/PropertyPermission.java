package java.util;

import java.security.BasicPermission;
import java.security.Permission;
import java.security.PermissionCollection;

/** A right to read or write system properties. */
public final class PropertyPermission extends BasicPermission {
    private static final long serialVersionUID = 885438825399942851L;
    private static final int READ = 1;
    private static final int WRITE = 2;

    private transient int mask;
    private String actions;

    public PropertyPermission(String name, String actions) {
        super(name, actions);
        mask = parse(actions);
        this.actions = text(mask);
    }

    private static int parse(String actions) {
        int mask = 0;
        if (actions != null) {
            for (String word : actions.split(",", -1)) {
                String w = word.trim().toLowerCase(Locale.ENGLISH);
                if (w.equals("read")) {
                    mask |= READ;
                } else if (w.equals("write")) {
                    mask |= WRITE;
                } else {
                    throw new IllegalArgumentException("invalid permission: " + actions);
                }
            }
        }
        if (mask == 0) {
            throw new IllegalArgumentException("invalid actions mask");
        }
        return mask;
    }

    private static String text(int mask) {
        return mask == READ ? "read" : mask == WRITE ? "write" : "read,write";
    }

    private boolean impliesName(Permission p) {
        return super.implies(p);
    }

    @Override
    public boolean implies(Permission p) {
        if (!(p instanceof PropertyPermission)) {
            return false;
        }
        int other = ((PropertyPermission) p).mask;
        return (mask & other) == other && super.implies(p);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof PropertyPermission && ((PropertyPermission) obj).mask == mask
                && ((PropertyPermission) obj).getName().equals(getName());
    }

    @Override
    public int hashCode() {
        return getName().hashCode();
    }

    @Override
    public String getActions() {
        return actions;
    }

    @Override
    public PermissionCollection newPermissionCollection() {
        return new All();
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        mask = parse(actions);
    }

    /** Several; what one lacks another may have. */
    private static final class All extends PermissionCollection {
        private static final long serialVersionUID = 1L;
        private final ArrayList<PropertyPermission> all = new ArrayList<>();

        @Override
        public synchronized void add(Permission permission) {
            if (!(permission instanceof PropertyPermission)) {
                throw new IllegalArgumentException("invalid permission: " + permission);
            }
            if (isReadOnly()) {
                throw new SecurityException("attempt to add a Permission to a readonly PermissionCollection");
            }
            all.add((PropertyPermission) permission);
        }

        @Override
        public synchronized boolean implies(Permission permission) {
            if (!(permission instanceof PropertyPermission)) {
                return false;
            }
            int missing = ((PropertyPermission) permission).mask;
            for (PropertyPermission p : all) {
                if (p.impliesName(permission)) {
                    missing &= ~p.mask;
                }
            }
            return missing == 0;
        }

        @Override
        public synchronized Enumeration<Permission> elements() {
            return Collections.enumeration(new ArrayList<Permission>(all));
        }
    }
}
