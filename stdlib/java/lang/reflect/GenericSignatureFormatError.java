package java.lang.reflect;

/** A generic signature in a class file is malformed. */
public class GenericSignatureFormatError extends ClassFormatError {
    public GenericSignatureFormatError() {
        super();
    }

    public GenericSignatureFormatError(String message) {
        super(message);
    }
}
