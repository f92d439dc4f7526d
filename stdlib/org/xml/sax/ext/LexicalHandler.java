package org.xml.sax.ext;

import org.xml.sax.SAXException;

/** Is told of comments, CDATA sections and entities. */
public interface LexicalHandler {
    void comment(char[] chars, int index, int index2) throws SAXException;

    void startDTD(String name, String value, String value2) throws SAXException;

    void endDTD() throws SAXException;

    void startEntity(String name) throws SAXException;

    void endEntity(String name) throws SAXException;

    void startCDATA() throws SAXException;

    void endCDATA() throws SAXException;
}
