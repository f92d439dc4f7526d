package org.w3c.dom;

/** Text. */
public interface Text extends CharacterData {
    Text splitText(int n) throws DOMException;

    boolean isElementContentWhitespace();

    String getWholeText();

    Text replaceWholeText(String name) throws DOMException;
}
