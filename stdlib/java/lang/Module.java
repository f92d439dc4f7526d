package java.lang;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** A module at run time: java.base, or the unnamed module of a class loader. */
public final class Module implements AnnotatedElement {
    private static final class Base {
        static final Module MODULE = new Module("java.base", null);
    }

    private final String name;
    private final ClassLoader loader;

    Module(String name, ClassLoader loader) {
        this.name = name;
        this.loader = loader;
    }

    static Module of(Class<?> c) {
        while (c.isArray()) {
            c = c.getComponentType();
        }
        ClassLoader loader = c.isPrimitive() ? null : c.getClassLoader();
        return loader == null ? Base.MODULE : loader.getUnnamedModule();
    }

    public boolean isNamed() {
        return name != null;
    }

    public String getName() {
        return name;
    }

    public ClassLoader getClassLoader() {
        return loader;
    }

    public boolean canRead(Module other) {
        Objects.requireNonNull(other);
        return true;
    }

    public Module addReads(Module other) {
        Objects.requireNonNull(other);
        return this;
    }

    public boolean isExported(String pn, Module other) {
        Objects.requireNonNull(other);
        return isExported(pn);
    }

    public boolean isExported(String pn) {
        return name == null || Objects.requireNonNull(pn).startsWith("java.");
    }

    public boolean isOpen(String pn, Module other) {
        Objects.requireNonNull(other);
        return isOpen(pn);
    }

    public boolean isOpen(String pn) {
        Objects.requireNonNull(pn);
        return name == null;
    }

    public Module addExports(String pn, Module other) {
        Objects.requireNonNull(other);
        return this;
    }

    public Module addOpens(String pn, Module other) {
        Objects.requireNonNull(other);
        return this;
    }

    public Module addUses(Class<?> service) {
        Objects.requireNonNull(service);
        return this;
    }

    public boolean canUse(Class<?> service) {
        Objects.requireNonNull(service);
        return true;
    }

    public Set<String> getPackages() {
        Set<String> names = new HashSet<String>();
        Package[] all = loader == null ? Package.getPackages() : loader.getDefinedPackages();
        for (int i = 0; i < all.length; i++) {
            if (loader != null || all[i].getName().startsWith("java.")) {
                names.add(all[i].getName());
            }
        }
        return Collections.unmodifiableSet(names);
    }

    public InputStream getResourceAsStream(String path) throws IOException {
        String p = path.startsWith("/") ? path.substring(1) : path;
        return loader == null ? ClassLoader.resource(p, true) : loader.getResourceAsStream(p);
    }

    @Override
    public <T extends Annotation> T getAnnotation(Class<T> annotationClass) {
        Objects.requireNonNull(annotationClass);
        return null;
    }

    @Override
    public Annotation[] getAnnotations() {
        return new Annotation[0];
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return new Annotation[0];
    }

    @Override
    public String toString() {
        return name != null ? "module ".concat(name)
                : "unnamed module @".concat(Integer.toHexString(System.identityHashCode(this)));
    }
}
