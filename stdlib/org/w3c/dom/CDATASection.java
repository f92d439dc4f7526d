package org.w3c.dom;

/** Text that needs no escapes. */
public interface CDATASection extends Text {
}
