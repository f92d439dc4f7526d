package java.nio.file;

/** Links form a loop. */
public class FileSystemLoopException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    public FileSystemLoopException(String file) {
        super(file);
    }
}
