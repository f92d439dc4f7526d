package org.w3c.dom;

/** A whole document. */
public interface Document extends Node {
    DocumentType getDoctype();

    DOMImplementation getImplementation();

    Element getDocumentElement();

    Element createElement(String name) throws DOMException;

    DocumentFragment createDocumentFragment();

    Text createTextNode(String name);

    Comment createComment(String name);

    CDATASection createCDATASection(String name) throws DOMException;

    ProcessingInstruction createProcessingInstruction(String name, String name2) throws DOMException;

    Attr createAttribute(String name) throws DOMException;

    EntityReference createEntityReference(String name) throws DOMException;

    NodeList getElementsByTagName(String name);

    Node importNode(Node node, boolean on) throws DOMException;

    Element createElementNS(String name, String name2) throws DOMException;

    Attr createAttributeNS(String name, String name2) throws DOMException;

    NodeList getElementsByTagNameNS(String name, String name2);

    Element getElementById(String name);

    String getInputEncoding();

    String getXmlEncoding();

    boolean getXmlStandalone();

    void setXmlStandalone(boolean on) throws DOMException;

    String getXmlVersion();

    void setXmlVersion(String name) throws DOMException;

    boolean getStrictErrorChecking();

    void setStrictErrorChecking(boolean on);

    String getDocumentURI();

    void setDocumentURI(String name);

    Node adoptNode(Node node) throws DOMException;

    DOMConfiguration getDomConfig();

    void normalizeDocument();

    Node renameNode(Node node, String name, String name2) throws DOMException;
}
