package org.xml.sax.ext;

import org.xml.sax.SAXException;

/** Is told of declarations in a document type. */
public interface DeclHandler {
    void elementDecl(String name, String value) throws SAXException;

    void attributeDecl(String name, String value, String value2, String value3, String value4) throws SAXException;

    void internalEntityDecl(String name, String value) throws SAXException;

    void externalEntityDecl(String name, String value, String value2) throws SAXException;
}
