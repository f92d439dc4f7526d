package java.io;

/** A class in a stream does not fit the class here. */
public class InvalidClassException extends ObjectStreamException {
    public String classname;

    public InvalidClassException(String reason) {
        super(reason);
    }

    public InvalidClassException(String cname, String reason) {
        super(reason);
        classname = cname;
    }

    public InvalidClassException(String reason, Throwable cause) {
        super(reason);
        initCause(cause);
    }

    public InvalidClassException(String cname, String reason, Throwable cause) {
        super(reason);
        classname = cname;
        initCause(cause);
    }

    @Override
    public String getMessage() {
        return classname == null ? super.getMessage() : classname + "; " + super.getMessage();
    }
}
