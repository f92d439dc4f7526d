package java.nio.file;

/** There is no such file system. */
public class FileSystemNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileSystemNotFoundException() {
        super();
    }

    public FileSystemNotFoundException(String msg) {
        super(msg);
    }
}
