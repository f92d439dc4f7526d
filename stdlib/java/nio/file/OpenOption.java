package java.nio.file;

/** An option of opening. */
public interface OpenOption {
}
