package org.xml.sax;

/** Is told of what a document contains. */
public interface ContentHandler {
    default void declaration(String version, String encoding, String standalone) throws SAXException {
    }

    void setDocumentLocator(Locator locator);

    void startDocument() throws SAXException;

    void endDocument() throws SAXException;

    void startPrefixMapping(String name, String value) throws SAXException;

    void endPrefixMapping(String name) throws SAXException;

    void startElement(String name, String value, String value2, Attributes attributes) throws SAXException;

    void endElement(String name, String value, String value2) throws SAXException;

    void characters(char[] chars, int index, int index2) throws SAXException;

    void ignorableWhitespace(char[] chars, int index, int index2) throws SAXException;

    void processingInstruction(String name, String value) throws SAXException;

    void skippedEntity(String name) throws SAXException;
}
