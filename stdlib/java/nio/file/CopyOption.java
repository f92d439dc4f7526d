package java.nio.file;

/** An option of copying and moving. */
public interface CopyOption {
}
