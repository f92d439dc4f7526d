package java.nio.file;

/** There is no provider of that name. */
public class ProviderNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProviderNotFoundException() {
        super();
    }

    public ProviderNotFoundException(String msg) {
        super(msg);
    }
}
