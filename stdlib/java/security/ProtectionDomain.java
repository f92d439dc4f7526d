package java.security;

/** What classes have in common as to rights. */
public class ProtectionDomain {
    private final CodeSource codesource;
    private final ClassLoader classloader;
    private final Principal[] principals;
    private final PermissionCollection permissions;
    private final boolean fixed;

    public ProtectionDomain(CodeSource codesource, PermissionCollection permissions) {
        this(codesource, permissions, null, null, true);
    }

    public ProtectionDomain(CodeSource codesource, PermissionCollection permissions, ClassLoader classloader, Principal[] principals) {
        this(codesource, permissions, classloader, principals, false);
    }

    private ProtectionDomain(CodeSource codesource, PermissionCollection permissions, ClassLoader classloader, Principal[] principals,
            boolean fixed) {
        this.codesource = codesource;
        this.permissions = permissions;
        if (permissions != null) {
            permissions.setReadOnly();
        }
        this.classloader = classloader;
        this.principals = principals == null ? new Principal[0] : principals.clone();
        this.fixed = fixed;
    }

    public final CodeSource getCodeSource() {
        return codesource;
    }

    public final ClassLoader getClassLoader() {
        return classloader;
    }

    public final Principal[] getPrincipals() {
        return principals.clone();
    }

    public final PermissionCollection getPermissions() {
        return permissions;
    }

    public final boolean staticPermissionsOnly() {
        return fixed;
    }

    public boolean implies(Permission perm) {
        return permissions != null && permissions.implies(perm);
    }

    @Override
    public String toString() {
        return "ProtectionDomain  " + codesource + "\n " + classloader + "\n " + (principals.length == 0 ? "<no principals>"
                : java.util.Arrays.toString(principals)) + "\n " + permissions + "\n";
    }
}
