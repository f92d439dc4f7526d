package org.w3c.dom.ls;

import org.w3c.dom.DOMException;

/** Makes what loads and saves documents. */
public interface DOMImplementationLS {
    short MODE_SYNCHRONOUS = 1;
    short MODE_ASYNCHRONOUS = 2;

    LSParser createLSParser(short value, String value2) throws DOMException;

    LSSerializer createLSSerializer();

    LSInput createLSInput();

    LSOutput createLSOutput();
}
