package java.util;

/** Thrown by a scanner when the next token does not have the form asked for. */
public class InputMismatchException extends NoSuchElementException {

    public InputMismatchException() {
    }

    public InputMismatchException(String s) {
        super(s);
    }
}
