package org.w3c.dom.ls;

import org.w3c.dom.DOMConfiguration;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Loads documents. */
public interface LSParser {
    short ACTION_APPEND_AS_CHILDREN = 1;
    short ACTION_REPLACE_CHILDREN = 2;
    short ACTION_INSERT_BEFORE = 3;
    short ACTION_INSERT_AFTER = 4;
    short ACTION_REPLACE = 5;

    Document parse(LSInput lSInput) throws DOMException, LSException;

    LSParserFilter getFilter();

    void setFilter(LSParserFilter lSParserFilter);

    void abort();

    DOMConfiguration getDomConfig();

    boolean getAsync();

    boolean getBusy();

    Document parseURI(String name) throws DOMException, LSException;

    Node parseWithContext(LSInput lSInput, Node node, short value) throws DOMException, LSException;
}
