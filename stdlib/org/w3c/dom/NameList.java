package org.w3c.dom;

/** Names with their namespaces, in order. */
public interface NameList {
    String getName(int n);

    String getNamespaceURI(int n);

    int getLength();

    boolean contains(String name);

    boolean containsNS(String name, String name2);
}
