package java.lang.invoke;

/** Bootstrap methods of dynamic constants. */
public final class ConstantBootstraps {
    private ConstantBootstraps() {
    }

    public static Object nullConstant(MethodHandles.Lookup lookup, String name, Class<?> type) {
        if (type.isPrimitive()) {
            throw new IllegalArgumentException("not reference: " + type);
        }
        return null;
    }

    public static Class<?> primitiveClass(MethodHandles.Lookup lookup, String name, Class<?> type) {
        if (type != Class.class) {
            throw new IllegalArgumentException();
        }
        for (Class<?> c : new Class<?>[] {int.class, long.class, boolean.class, byte.class, char.class, short.class,
                float.class, double.class, void.class}) {
            if (c.descriptorString().equals(name)) {
                return c;
            }
        }
        throw new IllegalArgumentException("not primitive: " + name);
    }

    public static <E extends Enum<E>> E enumConstant(MethodHandles.Lookup lookup, String name, Class<E> type) {
        return Enum.valueOf(type, name);
    }

    public static Object getStaticFinal(MethodHandles.Lookup lookup, String name, Class<?> type,
            Class<?> declaringClass) {
        try {
            return lookup.findStaticGetter(declaringClass, name, type).invokeWithArguments();
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (NoSuchFieldException e) {
            throw (NoSuchFieldError) new NoSuchFieldError(e.getMessage()).initCause(e);
        } catch (IllegalAccessException e) {
            throw (IllegalAccessError) new IllegalAccessError(e.getMessage()).initCause(e);
        } catch (Throwable e) {
            throw new LinkageError("Unexpected exception", e);
        }
    }

    public static Object getStaticFinal(MethodHandles.Lookup lookup, String name, Class<?> type) {
        return getStaticFinal(lookup, name, type, rvm.internal.Conversions.boxOf(type));
    }

    public static Object invoke(MethodHandles.Lookup lookup, String name, Class<?> type, MethodHandle handle,
            Object... args) throws Throwable {
        Object result = handle.invokeWithArguments(args);
        return type.isPrimitive() ? MethodHandles.identity(type).invokeWithArguments(result) : type.cast(result);
    }

    public static VarHandle fieldVarHandle(MethodHandles.Lookup lookup, String name, Class<VarHandle> type,
            Class<?> declaringClass, Class<?> fieldType) {
        try {
            return lookup.findVarHandle(declaringClass, name, fieldType);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    public static VarHandle staticFieldVarHandle(MethodHandles.Lookup lookup, String name, Class<VarHandle> type,
            Class<?> declaringClass, Class<?> fieldType) {
        try {
            return lookup.findStaticVarHandle(declaringClass, name, fieldType);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    public static VarHandle arrayVarHandle(MethodHandles.Lookup lookup, String name, Class<VarHandle> type,
            Class<?> arrayClass) {
        return MethodHandles.arrayElementVarHandle(arrayClass);
    }

    public static Object explicitCast(MethodHandles.Lookup lookup, String name, Class<?> dstType, Object value)
            throws ClassCastException {
        if (dstType == void.class) {
            throw new ClassCastException("Can not convert to void");
        }
        try {
            MethodType from = MethodType.methodType(Object.class, Object.class);
            return MethodHandles.explicitCastArguments(MethodHandles.identity(Object.class),
                    from.changeReturnType(dstType)).call(new Object[] {value});
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new InternalError(e);
        }
    }
}
