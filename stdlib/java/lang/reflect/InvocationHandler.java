package java.lang.reflect;

import rvm.internal.Conversions;
import rvm.internal.Reflection;

/** Receives the calls of a proxy. */
public interface InvocationHandler {
    Object invoke(Object proxy, Method method, Object[] args) throws Throwable;

    /** Calls the body of a default method of one of the proxy's interfaces. */
    static Object invokeDefault(Object proxy, Method method, Object... args) throws Throwable {
        java.util.Objects.requireNonNull(method);
        if (!Proxy.isProxyClass(proxy.getClass())) {
            throw new IllegalArgumentException("'proxy' is not a proxy instance");
        }
        if (!method.isDefault()) {
            throw new IllegalArgumentException("\"" + method + "\" is not a default method");
        }
        Class<?> declaring = method.getDeclaringClass();
        if (!declaring.isInstance(proxy)) {
            throw new IllegalArgumentException("\"" + declaring + "\" is not a proxy interface");
        }
        Class<?>[] types = method.getParameterTypes();
        int n = args == null ? 0 : args.length;
        if (n != types.length) {
            throw new IllegalArgumentException("wrong number of arguments");
        }
        Object[] converted = new Object[n];
        for (int i = 0; i < n; i++) {
            converted[i] = Conversions.convert(args[i], types[i], "argument type mismatch");
        }
        int index = -1;
        for (int i = 0; i < Reflection.count(declaring, Reflection.METHOD); i++) {
            if (Reflection.name(declaring, Reflection.METHOD, i).equals(method.getName())
                    && Reflection.descriptor(declaring, Reflection.METHOD, i)
                            .equals(rvm.internal.Descriptors.of(types, method.getReturnType()))) {
                index = i;
            }
        }
        return Reflection.invokeSpecial(declaring, index, proxy, n == 0 ? null : converted);
    }
}
