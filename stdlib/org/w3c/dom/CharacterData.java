package org.w3c.dom;

/** A node that is text. */
public interface CharacterData extends Node {
    String getData() throws DOMException;

    void setData(String name) throws DOMException;

    int getLength();

    String substringData(int n, int n2) throws DOMException;

    void appendData(String name) throws DOMException;

    void insertData(int n, String name) throws DOMException;

    void deleteData(int n, int n2) throws DOMException;

    void replaceData(int n, int n2, String name) throws DOMException;
}
