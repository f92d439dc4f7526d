package java.nio.file;

/** A file is not a symbolic link. */
public class NotLinkException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    public NotLinkException(String file) {
        super(file);
    }

    public NotLinkException(String file, String other, String reason) {
        super(file, other, reason);
    }
}
