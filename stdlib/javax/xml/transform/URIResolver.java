package javax.xml.transform;

/** Finds documents that style sheets name. */
public interface URIResolver {
    Source resolve(String name, String value) throws TransformerException;
}
