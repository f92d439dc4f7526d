package java.io;

/** An object whose class does not allow serialization was to be written. */
public class NotSerializableException extends ObjectStreamException {
    public NotSerializableException() {
    }

    public NotSerializableException(String classname) {
        super(classname);
    }
}
