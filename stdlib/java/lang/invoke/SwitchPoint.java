package java.lang.invoke;

/** A switch that, once thrown, sends the handles that it guards to their fallbacks. */
public class SwitchPoint {
    private static final MethodHandle VALID = MethodHandles.constant(boolean.class, true);
    private static final MethodHandle INVALID = MethodHandles.constant(boolean.class, false);

    private final VolatileCallSite state = new VolatileCallSite(VALID);
    private final MethodHandle test = state.dynamicInvoker();

    public SwitchPoint() {
    }

    public boolean hasBeenInvalidated() {
        return state.getTarget() != VALID;
    }

    public MethodHandle guardWithTest(MethodHandle target, MethodHandle fallback) {
        if (hasBeenInvalidated()) {
            return fallback;
        }
        return MethodHandles.guardWithTest(test, target, fallback);
    }

    public static void invalidateAll(SwitchPoint[] switchPoints) {
        for (SwitchPoint s : switchPoints) {
            if (s == null) {
                throw new NullPointerException();
            }
        }
        for (SwitchPoint s : switchPoints) {
            s.state.setTarget(INVALID);
        }
    }
}
