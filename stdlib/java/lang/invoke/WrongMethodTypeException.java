package java.lang.invoke;

/** A method handle was used with a type that is not its own. */
public class WrongMethodTypeException extends RuntimeException {
    public WrongMethodTypeException() {
        super();
    }

    public WrongMethodTypeException(String s) {
        super(s);
    }
}
