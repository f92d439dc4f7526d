package javax.xml.transform;

/** Where a document comes from. */
public interface Source {
    void setSystemId(String name);

    String getSystemId();

    default boolean isEmpty() {
        throw new UnsupportedOperationException("isEmpty");
    }
}
