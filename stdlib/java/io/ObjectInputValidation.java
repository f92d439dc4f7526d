package java.io;

/** Is called when a graph of objects has been read whole. */
public interface ObjectInputValidation {
    void validateObject() throws InvalidObjectException;
}
