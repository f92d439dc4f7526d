package java.util.zip;

/** An error in a zip file that a program could not expect. */
public class ZipError extends InternalError {
    public ZipError(String s) {
        super(s);
    }
}
