package org.w3c.dom;

/** What an implementation can do, apart from any document. */
public interface DOMImplementation {
    boolean hasFeature(String name, String name2);

    DocumentType createDocumentType(String name, String name2, String name3) throws DOMException;

    Document createDocument(String name, String name2, DocumentType documentType) throws DOMException;

    Object getFeature(String name, String name2);
}
