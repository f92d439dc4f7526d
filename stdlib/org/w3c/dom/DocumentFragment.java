package org.w3c.dom;

/** A part of a document. */
public interface DocumentFragment extends Node {
}
