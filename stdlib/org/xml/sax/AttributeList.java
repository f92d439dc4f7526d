package org.xml.sax;

/** The attributes of an element, as SAX 1 had them. */
@Deprecated
public interface AttributeList {
    String getName(int index);

    int getLength();

    String getValue(int index);

    String getValue(String name);

    String getType(String name);

    String getType(int index);
}
