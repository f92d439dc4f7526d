package org.w3c.dom.traversal;

import org.w3c.dom.DOMException;
import org.w3c.dom.Node;

/** Makes iterators and walkers. */
public interface DocumentTraversal {
    NodeIterator createNodeIterator(Node node, int index, NodeFilter nodeFilter, boolean on) throws DOMException;

    TreeWalker createTreeWalker(Node node, int index, NodeFilter nodeFilter, boolean on) throws DOMException;
}
