package java.lang.invoke;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;

/** Method handles as objects of functional interfaces. */
public class MethodHandleProxies {
    private MethodHandleProxies() {
    }

    private static final class Handler implements InvocationHandler {
        private final Class<?> type;
        private final MethodHandle target;

        Handler(Class<?> type, MethodHandle target) {
            this.type = type;
            this.target = target;
        }

        @Override
        public Object invoke(Object proxy, Method m, Object[] args) throws Throwable {
            if (Modifier.isAbstract(m.getModifiers()) && m.getDeclaringClass() != Object.class) {
                return target.invokeWithArguments(args);
            }
            switch (m.getName()) {
                case "hashCode":
                    return System.identityHashCode(proxy);
                case "equals":
                    return proxy == args[0];
                case "toString":
                    return proxy.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(proxy));
                default:
                    return InvocationHandler.invokeDefault(proxy, m, args);
            }
        }
    }

    public static <T> T asInterfaceInstance(Class<T> intfc, MethodHandle target) {
        if (!intfc.isInterface() || !Modifier.isPublic(intfc.getModifiers())) {
            throw new IllegalArgumentException("not a public interface: " + intfc.getName());
        }
        Method single = null;
        for (Method m : intfc.getMethods()) {
            if (Modifier.isAbstract(m.getModifiers()) && !isObjectMethod(m)) {
                if (single != null && !single.getName().equals(m.getName())) {
                    throw new IllegalArgumentException("not a single-method interface: " + intfc.getName());
                }
                single = m;
            }
        }
        if (single == null) {
            throw new IllegalArgumentException("not a single-method interface: " + intfc.getName());
        }
        MethodHandle adapted = target.asType(MethodType.methodType(single.getReturnType(), single.getParameterTypes()));
        return intfc.cast(Proxy.newProxyInstance(intfc.getClassLoader(), new Class<?>[] {intfc},
                new Handler(intfc, adapted)));
    }

    private static boolean isObjectMethod(Method m) {
        switch (m.getName()) {
            case "toString":
            case "hashCode":
                return m.getParameterCount() == 0;
            case "equals":
                return m.getParameterCount() == 1 && m.getParameterTypes()[0] == Object.class;
            default:
                return false;
        }
    }

    private static Handler handler(Object x) {
        if (Proxy.isProxyClass(x.getClass()) && Proxy.getInvocationHandler(x) instanceof Handler) {
            return (Handler) Proxy.getInvocationHandler(x);
        }
        return null;
    }

    public static boolean isWrapperInstance(Object x) {
        return handler(x) != null;
    }

    private static Handler checked(Object x) {
        Handler h = handler(x);
        if (h == null) {
            throw new IllegalArgumentException("not a wrapper instance");
        }
        return h;
    }

    public static MethodHandle wrapperInstanceTarget(Object x) {
        return checked(x).target;
    }

    public static Class<?> wrapperInstanceType(Object x) {
        return checked(x).type;
    }
}
