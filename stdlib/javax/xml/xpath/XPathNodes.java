package javax.xml.xpath;

import java.util.Iterator;
import org.w3c.dom.Node;

/** A set of nodes. */
public interface XPathNodes extends Iterable<Node> {
    Node get(int index) throws XPathException;

    int size();

    Iterator<Node> iterator();
}
