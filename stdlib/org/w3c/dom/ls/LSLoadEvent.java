package org.w3c.dom.ls;

import org.w3c.dom.Document;
import org.w3c.dom.events.Event;

/** A document was loaded. */
public interface LSLoadEvent extends Event {
    Document getNewDocument();

    LSInput getInput();
}
