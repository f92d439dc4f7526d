package java.util.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Formats by a pattern, {@code java.util.logging.SimpleFormatter.format}. */
public class SimpleFormatter extends Formatter {
    private static final String PROPERTY = "java.util.logging.SimpleFormatter.format";
    private static final String STANDARD = "%1$tb %1$td, %1$tY %1$tl:%1$tM:%1$tS %1$Tp %2$s%n%4$s: %5$s%6$s%n";

    private final String pattern = pattern();

    public SimpleFormatter() {
    }

    private static String pattern() {
        String pattern = System.getProperty(PROPERTY);
        if (pattern == null) {
            pattern = LogManager.getLogManager().getProperty(PROPERTY);
        }
        if (pattern != null) {
            try {
                // Whether it can be used.
                String.format(pattern, ZonedDateTime.now(), "", "", "", "", "");
                return pattern;
            } catch (IllegalArgumentException e) {
                return STANDARD;
            }
        }
        return STANDARD;
    }

    @Override
    public String format(LogRecord record) {
        String source = record.getSourceClassName();
        if (source == null) {
            source = record.getLoggerName();
        } else if (record.getSourceMethodName() != null) {
            source += " " + record.getSourceMethodName();
        }
        String thrown = "";
        if (record.getThrown() != null) {
            StringWriter text = new StringWriter();
            PrintWriter writer = new PrintWriter(text);
            writer.println();
            record.getThrown().printStackTrace(writer);
            writer.close();
            thrown = text.toString();
        }
        return String.format(pattern, ZonedDateTime.ofInstant(record.getInstant(), ZoneId.systemDefault()), source,
                record.getLoggerName(), record.getLevel().getLocalizedName(), formatMessage(record), thrown);
    }
}
