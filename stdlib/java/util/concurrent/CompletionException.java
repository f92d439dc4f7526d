package java.util.concurrent;

/** Says, unchecked, that a task threw, and what. */
public class CompletionException extends RuntimeException {

    protected CompletionException() {
    }

    protected CompletionException(String message) {
        super(message);
    }

    public CompletionException(String message, Throwable cause) {
        super(message, cause);
    }

    public CompletionException(Throwable cause) {
        super(cause);
    }
}
