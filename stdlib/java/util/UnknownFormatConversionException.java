package java.util;

/** There is no such conversion. */
public class UnknownFormatConversionException extends IllegalFormatException {
    private final String s;

    public UnknownFormatConversionException(String s) {
        this.s = Objects.requireNonNull(s);
    }

    public String getConversion() {
        return s;
    }

    @Override
    public String getMessage() {
        return String.format("Conversion = '%s'", s);
    }
}
