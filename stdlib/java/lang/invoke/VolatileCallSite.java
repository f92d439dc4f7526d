package java.lang.invoke;

/** A call site whose target changes like a volatile variable. */
public class VolatileCallSite extends CallSite {
    private volatile MethodHandle target;

    public VolatileCallSite(MethodType type) {
        super(type);
        target = MethodHandle.make(type, args -> {
            throw new IllegalStateException("uninitialized call site");
        });
    }

    public VolatileCallSite(MethodHandle target) {
        super(target.type());
        this.target = target;
    }

    @Override
    public final MethodHandle getTarget() {
        return target;
    }

    @Override
    public void setTarget(MethodHandle newTarget) {
        target = checked(newTarget);
    }

    @Override
    public final MethodHandle dynamicInvoker() {
        return indirect();
    }
}
