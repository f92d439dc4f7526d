package org.w3c.dom.ls;

import org.w3c.dom.events.Event;

/** How much was loaded. */
public interface LSProgressEvent extends Event {
    int getPosition();

    LSInput getInput();

    int getTotalSize();
}
