package org.xml.sax.ext;

import org.xml.sax.Attributes;

/** Attributes and whether they stood in the document. */
public interface Attributes2 extends Attributes {
    boolean isDeclared(String name, String value);

    boolean isDeclared(String name);

    boolean isDeclared(int index);

    boolean isSpecified(String name);

    boolean isSpecified(String name, String value);

    boolean isSpecified(int index);
}
