package org.w3c.dom;

/** Nodes by name. */
public interface NamedNodeMap {
    Node getNamedItem(String name);

    Node setNamedItem(Node node) throws DOMException;

    Node removeNamedItem(String name) throws DOMException;

    Node item(int n);

    int getLength();

    Node getNamedItemNS(String name, String name2) throws DOMException;

    Node setNamedItemNS(Node node) throws DOMException;

    Node removeNamedItemNS(String name, String name2) throws DOMException;
}
