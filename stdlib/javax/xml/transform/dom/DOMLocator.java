package javax.xml.transform.dom;

import javax.xml.transform.SourceLocator;
import org.w3c.dom.Node;

/** Where in a tree something went wrong. */
public interface DOMLocator extends SourceLocator {
    Node getOriginatingNode();
}
