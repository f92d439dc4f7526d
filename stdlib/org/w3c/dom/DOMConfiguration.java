package org.w3c.dom;

/** Parameters of a document's normalisation. */
public interface DOMConfiguration {
    void setParameter(String name, Object object) throws DOMException;

    Object getParameter(String name) throws DOMException;

    boolean canSetParameter(String name, Object object);

    DOMStringList getParameterNames();
}
