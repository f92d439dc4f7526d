package java.net;

/** Types of files by name. */
public interface FileNameMap {
    String getContentTypeFor(String fileName);
}
