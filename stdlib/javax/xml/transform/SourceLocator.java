package javax.xml.transform;

/** Where in a source something went wrong. */
public interface SourceLocator {
    int getLineNumber();

    String getPublicId();

    String getSystemId();

    int getColumnNumber();
}
