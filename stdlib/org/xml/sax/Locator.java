package org.xml.sax;

/** Where in its text a document's parser is. */
public interface Locator {
    int getLineNumber();

    String getPublicId();

    String getSystemId();

    int getColumnNumber();
}
