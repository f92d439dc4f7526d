package org.w3c.dom;

/** Finds implementations by their features. */
public interface DOMImplementationSource {
    DOMImplementation getDOMImplementation(String name);

    DOMImplementationList getDOMImplementationList(String name);
}
