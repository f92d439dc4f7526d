package rvm.internal.xml;

import java.util.ArrayList;
import java.util.Objects;
import org.w3c.dom.Attr;
import org.w3c.dom.DOMException;
import org.w3c.dom.Element;
import org.w3c.dom.ElementTraversal;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.TypeInfo;

/** An element; its attributes are kept in the order of their names. */
final class DomElement extends DomNode implements Element, ElementTraversal {
    static final TypeInfo NO_TYPE = new TypeInfo() {
        @Override
        public String getTypeName() {
            return null;
        }

        @Override
        public String getTypeNamespace() {
            return null;
        }

        @Override
        public boolean isDerivedFrom(String namespace, String name, int method) {
            return false;
        }
    };

    final ArrayList<DomAttr> attributes = new ArrayList<>(2);
    String name;
    String uri;
    /** Null for elements that were made without namespaces. */
    String local;
    private final Attributes map = new Attributes();

    DomElement(DomDocument owner, String name, String uri, String local) {
        super(owner);
        this.name = name;
        this.uri = uri;
        this.local = local;
    }

    /** The attributes as a map. */
    private final class Attributes implements NamedNodeMap {
        @Override
        public Node getNamedItem(String n) {
            return getAttributeNode(n);
        }

        @Override
        public Node setNamedItem(Node node) {
            return setAttributeNode(attr(node));
        }

        @Override
        public Node removeNamedItem(String n) {
            return remove(find(n));
        }

        @Override
        public Node item(int index) {
            return index >= 0 && index < attributes.size() ? attributes.get(index) : null;
        }

        @Override
        public int getLength() {
            return attributes.size();
        }

        @Override
        public Node getNamedItemNS(String u, String l) {
            return getAttributeNodeNS(u, l);
        }

        @Override
        public Node setNamedItemNS(Node node) {
            return setAttributeNodeNS(attr(node));
        }

        @Override
        public Node removeNamedItemNS(String u, String l) {
            return remove(find(u, l));
        }

        private Attr attr(Node node) {
            if (!(node instanceof Attr)) {
                throw refuse(DOMException.HIERARCHY_REQUEST_ERR);
            }
            return (Attr) node;
        }
    }

    @Override
    DomNode copy(DomDocument to, boolean deep) {
        DomElement e = new DomElement(to, name, uri, local);
        for (DomAttr a : attributes) {
            DomAttr c = (DomAttr) a.copy(to, true);
            c.specified = a.specified;
            c.isId = a.isId;
            e.put(c);
        }
        return e;
    }

    @Override
    boolean takes(short type) {
        return type == ELEMENT_NODE || type == TEXT_NODE || type == CDATA_SECTION_NODE || type == COMMENT_NODE
                || type == PROCESSING_INSTRUCTION_NODE || type == ENTITY_REFERENCE_NODE;
    }

    private int find(String n) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name.equals(n)) {
                return i;
            }
        }
        return -1;
    }

    private int find(String u, String l) {
        String wanted = u != null && u.isEmpty() ? null : u;
        for (int i = 0; i < attributes.size(); i++) {
            DomAttr a = attributes.get(i);
            if (Objects.equals(a.uri, wanted) && (a.local != null ? a.local : wanted == null ? a.name : "").equals(l)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts an attribute to its place. */
    void put(DomAttr a) {
        a.element = this;
        changed();
        int i = 0;
        while (i < attributes.size() && attributes.get(i).name.compareTo(a.name) < 0) {
            i++;
        }
        attributes.add(i, a);
    }

    private DomAttr remove(int i) {
        if (i < 0) {
            throw refuse(DOMException.NOT_FOUND_ERR);
        }
        DomAttr a = attributes.remove(i);
        a.element = null;
        changed();
        return a;
    }

    private Attr set(Attr attribute, int i) {
        DomAttr a = (DomAttr) attribute;
        if (a.document() != document()) {
            throw refuse(DOMException.WRONG_DOCUMENT_ERR);
        }
        if (a.element == this) {
            return a;
        }
        if (a.element != null) {
            throw refuse(DOMException.INUSE_ATTRIBUTE_ERR);
        }
        DomAttr old = i < 0 ? null : remove(i);
        put(a);
        return old;
    }

    @Override
    public String getNodeName() {
        return name;
    }

    @Override
    public short getNodeType() {
        return ELEMENT_NODE;
    }

    @Override
    public String getTagName() {
        return name;
    }

    @Override
    public NamedNodeMap getAttributes() {
        return map;
    }

    @Override
    public boolean hasAttributes() {
        return !attributes.isEmpty();
    }

    @Override
    public String getAttribute(String n) {
        int i = find(n);
        return i < 0 ? "" : attributes.get(i).getValue();
    }

    @Override
    public void setAttribute(String n, String value) {
        int i = find(n);
        if (i >= 0) {
            attributes.get(i).setValue(value);
            return;
        }
        DomAttr a = (DomAttr) document().createAttribute(n);
        a.setValue(value);
        put(a);
    }

    @Override
    public void removeAttribute(String n) {
        int i = find(n);
        if (i >= 0) {
            remove(i);
        }
    }

    @Override
    public Attr getAttributeNode(String n) {
        int i = find(n);
        return i < 0 ? null : attributes.get(i);
    }

    @Override
    public Attr setAttributeNode(Attr a) {
        return set(a, find(a.getName()));
    }

    @Override
    public Attr removeAttributeNode(Attr a) {
        return remove(attributes.indexOf(a));
    }

    @Override
    public NodeList getElementsByTagName(String n) {
        return new DomLists.ByName(this, null, n, false);
    }

    @Override
    public String getAttributeNS(String u, String l) {
        int i = find(u, l);
        return i < 0 ? "" : attributes.get(i).getValue();
    }

    @Override
    public void setAttributeNS(String u, String qName, String value) {
        DomAttr fresh = (DomAttr) document().createAttributeNS(u, qName);
        int i = find(u, fresh.local);
        if (i >= 0) {
            DomAttr a = attributes.get(i);
            a.name = qName;
            a.setValue(value);
            return;
        }
        fresh.setValue(value);
        put(fresh);
    }

    @Override
    public void removeAttributeNS(String u, String l) {
        int i = find(u, l);
        if (i >= 0) {
            remove(i);
        }
    }

    @Override
    public Attr getAttributeNodeNS(String u, String l) {
        int i = find(u, l);
        return i < 0 ? null : attributes.get(i);
    }

    @Override
    public Attr setAttributeNodeNS(Attr a) {
        return set(a, find(a.getNamespaceURI(), a.getLocalName() != null ? a.getLocalName() : a.getName()));
    }

    @Override
    public NodeList getElementsByTagNameNS(String u, String l) {
        return new DomLists.ByName(this, u, l, true);
    }

    @Override
    public boolean hasAttribute(String n) {
        return find(n) >= 0;
    }

    @Override
    public boolean hasAttributeNS(String u, String l) {
        return find(u, l) >= 0;
    }

    @Override
    public TypeInfo getSchemaTypeInfo() {
        return NO_TYPE;
    }

    private void id(int i, boolean isId) {
        if (i < 0) {
            throw refuse(DOMException.NOT_FOUND_ERR);
        }
        attributes.get(i).isId = isId;
    }

    @Override
    public void setIdAttribute(String n, boolean isId) {
        id(find(n), isId);
    }

    @Override
    public void setIdAttributeNS(String u, String l, boolean isId) {
        id(find(u, l), isId);
    }

    @Override
    public void setIdAttributeNode(Attr a, boolean isId) {
        id(attributes.indexOf(a), isId);
    }

    @Override
    public String getNamespaceURI() {
        return uri;
    }

    @Override
    public String getPrefix() {
        int colon = local == null ? -1 : name.indexOf(':');
        return colon < 0 ? null : name.substring(0, colon);
    }

    @Override
    public void setPrefix(String prefix) {
        name = DomDocument.prefixed(prefix, uri, local);
        changed();
    }

    @Override
    public String getLocalName() {
        return local;
    }

    @Override
    public boolean isEqualNode(Node other) {
        if (!super.isEqualNode(other) || other.getAttributes().getLength() != attributes.size()) {
            return false;
        }
        for (DomAttr a : attributes) {
            Node b = a.local == null ? other.getAttributes().getNamedItem(a.name) : other.getAttributes().getNamedItemNS(a.uri, a.local);
            if (b == null || !a.getValue().equals(b.getNodeValue())) {
                return false;
            }
        }
        return true;
    }

    private static Element from(DomNode n, boolean forwards) {
        while (n != null && !(n instanceof Element)) {
            n = forwards ? n.next : n.previous;
        }
        return (Element) n;
    }

    @Override
    public Element getFirstElementChild() {
        return from(first, true);
    }

    @Override
    public Element getLastElementChild() {
        return from(last, false);
    }

    @Override
    public Element getPreviousElementSibling() {
        return from(previous, false);
    }

    @Override
    public Element getNextElementSibling() {
        return from(next, true);
    }

    @Override
    public int getChildElementCount() {
        int n = 0;
        for (Element e = getFirstElementChild(); e != null; e = from(((DomNode) e).next, true)) {
            n++;
        }
        return n;
    }
}
