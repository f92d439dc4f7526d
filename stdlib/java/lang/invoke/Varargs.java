package java.lang.invoke;

/** A handle that collects trailing arguments into an array when it is called with another type. */
final class Varargs extends MethodHandle {
    private final MethodHandle target;
    private final Class<?> arrayType;

    Varargs(MethodHandle target, Class<?> arrayType) {
        super(target.type());
        this.target = target;
        this.arrayType = arrayType;
    }

    @Override
    long makeEntry() {
        // A direct handle's method does not look at the handle.
        return target instanceof DirectHandle ? target.entry() : Forms.delegate(type, "target", target, this);
    }

    MethodHandle target() {
        return target;
    }

    @Override
    public boolean isVarargsCollector() {
        return true;
    }

    @Override
    public MethodHandle asFixedArity() {
        return target;
    }

    @Override
    DirectHandle direct() {
        return target.direct();
    }

    @Override
    MethodHandle convert(MethodType newType) {
        int fixed = type().parameterCount() - 1;
        int n = newType.parameterCount();
        if (n == fixed + 1 && type().lastParameterType().isAssignableFrom(newType.lastParameterType())) {
            return target.asType(newType);
        }
        if (n < fixed) {
            throw cannotConvert(newType);
        }
        MethodHandle collector = target.asCollector(arrayType, n - fixed);
        if (!converts(newType, collector.type())) {
            throw cannotConvert(newType);
        }
        return collector.asType(newType);
    }
}
