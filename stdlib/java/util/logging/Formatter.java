package java.util.logging;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Makes texts of records. */
public abstract class Formatter {
    protected Formatter() {
    }

    public abstract String format(LogRecord record);

    public String getHead(Handler h) {
        return "";
    }

    public String getTail(Handler h) {
        return "";
    }

    public String formatMessage(LogRecord record) {
        String text = record.getMessage();
        ResourceBundle bundle = record.getResourceBundle();
        if (bundle != null) {
            try {
                text = bundle.getString(text);
            } catch (MissingResourceException e) {
                text = record.getMessage();
            }
        }
        try {
            Object[] parameters = record.getParameters();
            if (parameters == null || parameters.length == 0) {
                return text;
            }
            // Only what looks like a pattern is one.
            for (int at = text.indexOf('{'); at >= 0 && at + 1 < text.length(); at = text.indexOf('{', at + 1)) {
                char digit = text.charAt(at + 1);
                if (digit >= '0' && digit <= '9') {
                    return MessageFormat.format(text, parameters);
                }
            }
            return text;
        } catch (Exception e) {
            return text;
        }
    }
}
