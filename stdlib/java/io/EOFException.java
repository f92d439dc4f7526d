package java.io;

/** The input ended where more was needed. */
public class EOFException extends IOException {
    public EOFException() {
    }

    public EOFException(String s) {
        super(s);
    }
}
