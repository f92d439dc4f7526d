package org.xml.sax;

/** Is told of notations and unparsed entities. */
public interface DTDHandler {
    void notationDecl(String name, String value, String value2) throws SAXException;

    void unparsedEntityDecl(String name, String value, String value2, String value3) throws SAXException;
}
