package javax.xml.transform.dom;

import javax.xml.transform.Result;
import org.w3c.dom.Node;

/** Where in a tree a result goes. */
public class DOMResult implements Result {
    public static final String FEATURE = "http://javax.xml.transform.dom.DOMResult/feature";

    private Node node;
    private Node nextSibling;
    private String systemId;

    public DOMResult() {
    }

    public DOMResult(Node node) {
        setNode(node);
    }

    public DOMResult(Node node, String systemId) {
        setNode(node);
        setSystemId(systemId);
    }

    public DOMResult(Node node, Node nextSibling) {
        setNode(node);
        setNextSibling(nextSibling);
    }

    public DOMResult(Node node, Node nextSibling, String systemId) {
        setNode(node);
        setNextSibling(nextSibling);
        setSystemId(systemId);
    }

    public void setNode(Node value) {
        node = value;
    }

    public Node getNode() {
        return node;
    }

    public void setNextSibling(Node value) {
        nextSibling = value;
    }

    public Node getNextSibling() {
        return nextSibling;
    }

    public void setSystemId(String value) {
        systemId = value;
    }

    public String getSystemId() {
        return systemId;
    }
}
