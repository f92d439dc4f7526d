package org.w3c.dom.traversal;

import org.w3c.dom.DOMException;
import org.w3c.dom.Node;

/** Goes through nodes in a row. */
public interface NodeIterator {
    Node getRoot();

    Node nextNode() throws DOMException;

    NodeFilter getFilter();

    void detach();

    int getWhatToShow();

    boolean getExpandEntityReferences();

    Node previousNode() throws DOMException;
}
