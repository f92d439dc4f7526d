package java.nio.channels;

/** The address is not resolved. */
public class UnresolvedAddressException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnresolvedAddressException() {
        super();
    }
}
