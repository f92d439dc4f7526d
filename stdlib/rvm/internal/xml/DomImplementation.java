package rvm.internal.xml;

import org.w3c.dom.DOMException;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentType;

/** Makes documents. */
public final class DomImplementation implements DOMImplementation {
    public static final DomImplementation INSTANCE = new DomImplementation();

    private DomImplementation() {
    }

    @Override
    public boolean hasFeature(String feature, String version) {
        String f = feature.startsWith("+") ? feature.substring(1) : feature;
        boolean known = version == null || version.isEmpty() || version.equals("1.0") || version.equals("2.0") || version.equals("3.0");
        return known && (f.equalsIgnoreCase("Core") || f.equalsIgnoreCase("XML")) || f.equalsIgnoreCase("ElementTraversal");
    }

    @Override
    public DocumentType createDocumentType(String qName, String publicId, String systemId) {
        if (!XmlChars.isName(qName)) {
            throw DomNode.refuse(DOMException.INVALID_CHARACTER_ERR);
        }
        return new DomOther.Type(null, qName, publicId, systemId);
    }

    @Override
    public Document createDocument(String uri, String qName, DocumentType doctype) {
        DomDocument d = new DomDocument();
        if (doctype != null) {
            if (doctype.getOwnerDocument() != null) {
                throw DomNode.refuse(DOMException.WRONG_DOCUMENT_ERR);
            }
            d.appendChild(doctype);
        }
        if (qName != null) {
            d.appendChild(d.createElementNS(uri, qName));
        }
        return d;
    }

    @Override
    public Object getFeature(String feature, String version) {
        return hasFeature(feature, version) ? this : null;
    }
}
