package javax.crypto;

/** Authenticated data was changed. */
public class AEADBadTagException extends BadPaddingException {
    private static final long serialVersionUID = -488059093241685509L;

    public AEADBadTagException() {
    }

    public AEADBadTagException(String msg) {
        super(msg);
    }
}
