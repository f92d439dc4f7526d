package java.util.zip;

/** Compressed data is broken. */
public class DataFormatException extends Exception {
    public DataFormatException() {
    }

    public DataFormatException(String s) {
        super(s);
    }
}
