package rvm.internal;

import java.lang.reflect.Array;
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
            throw new NullPointerException(unboxing(type));
        }
        return result;
    }

    /** The message that names what would unbox the handler's null. */
    private static String unboxing(Class<?> type) {
        String box = Array.get(Array.newInstance(type, 1), 0).getClass().getName();
        return "Cannot invoke \"" + box + "." + type.getName() + "Value()\" because the return value of "
                + "\"java.lang.reflect.InvocationHandler.invoke(Object, java.lang.reflect.Method, Object[])\" is null";
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

    private static void check(ClassLoader loader, Class<?> intf) {
        Class<?> seen = null;
        try {
            seen = Class.forName(intf.getName(), false, loader);
        } catch (ClassNotFoundException e) {
            seen = null;
        }
        if (seen != intf) {
            throw new IllegalArgumentException(
                    intf.getName() + " referenced from a method is not visible from class loader: " + loader);
        }
        if (!intf.isInterface()) {
            throw new IllegalArgumentException(intf.getName().concat(" is not an interface"));
        }
        if (intf.isHidden()) {
            throw new IllegalArgumentException(intf.getName().concat(" is a hidden interface"));
        }
        if (intf.isSealed()) {
            throw new IllegalArgumentException(intf.getName().concat(" is a sealed interface"));
        }
    }

    private static Class<?> define(ClassLoader loader, Class<?>[] interfaces) {
        String home = "jdk.proxy1";
        boolean visible = true;
        Class<?> host = interfaces.length == 0 ? ProxyCalls.class : interfaces[0];
        for (Class<?> i : interfaces) {
            if (!Modifier.isPublic(i.getModifiers())) {
                if (!visible && !home.equals(i.getPackageName())) {
                    throw new IllegalArgumentException("cannot have non-public interfaces in different packages");
                }
                home = i.getPackageName();
                visible = false;
                host = i;
            }
            if (host.getClassLoader() != loader && i.getClassLoader() == loader) {
                host = i;
            }
        }
        Method[] methods = methods(interfaces);
        String name = (home.isEmpty() ? "" : home.concat(".")).concat("$Proxy").concat(Integer.toString(number++));
        Class<?> c = Reflection.define(host, name, ProxyWriter.write(name, visible, interfaces, methods));
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
        checkReturns(list);
        return list.toArray(new Method[0]);
    }

    /**
     * Of methods with equal names and parameters one must return what all others' types can hold; primitive types and
     * void have to be equal.
     */
    private static void checkReturns(List<Method> methods) {
        HashMap<String, List<Class<?>>> returns = new HashMap<String, List<Class<?>>>();
        for (Method m : methods) {
            String signature = m.getName().concat(parameters(m));
            List<Class<?>> types = returns.get(signature);
            if (types == null) {
                types = new ArrayList<Class<?>>();
                returns.put(signature, types);
            }
            types.add(m.getReturnType());
        }
        for (Map.Entry<String, List<Class<?>>> e : returns.entrySet()) {
            List<Class<?>> types = e.getValue();
            if (types.size() < 2) {
                continue;
            }
            List<Class<?>> lowest = new ArrayList<Class<?>>();
            for (Class<?> type : types) {
                if (type.isPrimitive()) {
                    throw new IllegalArgumentException("methods with same signature " + e.getKey()
                            + " but incompatible return types: " + type.getName() + " and others");
                }
                addLowest(lowest, type);
            }
            if (lowest.size() > 1) {
                throw new IllegalArgumentException("methods with same signature " + e.getKey()
                        + " but incompatible return types: " + lowest);
            }
        }
    }

    /** Keeps of {@code lowest} and {@code type} those that have no subtype among them. */
    private static void addLowest(List<Class<?>> lowest, Class<?> type) {
        for (Class<?> other : lowest) {
            if (type.isAssignableFrom(other)) {
                return;
            }
        }
        lowest.removeIf(other -> other.isAssignableFrom(type));
        lowest.add(type);
    }

    private static String parameters(Method m) {
        StringBuilder text = new StringBuilder("(");
        for (Class<?> type : m.getParameterTypes()) {
            text.append(text.length() == 1 ? "" : ",").append(type.getName());
        }
        return text.append(")").toString();
    }

    private static void add(List<Method> list, Set<String> seen, Method m) {
        if (seen.add(m.getName().concat(Descriptors.of(m.getParameterTypes(), m.getReturnType())))) {
            list.add(m);
        }
    }
}
