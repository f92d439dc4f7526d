package java.lang;

/** {@code null} was used where an object is needed. */
public class NullPointerException extends RuntimeException {
    private int fills;
    private String helpful;
    private boolean asked;

    public NullPointerException() {
        super();
    }

    public NullPointerException(String message) {
        super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        fills++;
        return super.fillInStackTrace();
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        if (message != null) {
            return message;
        }
        synchronized (this) {
            // A trace that was filled in again no longer tells where null was used.
            if (!asked && fills <= 1) {
                asked = true;
                Object trace = vmTrace();
                if (trace != null) {
                    helpful = helpfulMessage(trace);
                }
            }
            return helpful;
        }
    }

    // The text that says which expression of the trace's top frame was null, by looking at the bytecode at its index;
    // null when that instruction dereferences nothing (it calls a constructor: the exception was made by `new`).
    private static native String helpfulMessage(Object backtrace);
}
