package rvm.internal.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.UserDataHandler;

/** A node of a document: its place in the tree, and what all kinds share. */
abstract class DomNode implements Node, NodeList {
    DomDocument owner;
    DomNode parent;
    DomNode first;
    DomNode last;
    DomNode previous;
    DomNode next;
    private Map<String, Object> userData;
    private Map<String, UserDataHandler> handlers;
    // Where item() was last, for loops by index.
    private int lastIndex = -1;
    private DomNode lastItem;
    private int lastChange = -1;

    DomNode(DomDocument owner) {
        this.owner = owner;
    }

    static DOMException refuse(short code) {
        return new DOMException(code, switch (code) {
            case DOMException.HIERARCHY_REQUEST_ERR ->
                "HIERARCHY_REQUEST_ERR: An attempt was made to insert a node where it is not permitted.";
            case DOMException.WRONG_DOCUMENT_ERR ->
                "WRONG_DOCUMENT_ERR: A node is used in a different document than the one that created it.";
            case DOMException.NOT_FOUND_ERR ->
                "NOT_FOUND_ERR: An attempt is made to reference a node in a context where it does not exist.";
            case DOMException.INVALID_CHARACTER_ERR -> "INVALID_CHARACTER_ERR: An invalid or illegal XML character is specified.";
            case DOMException.NAMESPACE_ERR ->
                "NAMESPACE_ERR: An attempt is made to create or change an object in a way which is incorrect with regard to namespaces.";
            case DOMException.INUSE_ATTRIBUTE_ERR ->
                "INUSE_ATTRIBUTE_ERR: An attempt is made to add an attribute that is already in use elsewhere.";
            case DOMException.INDEX_SIZE_ERR -> "INDEX_SIZE_ERR: The index or size is negative, or greater than the allowed value.";
            default -> "NOT_SUPPORTED_ERR: The implementation does not support the requested type of object or operation.";
        });
    }

    DomDocument document() {
        return owner;
    }

    /** Whether children of a kind may stand in this node. */
    boolean takes(short type) {
        return false;
    }

    void changed() {
        document().changes++;
    }

    @Override
    public String getNodeValue() {
        return null;
    }

    @Override
    public void setNodeValue(String value) {
    }

    @Override
    public Node getParentNode() {
        return parent;
    }

    @Override
    public NodeList getChildNodes() {
        return this;
    }

    @Override
    public Node getFirstChild() {
        return first;
    }

    @Override
    public Node getLastChild() {
        return last;
    }

    @Override
    public Node getPreviousSibling() {
        return previous;
    }

    @Override
    public Node getNextSibling() {
        return next;
    }

    @Override
    public NamedNodeMap getAttributes() {
        return null;
    }

    @Override
    public Document getOwnerDocument() {
        return owner;
    }

    @Override
    public int getLength() {
        int n = 0;
        for (DomNode c = first; c != null; c = c.next) {
            n++;
        }
        return n;
    }

    @Override
    public Node item(int index) {
        if (index < 0) {
            return null;
        }
        boolean goesOn = lastItem != null && lastChange == document().changes && lastIndex <= index;
        DomNode c = goesOn ? lastItem : first;
        int i = goesOn ? lastIndex : 0;
        for (; c != null && i < index; i++) {
            c = c.next;
        }
        lastItem = c;
        lastIndex = index;
        lastChange = document().changes;
        return c;
    }

    private void check(Node child) {
        DomNode c = (DomNode) child;
        if (c.document() != document()) {
            throw refuse(DOMException.WRONG_DOCUMENT_ERR);
        }
        if (child.getNodeType() == DOCUMENT_FRAGMENT_NODE) {
            for (DomNode k = c.first; k != null; k = k.next) {
                check(k);
            }
            return;
        }
        if (!takes(child.getNodeType())) {
            throw refuse(DOMException.HIERARCHY_REQUEST_ERR);
        }
        for (DomNode up = this; up != null; up = up.parent) {
            if (up == c) {
                throw refuse(DOMException.HIERARCHY_REQUEST_ERR);
            }
        }
    }

    @Override
    public Node insertBefore(Node child, Node before) {
        check(child);
        DomNode b = (DomNode) before;
        if (b != null && b.parent != this) {
            throw refuse(DOMException.NOT_FOUND_ERR);
        }
        DomNode c = (DomNode) child;
        if (c == b) {
            return child;
        }
        if (child.getNodeType() == DOCUMENT_FRAGMENT_NODE) {
            while (c.first != null) {
                insertBefore(c.first, b);
            }
            return child;
        }
        if (c.parent != null) {
            c.parent.unlink(c);
        }
        link(c, b);
        return child;
    }

    /** Puts a node that has no parent before another one, without any test. */
    final void link(DomNode c, DomNode before) {
        c.parent = this;
        c.next = before;
        c.previous = before == null ? last : before.previous;
        if (c.previous == null) {
            first = c;
        } else {
            c.previous.next = c;
        }
        if (before == null) {
            last = c;
        } else {
            before.previous = c;
        }
        changed();
    }

    final void unlink(DomNode c) {
        if (c.previous == null) {
            first = c.next;
        } else {
            c.previous.next = c.next;
        }
        if (c.next == null) {
            last = c.previous;
        } else {
            c.next.previous = c.previous;
        }
        c.parent = null;
        c.previous = null;
        c.next = null;
        changed();
    }

    @Override
    public Node replaceChild(Node child, Node old) {
        if (old == null || ((DomNode) old).parent != this) {
            throw refuse(DOMException.NOT_FOUND_ERR);
        }
        if (child == old) {
            return old;
        }
        DomNode after = ((DomNode) old).next == child ? ((DomNode) child).next : ((DomNode) old).next;
        boolean isRoot = old.getNodeType() == ELEMENT_NODE && getNodeType() == DOCUMENT_NODE;
        if (isRoot) {
            unlink((DomNode) old);
            insertBefore(child, after);
        } else {
            insertBefore(child, old);
            unlink((DomNode) old);
        }
        return old;
    }

    @Override
    public Node removeChild(Node old) {
        if (old == null || ((DomNode) old).parent != this) {
            throw refuse(DOMException.NOT_FOUND_ERR);
        }
        unlink((DomNode) old);
        return old;
    }

    @Override
    public Node appendChild(Node child) {
        return insertBefore(child, null);
    }

    @Override
    public boolean hasChildNodes() {
        return first != null;
    }

    /** A node like this one without children. */
    abstract DomNode copy(DomDocument to, boolean deep);

    @Override
    public Node cloneNode(boolean deep) {
        DomNode c = copyTo(document(), deep);
        tell(UserDataHandler.NODE_CLONED, c);
        return c;
    }

    final DomNode copyTo(DomDocument to, boolean deep) {
        DomNode c = copy(to, deep);
        if (deep) {
            for (DomNode k = first; k != null; k = k.next) {
                c.link(k.copyTo(to, true), null);
            }
        }
        return c;
    }

    final void tell(short operation, Node other) {
        if (handlers != null) {
            for (Map.Entry<String, UserDataHandler> e : handlers.entrySet()) {
                e.getValue().handle(operation, e.getKey(), userData.get(e.getKey()), this, other);
            }
        }
    }

    @Override
    public void normalize() {
        for (DomNode c = first; c != null; ) {
            DomNode after = c.next;
            if (c.getNodeType() == TEXT_NODE) {
                while (after != null && after.getNodeType() == TEXT_NODE) {
                    ((DomText) c).appendData(after.getNodeValue());
                    DomNode gone = after;
                    after = after.next;
                    unlink(gone);
                }
                if (c.getNodeValue().isEmpty()) {
                    unlink(c);
                }
            } else {
                c.normalize();
            }
            c = after;
        }
    }

    @Override
    public boolean isSupported(String feature, String version) {
        return DomImplementation.INSTANCE.hasFeature(feature, version);
    }

    @Override
    public String getNamespaceURI() {
        return null;
    }

    @Override
    public String getPrefix() {
        return null;
    }

    @Override
    public void setPrefix(String prefix) {
        throw refuse(DOMException.NAMESPACE_ERR);
    }

    @Override
    public String getLocalName() {
        return null;
    }

    @Override
    public boolean hasAttributes() {
        return false;
    }

    @Override
    public String getBaseURI() {
        return document() == null ? null : document().getDocumentURI();
    }

    private static int depth(DomNode n) {
        int d = 0;
        for (; n != null; n = n.up()) {
            d++;
        }
        return d;
    }

    /** The parent, or the element of an attribute. */
    DomNode up() {
        return parent;
    }

    @Override
    public short compareDocumentPosition(Node otherNode) {
        DomNode other = (DomNode) otherNode;
        if (other == this) {
            return 0;
        }
        DomNode a = this;
        DomNode b = other;
        DomNode underA = null;
        DomNode underB = null;
        int da = depth(a);
        int db = depth(b);
        for (; da > db; da--) {
            underA = a;
            a = a.up();
        }
        for (; db > da; db--) {
            underB = b;
            b = b.up();
        }
        if (a == b) {
            return underA == null ? (short) (DOCUMENT_POSITION_CONTAINED_BY | DOCUMENT_POSITION_FOLLOWING)
                    : (short) (DOCUMENT_POSITION_CONTAINS | DOCUMENT_POSITION_PRECEDING);
        }
        while (a != b) {
            underA = a;
            underB = b;
            a = a.up();
            b = b.up();
        }
        if (a == null) {
            boolean earlier = System.identityHashCode(other) < System.identityHashCode(this);
            return (short) (DOCUMENT_POSITION_DISCONNECTED | DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC
                    | (earlier ? DOCUMENT_POSITION_PRECEDING : DOCUMENT_POSITION_FOLLOWING));
        }
        boolean isA = underA.getNodeType() == ATTRIBUTE_NODE;
        boolean isB = underB.getNodeType() == ATTRIBUTE_NODE;
        if (isA && isB) {
            return (short) (DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC
                    | (underA.getNodeName().compareTo(underB.getNodeName()) < 0 ? DOCUMENT_POSITION_FOLLOWING : DOCUMENT_POSITION_PRECEDING));
        }
        if (isA || isB) {
            return isA ? DOCUMENT_POSITION_FOLLOWING : DOCUMENT_POSITION_PRECEDING;
        }
        for (DomNode n = underA; n != null; n = n.next) {
            if (n == underB) {
                return DOCUMENT_POSITION_FOLLOWING;
            }
        }
        return DOCUMENT_POSITION_PRECEDING;
    }

    @Override
    public String getTextContent() {
        StringBuilder sb = new StringBuilder();
        for (DomNode c = first; c != null; c = c.next) {
            boolean silent = c instanceof DomText && ((DomText) c).ignorable;
            if (!silent && c.getNodeType() != COMMENT_NODE && c.getNodeType() != PROCESSING_INSTRUCTION_NODE) {
                String s = c.getTextContent();
                if (s != null) {
                    sb.append(s);
                }
            }
        }
        return sb.toString();
    }

    @Override
    public void setTextContent(String text) {
        while (first != null) {
            unlink(first);
        }
        if (text != null && !text.isEmpty()) {
            appendChild(document().createTextNode(text));
        }
    }

    @Override
    public boolean isSameNode(Node other) {
        return this == other;
    }

    private DomElement element() {
        for (DomNode n = this; n != null; n = n.up()) {
            if (n instanceof DomElement) {
                return (DomElement) n;
            }
            if (n instanceof DomDocument) {
                return (DomElement) ((DomDocument) n).getDocumentElement();
            }
        }
        return null;
    }

    @Override
    public String lookupPrefix(String uri) {
        if (uri == null) {
            return null;
        }
        for (DomNode e = element(); e instanceof DomElement; e = e.parent) {
            if (uri.equals(e.getNamespaceURI()) && e.getPrefix() != null && uri.equals(lookupNamespaceURI(e.getPrefix()))) {
                return e.getPrefix();
            }
            for (DomAttr a : ((DomElement) e).attributes) {
                if ("xmlns".equals(a.getPrefix()) && uri.equals(a.getValue()) && uri.equals(lookupNamespaceURI(a.getLocalName()))) {
                    return a.getLocalName();
                }
            }
        }
        return null;
    }

    @Override
    public boolean isDefaultNamespace(String uri) {
        return Objects.equals(lookupNamespaceURI(null), uri);
    }

    @Override
    public String lookupNamespaceURI(String prefix) {
        for (DomNode e = element(); e instanceof DomElement; e = e.parent) {
            if (e.getNamespaceURI() != null && Objects.equals(e.getPrefix(), prefix)) {
                return e.getNamespaceURI();
            }
            String declared = ((DomElement) e).getAttribute(prefix == null ? "xmlns" : "xmlns:" + prefix);
            if (((DomElement) e).hasAttribute(prefix == null ? "xmlns" : "xmlns:" + prefix)) {
                return declared.isEmpty() ? null : declared;
            }
        }
        return null;
    }

    @Override
    public boolean isEqualNode(Node other) {
        if (other == this) {
            return true;
        }
        if (other.getNodeType() != getNodeType() || !Objects.equals(getNodeName(), other.getNodeName())
                || !Objects.equals(getLocalName(), other.getLocalName()) || !Objects.equals(getNamespaceURI(), other.getNamespaceURI())
                || !Objects.equals(getPrefix(), other.getPrefix()) || !Objects.equals(getNodeValue(), other.getNodeValue())) {
            return false;
        }
        Node b = other.getFirstChild();
        for (DomNode a = first; a != null; a = a.next) {
            if (b == null || !a.isEqualNode(b)) {
                return false;
            }
            b = b.getNextSibling();
        }
        return b == null;
    }

    @Override
    public Object getFeature(String feature, String version) {
        return isSupported(feature, version) ? this : null;
    }

    @Override
    public Object setUserData(String key, Object data, UserDataHandler handler) {
        if (userData == null) {
            userData = new HashMap<>();
            handlers = new HashMap<>();
        }
        if (handler == null || data == null) {
            handlers.remove(key);
        } else {
            handlers.put(key, handler);
        }
        return data == null ? userData.remove(key) : userData.put(key, data);
    }

    @Override
    public Object getUserData(String key) {
        return userData == null ? null : userData.get(key);
    }

    @Override
    public String toString() {
        return "[" + getNodeName() + ": " + getNodeValue() + "]";
    }
}
