package java.util.logging;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Holds the loggers by name and the configuration. */
public class LogManager {
    public static final String LOGGING_MXBEAN_NAME = "java.util.logging:type=Logging";

    /** Guards the tree of loggers. */
    static final Object TREE = new Object();

    private static final String STANDARD = "handlers=java.util.logging.ConsoleHandler\n.level=INFO\n"
            + "java.util.logging.FileHandler.pattern=%h/java%u.log\njava.util.logging.FileHandler.limit=50000\n"
            + "java.util.logging.FileHandler.count=1\njava.util.logging.FileHandler.maxLocks=100\n"
            + "java.util.logging.FileHandler.formatter=java.util.logging.XMLFormatter\n"
            + "java.util.logging.ConsoleHandler.level=INFO\n"
            + "java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter\n";

    private final Map<String, Logger> loggers = new LinkedHashMap<>();
    private final Map<Runnable, Integer> listeners = new IdentityHashMap<>();
    private final Set<Logger> handled = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Handler> open = new ArrayList<>();
    private volatile Properties properties = new Properties();
    private boolean read;
    private boolean hooked;
    private Logger root;

    protected LogManager() {
    }

    private static final class Root extends Logger {
        Root() {
            super("", null);
            setLevel(Level.INFO);
        }
    }

    private static final class Holder {
        static final LogManager MANAGER = make();

        private static LogManager make() {
            LogManager manager = null;
            String name = System.getProperty("java.util.logging.manager");
            if (name != null) {
                try {
                    manager = (LogManager) Class.forName(name, true, ClassLoader.getSystemClassLoader())
                            .getDeclaredConstructor().newInstance();
                } catch (ReflectiveOperationException | ClassCastException e) {
                    System.err.println("Could not load Logmanager \"" + name + "\"");
                    e.printStackTrace();
                }
            }
            return manager == null ? new LogManager() : manager;
        }
    }

    public static LogManager getLogManager() {
        LogManager manager = Holder.MANAGER;
        manager.ready();
        return manager;
    }

    /** Reads the configuration once. */
    private void ready() {
        synchronized (this) {
            if (read) {
                return;
            }
            read = true;
            root = new Root();
            loggers.put("", root);
        }
        try {
            readConfiguration();
        } catch (IOException e) {
            System.err.println("Could not load the logging configuration: " + e);
        }
        // It knows its parent and level from now on, as every other.
        addLogger(Logger.global);
    }

    final Logger root() {
        return root;
    }

    final Logger demand(String name) {
        Objects.requireNonNull(name);
        while (true) {
            Logger found = getLogger(name);
            if (found != null) {
                return found;
            }
            Logger made = new Logger(name, null);
            if (addLogger(made)) {
                return made;
            }
        }
    }

    public boolean addLogger(Logger logger) {
        String name = logger.getName();
        if (name == null) {
            throw new NullPointerException();
        }
        synchronized (this) {
            if (loggers.containsKey(name)) {
                return false;
            }
            loggers.put(name, logger);
            Level level = level(name + ".level", null);
            if (level != null) {
                logger.setLevel(level);
            }
            logger.adopt(parentOf(name));
            String prefix = name + ".";
            for (Map.Entry<String, Logger> e : loggers.entrySet()) {
                if (e.getKey().startsWith(prefix)) {
                    e.getValue().adopt(parentOf(e.getKey()));
                }
            }
            // Parents that only the configuration names.
            for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
                String above = name.substring(0, dot);
                if ((getProperty(above + ".level") != null || getProperty(above + ".handlers") != null)
                        && !loggers.containsKey(above)) {
                    addLogger(new Logger(above, null));
                }
            }
        }
        String parents = getProperty(name + ".useParentHandlers");
        if (parents != null && !name.isEmpty()) {
            logger.setUseParentHandlers(isTrue(parents));
        }
        if (getProperty(name + ".handlers") != null) {
            handlersOf(logger);
        }
        return true;
    }

    private static boolean isTrue(String value) {
        String v = value.trim();
        return v.equalsIgnoreCase("true") || v.equals("1");
    }

    private Logger parentOf(String name) {
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            Logger found = loggers.get(name.substring(0, dot));
            if (found != null) {
                return found;
            }
        }
        return root;
    }

    /** Makes the handlers that the configuration names, once. */
    final void handlersOf(Logger logger) {
        String name = logger.getName();
        if (name == null || logger.isAnonymous()) {
            return;
        }
        synchronized (this) {
            if (!handled.add(logger)) {
                return;
            }
        }
        String list = getProperty(name.isEmpty() ? "handlers" : name + ".handlers");
        if (list == null || loggers.get(name) != logger) {
            return;
        }
        for (String word : list.trim().split("[\\s,]+")) {
            if (word.isEmpty()) {
                continue;
            }
            try {
                Handler handler = (Handler) load(word).getDeclaredConstructor().newInstance();
                Level level = level(word + ".level", null);
                if (level != null) {
                    handler.setLevel(level);
                }
                logger.addHandler(handler);
            } catch (Exception e) {
                System.err.println("Can't load log handler \"" + word + "\"");
                System.err.println("" + e);
                e.printStackTrace();
            }
        }
    }

    final Class<?> load(String name) throws ClassNotFoundException {
        try {
            return Class.forName(name, true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            if (context == null) {
                throw e;
            }
            return Class.forName(name, true, context);
        }
    }

    public Logger getLogger(String name) {
        synchronized (this) {
            return loggers.get(Objects.requireNonNull(name));
        }
    }

    public Enumeration<String> getLoggerNames() {
        synchronized (this) {
            return Collections.enumeration(new ArrayList<>(loggers.keySet()));
        }
    }

    public void readConfiguration() throws IOException, SecurityException {
        String maker = System.getProperty("java.util.logging.config.class");
        if (maker != null) {
            try {
                load(maker).getDeclaredConstructor().newInstance();
                return;
            } catch (ReflectiveOperationException e) {
                System.err.println("Logging configuration class \"" + maker + "\" failed");
                System.err.println("" + e);
            }
        }
        String file = System.getProperty("java.util.logging.config.file");
        if (file == null) {
            readConfiguration(new ByteArrayInputStream(STANDARD.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
            return;
        }
        try (InputStream in = new BufferedInputStream(new FileInputStream(new File(file)))) {
            readConfiguration(in);
        }
    }

    public void readConfiguration(InputStream ins) throws IOException, SecurityException {
        ready();
        reset();
        Properties fresh = new Properties();
        try {
            fresh.load(ins);
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        configured(fresh, null);
    }

    private void configured(Properties fresh, Properties old) {
        properties = fresh;
        List<Logger> all;
        synchronized (this) {
            handled.clear();
            all = new ArrayList<>(loggers.values());
        }
        if (fresh.getProperty("config") != null) {
            for (String word : fresh.getProperty("config").trim().split("[\\s,]+")) {
                try {
                    if (!word.isEmpty()) {
                        load(word).getDeclaredConstructor().newInstance();
                    }
                } catch (ReflectiveOperationException e) {
                    System.err.println("Can't load config class \"" + word + "\"");
                    System.err.println("" + e);
                }
            }
        }
        for (Logger logger : all) {
            String name = logger.getName();
            Level level = level(name + ".level", null);
            if (level != null) {
                logger.setLevel(level);
            } else if (old != null && old.getProperty(name + ".level") != null) {
                logger.setLevel(name.isEmpty() ? Level.INFO : null);
            }
        }
        told();
    }

    private void told() {
        List<Runnable> all;
        synchronized (listeners) {
            all = new ArrayList<>(listeners.keySet());
        }
        for (Runnable r : all) {
            r.run();
        }
    }

    public void reset() throws SecurityException {
        List<Logger> all;
        synchronized (this) {
            all = new ArrayList<>(loggers.values());
            properties = new Properties();
            handled.addAll(all);
        }
        for (Logger logger : all) {
            close(logger);
            logger.setLevel(logger == root ? Level.INFO : null);
        }
        // They may be made again from a new configuration.
        synchronized (this) {
            open.clear();
        }
    }

    private static void close(Logger logger) {
        for (Handler handler : logger.present()) {
            logger.removeHandler(handler);
            try {
                handler.close();
            } catch (Exception e) {
                // The rest is closed all the same.
                continue;
            }
        }
    }

    public void updateConfiguration(Function<String, BiFunction<String, String, String>> mapper) throws IOException {
        String file = System.getProperty("java.util.logging.config.file");
        try (InputStream in = file == null
                ? new ByteArrayInputStream(STANDARD.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                : new BufferedInputStream(new FileInputStream(file))) {
            updateConfiguration(in, mapper);
        }
    }

    public void updateConfiguration(InputStream ins, Function<String, BiFunction<String, String, String>> mapper)
            throws IOException {
        Properties old = properties;
        Properties loaded = new Properties();
        try {
            loaded.load(Objects.requireNonNull(ins));
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        Properties fresh = new Properties();
        Set<String> names = new TreeSet<>(old.stringPropertyNames());
        names.addAll(loaded.stringPropertyNames());
        for (String name : names) {
            String after = loaded.getProperty(name);
            if (mapper != null) {
                BiFunction<String, String, String> merge = mapper.apply(name);
                after = merge == null ? after : merge.apply(old.getProperty(name), after);
            }
            if (after != null) {
                fresh.setProperty(name, after);
            }
        }
        List<Logger> all;
        synchronized (this) {
            all = new ArrayList<>(loggers.values());
        }
        Set<Logger> kept = new HashSet<>();
        for (Logger logger : all) {
            String key = logger.getName().isEmpty() ? "handlers" : logger.getName() + ".handlers";
            if (Objects.equals(old.getProperty(key), fresh.getProperty(key))) {
                kept.add(logger);
            } else {
                close(logger);
            }
        }
        configured(fresh, old);
        synchronized (this) {
            handled.addAll(kept);
        }
    }

    public String getProperty(String name) {
        return properties.getProperty(name);
    }

    final String text(String name, String otherwise) {
        String value = getProperty(name);
        return value == null ? otherwise : value.trim();
    }

    final int number(String name, int otherwise) {
        String value = getProperty(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.trim());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    final Level level(String name, Level otherwise) {
        String value = getProperty(name);
        if (value == null) {
            return otherwise;
        }
        Level level = Level.find(value.trim());
        return level == null ? otherwise : level;
    }

    final <T> T instance(String name, Class<T> type, T otherwise) {
        String value = getProperty(name);
        try {
            return value == null ? otherwise : type.cast(load(value.trim()).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | ClassCastException e) {
            return otherwise;
        }
    }

    /** Has a handler closed when the machine ends. */
    final synchronized void closeAtExit(Handler handler) {
        open.add(handler);
        if (!hooked) {
            hooked = true;
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(this::exit));
            } catch (IllegalStateException e) {
                // It ends already.
                hooked = true;
            }
        }
    }

    private void exit() {
        List<Handler> all;
        synchronized (this) {
            all = new ArrayList<>(open);
        }
        for (Handler handler : all) {
            handler.close();
        }
    }

    @Deprecated(since = "17", forRemoval = true)
    public void checkAccess() throws SecurityException {
    }

    private static final class Bean implements LoggingMXBean {
        @Override
        public List<String> getLoggerNames() {
            return Collections.list(getLogManager().getLoggerNames());
        }

        @Override
        public String getLoggerLevel(String loggerName) {
            Logger logger = getLogManager().getLogger(loggerName);
            return logger == null ? null : logger.getLevel() == null ? "" : logger.getLevel().getName();
        }

        @Override
        public void setLoggerLevel(String loggerName, String levelName) {
            Logger logger = getLogManager().getLogger(Objects.requireNonNull(loggerName, "loggerName is null"));
            if (logger == null) {
                throw new IllegalArgumentException("Logger " + loggerName + "does not exist");
            }
            logger.setLevel(levelName == null ? null : Level.parse(levelName));
        }

        @Override
        public String getParentLoggerName(String loggerName) {
            Logger logger = getLogManager().getLogger(loggerName);
            return logger == null ? null : logger.getParent() == null ? "" : logger.getParent().getName();
        }
    }

    @Deprecated(since = "9")
    public static synchronized LoggingMXBean getLoggingMXBean() {
        return new Bean();
    }

    public LogManager addConfigurationListener(Runnable listener) {
        synchronized (listeners) {
            listeners.putIfAbsent(Objects.requireNonNull(listener), 1);
        }
        return this;
    }

    public void removeConfigurationListener(Runnable listener) {
        synchronized (listeners) {
            listeners.remove(listener);
        }
    }
}
