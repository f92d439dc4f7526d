package java.util.logging;

import java.util.Objects;

/** Keeps the last records until they are wanted. */
public class MemoryHandler extends Handler {
    private static final int STANDARD_SIZE = 1000;

    private final Handler target;
    private final LogRecord[] ring;
    private Level pushLevel;
    private int start;
    private int count;

    public MemoryHandler() {
        configure(Level.ALL, new SimpleFormatter());
        LogManager manager = LogManager.getLogManager();
        String name = getClass().getName();
        pushLevel = manager.level(name + ".push", Level.SEVERE);
        int size = manager.number(name + ".size", STANDARD_SIZE);
        ring = new LogRecord[size <= 0 ? STANDARD_SIZE : size];
        String targetName = manager.getProperty(name + ".target");
        if (targetName == null) {
            throw new RuntimeException("The handler " + name + " does not specify a target");
        }
        try {
            target = (Handler) manager.load(targetName).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new RuntimeException("MemoryHandler can't load handler target \"" + targetName + "\"", e);
        }
    }

    public MemoryHandler(Handler target, int size, Level pushLevel) {
        this.target = Objects.requireNonNull(target);
        this.pushLevel = Objects.requireNonNull(pushLevel);
        if (size <= 0) {
            throw new IllegalArgumentException();
        }
        configure(Level.ALL, new SimpleFormatter());
        ring = new LogRecord[size];
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        ring[(start + count) % ring.length] = record;
        if (count < ring.length) {
            count++;
        } else {
            start = (start + 1) % ring.length;
        }
        if (record.getLevel().intValue() >= pushLevel.intValue()) {
            push();
        }
    }

    public synchronized void push() {
        for (int i = 0; i < count; i++) {
            target.publish(ring[(start + i) % ring.length]);
        }
        start = 0;
        count = 0;
    }

    @Override
    public void flush() {
        target.flush();
    }

    @Override
    public void close() throws SecurityException {
        target.close();
        setLevel(Level.OFF);
    }

    public synchronized void setPushLevel(Level newLevel) throws SecurityException {
        pushLevel = Objects.requireNonNull(newLevel);
    }

    public Level getPushLevel() {
        return pushLevel;
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        return super.isLoggable(record);
    }
}
