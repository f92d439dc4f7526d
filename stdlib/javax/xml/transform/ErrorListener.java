package javax.xml.transform;

/** Is told of a transformation's errors. */
public interface ErrorListener {
    void error(TransformerException transformerException) throws TransformerException;

    void warning(TransformerException transformerException) throws TransformerException;

    void fatalError(TransformerException transformerException) throws TransformerException;
}
