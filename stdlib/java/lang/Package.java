package java.lang;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.concurrent.ConcurrentHashMap;

/** A package at run time. */
public class Package implements AnnotatedElement {
    private static final class Library {
        static final ConcurrentHashMap<String, Package> PACKAGES = new ConcurrentHashMap<String, Package>();
    }

    private final String name;
    private final ClassLoader loader;
    private Class<?> info;
    // Titles, versions and vendors of specification and implementation, as URLClassLoader reads them from a manifest.
    private String[] about;
    private java.net.URL sealBase;

    Package(String name, ClassLoader loader, String[] about, java.net.URL sealBase) {
        this(name, loader);
        this.about = about;
        this.sealBase = sealBase;
    }

    private String about(int i) {
        return about == null ? null : about[i];
    }

    Package(String name, ClassLoader loader) {
        this.name = name;
        this.loader = loader;
    }

    static Package of(ClassLoader loader, String name) {
        if (loader != null) {
            return loader.packageNamed(name);
        }
        Package p = Library.PACKAGES.get(name);
        if (p == null) {
            Package fresh = new Package(name, null);
            p = Library.PACKAGES.putIfAbsent(name, fresh);
            if (p == null) {
                p = fresh;
            }
        }
        return p;
    }

    public String getName() {
        return name;
    }

    public String getSpecificationTitle() {
        return about(0);
    }

    public String getSpecificationVersion() {
        return about(1);
    }

    public String getSpecificationVendor() {
        return about(2);
    }

    public String getImplementationTitle() {
        return about(3);
    }

    public String getImplementationVersion() {
        return about(4);
    }

    public String getImplementationVendor() {
        return about(5);
    }

    public boolean isSealed() {
        return loader == null || sealBase != null;
    }

    public boolean isSealed(java.net.URL url) {
        return java.util.Objects.requireNonNull(url).equals(sealBase);
    }

    public boolean isCompatibleWith(String desired) throws NumberFormatException {
        throw new NumberFormatException("Empty version string");
    }

    @Deprecated(since = "9")
    public static Package getPackage(String name) {
        Package p = ClassLoader.getSystemClassLoader().getDefinedPackage(name);
        return p != null ? p : Library.PACKAGES.get(name);
    }

    public static Package[] getPackages() {
        Package[] own = ClassLoader.getSystemClassLoader().getDefinedPackages();
        Package[] library = Library.PACKAGES.values().toArray(new Package[0]);
        Package[] all = new Package[own.length + library.length];
        System.arraycopy(own, 0, all, 0, own.length);
        System.arraycopy(library, 0, all, own.length, library.length);
        return all;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "package ".concat(name);
    }

    /** The class that carries the package's annotations. */
    private Class<?> info() {
        if (info == null) {
            try {
                info = Class.forName(name.concat(".package-info"), false, loader);
            } catch (ClassNotFoundException e) {
                info = Package.class;
            }
        }
        return info;
    }

    @Override
    public <A extends Annotation> A getAnnotation(Class<A> annotationClass) {
        return info().getAnnotation(annotationClass);
    }

    @Override
    public boolean isAnnotationPresent(Class<? extends Annotation> annotationClass) {
        return info().isAnnotationPresent(annotationClass);
    }

    @Override
    public <A extends Annotation> A[] getAnnotationsByType(Class<A> annotationClass) {
        return info().getAnnotationsByType(annotationClass);
    }

    @Override
    public Annotation[] getAnnotations() {
        return info().getAnnotations();
    }

    @Override
    public <A extends Annotation> A getDeclaredAnnotation(Class<A> annotationClass) {
        return info().getDeclaredAnnotation(annotationClass);
    }

    @Override
    public <A extends Annotation> A[] getDeclaredAnnotationsByType(Class<A> annotationClass) {
        return info().getDeclaredAnnotationsByType(annotationClass);
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return info().getDeclaredAnnotations();
    }
}
