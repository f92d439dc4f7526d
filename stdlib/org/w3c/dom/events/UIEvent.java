package org.w3c.dom.events;

import org.w3c.dom.views.AbstractView;

/** An event of a user interface. */
public interface UIEvent extends Event {
    AbstractView getView();

    int getDetail();

    void initUIEvent(String name, boolean on, boolean on2, AbstractView abstractView, int index);
}
