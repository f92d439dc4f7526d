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
        return null;
    }

    public String getSpecificationVersion() {
        return null;
    }

    public String getSpecificationVendor() {
        return null;
    }

    public String getImplementationTitle() {
        return null;
    }

    public String getImplementationVersion() {
        return null;
    }

    public String getImplementationVendor() {
        return null;
    }

    public boolean isSealed() {
        return loader == null;
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
