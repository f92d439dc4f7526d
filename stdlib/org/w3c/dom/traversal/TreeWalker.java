package org.w3c.dom.traversal;

import org.w3c.dom.DOMException;
import org.w3c.dom.Node;

/** Goes through nodes as through a tree. */
public interface TreeWalker {
    Node getRoot();

    Node nextNode();

    NodeFilter getFilter();

    int getWhatToShow();

    boolean getExpandEntityReferences();

    Node previousNode();

    Node getCurrentNode();

    void setCurrentNode(Node node) throws DOMException;

    Node parentNode();

    Node firstChild();

    Node lastChild();

    Node previousSibling();

    Node nextSibling();
}
