package rvm.internal;

import java.util.ResourceBundle;
import java.util.logging.LogRecord;

/** The loggers of {@code System.getLogger}, over java.util.logging. */
public final class SystemLogger implements System.Logger {
    private final java.util.logging.Logger logger;

    public SystemLogger(java.util.logging.Logger logger) {
        this.logger = logger;
    }

    private static java.util.logging.Level level(Level level) {
        switch (level) {
            case ALL:
                return java.util.logging.Level.ALL;
            case TRACE:
                return java.util.logging.Level.FINER;
            case DEBUG:
                return java.util.logging.Level.FINE;
            case INFO:
                return java.util.logging.Level.INFO;
            case WARNING:
                return java.util.logging.Level.WARNING;
            case ERROR:
                return java.util.logging.Level.SEVERE;
            default:
                return java.util.logging.Level.OFF;
        }
    }

    @Override
    public String getName() {
        return logger.getName();
    }

    @Override
    public boolean isLoggable(Level level) {
        return logger.isLoggable(level(level));
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String msg, Throwable thrown) {
        send(level, bundle, msg, null, thrown);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... params) {
        send(level, bundle, format, params, null);
    }

    private void send(Level level, ResourceBundle bundle, String msg, Object[] params, Throwable thrown) {
        java.util.logging.Level l = level(level);
        if (!logger.isLoggable(l)) {
            return;
        }
        LogRecord record = new LogRecord(l, msg);
        record.setLoggerName(logger.getName());
        record.setParameters(params);
        record.setThrown(thrown);
        ResourceBundle used = bundle != null ? bundle : logger.getResourceBundle();
        if (used != null) {
            record.setResourceBundle(used);
            record.setResourceBundleName(used.getBaseBundleName());
        }
        logger.log(record);
    }

    /** Another logger with a bundle of translations. */
    public static final class Localized implements System.Logger {
        private final System.Logger logger;
        private final ResourceBundle bundle;

        public Localized(System.Logger logger, ResourceBundle bundle) {
            this.logger = logger;
            this.bundle = bundle;
        }

        @Override
        public String getName() {
            return logger.getName();
        }

        @Override
        public boolean isLoggable(Level level) {
            return logger.isLoggable(level);
        }

        @Override
        public void log(Level level, ResourceBundle other, String msg, Throwable thrown) {
            logger.log(level, other == null ? bundle : other, msg, thrown);
        }

        @Override
        public void log(Level level, ResourceBundle other, String format, Object... params) {
            logger.log(level, other == null ? bundle : other, format, params);
        }
    }
}
