package java.security;

/** Loads classes with where they come from. */
public class SecureClassLoader extends ClassLoader {
    private final java.util.concurrent.ConcurrentHashMap<CodeSource, ProtectionDomain> domains = new java.util.concurrent.ConcurrentHashMap<>();

    protected SecureClassLoader(ClassLoader parent) {
        super(parent);
    }

    protected SecureClassLoader() {
    }

    protected SecureClassLoader(String name, ClassLoader parent) {
        super(name, parent);
    }

    private ProtectionDomain domain(CodeSource cs) {
        return cs == null ? null : domains.computeIfAbsent(cs, c -> new ProtectionDomain(c, getPermissions(c), this, null));
    }

    protected final Class<?> defineClass(String name, byte[] b, int off, int len, CodeSource cs) {
        return defineClass(name, b, off, len, domain(cs));
    }

    protected final Class<?> defineClass(String name, java.nio.ByteBuffer b, CodeSource cs) {
        return defineClass(name, b, domain(cs));
    }

    protected PermissionCollection getPermissions(CodeSource codesource) {
        return new Permissions();
    }
}
