package org.xml.sax;

/** A reader that takes its events from another one. */
public interface XMLFilter extends XMLReader {
    XMLReader getParent();

    void setParent(XMLReader xMLReader);
}
