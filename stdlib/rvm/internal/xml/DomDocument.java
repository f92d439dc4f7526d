package rvm.internal.xml;

import org.w3c.dom.Attr;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Comment;
import org.w3c.dom.DOMConfiguration;
import org.w3c.dom.DOMException;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.DocumentType;
import org.w3c.dom.Element;
import org.w3c.dom.EntityReference;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.ProcessingInstruction;
import org.w3c.dom.Text;
import org.w3c.dom.UserDataHandler;

/** A document. */
final class DomDocument extends DomNode implements Document {
    /** Counts what changes, for lists that follow. */
    int changes;
    String inputEncoding;
    String xmlEncoding;
    private boolean standalone;
    private String version = "1.0";
    private boolean strict = true;
    private String uri;

    DomDocument() {
        super(null);
    }

    @Override
    DomDocument document() {
        return this;
    }

    @Override
    boolean takes(short type) {
        return type == ELEMENT_NODE || type == COMMENT_NODE || type == PROCESSING_INSTRUCTION_NODE || type == DOCUMENT_TYPE_NODE;
    }

    @Override
    public Node insertBefore(Node child, Node before) {
        boolean second = child.getNodeType() == ELEMENT_NODE && getDocumentElement() != null
                || child.getNodeType() == DOCUMENT_TYPE_NODE && getDoctype() != null;
        if (second) {
            throw refuse(DOMException.HIERARCHY_REQUEST_ERR);
        }
        if (child.getNodeType() == DOCUMENT_TYPE_NODE && ((DomNode) child).owner == null) {
            ((DomNode) child).owner = this;
        }
        return super.insertBefore(child, before);
    }

    @Override
    DomNode copy(DomDocument to, boolean deep) {
        DomDocument d = new DomDocument();
        d.inputEncoding = inputEncoding;
        d.xmlEncoding = xmlEncoding;
        d.standalone = standalone;
        d.version = version;
        d.uri = uri;
        return d;
    }

    @Override
    public Node cloneNode(boolean deep) {
        DomDocument d = (DomDocument) copy(null, false);
        if (deep) {
            for (DomNode k = first; k != null; k = k.next) {
                d.link(k.copyTo(d, true), null);
            }
        }
        return d;
    }

    @Override
    public String getNodeName() {
        return "#document";
    }

    @Override
    public short getNodeType() {
        return DOCUMENT_NODE;
    }

    @Override
    public String getTextContent() {
        return null;
    }

    @Override
    public void setTextContent(String text) {
    }

    private Node child(short type) {
        for (DomNode c = first; c != null; c = c.next) {
            if (c.getNodeType() == type) {
                return c;
            }
        }
        return null;
    }

    @Override
    public DocumentType getDoctype() {
        return (DocumentType) child(DOCUMENT_TYPE_NODE);
    }

    @Override
    public DOMImplementation getImplementation() {
        return DomImplementation.INSTANCE;
    }

    @Override
    public Element getDocumentElement() {
        return (Element) child(ELEMENT_NODE);
    }

    private static String checked(String name) {
        if (!XmlChars.isName(name)) {
            throw refuse(DOMException.INVALID_CHARACTER_ERR);
        }
        return name;
    }

    /** Refuses names and namespaces that do not go together; the local part. */
    static String local(String uri, String qName) {
        int colon = qName.indexOf(':');
        if (colon == 0 || colon == qName.length() - 1 || qName.indexOf(':', colon + 1) >= 0) {
            throw refuse(DOMException.NAMESPACE_ERR);
        }
        checked(qName);
        String prefix = colon < 0 ? null : qName.substring(0, colon);
        boolean declares = qName.equals("xmlns") || "xmlns".equals(prefix);
        if (prefix != null && uri == null || "xml".equals(prefix) && !XmlParser.XML.equals(uri)
                || declares != XmlParser.XMLNS.equals(uri)) {
            throw refuse(DOMException.NAMESPACE_ERR);
        }
        return qName.substring(colon + 1);
    }

    static String prefixed(String prefix, String uri, String local) {
        if (local == null) {
            throw refuse(DOMException.NAMESPACE_ERR);
        }
        String q = prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
        local(uri, q);
        return q;
    }

    private static String uri(String uri) {
        return uri != null && uri.isEmpty() ? null : uri;
    }

    @Override
    public Element createElement(String name) {
        return new DomElement(this, checked(name), null, null);
    }

    @Override
    public DocumentFragment createDocumentFragment() {
        return new DomOther.Fragment(this);
    }

    @Override
    public Text createTextNode(String data) {
        return new DomText(this, data);
    }

    @Override
    public Comment createComment(String data) {
        return new DomText.Remark(this, data);
    }

    @Override
    public CDATASection createCDATASection(String data) {
        return new DomText.Cdata(this, data);
    }

    @Override
    public ProcessingInstruction createProcessingInstruction(String target, String data) {
        return new DomOther.Instruction(this, checked(target), data);
    }

    @Override
    public Attr createAttribute(String name) {
        return new DomAttr(this, checked(name), null, null);
    }

    @Override
    public EntityReference createEntityReference(String name) {
        return new DomOther.Reference(this, checked(name));
    }

    @Override
    public NodeList getElementsByTagName(String name) {
        return new DomLists.ByName(this, null, name, false);
    }

    @Override
    public Element createElementNS(String namespace, String qName) {
        return new DomElement(this, qName, uri(namespace), local(uri(namespace), qName));
    }

    @Override
    public Attr createAttributeNS(String namespace, String qName) {
        return new DomAttr(this, qName, uri(namespace), local(uri(namespace), qName));
    }

    @Override
    public NodeList getElementsByTagNameNS(String namespace, String local) {
        return new DomLists.ByName(this, namespace, local, true);
    }

    @Override
    public Element getElementById(String id) {
        NodeList all = getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            for (DomAttr a : ((DomElement) all.item(i)).attributes) {
                if (a.isId && a.getValue().equals(id)) {
                    return (Element) all.item(i);
                }
            }
        }
        return null;
    }

    @Override
    public Node importNode(Node node, boolean deep) {
        if (node.getNodeType() == DOCUMENT_NODE || node.getNodeType() == DOCUMENT_TYPE_NODE) {
            throw refuse(DOMException.NOT_SUPPORTED_ERR);
        }
        if (node instanceof DomNode) {
            DomNode c = ((DomNode) node).copyTo(this, deep);
            ((DomNode) node).tell(UserDataHandler.NODE_IMPORTED, c);
            return c;
        }
        return foreign(node, deep);
    }

    /** Copies a node of another implementation. */
    private Node foreign(Node node, boolean deep) {
        Node c = switch (node.getNodeType()) {
            case ELEMENT_NODE -> {
                Element e = node.getLocalName() == null ? createElement(node.getNodeName())
                        : createElementNS(node.getNamespaceURI(), node.getNodeName());
                for (int i = 0; i < node.getAttributes().getLength(); i++) {
                    e.setAttributeNodeNS((Attr) foreign(node.getAttributes().item(i), true));
                }
                yield e;
            }
            case ATTRIBUTE_NODE -> {
                Attr a = node.getLocalName() == null ? createAttribute(node.getNodeName())
                        : createAttributeNS(node.getNamespaceURI(), node.getNodeName());
                a.setValue(node.getNodeValue());
                yield a;
            }
            case TEXT_NODE -> createTextNode(node.getNodeValue());
            case CDATA_SECTION_NODE -> createCDATASection(node.getNodeValue());
            case COMMENT_NODE -> createComment(node.getNodeValue());
            case PROCESSING_INSTRUCTION_NODE -> createProcessingInstruction(node.getNodeName(), node.getNodeValue());
            case DOCUMENT_FRAGMENT_NODE -> createDocumentFragment();
            case ENTITY_REFERENCE_NODE -> createEntityReference(node.getNodeName());
            default -> throw refuse(DOMException.NOT_SUPPORTED_ERR);
        };
        if (deep && node.getNodeType() != ATTRIBUTE_NODE) {
            for (Node k = node.getFirstChild(); k != null; k = k.getNextSibling()) {
                c.appendChild(foreign(k, true));
            }
        }
        return c;
    }

    @Override
    public String getInputEncoding() {
        return inputEncoding;
    }

    @Override
    public String getXmlEncoding() {
        return xmlEncoding;
    }

    @Override
    public boolean getXmlStandalone() {
        return standalone;
    }

    @Override
    public void setXmlStandalone(boolean value) {
        standalone = value;
    }

    @Override
    public String getXmlVersion() {
        return version;
    }

    @Override
    public void setXmlVersion(String value) {
        if (!value.equals("1.0") && !value.equals("1.1")) {
            throw refuse(DOMException.NOT_SUPPORTED_ERR);
        }
        version = value;
    }

    @Override
    public boolean getStrictErrorChecking() {
        return strict;
    }

    @Override
    public void setStrictErrorChecking(boolean value) {
        strict = value;
    }

    @Override
    public String getDocumentURI() {
        return uri;
    }

    @Override
    public void setDocumentURI(String value) {
        uri = value;
    }

    private static void own(DomNode n, DomDocument to) {
        n.owner = to;
        if (n instanceof DomElement) {
            for (DomAttr a : ((DomElement) n).attributes) {
                own(a, to);
            }
        }
        for (DomNode c = n.first; c != null; c = c.next) {
            own(c, to);
        }
    }

    @Override
    public Node adoptNode(Node node) {
        if (node.getNodeType() == DOCUMENT_NODE || node.getNodeType() == DOCUMENT_TYPE_NODE) {
            throw refuse(DOMException.NOT_SUPPORTED_ERR);
        }
        if (!(node instanceof DomNode)) {
            return null;
        }
        DomNode n = (DomNode) node;
        if (n.parent != null) {
            n.parent.unlink(n);
        } else if (n instanceof DomAttr && ((DomAttr) n).element != null) {
            ((DomAttr) n).element.removeAttributeNode((DomAttr) n);
        }
        own(n, this);
        n.tell(UserDataHandler.NODE_ADOPTED, null);
        return n;
    }

    @Override
    public DOMConfiguration getDomConfig() {
        throw refuse(DOMException.NOT_SUPPORTED_ERR);
    }

    @Override
    public void normalizeDocument() {
        normalize();
    }

    @Override
    public Node renameNode(Node node, String namespace, String qName) {
        if (node.getOwnerDocument() != this) {
            throw refuse(DOMException.WRONG_DOCUMENT_ERR);
        }
        String local = local(uri(namespace), qName);
        if (node instanceof DomElement) {
            DomElement e = (DomElement) node;
            e.name = qName;
            e.uri = uri(namespace);
            e.local = local;
        } else if (node instanceof DomAttr) {
            DomAttr a = (DomAttr) node;
            DomElement e = a.element;
            if (e != null) {
                e.removeAttributeNode(a);
            }
            a.name = qName;
            a.uri = uri(namespace);
            a.local = local;
            if (e != null) {
                e.setAttributeNodeNS(a);
            }
        } else {
            throw refuse(DOMException.NOT_SUPPORTED_ERR);
        }
        changes++;
        return node;
    }
}
