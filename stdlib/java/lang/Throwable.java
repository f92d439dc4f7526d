package java.lang;

import java.io.PrintStream;
import java.io.PrintWriter;

/** The superclass of everything that can be thrown. */
public class Throwable implements java.io.Serializable {
    private static final StackTraceElement[] NO_TRACE = new StackTraceElement[0];
    private static final Throwable[] NONE = new Throwable[0];

    // The VM sets these three in what it throws itself; a cause that is the object itself stands for "not known yet".
    private transient Object backtrace;
    private String detailMessage;
    private Throwable cause = this;

    private StackTraceElement[] stackTrace;
    private Throwable[] suppressed;
    private boolean suppressionDisabled;
    private boolean traceDisabled;

    public Throwable() {
        fillInStackTrace();
    }

    public Throwable(String message) {
        fillInStackTrace();
        detailMessage = message;
    }

    public Throwable(String message, Throwable cause) {
        fillInStackTrace();
        detailMessage = message;
        this.cause = cause;
    }

    public Throwable(Throwable cause) {
        fillInStackTrace();
        detailMessage = cause == null ? null : cause.toString();
        this.cause = cause;
    }

    protected Throwable(String message, Throwable cause, boolean enableSuppression, boolean writableStackTrace) {
        if (writableStackTrace) {
            fillInStackTrace();
        } else {
            traceDisabled = true;
        }
        detailMessage = message;
        this.cause = cause;
        suppressionDisabled = !enableSuppression;
    }

    public String getMessage() {
        return detailMessage;
    }

    public String getLocalizedMessage() {
        return getMessage();
    }

    public synchronized Throwable getCause() {
        return cause == this ? null : cause;
    }

    public synchronized Throwable initCause(Throwable cause) {
        if (this.cause != this) {
            throw new IllegalStateException("Can't overwrite cause with "
                    .concat(cause == null ? "a null" : cause.toString()), this);
        }
        if (cause == this) {
            throw new IllegalArgumentException("Self-causation not permitted", this);
        }
        this.cause = cause;
        return this;
    }

    public String toString() {
        String message = getLocalizedMessage();
        String name = getClass().getName();
        return message == null ? name : name.concat(": ").concat(message);
    }

    public void printStackTrace() {
        printStackTrace(System.err);
    }

    public void printStackTrace(PrintStream s) {
        synchronized (s) {
            new TracePrinter(s, null).print(this);
        }
    }

    public void printStackTrace(PrintWriter s) {
        synchronized (s) {
            new TracePrinter(null, s).print(this);
        }
    }

    public synchronized Throwable fillInStackTrace() {
        if (!traceDisabled) {
            backtrace = capture();
            stackTrace = null;
        }
        return this;
    }

    // The stack of this thread, without frames of fillInStackTrace and of this object's constructors.
    private native Object capture();

    // The number of frames.
    private static native int depth0(Object backtrace);

    // The offset of a frame's bytecode, -1 if there is none.
    static native int frameIndex0(Object backtrace, int i);

    // Puts class, method name, source file (or null) and, where there is room, the descriptor of a frame into out; returns the line, -1 unknown, -2 native.
    private static native int frame0(Object backtrace, int i, Object[] out);

    final Object vmTrace() {
        return backtrace;
    }

    static StackTraceElement[] elements(Object backtrace) {
        int n = backtrace == null ? 0 : depth0(backtrace);
        StackTraceElement[] trace = new StackTraceElement[n];
        Object[] out = new Object[3];
        for (int i = 0; i < n; i++) {
            int line = frame0(backtrace, i, out);
            trace[i] = line == -2 && ((Class<?>) out[0]).getName().equals("rvm.internal.Reflection") ? reflection((String) out[1])
                    : new StackTraceElement((Class<?>) out[0], (String) out[1], (String) out[2], line);
        }
        return trace;
    }

    // Programs that leave out the frames of reflection know HotSpot's name for them.
    private static StackTraceElement reflection(String method) {
        boolean constructor = method.equals("invokeSpecial");
        String name = constructor ? "NativeConstructorAccessorImpl" : "NativeMethodAccessorImpl";
        return new StackTraceElement(null, "java.base", null, "jdk.internal.reflect.".concat(name),
                constructor ? "newInstance0" : "invoke0", name.concat(".java"), -2);
    }

    /** What a walker wants to know beyond the element: class and descriptor. */
    static Object[] frameOf(Object backtrace, int i) {
        Object[] out = new Object[4];
        frame0(backtrace, i, out);
        return out;
    }

    static Class<?> frameClass(Object backtrace, int i) {
        Object[] out = new Object[3];
        frame0(backtrace, i, out);
        return (Class<?>) out[0];
    }

    public StackTraceElement[] getStackTrace() {
        return ownTrace().clone();
    }

    final synchronized StackTraceElement[] ownTrace() {
        if (stackTrace == null) {
            if (backtrace == null) {
                return NO_TRACE;
            }
            stackTrace = elements(backtrace);
        }
        return stackTrace;
    }

    public void setStackTrace(StackTraceElement[] stackTrace) {
        StackTraceElement[] copy = stackTrace.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == null) {
                throw new NullPointerException("stackTrace[" + i + "]");
            }
        }
        synchronized (this) {
            if (!traceDisabled) {
                this.stackTrace = copy;
            }
        }
    }

    public final synchronized void addSuppressed(Throwable exception) {
        if (exception == this) {
            throw new IllegalArgumentException("Self-suppression not permitted", exception);
        }
        if (exception == null) {
            throw new NullPointerException("Cannot suppress a null exception.");
        }
        if (suppressionDisabled) {
            return;
        }
        Throwable[] old = suppressed == null ? NONE : suppressed;
        Throwable[] grown = new Throwable[old.length + 1];
        System.arraycopy(old, 0, grown, 0, old.length);
        grown[old.length] = exception;
        suppressed = grown;
    }

    public final synchronized Throwable[] getSuppressed() {
        return suppressed == null ? NONE : suppressed.clone();
    }

    private synchronized void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        java.io.ObjectOutputStream.PutField fields = out.putFields();
        fields.put("detailMessage", detailMessage);
        fields.put("cause", cause);
        fields.put("stackTrace", traceDisabled ? new StackTraceElement[] {new StackTraceElement("", "", null, Integer.MIN_VALUE)}
                : ownTrace());
        fields.put("suppressedExceptions", suppressionDisabled ? null : suppressed == null
                ? java.util.Collections.emptyList() : new java.util.ArrayList<>(java.util.Arrays.asList(suppressed)));
        out.writeFields();
    }

    @SuppressWarnings("unchecked")
    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        java.io.ObjectInputStream.GetField fields = in.readFields();
        detailMessage = (String) fields.get("detailMessage", null);
        cause = (Throwable) fields.get("cause", null);
        StackTraceElement[] trace = (StackTraceElement[]) fields.get("stackTrace", null);
        backtrace = null;
        stackTrace = trace == null ? NO_TRACE : trace;
        if (stackTrace.length == 1 && stackTrace[0].getClassName().isEmpty()
                && stackTrace[0].getLineNumber() == Integer.MIN_VALUE) {
            stackTrace = NO_TRACE;
            traceDisabled = true;
        }
        java.util.List<Throwable> list = (java.util.List<Throwable>) fields.get("suppressedExceptions", null);
        suppressionDisabled = list == null;
        suppressed = list == null || list.isEmpty() ? null : list.toArray(new Throwable[0]);
    }
}
