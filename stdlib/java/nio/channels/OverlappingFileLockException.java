package java.nio.channels;

/** The region is locked already. */
public class OverlappingFileLockException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public OverlappingFileLockException() {
        super();
    }
}
