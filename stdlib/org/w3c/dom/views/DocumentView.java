package org.w3c.dom.views;

/** A document that has views. */
public interface DocumentView {
    AbstractView getDefaultView();
}
