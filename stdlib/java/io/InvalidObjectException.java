package java.io;

/** An object that was read fails its class's checks. */
public class InvalidObjectException extends ObjectStreamException {
    public InvalidObjectException(String reason) {
        super(reason);
    }

    public InvalidObjectException(String reason, Throwable cause) {
        super(reason);
        initCause(cause);
    }
}
