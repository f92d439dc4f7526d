package org.w3c.dom;

/** Is told of what is found wrong. */
public interface DOMErrorHandler {
    boolean handleError(DOMError dOMError);
}
