package java.util.logging;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** Writes records to a file, or to several in turn. */
public class FileHandler extends StreamHandler {
    private static final int MAX_LOCKS = 100;
    private static final Set<String> LOCKED = new HashSet<>();

    private Metered meter;
    private boolean append;
    private long limit;
    private int count;
    private String pattern;
    private String lockName;
    private FileChannel lockChannel;
    private File[] files;

    /** Counts what is written. */
    private static final class Metered extends OutputStream {
        private final OutputStream out;
        private long written;

        Metered(OutputStream out, long written) {
            this.out = out;
            this.written = written;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            written++;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
            written += len;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    public FileHandler() throws IOException, SecurityException {
        settings();
        begin();
    }

    public FileHandler(String pattern) throws IOException, SecurityException {
        named(pattern);
        limit = 0;
        count = 1;
        begin();
    }

    public FileHandler(String pattern, boolean append) throws IOException, SecurityException {
        named(pattern);
        limit = 0;
        count = 1;
        this.append = append;
        begin();
    }

    public FileHandler(String pattern, int limit, int count) throws IOException, SecurityException {
        named(pattern);
        sized(limit, count);
        begin();
    }

    public FileHandler(String pattern, int limit, int count, boolean append) throws IOException, SecurityException {
        this(pattern, (long) limit, count, append);
    }

    public FileHandler(String pattern, long limit, int count, boolean append) throws IOException {
        named(pattern);
        sized(limit, count);
        this.append = append;
        begin();
    }

    private void settings() {
        LogManager manager = LogManager.getLogManager();
        String name = getClass().getName();
        pattern = manager.text(name + ".pattern", "%h/java%u.log");
        limit = Math.max(0, manager.number(name + ".limit", 0));
        count = Math.max(1, manager.number(name + ".count", 1));
        append = Boolean.parseBoolean(manager.text(name + ".append", "false"));
        configure(Level.ALL, new XMLFormatter());
    }

    private void named(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException();
        }
        settings();
        pattern = name;
    }

    private void sized(long newLimit, int newCount) {
        if (newLimit < 0 || newCount < 1) {
            throw new IllegalArgumentException();
        }
        limit = newLimit;
        count = newCount;
    }

    private void begin() throws IOException {
        int locks = Math.max(1, LogManager.getLogManager().number(getClass().getName() + ".maxLocks", MAX_LOCKS));
        for (int unique = 0; ; unique++) {
            if (unique > locks) {
                throw new IOException("Couldn't get lock for " + pattern + ", maxLocks: " + locks);
            }
            lockName = file(0, unique).toString() + ".lck";
            synchronized (LOCKED) {
                if (LOCKED.contains(lockName)) {
                    continue;
                }
                if (lock()) {
                    LOCKED.add(lockName);
                } else {
                    continue;
                }
            }
            files = new File[count];
            for (int i = 0; i < count; i++) {
                files[i] = file(i, unique);
            }
            break;
        }
        if (append) {
            open(files[0], true);
        } else {
            rotate();
        }
        LogManager.getLogManager().closeAtExit(this);
    }

    private boolean lock() throws IOException {
        Path path = Path.of(lockName);
        try {
            lockChannel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockChannel.tryLock();
            if (lock != null) {
                return true;
            }
            lockChannel.close();
            return false;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The pattern's file: %t temporary folder, %h home, %g generation, %u unique number. */
    private File file(int generation, int unique) {
        StringBuilder sb = new StringBuilder();
        boolean sawGeneration = false;
        boolean sawUnique = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : 0;
            if (c == '%' && "thgu%".indexOf(next) >= 0 && next != 0) {
                i++;
                switch (next) {
                    case 't':
                        String folder = System.getProperty("java.io.tmpdir");
                        sb.append(folder == null ? System.getProperty("user.home") : folder);
                        break;
                    case 'h':
                        sb.append(System.getProperty("user.home"));
                        break;
                    case 'g':
                        sb.append(generation);
                        sawGeneration = true;
                        break;
                    case 'u':
                        sb.append(unique);
                        sawUnique = true;
                        break;
                    default:
                        sb.append('%');
                }
            } else {
                sb.append(c);
            }
        }
        if (count > 1 && !sawGeneration) {
            sb.append('.').append(generation);
        }
        if (unique > 0 && !sawUnique) {
            sb.append('.').append(unique);
        }
        return new File(sb.toString());
    }

    private void open(File file, boolean appending) throws IOException {
        long length = appending ? file.length() : 0;
        meter = new Metered(new BufferedOutputStream(new FileOutputStream(file.toString(), appending)), length);
        setOutputStream(meter);
    }

    private synchronized void rotate() {
        Level level = getLevel();
        setLevel(Level.OFF);
        finish();
        try {
            for (int i = count - 2; i >= 0; i--) {
                if (files[i].exists()) {
                    Files.move(files[i].toPath(), files[i + 1].toPath(), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            open(files[0], false);
        } catch (IOException e) {
            reportError(null, e, ErrorManager.OPEN_FAILURE);
        }
        setLevel(level);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        super.publish(record);
        flush();
        if (limit > 0 && (meter.written >= limit || meter.written < 0)) {
            rotate();
        }
    }

    @Override
    public synchronized void close() throws SecurityException {
        super.close();
        if (lockName == null || lockChannel == null) {
            return;
        }
        try {
            lockChannel.close();
        } catch (IOException e) {
            reportError(null, e, ErrorManager.CLOSE_FAILURE);
        }
        lockChannel = null;
        synchronized (LOCKED) {
            LOCKED.remove(lockName);
        }
        new File(lockName).delete();
    }
}
