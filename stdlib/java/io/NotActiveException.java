package java.io;

/** A method that belongs into readObject or writeObject was called elsewhere. */
public class NotActiveException extends ObjectStreamException {
    public NotActiveException() {
    }

    public NotActiveException(String reason) {
        super(reason);
    }
}
