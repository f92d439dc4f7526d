package org.w3c.dom;

/** Texts, in order. */
public interface DOMStringList {
    String item(int n);

    int getLength();

    boolean contains(String name);
}
