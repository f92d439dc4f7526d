package rvm.internal.xml;

import java.util.ServiceLoader;
import java.util.function.Supplier;

/** Finds the classes that XML factories are made of. */
public final class Factories {
    private Factories() {
    }

    public static Object make(String className, ClassLoader loader) throws ReflectiveOperationException {
        ClassLoader from = loader != null ? loader : Thread.currentThread().getContextClassLoader();
        return Class.forName(className, true, from).getDeclaredConstructor().newInstance();
    }

    /** The factory that a system property names, or a service, or the usual one. */
    public static <T> T find(Class<T> type, Supplier<T> usual) throws ReflectiveOperationException {
        String named = System.getProperty(type.getName());
        if (named != null) {
            return type.cast(make(named, null));
        }
        for (T service : ServiceLoader.load(type)) {
            return service;
        }
        return usual.get();
    }
}
