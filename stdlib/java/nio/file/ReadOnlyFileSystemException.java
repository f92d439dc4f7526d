package java.nio.file;

/** The file system is read-only. */
public class ReadOnlyFileSystemException extends UnsupportedOperationException {
    private static final long serialVersionUID = 1L;

    public ReadOnlyFileSystemException() {
        super();
    }
}
