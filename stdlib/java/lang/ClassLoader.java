package java.lang;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import rvm.internal.Archives;

/** Loads classes by name. */
public abstract class ClassLoader {
    private final ClassLoader parent;
    private final String name;
    private ConcurrentHashMap<String, Object> locks;
    private ConcurrentHashMap<String, Package> packages;
    private Module unnamedModule;

    /** The loaders that the VM implements: of the class path, and of the platform's classes beyond java.base. */
    private static final class BuiltIn extends ClassLoader {
        static final BuiltIn PLATFORM = new BuiltIn("platform", null, true);
        static final BuiltIn APP = new BuiltIn("app", PLATFORM, false);

        private final boolean libraryOnly;

        private BuiltIn(String name, ClassLoader parent, boolean libraryOnly) {
            super(name, parent, true);
            this.libraryOnly = libraryOnly;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> c = isName(name) ? findSystem0(name, libraryOnly) : null;
            if (c == null) {
                throw new ClassNotFoundException(name);
            }
            return c;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return resource(Objects.requireNonNull(name), libraryOnly);
        }

        @Override
        public URL getResource(String name) {
            URL url = libraryResource(Objects.requireNonNull(name));
            return url != null || libraryOnly ? url : findResource(name);
        }

        @Override
        protected URL findResource(String name) {
            if (!libraryOnly) {
                for (String place : Archives.places(name)) {
                    return urlOf(place, name);
                }
            }
            return null;
        }

        @Override
        protected Enumeration<URL> findResources(String name) {
            ArrayList<URL> all = new ArrayList<URL>();
            if (!libraryOnly) {
                for (String place : Archives.places(name)) {
                    all.add(urlOf(place, name));
                }
            }
            return Collections.enumeration(all);
        }

        private static URL urlOf(String place, String name) {
            try {
                java.io.File file = new java.io.File(place.substring(1));
                if (place.charAt(0) == 'D') {
                    java.io.File found = new java.io.File(file, name);
                    return new URL(found.toURI().toString());
                }
                return new URL("jar:" + file.toURI() + "!/" + new java.net.URI(null, null, "/" + name, null).getRawPath().substring(1));
            } catch (java.net.MalformedURLException | java.net.URISyntaxException e) {
                throw new InternalError(e);
            }
        }
    }

    private ClassLoader(String name, ClassLoader parent, boolean builtIn) {
        this.name = name;
        this.parent = parent;
    }

    protected ClassLoader(String name, ClassLoader parent) {
        if (name != null && name.isEmpty()) {
            throw new IllegalArgumentException("name must be non-empty or null");
        }
        this.name = name;
        this.parent = parent;
    }

    protected ClassLoader(ClassLoader parent) {
        this(null, parent);
    }

    protected ClassLoader() {
        this(null, getSystemClassLoader());
    }

    // Defines a class of this loader; name may be null. The errors of loading a class file.
    private static native Class<?> define0(ClassLoader loader, String name, byte[] b, int off, int len);

    // The class of that name that this loader has defined or was recorded for, or null.
    private static native Class<?> findLoaded0(ClassLoader loader, String name);

    // A class of the library or (unless libraryOnly) of the class path, or null.
    private static native Class<?> findSystem0(String name, boolean libraryOnly);

    // The content of a resource of the library or (unless libraryOnly) of the class path, or null.
    private static native byte[] resource0(String path, boolean libraryOnly);

    static InputStream resource(String path, boolean libraryOnly) {
        byte[] content = resource0(path, libraryOnly);
        return content == null ? null : new ByteArrayInputStream(content);
    }

    /** The URL of a resource of the library, or null. */
    static URL libraryResource(String name) {
        if (Archives.library(name) == null) {
            return null;
        }
        try {
            return new URL("jrt:/java.base/" + name);
        } catch (java.net.MalformedURLException e) {
            throw new InternalError(e);
        }
    }

    private static final class Domains {
        static final ProtectionDomain LIBRARY = all(null, null);
        static final java.util.WeakHashMap<Class<?>, ProtectionDomain> OF_CLASSES = new java.util.WeakHashMap<Class<?>, ProtectionDomain>();

        static ProtectionDomain all(URL place, ClassLoader loader) {
            java.security.Permissions p = new java.security.Permissions();
            p.add(new java.security.AllPermission());
            java.security.CodeSource source = place == null ? null : new java.security.CodeSource(place, (java.security.cert.Certificate[]) null);
            return new ProtectionDomain(source, p, loader, null);
        }
    }

    /** Where a class comes from. */
    static ProtectionDomain domainOf(Class<?> c) {
        ClassLoader loader = c.getClassLoader();
        if (loader == null || c.isPrimitive() || c.isArray()) {
            return Domains.LIBRARY;
        }
        synchronized (Domains.class) {
            ProtectionDomain known = Domains.OF_CLASSES.get(c);
            if (known == null) {
                URL place = null;
                if (loader == BuiltIn.APP) {
                    for (String p : Archives.places(c.getName().replace('.', '/').concat(".class"))) {
                        try {
                            place = new URL(new java.io.File(p.substring(1)).toURI().toString());
                        } catch (java.net.MalformedURLException e) {
                            throw new InternalError(e);
                        }
                        break;
                    }
                }
                known = Domains.all(place, loader);
                Domains.OF_CLASSES.put(c, known);
            }
            return known;
        }
    }

    protected final Class<?> defineClass(String name, byte[] b, int off, int len, ProtectionDomain protectionDomain)
            throws ClassFormatError {
        Class<?> c = defineClass(name, b, off, len);
        if (protectionDomain != null) {
            synchronized (Domains.class) {
                Domains.OF_CLASSES.put(c, protectionDomain);
            }
        }
        return c;
    }

    protected final Class<?> defineClass(String name, java.nio.ByteBuffer b, ProtectionDomain protectionDomain) throws ClassFormatError {
        byte[] content = new byte[b.remaining()];
        b.get(content);
        return defineClass(name, content, 0, content.length, protectionDomain);
    }

    public URL getResource(String name) {
        Objects.requireNonNull(name);
        URL url = parent != null ? parent.getResource(name) : libraryResource(name);
        return url != null ? url : findResource(name);
    }

    public Enumeration<URL> getResources(String name) throws IOException {
        Objects.requireNonNull(name);
        ArrayList<URL> all = new ArrayList<URL>();
        if (parent != null) {
            all.addAll(Collections.list(parent.getResources(name)));
        } else {
            URL url = libraryResource(name);
            if (url != null) {
                all.add(url);
            }
        }
        all.addAll(Collections.list(findResources(name)));
        return Collections.enumeration(all);
    }

    public java.util.stream.Stream<URL> resources(String name) {
        try {
            return Collections.list(getResources(name)).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    protected URL findResource(String name) {
        return null;
    }

    protected URL findResource(String moduleName, String name) throws IOException {
        return moduleName == null ? findResource(name) : null;
    }

    protected Enumeration<URL> findResources(String name) throws IOException {
        return Collections.emptyEnumeration();
    }

    public static URL getSystemResource(String name) {
        return getSystemClassLoader().getResource(name);
    }

    public static Enumeration<URL> getSystemResources(String name) throws IOException {
        return getSystemClassLoader().getResources(name);
    }

    protected Package definePackage(String name, String specTitle, String specVersion, String specVendor, String implTitle,
            String implVersion, String implVendor, URL sealBase) {
        Objects.requireNonNull(name);
        String[] about = {specTitle, specVersion, specVendor, implTitle, implVersion, implVendor};
        Package fresh = new Package(name, this, about, sealBase);
        if (packages().putIfAbsent(name, fresh) != null) {
            throw new IllegalArgumentException(name);
        }
        return fresh;
    }

    /** 0 for the library's loader, 1 for that of the class path, 2 for a loader of the program. */
    static int kind(ClassLoader loader) {
        return loader == null ? 0 : loader instanceof BuiltIn ? ((BuiltIn) loader).libraryOnly ? 0 : 1 : 2;
    }

    private static boolean isName(String name) {
        return name != null && !name.isEmpty() && name.indexOf('/') < 0 && name.charAt(0) != '[';
    }

    public String getName() {
        return name;
    }

    public Class<?> loadClass(String name) throws ClassNotFoundException {
        return loadClass(name, false);
    }

    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> c = findLoadedClass(name);
            if (c == null) {
                try {
                    if (parent != null) {
                        c = parent.loadClass(name, false);
                    } else {
                        c = isName(name) ? findSystem0(name, true) : null;
                    }
                } catch (ClassNotFoundException e) {
                    c = null;
                }
                if (c == null) {
                    c = findClass(name);
                }
            }
            if (resolve) {
                resolveClass(c);
            }
            return c;
        }
    }

    protected Object getClassLoadingLock(String className) {
        ConcurrentHashMap<String, Object> map = locks;
        if (map == null) {
            return this;
        }
        Object fresh = new Object();
        Object lock = map.putIfAbsent(className, fresh);
        return lock == null ? fresh : lock;
    }

    protected Class<?> findClass(String name) throws ClassNotFoundException {
        throw new ClassNotFoundException(name);
    }

    protected Class<?> findClass(String moduleName, String name) {
        if (moduleName == null) {
            try {
                return findClass(name);
            } catch (ClassNotFoundException e) {
                return null;
            }
        }
        return null;
    }

    @Deprecated(since = "1.1")
    protected final Class<?> defineClass(byte[] b, int off, int len) throws ClassFormatError {
        return defineClass(null, b, off, len);
    }

    protected final Class<?> defineClass(String name, byte[] b, int off, int len) throws ClassFormatError {
        if (name != null && !isName(name)) {
            throw new NoClassDefFoundError("IllegalName: " + name);
        }
        if (name != null && name.startsWith("java.")) {
            throw new SecurityException("Prohibited package name: " + name.substring(0, name.lastIndexOf('.')));
        }
        Objects.checkFromIndexSize(off, len, b.length);
        return define0(this, name, b, off, len);
    }

    protected final void resolveClass(Class<?> c) {
        Objects.requireNonNull(c);
    }

    protected final Class<?> findSystemClass(String name) throws ClassNotFoundException {
        return getSystemClassLoader().loadClass(name);
    }

    protected final Class<?> findLoadedClass(String name) {
        return isName(name) ? findLoaded0(this, name) : null;
    }

    protected final void setSigners(Class<?> c, Object[] signers) {
        Objects.requireNonNull(c);
    }

    public InputStream getResourceAsStream(String name) {
        Objects.requireNonNull(name);
        InputStream in = parent != null ? parent.getResourceAsStream(name) : resource(name, true);
        if (in == null) {
            URL url = findResource(name);
            try {
                in = url == null ? null : url.openStream();
            } catch (IOException e) {
                return null;
            }
        }
        return in;
    }

    public static InputStream getSystemResourceAsStream(String name) {
        return getSystemClassLoader().getResourceAsStream(name);
    }

    protected static boolean registerAsParallelCapable() {
        return true;
    }

    public final boolean isRegisteredAsParallelCapable() {
        return this instanceof BuiltIn;
    }

    public final ClassLoader getParent() {
        return parent;
    }

    public final Module getUnnamedModule() {
        synchronized (Module.class) {
            if (unnamedModule == null) {
                unnamedModule = new Module(null, this);
            }
            return unnamedModule;
        }
    }

    public static ClassLoader getPlatformClassLoader() {
        return BuiltIn.PLATFORM;
    }

    public static ClassLoader getSystemClassLoader() {
        return BuiltIn.APP;
    }

    private ConcurrentHashMap<String, Package> packages() {
        synchronized (this) {
            if (packages == null) {
                packages = new ConcurrentHashMap<String, Package>();
            }
            return packages;
        }
    }

    final Package packageNamed(String name) {
        ConcurrentHashMap<String, Package> map = packages();
        Package p = map.get(name);
        if (p == null) {
            Package fresh = new Package(name, this);
            p = map.putIfAbsent(name, fresh);
            if (p == null) {
                p = fresh;
            }
        }
        return p;
    }

    public final Package getDefinedPackage(String name) {
        return packages().get(Objects.requireNonNull(name, "name cannot be null"));
    }

    public final Package[] getDefinedPackages() {
        return packages().values().toArray(new Package[0]);
    }

    @Deprecated(since = "9")
    protected Package getPackage(String name) {
        Package p = getDefinedPackage(name);
        return p != null || parent == null ? p : parent.getPackage(name);
    }

    protected Package[] getPackages() {
        return getDefinedPackages();
    }

    protected String findLibrary(String libname) {
        return null;
    }

    public void setDefaultAssertionStatus(boolean enabled) {
        throw new UnsupportedOperationException("ClassLoader.setDefaultAssertionStatus");
    }

    public void setPackageAssertionStatus(String packageName, boolean enabled) {
        throw new UnsupportedOperationException("ClassLoader.setPackageAssertionStatus");
    }

    public void setClassAssertionStatus(String className, boolean enabled) {
        throw new UnsupportedOperationException("ClassLoader.setClassAssertionStatus");
    }

    public void clearAssertionStatus() {
        throw new UnsupportedOperationException("ClassLoader.clearAssertionStatus");
    }
}
