package javax.tools;

import java.util.Locale;

public interface Diagnostic<S> {
    long NOPOS = -1L;

    String getCode();

    long getColumnNumber();

    long getEndPosition();

    Diagnostic.Kind getKind();

    long getLineNumber();

    String getMessage(Locale locale);

    long getPosition();

    S getSource();

    long getStartPosition();

    enum Kind {
        ERROR,
        WARNING,
        MANDATORY_WARNING,
        NOTE,
        OTHER
    }
}
