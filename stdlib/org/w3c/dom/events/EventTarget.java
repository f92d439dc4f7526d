package org.w3c.dom.events;

/** What events happen to. */
public interface EventTarget {
    void addEventListener(String name, EventListener eventListener, boolean on);

    void removeEventListener(String name, EventListener eventListener, boolean on);

    boolean dispatchEvent(Event event) throws EventException;
}
