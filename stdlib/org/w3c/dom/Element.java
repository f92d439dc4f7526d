package org.w3c.dom;

/** An element. */
public interface Element extends Node {
    String getTagName();

    String getAttribute(String name);

    void setAttribute(String name, String name2) throws DOMException;

    void removeAttribute(String name) throws DOMException;

    Attr getAttributeNode(String name);

    Attr setAttributeNode(Attr attr) throws DOMException;

    Attr removeAttributeNode(Attr attr) throws DOMException;

    NodeList getElementsByTagName(String name);

    String getAttributeNS(String name, String name2) throws DOMException;

    void setAttributeNS(String name, String name2, String name3) throws DOMException;

    void removeAttributeNS(String name, String name2) throws DOMException;

    Attr getAttributeNodeNS(String name, String name2) throws DOMException;

    Attr setAttributeNodeNS(Attr attr) throws DOMException;

    NodeList getElementsByTagNameNS(String name, String name2) throws DOMException;

    boolean hasAttribute(String name);

    boolean hasAttributeNS(String name, String name2) throws DOMException;

    TypeInfo getSchemaTypeInfo();

    void setIdAttribute(String name, boolean on) throws DOMException;

    void setIdAttributeNS(String name, String name2, boolean on) throws DOMException;

    void setIdAttributeNode(Attr attr, boolean on) throws DOMException;
}
