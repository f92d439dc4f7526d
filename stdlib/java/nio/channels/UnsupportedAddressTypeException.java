package java.nio.channels;

/** The address is of a kind that is not supported. */
public class UnsupportedAddressTypeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnsupportedAddressTypeException() {
        super();
    }
}
