package javax.xml.parsers;

/** A parser cannot be made as it is wanted. */
public class ParserConfigurationException extends Exception {
    private static final long serialVersionUID = -3688849216575373917L;

    public ParserConfigurationException() {
    }

    public ParserConfigurationException(String msg) {
        super(msg);
    }
}
