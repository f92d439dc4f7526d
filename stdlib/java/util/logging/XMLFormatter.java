package java.util.logging;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

/** Formats as XML. */
public class XMLFormatter extends Formatter {
    private final boolean instants;

    public XMLFormatter() {
        String value = LogManager.getLogManager().getProperty(getClass().getName() + ".useInstant");
        instants = value == null || Boolean.parseBoolean(value) || value.equals("1");
    }

    private static String escaped(String text) {
        return text == null ? "&lt;null&gt;"
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void element(StringBuilder sb, String name, Object value) {
        sb.append("  <").append(name).append('>').append(value).append("</").append(name).append(">\n");
    }

    @Override
    public String format(LogRecord record) {
        StringBuilder sb = new StringBuilder("<record>\n");
        Instant instant = record.getInstant();
        DateTimeFormatter date = instants ? DateTimeFormatter.ISO_INSTANT : DateTimeFormatter.ISO_LOCAL_DATE_TIME;
        element(sb, "date", instants ? date.format(instant)
                : date.format(instant.atZone(ZoneId.systemDefault()).truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
        element(sb, "millis", instant.toEpochMilli());
        if (instants && instant.getNano() % 1_000_000 != 0) {
            element(sb, "nanos", instant.getNano() % 1_000_000);
        }
        element(sb, "sequence", record.getSequenceNumber());
        if (record.getLoggerName() != null) {
            element(sb, "logger", escaped(record.getLoggerName()));
        }
        element(sb, "level", escaped(record.getLevel().toString()));
        if (record.getSourceClassName() != null) {
            element(sb, "class", escaped(record.getSourceClassName()));
        }
        if (record.getSourceMethodName() != null) {
            element(sb, "method", escaped(record.getSourceMethodName()));
        }
        element(sb, "thread", record.getLongThreadID());
        if (record.getMessage() != null) {
            element(sb, "message", escaped(formatMessage(record)));
        }
        ResourceBundle bundle = record.getResourceBundle();
        try {
            if (bundle != null && bundle.getString(record.getMessage()) != null) {
                element(sb, "key", escaped(record.getMessage()));
                element(sb, "catalog", escaped(record.getResourceBundleName()));
            }
        } catch (java.util.MissingResourceException e) {
            bundle = null;
        }
        Object[] parameters = record.getParameters();
        if (parameters != null && parameters.length != 0 && !record.getMessage().contains("{")) {
            for (Object parameter : parameters) {
                String text;
                try {
                    text = escaped(parameter.toString());
                } catch (Exception e) {
                    text = "???";
                }
                element(sb, "param", text);
            }
        }
        if (record.getThrown() != null) {
            Throwable thrown = record.getThrown();
            sb.append("  <exception>\n    <message>").append(escaped(thrown.toString())).append("</message>\n");
            for (StackTraceElement frame : thrown.getStackTrace()) {
                sb.append("    <frame>\n      <class>").append(escaped(frame.getClassName())).append("</class>\n      <method>");
                sb.append(escaped(frame.getMethodName())).append("</method>\n");
                if (frame.getLineNumber() >= 0) {
                    sb.append("      <line>").append(frame.getLineNumber()).append("</line>\n");
                }
                sb.append("    </frame>\n");
            }
            sb.append("  </exception>\n");
        }
        return sb.append("</record>\n").toString();
    }

    @Override
    public String getHead(Handler h) {
        String encoding = h == null ? null : h.getEncoding();
        if (encoding == null) {
            encoding = Charset.defaultCharset().name();
        }
        try {
            encoding = Charset.forName(encoding).name();
        } catch (IllegalArgumentException e) {
            // It is named as it is.
            encoding = encoding.trim();
        }
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\" standalone=\"no\"?>\n<!DOCTYPE log SYSTEM \"logger.dtd\">\n<log>\n";
    }

    @Override
    public String getTail(Handler h) {
        return "</log>\n";
    }
}
