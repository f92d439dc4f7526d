package org.w3c.dom.events;

import org.w3c.dom.Node;

/** A change of a document. */
public interface MutationEvent extends Event {
    short MODIFICATION = 1;
    short ADDITION = 2;
    short REMOVAL = 3;

    Node getRelatedNode();

    String getPrevValue();

    String getNewValue();

    String getAttrName();

    short getAttrChange();

    void initMutationEvent(String name, boolean on, boolean on2, Node node, String value, String value2, String value3, short value4);
}
