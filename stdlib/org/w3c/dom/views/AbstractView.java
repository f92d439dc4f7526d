package org.w3c.dom.views;

/** A view of a document. */
public interface AbstractView {
    DocumentView getDocument();
}
