package org.w3c.dom.events;

/** Is told of events. */
public interface EventListener {
    void handleEvent(Event event);
}
