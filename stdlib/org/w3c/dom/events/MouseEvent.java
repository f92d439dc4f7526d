package org.w3c.dom.events;

import org.w3c.dom.views.AbstractView;

/** An event of a mouse. */
public interface MouseEvent extends UIEvent {
    int getScreenX();

    int getScreenY();

    int getClientX();

    int getClientY();

    boolean getCtrlKey();

    boolean getShiftKey();

    boolean getAltKey();

    boolean getMetaKey();

    short getButton();

    EventTarget getRelatedTarget();

    void initMouseEvent(String name, boolean on, boolean on2, AbstractView abstractView, int index, int index2, int index3, int index4, int index5, boolean on3, boolean on4, boolean on5, boolean on6, short value, EventTarget eventTarget);
}
