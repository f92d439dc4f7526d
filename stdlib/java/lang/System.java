package java.lang;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.Channel;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import rvm.internal.Boot;
import rvm.internal.ConsoleInput;
import rvm.internal.SystemLogger;

/** The standard streams, system properties, the clock and other things that the system offers. */
public final class System {
    public static final InputStream in = new ConsoleInput();
    public static final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    public static final PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true);

    private static String[] given;
    private static Properties properties;
    private static String lineSeparator;

    private System() {
    }

    public static void setIn(InputStream in) {
        setStream0(0, in);
    }

    public static void setOut(PrintStream out) {
        setStream0(1, out);
    }

    public static void setErr(PrintStream err) {
        setStream0(2, err);
    }

    // Stores into in (0), out (1) or err (2), though they are final.
    private static native void setStream0(int which, Object stream);

    @Deprecated(since = "17", forRemoval = true)
    public static void setSecurityManager(SecurityManager sm) {
        throw new UnsupportedOperationException(
                "The Security Manager is deprecated and will be removed in a future release");
    }

    @Deprecated(since = "17", forRemoval = true)
    public static SecurityManager getSecurityManager() {
        return null;
    }

    // Milliseconds since the epoch.
    public static native long currentTimeMillis();

    // Nanoseconds of a clock that only goes forward.
    public static native long nanoTime();

    // Copies elements; checks and messages as OpenJDK has them.
    public static native void arraycopy(Object src, int srcPos, Object dest, int destPos, int length);

    // Object.hashCode's value; 0 for null.
    public static native int identityHashCode(Object x);

    public static Properties getProperties() {
        synchronized (Boot.class) {
            if (properties == null) {
                properties = initial();
            }
            return properties;
        }
    }

    private static String[] given() {
        String[] g = given;
        if (g == null) {
            given = g = Boot.properties();
        }
        return g;
    }

    private static Properties initial() {
        Properties p = new Properties();
        String[] g = given();
        for (int i = 0; i < g.length; i += 2) {
            p.setProperty(g[i], g[i + 1]);
        }
        return p;
    }

    public static String lineSeparator() {
        String s = lineSeparator;
        if (s == null) {
            s = getProperty("line.separator");
            lineSeparator = s = s == null ? "\n" : s;
        }
        return s;
    }

    public static void setProperties(Properties props) {
        synchronized (Boot.class) {
            properties = props == null ? initial() : props;
        }
    }

    private static void checkKey(String key) {
        if (key == null) {
            throw new NullPointerException("key can't be null");
        }
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key can't be empty");
        }
    }

    public static String getProperty(String key) {
        checkKey(key);
        Properties p = properties;
        if (p != null) {
            return p.getProperty(key);
        }
        // A table is made only when somebody wants all of them.
        String[] g = given();
        for (int i = 0; i < g.length; i += 2) {
            if (g[i].equals(key)) {
                return g[i + 1];
            }
        }
        return null;
    }

    public static String getProperty(String key, String def) {
        String value = getProperty(key);
        return value == null ? def : value;
    }

    public static String setProperty(String key, String value) {
        checkKey(key);
        return (String) getProperties().setProperty(key, value);
    }

    public static String clearProperty(String key) {
        checkKey(key);
        return (String) getProperties().remove(key);
    }

    public static String getenv(String name) {
        if (name == null) {
            throw new NullPointerException();
        }
        String[] env = Boot.environment();
        for (int i = 0; i < env.length; i += 2) {
            if (env[i].equals(name)) {
                return env[i + 1];
            }
        }
        return null;
    }

    public static Map<String, String> getenv() {
        String[] env = Boot.environment();
        java.util.HashMap<String, String> map = new java.util.HashMap<String, String>();
        for (int i = 0; i < env.length; i += 2) {
            map.put(env[i], env[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(map);
    }

    public static void exit(int status) {
        Shutdown.exit(status);
    }

    public static void gc() {
        Runtime.getRuntime().gc();
    }

    public static void runFinalization() {
    }

    public static void load(String filename) {
        Runtime.getRuntime().load(filename);
    }

    public static void loadLibrary(String libname) {
        Runtime.getRuntime().loadLibrary(libname);
    }

    public static String mapLibraryName(String libname) {
        if (libname == null) {
            throw new NullPointerException();
        }
        return "lib".concat(libname).concat(".so");
    }

    public static java.io.Console console() {
        try {
            int i = rvm.internal.Reflection.find(java.io.Console.class, "instance", "()Ljava/io/Console;");
            return (java.io.Console) rvm.internal.Reflection.invoke(java.io.Console.class, i, null, null);
        } catch (Throwable e) {
            throw new InternalError(e);
        }
    }

    /** The channel that a super-server left as standard input: there is none. */
    public static Channel inheritedChannel() throws IOException {
        return null;
    }

    public static Logger getLogger(String name) {
        Objects.requireNonNull(name);
        return LoggerFinder.getLoggerFinder().getLogger(name, caller());
    }

    public static Logger getLogger(String name, ResourceBundle bundle) {
        Objects.requireNonNull(name);
        Objects.requireNonNull(bundle);
        return LoggerFinder.getLoggerFinder().getLocalizedLogger(name, bundle, caller());
    }

    private static Module caller() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass).filter(c -> c != System.class)
                        .findFirst().map(Class::getModule).orElse(System.class.getModule()));
    }

    /** Logs messages. */
    public interface Logger {
        /** How important a message is. */
        enum Level {
            ALL(Integer.MIN_VALUE),
            TRACE(400),
            DEBUG(500),
            INFO(800),
            WARNING(900),
            ERROR(1000),
            OFF(Integer.MAX_VALUE);

            private final int severity;

            Level(int severity) {
                this.severity = severity;
            }

            public final String getName() {
                return name();
            }

            public final int getSeverity() {
                return severity;
            }
        }

        String getName();

        boolean isLoggable(Level level);

        default void log(Level level, String msg) {
            log(level, (ResourceBundle) null, msg, (Object[]) null);
        }

        default void log(Level level, Supplier<String> msgSupplier) {
            Objects.requireNonNull(msgSupplier);
            if (isLoggable(Objects.requireNonNull(level))) {
                log(level, (ResourceBundle) null, msgSupplier.get(), (Object[]) null);
            }
        }

        default void log(Level level, Object obj) {
            Objects.requireNonNull(obj);
            if (isLoggable(Objects.requireNonNull(level))) {
                log(level, (ResourceBundle) null, obj.toString(), (Object[]) null);
            }
        }

        default void log(Level level, String msg, Throwable thrown) {
            log(level, null, msg, thrown);
        }

        default void log(Level level, Supplier<String> msgSupplier, Throwable thrown) {
            Objects.requireNonNull(msgSupplier);
            if (isLoggable(Objects.requireNonNull(level))) {
                log(level, null, msgSupplier.get(), thrown);
            }
        }

        default void log(Level level, String format, Object... params) {
            log(level, null, format, params);
        }

        void log(Level level, ResourceBundle bundle, String msg, Throwable thrown);

        void log(Level level, ResourceBundle bundle, String format, Object... params);
    }

    /** Makes the loggers. */
    public abstract static class LoggerFinder {
        private static final class Service {
            static final LoggerFinder FINDER = find();

            private static LoggerFinder find() {
                Iterator<LoggerFinder> found = ServiceLoader.load(LoggerFinder.class, ClassLoader.getSystemClassLoader()).iterator();
                return found.hasNext() ? found.next() : new SystemLoggers();
            }
        }

        protected LoggerFinder() {
        }

        public abstract Logger getLogger(String name, Module module);

        public Logger getLocalizedLogger(String name, ResourceBundle bundle, Module module) {
            return new SystemLogger.Localized(getLogger(name, module), bundle);
        }

        public static LoggerFinder getLoggerFinder() {
            return Service.FINDER;
        }
    }

    private static final class SystemLoggers extends LoggerFinder {
        @Override
        public Logger getLogger(String name, Module module) {
            Objects.requireNonNull(module);
            return new SystemLogger(java.util.logging.Logger.getLogger(Objects.requireNonNull(name)));
        }
    }
}
