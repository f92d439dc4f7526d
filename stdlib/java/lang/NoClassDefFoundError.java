package java.lang;

/** A class that another class needs could not be found or initialised. */
public class NoClassDefFoundError extends LinkageError {
    public NoClassDefFoundError() {
        super();
    }

    public NoClassDefFoundError(String message) {
        super(message);
    }

    // The VM uses it when a class is used whose initialisation failed before.
    private NoClassDefFoundError(String message, Throwable cause) {
        super(message, cause);
    }
}
