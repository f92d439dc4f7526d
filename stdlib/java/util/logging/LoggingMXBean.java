package java.util.logging;

import java.util.List;

/** Management of loggers. */
@Deprecated(since = "9")
public interface LoggingMXBean {
    List<String> getLoggerNames();

    String getLoggerLevel(String loggerName);

    void setLoggerLevel(String loggerName, String levelName);

    String getParentLoggerName(String loggerName);
}
