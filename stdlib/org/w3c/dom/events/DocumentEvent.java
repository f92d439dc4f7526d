package org.w3c.dom.events;

import org.w3c.dom.DOMException;

/** Makes events. */
public interface DocumentEvent {
    Event createEvent(String name) throws DOMException;
}
