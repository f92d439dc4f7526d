package org.w3c.dom.ls;

import org.w3c.dom.DOMConfiguration;
import org.w3c.dom.DOMException;
import org.w3c.dom.Node;

/** Saves documents. */
public interface LSSerializer {
    boolean write(Node node, LSOutput lSOutput) throws LSException;

    LSSerializerFilter getFilter();

    void setFilter(LSSerializerFilter lSSerializerFilter);

    DOMConfiguration getDomConfig();

    String getNewLine();

    void setNewLine(String name);

    boolean writeToURI(Node node, String value) throws LSException;

    String writeToString(Node node) throws DOMException, LSException;
}
