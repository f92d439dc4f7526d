package rvm.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes of proxies, and what their methods call. */
public final class ProxyCalls {
    private static final Map<List<Object>, Class<?>> CLASSES = new HashMap<List<Object>, Class<?>>();
    private static final Set<Class<?>> ALL = new HashSet<Class<?>>();
    private static int number;

    private ProxyCalls() {
    }

    /** Calls the handler of a proxy; wraps checked exceptions that the method does not declare. */
    public static Object call(Object proxy, InvocationHandler handler, Method method, Object[] args) throws Throwable {
        Object result;
        try {
            result = handler.invoke(proxy, method, args);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            for (Class<?> declared : method.getExceptionTypes()) {
                if (declared.isInstance(e)) {
                    throw e;
                }
            }
            throw new UndeclaredThrowableException(e);
        }
        Class<?> type = method.getReturnType();
        if (result == null && type.isPrimitive() && type != void.class) {
            throw new NullPointerException();
        }
        return result;
    }

    public static boolean isProxy(Class<?> c) {
        synchronized (CLASSES) {
            return ALL.contains(c);
        }
    }

    /** The proxy class of these interfaces, in their order. */
    public static Class<?> classOf(ClassLoader loader, Class<?>[] interfaces) {
        ArrayList<Object> key = new ArrayList<Object>(interfaces.length + 1);
        key.add(loader);
        for (Class<?> i : interfaces) {
            check(loader, i);
            if (key.contains(i)) {
                throw new IllegalArgumentException("repeated interface: ".concat(i.getName()));
            }
            key.add(i);
        }
        synchronized (CLASSES) {
            Class<?> c = CLASSES.get(key);
            if (c == null) {
                c = define(loader, interfaces);
                CLASSES.put(key, c);
                ALL.add(c);
            }
            return c;
        }
    }

    private static void check(ClassLoader loader, Class<?> i) {
        Class<?> seen = null;
        try {
            seen = Class.forName(i.getName(), false, loader);
        } catch (ClassNotFoundException e) {
            seen = null;
        }
        if (seen != i) {
            throw new IllegalArgumentException(i.getName().concat(" referenced from a method is not visible from class loader"));
        }
        if (!i.isInterface()) {
            throw new IllegalArgumentException(i.getName().concat(" is not an interface"));
        }
        if (i.isHidden()) {
            throw new IllegalArgumentException(i.getName().concat(" is a hidden interface"));
        }
        if (i.isSealed()) {
            throw new IllegalArgumentException(i.getName().concat(" is a sealed interface"));
        }
    }

    private static Class<?> define(ClassLoader loader, Class<?>[] interfaces) {
        String home = "jdk.proxy1";
        Class<?> host = interfaces.length == 0 ? ProxyCalls.class : interfaces[0];
        for (Class<?> i : interfaces) {
            if (!Modifier.isPublic(i.getModifiers())) {
                home = i.getPackageName();
                host = i;
            }
            if (host.getClassLoader() != loader && i.getClassLoader() == loader) {
                host = i;
            }
        }
        Method[] methods = methods(interfaces);
        String name = (home.isEmpty() ? "" : home.concat(".")).concat("$Proxy").concat(Integer.toString(number++));
        Class<?> c = Reflection.define(host, name, ProxyWriter.write(name, interfaces, methods));
        Reflection.setField(c, 0, null, methods);
        return c;
    }

    private static Method[] methods(Class<?>[] interfaces) {
        ArrayList<Method> list = new ArrayList<Method>();
        HashSet<String> seen = new HashSet<String>();
        try {
            add(list, seen, Object.class.getMethod("hashCode"));
            add(list, seen, Object.class.getMethod("equals", Object.class));
            add(list, seen, Object.class.getMethod("toString"));
        } catch (NoSuchMethodException e) {
            throw new InternalError(e);
        }
        for (Class<?> i : interfaces) {
            for (Method m : i.getMethods()) {
                if (!Modifier.isStatic(m.getModifiers())) {
                    add(list, seen, m);
                }
            }
        }
        return list.toArray(new Method[0]);
    }

    private static void add(List<Method> list, Set<String> seen, Method m) {
        if (seen.add(m.getName().concat(Descriptors.of(m.getParameterTypes(), m.getReturnType())))) {
            list.add(m);
        }
    }
}
