package org.w3c.dom.ls;

/** Finds external entities. */
public interface LSResourceResolver {
    LSInput resolveResource(String name, String value, String value2, String value3, String value4);
}
