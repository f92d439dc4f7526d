package java.util.concurrent;

/** Thrown when waiting took too long. */
public class TimeoutException extends Exception {

    public TimeoutException() {
    }

    public TimeoutException(String message) {
        super(message);
    }
}
