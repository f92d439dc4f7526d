package org.w3c.dom.ls;

import org.w3c.dom.traversal.NodeFilter;

/** Says which nodes are saved. */
public interface LSSerializerFilter extends NodeFilter {
    int getWhatToShow();
}
