package javax.xml.transform.dom;

import javax.xml.transform.Source;
import org.w3c.dom.Node;

/** A tree to be read. */
public class DOMSource implements Source {
    public static final String FEATURE = "http://javax.xml.transform.dom.DOMSource/feature";

    private Node node;
    private String systemId;

    public DOMSource() {
    }

    public DOMSource(Node node) {
        setNode(node);
    }

    public DOMSource(Node node, String systemId) {
        setNode(node);
        setSystemId(systemId);
    }

    public void setNode(Node value) {
        node = value;
    }

    public Node getNode() {
        return node;
    }

    public void setSystemId(String value) {
        systemId = value;
    }

    public String getSystemId() {
        return systemId;
    }

    @Override
    public boolean isEmpty() {
        return node == null && systemId == null;
    }
}
