package java.nio.file;

/** A file is not a folder. */
public class NotDirectoryException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    public NotDirectoryException(String file) {
        super(file);
    }
}
