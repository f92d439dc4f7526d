package rvm.internal.xml;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.TypeInfo;

/** An attribute. Its children are the text of its value. */
final class DomAttr extends DomNode implements Attr {
    String name;
    String uri;
    /** Null for attributes that were made without namespaces. */
    String local;
    DomElement element;
    boolean specified = true;
    boolean isId;
    private String value = "";

    DomAttr(DomDocument owner, String name, String uri, String local) {
        super(owner);
        this.name = name;
        this.uri = uri;
        this.local = local;
    }

    @Override
    DomNode copy(DomDocument to, boolean deep) {
        DomAttr a = new DomAttr(to, name, uri, local);
        a.value = getValue();
        return a;
    }

    @Override
    boolean takes(short type) {
        return type == TEXT_NODE || type == ENTITY_REFERENCE_NODE;
    }

    @Override
    DomNode up() {
        return element;
    }

    @Override
    public Node getFirstChild() {
        if (first == null && !value.isEmpty()) {
            link(new DomText(document(), value), null);
        }
        return first;
    }

    @Override
    public Node getLastChild() {
        getFirstChild();
        return last;
    }

    @Override
    public boolean hasChildNodes() {
        return getFirstChild() != null;
    }

    @Override
    public int getLength() {
        getFirstChild();
        return super.getLength();
    }

    @Override
    public Node item(int index) {
        getFirstChild();
        return super.item(index);
    }

    @Override
    public Node insertBefore(Node child, Node before) {
        getFirstChild();
        Node added = super.insertBefore(child, before);
        value = super.getTextContent();
        return added;
    }

    @Override
    public String getNodeName() {
        return name;
    }

    @Override
    public short getNodeType() {
        return ATTRIBUTE_NODE;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean getSpecified() {
        return specified;
    }

    @Override
    public String getValue() {
        return first == null ? value : super.getTextContent();
    }

    @Override
    public void setValue(String v) {
        while (first != null) {
            unlink(first);
        }
        value = v == null ? "" : v;
        specified = true;
        changed();
    }

    @Override
    public String getNodeValue() {
        return getValue();
    }

    @Override
    public void setNodeValue(String v) {
        setValue(v);
    }

    @Override
    public String getTextContent() {
        return getValue();
    }

    @Override
    public void setTextContent(String v) {
        setValue(v);
    }

    @Override
    public Element getOwnerElement() {
        return element;
    }

    @Override
    public TypeInfo getSchemaTypeInfo() {
        return DomElement.NO_TYPE;
    }

    @Override
    public boolean isId() {
        return isId;
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
    }

    @Override
    public String getLocalName() {
        return local;
    }

    @Override
    public String toString() {
        return name + "=\"" + getValue() + "\"";
    }
}
