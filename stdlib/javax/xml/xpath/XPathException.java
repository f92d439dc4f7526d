package javax.xml.xpath;

/** Something went wrong with a path expression. */
public class XPathException extends Exception {
    private static final long serialVersionUID = -1837080260374986980L;

    public XPathException(String message) {
        super(java.util.Objects.requireNonNull(message, "message can't be null"));
    }

    public XPathException(Throwable cause) {
        super(java.util.Objects.requireNonNull(cause, "cause can't be null"));
    }
}
