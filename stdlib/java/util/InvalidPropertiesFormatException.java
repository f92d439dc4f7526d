package java.util;

/** Thrown when the XML form of properties is malformed. */
public class InvalidPropertiesFormatException extends java.io.IOException {

    public InvalidPropertiesFormatException(Throwable cause) {
        super(cause == null ? null : cause.toString());
        initCause(cause);
    }

    public InvalidPropertiesFormatException(String message) {
        super(message);
    }
}
