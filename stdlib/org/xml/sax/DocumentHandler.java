package org.xml.sax;

/** Is told of what a document contains, as in SAX 1. */
@Deprecated
public interface DocumentHandler {
    void setDocumentLocator(Locator locator);

    void startDocument() throws SAXException;

    void endDocument() throws SAXException;

    void startElement(String name, AttributeList attributeList) throws SAXException;

    void endElement(String name) throws SAXException;

    void characters(char[] chars, int index, int index2) throws SAXException;

    void ignorableWhitespace(char[] chars, int index, int index2) throws SAXException;

    void processingInstruction(String name, String value) throws SAXException;
}
