package org.xml.sax;

/** The attributes of an element. */
public interface Attributes {
    int getLength();

    String getValue(int index);

    String getValue(String name);

    String getValue(String name, String value);

    String getType(String name);

    String getType(String name, String value);

    String getType(int index);

    int getIndex(String name, String value);

    int getIndex(String name);

    String getURI(int index);

    String getLocalName(int index);

    String getQName(int index);
}
