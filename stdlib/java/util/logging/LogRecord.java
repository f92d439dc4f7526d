package java.util.logging;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;

/** What is handed from loggers to handlers. */
public class LogRecord implements Serializable {
    private static final long serialVersionUID = 5372048053134512534L;
    private static final AtomicLong SEQUENCE = new AtomicLong();

    private Level level;
    private long sequenceNumber;
    private String sourceClassName;
    private String sourceMethodName;
    private String message;
    private int threadID;
    private long longThreadID;
    private Throwable thrown;
    private String loggerName;
    private String resourceBundleName;
    private Instant instant;
    private transient Object[] parameters;
    private transient ResourceBundle resourceBundle;
    private transient boolean callerWanted;

    public LogRecord(Level level, String msg) {
        this.level = Objects.requireNonNull(level);
        message = msg;
        sequenceNumber = SEQUENCE.getAndIncrement();
        setLongThreadID(Thread.currentThread().getId());
        instant = Instant.now();
        callerWanted = true;
    }

    public String getLoggerName() {
        return loggerName;
    }

    public void setLoggerName(String name) {
        loggerName = name;
    }

    public ResourceBundle getResourceBundle() {
        return resourceBundle;
    }

    public void setResourceBundle(ResourceBundle bundle) {
        resourceBundle = bundle;
    }

    public String getResourceBundleName() {
        return resourceBundleName;
    }

    public void setResourceBundleName(String name) {
        resourceBundleName = name;
    }

    public Level getLevel() {
        return level;
    }

    public void setLevel(Level level) {
        this.level = Objects.requireNonNull(level);
    }

    public long getSequenceNumber() {
        return sequenceNumber;
    }

    public void setSequenceNumber(long seq) {
        sequenceNumber = seq;
    }

    public String getSourceClassName() {
        findCaller();
        return sourceClassName;
    }

    public void setSourceClassName(String sourceClassName) {
        this.sourceClassName = sourceClassName;
        callerWanted = false;
    }

    public String getSourceMethodName() {
        findCaller();
        return sourceMethodName;
    }

    public void setSourceMethodName(String sourceMethodName) {
        this.sourceMethodName = sourceMethodName;
        callerWanted = false;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public Object[] getParameters() {
        return parameters;
    }

    public void setParameters(Object[] parameters) {
        this.parameters = parameters;
    }

    @Deprecated(since = "16")
    public int getThreadID() {
        return threadID;
    }

    @Deprecated(since = "16")
    public void setThreadID(int threadID) {
        this.threadID = threadID;
        longThreadID = threadID;
    }

    public long getLongThreadID() {
        return longThreadID;
    }

    public LogRecord setLongThreadID(long longThreadID) {
        this.longThreadID = longThreadID;
        // Numbers that are too large are made negative ones.
        threadID = longThreadID <= Integer.MAX_VALUE ? (int) longThreadID : -1 - (int) (Long.hashCode(longThreadID) & 0x7fffffff);
        return this;
    }

    public long getMillis() {
        return instant.toEpochMilli();
    }

    @Deprecated
    public void setMillis(long millis) {
        instant = Instant.ofEpochMilli(millis);
    }

    public Instant getInstant() {
        return instant;
    }

    public void setInstant(Instant instant) {
        instant.toEpochMilli();
        this.instant = instant;
    }

    public Throwable getThrown() {
        return thrown;
    }

    public void setThrown(Throwable thrown) {
        this.thrown = thrown;
    }

    private static boolean isLogger(String name) {
        return name.equals("java.util.logging.Logger") || name.startsWith("java.lang.System$Logger")
                || name.startsWith("rvm.internal.SystemLogger");
    }

    /** The first frame behind those of the logger. */
    private void findCaller() {
        if (!callerWanted) {
            return;
        }
        callerWanted = false;
        boolean inside = false;
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            String name = frame.getClassName();
            if (isLogger(name)) {
                inside = true;
            } else if (inside && !name.startsWith("java.lang.reflect.") && !name.startsWith("java.lang.invoke.")) {
                sourceClassName = name;
                sourceMethodName = frame.getMethodName();
                return;
            }
        }
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        findCaller();
        out.defaultWriteObject();
        out.writeByte(1);
        out.writeByte(0);
        if (parameters == null) {
            out.writeInt(-1);
            return;
        }
        out.writeInt(parameters.length);
        for (Object parameter : parameters) {
            out.writeObject(parameter == null ? null : parameter.toString());
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        int major = in.readByte();
        int minor = in.readByte();
        if (major != 1) {
            throw new IOException("LogRecord: bad version: " + major + "." + minor);
        }
        int n = in.readInt();
        if (n < -1) {
            throw new java.io.InvalidObjectException("negative number of parameters");
        }
        if (n >= 0) {
            java.util.ArrayList<Object> read = new java.util.ArrayList<>();
            for (int i = 0; i < n; i++) {
                read.add(in.readObject());
            }
            parameters = read.toArray();
        }
        if (resourceBundleName != null) {
            try {
                resourceBundle = ResourceBundle.getBundle(resourceBundleName, java.util.Locale.getDefault(),
                        ClassLoader.getSystemClassLoader());
            } catch (java.util.MissingResourceException e) {
                resourceBundle = null;
            }
        }
        callerWanted = false;
    }
}
