package java.security;

/** An object that is given out only when its guard agrees. */
public class GuardedObject implements java.io.Serializable {
    private static final long serialVersionUID = -5240450096227834308L;

    private final Object object;
    private final Guard guard;

    public GuardedObject(Object object, Guard guard) {
        this.object = object;
        this.guard = guard;
    }

    public Object getObject() throws SecurityException {
        if (guard != null) {
            guard.checkGuard(object);
        }
        return object;
    }
}
