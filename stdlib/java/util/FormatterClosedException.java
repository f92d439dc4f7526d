package java.util;

/** A formatter was closed. */
public class FormatterClosedException extends IllegalStateException {
    public FormatterClosedException() {
    }
}
