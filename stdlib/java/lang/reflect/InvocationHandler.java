package java.lang.reflect;

/** Receives the calls of a proxy. */
public interface InvocationHandler {
    Object invoke(Object proxy, Method method, Object[] args) throws Throwable;

    static Object invokeDefault(Object proxy, Method method, Object... args) throws Throwable {
        throw new UnsupportedOperationException("InvocationHandler.invokeDefault");
    }
}
