package java.lang.invoke;

/** A call site whose target changes like an ordinary variable. */
public class MutableCallSite extends CallSite {
    private MethodHandle target;

    public MutableCallSite(MethodType type) {
        super(type);
        target = MethodHandle.make(type, args -> {
            throw new IllegalStateException("uninitialized call site");
        });
    }

    public MutableCallSite(MethodHandle target) {
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

    public static void syncAll(MutableCallSite[] sites) {
        for (MutableCallSite site : sites) {
            if (site == null) {
                throw new NullPointerException();
            }
        }
        rvm.internal.Atomics.fullFence();
    }
}
