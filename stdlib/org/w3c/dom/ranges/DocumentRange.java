package org.w3c.dom.ranges;

/** Makes ranges. */
public interface DocumentRange {
    Range createRange();
}
