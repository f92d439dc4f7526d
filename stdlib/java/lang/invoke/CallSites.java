package java.lang.invoke;

/** What the VM calls to link invokedynamic instructions and dynamic constants. */
final class CallSites {
    private CallSites() {
    }

    /**
     * Runs a bootstrap method. For an invokedynamic instruction the type is its MethodType and the result a CallSite; for a
     * constant it is the Class, and the result is the constant.
     */
    static Object link(Class<?> caller, MethodHandle bootstrap, String name, Object type, Object[] statics)
            throws Throwable {
        Object[] args = new Object[3 + statics.length];
        args[0] = new MethodHandles.Lookup(caller);
        args[1] = name;
        args[2] = type;
        System.arraycopy(statics, 0, args, 3, statics.length);
        Object result;
        try {
            result = bootstrap.invokeWithArguments(args);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new BootstrapMethodError("bootstrap method initialization exception", e);
        }
        if (type instanceof Class) {
            Class<?> c = rvm.internal.Conversions.boxOf((Class<?>) type);
            try {
                return c.cast(result);
            } catch (ClassCastException e) {
                throw new BootstrapMethodError(e);
            }
        }
        if (!(result instanceof CallSite)) {
            throw new BootstrapMethodError(new ClassCastException("CallSite expected"));
        }
        CallSite site = (CallSite) result;
        if (!site.type().equals(type)) {
            throw new BootstrapMethodError(
                    new WrongMethodTypeException("wrong type: " + site.type() + " should be of type " + type));
        }
        return site;
    }
}
