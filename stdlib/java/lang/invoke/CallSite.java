package java.lang.invoke;

/** What an invokedynamic instruction is linked to. */
public abstract class CallSite {
    private final MethodType type;

    CallSite(MethodType type) {
        this.type = type;
    }

    public MethodType type() {
        return type;
    }

    public abstract MethodHandle getTarget();

    public abstract void setTarget(MethodHandle newTarget);

    public abstract MethodHandle dynamicInvoker();

    final MethodHandle checked(MethodHandle target) {
        if (!target.type().equals(type)) {
            throw new WrongMethodTypeException(target + " should be of type " + type);
        }
        return target;
    }

    /** A handle that calls what the target is at that time. */
    final MethodHandle indirect() {
        return Forms.dynamic(this);
    }
}
