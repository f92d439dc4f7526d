package javax.security.auth;

/** What was to be wiped out could not. */
public class DestroyFailedException extends Exception {
    private static final long serialVersionUID = -7790152857282749162L;

    public DestroyFailedException() {
    }

    public DestroyFailedException(String msg) {
        super(msg);
    }
}
