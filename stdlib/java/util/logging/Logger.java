package java.util.logging;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Logs messages for a part of a program. */
public class Logger {
    public static final String GLOBAL_LOGGER_NAME = "global";

    @Deprecated
    public static final Logger global = new Logger(GLOBAL_LOGGER_NAME, null);

    private static final Handler[] NONE = new Handler[0];

    private final String name;
    private final boolean anonymous;
    private final CopyOnWriteArrayList<Handler> handlers = new CopyOnWriteArrayList<>();
    private volatile Filter filter;
    private volatile Level level;
    private volatile int limit = Level.INFO.intValue();
    private volatile boolean useParents = true;
    private volatile Logger parent;
    private volatile ResourceBundle bundle;
    private volatile String bundleName;
    private final List<WeakReference<Logger>> children = new ArrayList<>();

    protected Logger(String name, String resourceBundleName) {
        this(name, resourceBundleName, false);
    }

    private Logger(String name, String resourceBundleName, boolean anonymous) {
        this.name = name;
        this.anonymous = anonymous;
        if (resourceBundleName != null) {
            named(resourceBundleName);
        }
    }

    private void named(String resourceBundleName) {
        bundle = find(resourceBundleName);
        if (bundle == null) {
            throw new MissingResourceException("Can't find " + resourceBundleName + " bundle", resourceBundleName, "");
        }
        bundleName = resourceBundleName;
    }

    private static ResourceBundle find(String name) {
        ClassLoader[] loaders = {Thread.currentThread().getContextClassLoader(), ClassLoader.getSystemClassLoader()};
        for (ClassLoader loader : loaders) {
            try {
                if (loader != null) {
                    return ResourceBundle.getBundle(name, Locale.getDefault(), loader);
                }
            } catch (MissingResourceException e) {
                continue;
            }
        }
        return null;
    }

    public static final Logger getGlobal() {
        LogManager.getLogManager().addLogger(global);
        return global;
    }

    public static Logger getLogger(String name) {
        return LogManager.getLogManager().demand(name);
    }

    public static Logger getLogger(String name, String resourceBundleName) {
        Logger logger = LogManager.getLogManager().demand(name);
        synchronized (logger) {
            if (logger.bundleName == null && logger.bundle == null) {
                if (resourceBundleName != null) {
                    logger.named(resourceBundleName);
                }
            } else if (!Objects.equals(logger.bundleName, resourceBundleName)) {
                throw new IllegalArgumentException(logger.bundleName + " != " + resourceBundleName);
            }
        }
        return logger;
    }

    public static Logger getAnonymousLogger() {
        return getAnonymousLogger(null);
    }

    public static Logger getAnonymousLogger(String resourceBundleName) {
        Logger logger = new Logger(null, resourceBundleName, true);
        logger.adopt(LogManager.getLogManager().root());
        return logger;
    }

    public ResourceBundle getResourceBundle() {
        return bundle;
    }

    public String getResourceBundleName() {
        return bundleName;
    }

    public void setResourceBundle(ResourceBundle bundle) {
        String base = bundle.getBaseBundleName();
        if (base == null || base.isEmpty()) {
            throw new IllegalArgumentException("resource bundle must have a name");
        }
        synchronized (this) {
            if (this.bundle != null && !base.equals(bundleName)) {
                throw new IllegalArgumentException("can't replace resource bundle");
            }
            this.bundle = bundle;
            bundleName = base;
        }
    }

    public void setFilter(Filter newFilter) throws SecurityException {
        filter = newFilter;
    }

    public Filter getFilter() {
        return filter;
    }

    public void log(LogRecord record) {
        if (!isLoggable(record.getLevel())) {
            return;
        }
        Filter f = filter;
        if (f != null && !f.isLoggable(record)) {
            return;
        }
        Logger logger = this;
        while (logger != null) {
            for (Handler handler : logger.getHandlers()) {
                handler.publish(record);
            }
            if (!logger.getUseParentHandlers()) {
                break;
            }
            logger = logger.getParent();
        }
    }

    private void localized(LogRecord record) {
        record.setLoggerName(name);
        for (Logger l = this; l != null; l = l.parent) {
            if (l.bundle != null) {
                record.setResourceBundle(l.bundle);
                record.setResourceBundleName(l.bundleName);
                break;
            }
        }
        log(record);
    }

    private void send(Level level, String msg, Object[] parameters, Throwable thrown) {
        LogRecord record = new LogRecord(level, msg);
        record.setParameters(parameters);
        record.setThrown(thrown);
        localized(record);
    }

    private void send(Level level, String sourceClass, String sourceMethod, String msg, Object[] parameters, Throwable thrown) {
        LogRecord record = new LogRecord(level, msg);
        record.setSourceClassName(sourceClass);
        record.setSourceMethodName(sourceMethod);
        record.setParameters(parameters);
        record.setThrown(thrown);
        localized(record);
    }

    private void send(LogRecord record, ResourceBundle rb, String rbName, Object[] parameters, Throwable thrown) {
        record.setParameters(parameters);
        record.setThrown(thrown);
        record.setLoggerName(name);
        if (rb != null) {
            record.setResourceBundleName(rbName == null ? rb.getBaseBundleName() : rbName);
            record.setResourceBundle(rb);
        } else if (rbName != null) {
            record.setResourceBundleName(rbName);
        }
        log(record);
    }

    public void log(Level level, String msg) {
        if (isLoggable(level)) {
            send(level, msg, null, null);
        }
    }

    public void log(Level level, Supplier<String> msgSupplier) {
        if (isLoggable(level)) {
            send(level, msgSupplier.get(), null, null);
        }
    }

    public void log(Level level, String msg, Object param1) {
        if (isLoggable(level)) {
            send(level, msg, new Object[] {param1}, null);
        }
    }

    public void log(Level level, String msg, Object[] params) {
        if (isLoggable(level)) {
            send(level, msg, params, null);
        }
    }

    public void log(Level level, String msg, Throwable thrown) {
        if (isLoggable(level)) {
            send(level, msg, null, thrown);
        }
    }

    public void log(Level level, Throwable thrown, Supplier<String> msgSupplier) {
        if (isLoggable(level)) {
            send(level, msgSupplier.get(), null, thrown);
        }
    }

    public void logp(Level level, String sourceClass, String sourceMethod, String msg) {
        if (isLoggable(level)) {
            send(level, sourceClass, sourceMethod, msg, null, null);
        }
    }

    public void logp(Level level, String sourceClass, String sourceMethod, Supplier<String> msgSupplier) {
        if (isLoggable(level)) {
            send(level, sourceClass, sourceMethod, msgSupplier.get(), null, null);
        }
    }

    public void logp(Level level, String sourceClass, String sourceMethod, String msg, Object param1) {
        if (isLoggable(level)) {
            send(level, sourceClass, sourceMethod, msg, new Object[] {param1}, null);
        }
    }

    public void logp(Level level, String sourceClass, String sourceMethod, String msg, Object[] params) {
        if (isLoggable(level)) {
            send(level, sourceClass, sourceMethod, msg, params, null);
        }
    }

    public void logp(Level level, String sourceClass, String sourceMethod, String msg, Throwable thrown) {
        if (isLoggable(level)) {
            send(level, sourceClass, sourceMethod, msg, null, thrown);
        }
    }

    public void logp(Level level, String sourceClass, String sourceMethod, Throwable thrown, Supplier<String> msgSupplier) {
        if (isLoggable(level)) {
            send(level, sourceClass, sourceMethod, msgSupplier.get(), null, thrown);
        }
    }

    private static LogRecord record(Level level, String sourceClass, String sourceMethod, String msg) {
        LogRecord record = new LogRecord(level, msg);
        record.setSourceClassName(sourceClass);
        record.setSourceMethodName(sourceMethod);
        return record;
    }

    @Deprecated
    public void logrb(Level level, String sourceClass, String sourceMethod, String bundleName, String msg) {
        if (isLoggable(level)) {
            ResourceBundle rb = bundleName == null ? null : find(bundleName);
            send(record(level, sourceClass, sourceMethod, msg), rb, bundleName, null, null);
        }
    }

    @Deprecated
    public void logrb(Level level, String sourceClass, String sourceMethod, String bundleName, String msg, Object param1) {
        if (isLoggable(level)) {
            ResourceBundle rb = bundleName == null ? null : find(bundleName);
            send(record(level, sourceClass, sourceMethod, msg), rb, bundleName, new Object[] {param1}, null);
        }
    }

    @Deprecated
    public void logrb(Level level, String sourceClass, String sourceMethod, String bundleName, String msg, Object[] params) {
        if (isLoggable(level)) {
            ResourceBundle rb = bundleName == null ? null : find(bundleName);
            send(record(level, sourceClass, sourceMethod, msg), rb, bundleName, params, null);
        }
    }

    public void logrb(Level level, String sourceClass, String sourceMethod, ResourceBundle bundle, String msg, Object... params) {
        if (isLoggable(level)) {
            send(record(level, sourceClass, sourceMethod, msg), bundle, null, params, null);
        }
    }

    public void logrb(Level level, ResourceBundle bundle, String msg, Object... params) {
        if (isLoggable(level)) {
            send(new LogRecord(level, msg), bundle, null, params, null);
        }
    }

    @Deprecated
    public void logrb(Level level, String sourceClass, String sourceMethod, String bundleName, String msg, Throwable thrown) {
        if (isLoggable(level)) {
            ResourceBundle rb = bundleName == null ? null : find(bundleName);
            send(record(level, sourceClass, sourceMethod, msg), rb, bundleName, null, thrown);
        }
    }

    public void logrb(Level level, String sourceClass, String sourceMethod, ResourceBundle bundle, String msg, Throwable thrown) {
        if (isLoggable(level)) {
            send(record(level, sourceClass, sourceMethod, msg), bundle, null, null, thrown);
        }
    }

    public void logrb(Level level, ResourceBundle bundle, String msg, Throwable thrown) {
        if (isLoggable(level)) {
            send(new LogRecord(level, msg), bundle, null, null, thrown);
        }
    }

    public void entering(String sourceClass, String sourceMethod) {
        logp(Level.FINER, sourceClass, sourceMethod, "ENTRY");
    }

    public void entering(String sourceClass, String sourceMethod, Object param1) {
        logp(Level.FINER, sourceClass, sourceMethod, "ENTRY {0}", param1);
    }

    public void entering(String sourceClass, String sourceMethod, Object[] params) {
        if (!isLoggable(Level.FINER)) {
            return;
        }
        StringBuilder msg = new StringBuilder("ENTRY");
        for (int i = 0; params != null && i < params.length; i++) {
            msg.append(" {").append(i).append('}');
        }
        logp(Level.FINER, sourceClass, sourceMethod, msg.toString(), params);
    }

    public void exiting(String sourceClass, String sourceMethod) {
        logp(Level.FINER, sourceClass, sourceMethod, "RETURN");
    }

    public void exiting(String sourceClass, String sourceMethod, Object result) {
        logp(Level.FINER, sourceClass, sourceMethod, "RETURN {0}", result);
    }

    public void throwing(String sourceClass, String sourceMethod, Throwable thrown) {
        if (isLoggable(Level.FINER)) {
            send(Level.FINER, sourceClass, sourceMethod, "THROW", null, thrown);
        }
    }

    public void severe(String msg) {
        log(Level.SEVERE, msg);
    }

    public void warning(String msg) {
        log(Level.WARNING, msg);
    }

    public void info(String msg) {
        log(Level.INFO, msg);
    }

    public void config(String msg) {
        log(Level.CONFIG, msg);
    }

    public void fine(String msg) {
        log(Level.FINE, msg);
    }

    public void finer(String msg) {
        log(Level.FINER, msg);
    }

    public void finest(String msg) {
        log(Level.FINEST, msg);
    }

    public void severe(Supplier<String> msgSupplier) {
        log(Level.SEVERE, msgSupplier);
    }

    public void warning(Supplier<String> msgSupplier) {
        log(Level.WARNING, msgSupplier);
    }

    public void info(Supplier<String> msgSupplier) {
        log(Level.INFO, msgSupplier);
    }

    public void config(Supplier<String> msgSupplier) {
        log(Level.CONFIG, msgSupplier);
    }

    public void fine(Supplier<String> msgSupplier) {
        log(Level.FINE, msgSupplier);
    }

    public void finer(Supplier<String> msgSupplier) {
        log(Level.FINER, msgSupplier);
    }

    public void finest(Supplier<String> msgSupplier) {
        log(Level.FINEST, msgSupplier);
    }

    public void setLevel(Level newLevel) throws SecurityException {
        synchronized (LogManager.TREE) {
            level = newLevel;
            update();
        }
    }

    public Level getLevel() {
        return level;
    }

    // Holds LogManager.TREE.
    private void update() {
        int now = level != null ? level.intValue() : parent != null ? parent.limit : Level.INFO.intValue();
        limit = now;
        for (int i = children.size() - 1; i >= 0; i--) {
            Logger child = children.get(i).get();
            if (child == null) {
                children.remove(i);
            } else {
                child.update();
            }
        }
    }

    public boolean isLoggable(Level level) {
        int now = limit;
        return level.intValue() >= now && now != Level.OFF.intValue();
    }

    public String getName() {
        return name;
    }

    public void addHandler(Handler handler) throws SecurityException {
        handlers.add(Objects.requireNonNull(handler));
    }

    public void removeHandler(Handler handler) throws SecurityException {
        if (handler != null) {
            handlers.remove(handler);
        }
    }

    public Handler[] getHandlers() {
        LogManager.getLogManager().handlersOf(this);
        return handlers.toArray(NONE);
    }

    /** The handlers that were made so far. */
    final Handler[] present() {
        return handlers.toArray(NONE);
    }

    public void setUseParentHandlers(boolean useParentHandlers) {
        useParents = useParentHandlers;
    }

    public boolean getUseParentHandlers() {
        return useParents;
    }

    public Logger getParent() {
        return parent;
    }

    public void setParent(Logger parent) {
        adopt(Objects.requireNonNull(parent));
    }

    final void adopt(Logger newParent) {
        synchronized (LogManager.TREE) {
            if (parent == newParent) {
                return;
            }
            if (parent != null) {
                parent.children.removeIf(r -> r.get() == this || r.get() == null);
            }
            parent = newParent;
            newParent.children.add(new WeakReference<>(this));
            update();
        }
    }

    final boolean isAnonymous() {
        return anonymous;
    }
}
