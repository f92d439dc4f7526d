package java.lang.invoke;

import rvm.internal.Conversions;

/** What the VM calls to link invokedynamic instructions and dynamic constants. */
final class CallSites {
    private CallSites() {
    }

    private static Object run(Class<?> caller, MethodHandle bootstrap, String name, Object type, Object[] statics)
            throws Throwable {
        Object[] args = new Object[3 + statics.length];
        args[0] = new MethodHandles.Lookup(caller);
        args[1] = name;
        args[2] = type;
        System.arraycopy(statics, 0, args, 3, statics.length);
        return bootstrap.invokeWithArguments(args);
    }

    /** Links an invokedynamic instruction: the address of the method that it is to call. */
    static long link(Class<?> caller, MethodHandle bootstrap, String name, Object type, Object[] statics)
            throws Throwable {
        CallSite site = null;
        try {
            Object result = run(caller, bootstrap, name, type, statics);
            site = result == null ? null : CallSite.class.cast(result);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new BootstrapMethodError("bootstrap method initialization exception", e);
        }
        if (site == null) {
            throw new BootstrapMethodError("CallSite bootstrap method initialization exception",
                    new ClassCastException("CallSite bootstrap method failed to produce an instance of CallSite"));
        }
        if (site.type() != type) {
            throw new BootstrapMethodError("CallSite bootstrap method initialization exception",
                    new WrongMethodTypeException(site.getTarget() + " should be of type " + type));
        }
        return Forms.site(site);
    }

    /** The value of a dynamic constant, boxed. */
    static Object constant(Class<?> caller, MethodHandle bootstrap, String name, Object type, Object[] statics)
            throws Throwable {
        try {
            Object result = run(caller, bootstrap, name, type, statics);
            Class<?> wanted = (Class<?>) type;
            if (!wanted.isPrimitive()) {
                return wanted.cast(result);
            }
            Class<?> box = Conversions.boxOf(wanted);
            if (result == null) {
                throw new NullPointerException();
            }
            if (box.isInstance(result)) {
                return result;
            }
            return MethodHandles.identity(Object.class).asType(MethodType.methodType(wanted, Object.class))
                    .call(new Object[] {result});
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new BootstrapMethodError("bootstrap method initialization exception", e);
        }
    }
}
