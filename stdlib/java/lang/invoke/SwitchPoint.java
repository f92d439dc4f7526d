package java.lang.invoke;

/** A switch that, once thrown, sends the handles that it guards to their fallbacks. */
public class SwitchPoint {
    private volatile boolean invalid;

    public SwitchPoint() {
    }

    public boolean hasBeenInvalidated() {
        return invalid;
    }

    public MethodHandle guardWithTest(MethodHandle target, MethodHandle fallback) {
        if (!target.type().equals(fallback.type())) {
            throw new IllegalArgumentException("target and fallback types must match: " + target.type() + " != "
                    + fallback.type());
        }
        return MethodHandle.make(target.type(), args -> invalid ? fallback.call(args) : target.call(args));
    }

    public static void invalidateAll(SwitchPoint[] switchPoints) {
        for (SwitchPoint s : switchPoints) {
            if (s == null) {
                throw new NullPointerException();
            }
        }
        for (SwitchPoint s : switchPoints) {
            s.invalid = true;
        }
    }
}
