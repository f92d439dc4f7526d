package org.w3c.dom;

/** Something for who processes the document. */
public interface ProcessingInstruction extends Node {
    String getTarget();

    String getData();

    void setData(String name) throws DOMException;
}
