package rvm.internal.xml;

import java.util.Map;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.ext.Attributes2;
import org.xml.sax.ext.DefaultHandler2;

/** Builds a tree of what a parser tells. */
final class DomBuilder extends DefaultHandler2 {
    final DomDocument document;
    private DomNode at;
    private DomOther.Type type;
    private boolean inDtd;
    private boolean cdata;
    private boolean mayGrow;
    private final java.util.ArrayList<String[]> mappings = new java.util.ArrayList<>();
    /** Whether namespaces are of interest; what a document's parser tells has them in its attributes then. */
    private final boolean namespaces;
    boolean dropComments;
    boolean dropBlanks;
    boolean joinCdata;
    private Locator locator;

    DomBuilder(DomDocument document, Node under, boolean namespaces) {
        this.document = document;
        this.at = under == null ? document : (DomNode) under;
        this.namespaces = namespaces;
    }

    @Override
    public void setDocumentLocator(Locator l) {
        locator = l;
    }

    @Override
    public void startDocument() {
        if (locator != null && locator.getSystemId() != null) {
            document.setDocumentURI(locator.getSystemId());
        }
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) {
        inDtd = true;
        type = new DomOther.Type(document, name, publicId, systemId);
        document.link(type, null);
    }

    @Override
    public void endDTD() {
        inDtd = false;
        if (locator instanceof XmlParser) {
            XmlParser parser = (XmlParser) locator;
            type.subset = parser.subset;
            for (Map.Entry<String, XmlDtd.Entity> e : parser.dtd.general.entrySet()) {
                XmlDtd.Entity x = e.getValue();
                DomOther.Declared d = new DomOther.Declared(document, x.name, x.publicId, x.systemId, x.notation, true);
                if (x.value != null && x.value.indexOf('<') < 0 && x.value.indexOf('&') < 0 && !x.value.isEmpty()) {
                    d.link(new DomText(document, x.value), null);
                }
                type.entities.nodes.put(e.getKey(), d);
            }
            for (Map.Entry<String, String[]> e : parser.dtd.notations.entrySet()) {
                type.notations.nodes.put(e.getKey(),
                        new DomOther.Declared(document, e.getKey(), e.getValue()[0], e.getValue()[1], null, false));
            }
        }
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        mappings.add(new String[] {prefix, uri});
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes atts) {
        String u = uri.isEmpty() ? null : uri;
        String q = qName.isEmpty() ? local : qName;
        DomElement e = new DomElement(document, q, namespaces ? u : null, namespaces ? local : null);
        for (int i = 0; i < atts.getLength(); i++) {
            String au = atts.getURI(i).isEmpty() ? null : atts.getURI(i);
            String name = atts.getQName(i).isEmpty() ? atts.getLocalName(i) : atts.getQName(i);
            String l = atts.getLocalName(i);
            DomAttr a = new DomAttr(document, name, namespaces ? au : null, namespaces ? l.isEmpty() ? name : l : null);
            a.setValue(atts.getValue(i));
            a.isId = "ID".equals(atts.getType(i));
            a.specified = !(atts instanceof Attributes2) || ((Attributes2) atts).isSpecified(i);
            e.put(a);
        }
        for (String[] m : mappings) {
            String name = m[0].isEmpty() ? "xmlns" : "xmlns:" + m[0];
            if (namespaces && !e.hasAttribute(name)) {
                DomAttr a = new DomAttr(document, name, XmlParser.XMLNS, m[0].isEmpty() ? "xmlns" : m[0]);
                a.setValue(m[1]);
                e.put(a);
            }
        }
        mappings.clear();
        at.link(e, null);
        at = e;
        mayGrow = false;
    }

    @Override
    public void endElement(String uri, String local, String qName) {
        at = at.parent;
        mayGrow = false;
    }

    @Override
    public void characters(char[] ch, int start, int length) {
        String s = new String(ch, start, length);
        if (cdata && !joinCdata) {
            at.link(new DomText.Cdata(document, s), null);
            mayGrow = false;
        } else if (mayGrow && at.last != null && at.last.getNodeType() == Node.TEXT_NODE) {
            ((DomText) at.last).appendData(s);
        } else if (at != document) {
            at.link(new DomText(document, s), null);
            mayGrow = true;
        }
    }

    @Override
    public void ignorableWhitespace(char[] ch, int start, int length) {
        if (!dropBlanks) {
            characters(ch, start, length);
            if (at.last instanceof DomText && XmlChars.isBlank(at.last.getNodeValue())) {
                ((DomText) at.last).ignorable = true;
            }
        }
    }

    @Override
    public void processingInstruction(String target, String data) {
        if (!inDtd) {
            at.link(new DomOther.Instruction(document, target, data), null);
            mayGrow = false;
        }
    }

    @Override
    public void startCDATA() {
        cdata = true;
        mayGrow &= joinCdata;
    }

    @Override
    public void endCDATA() {
        cdata = false;
    }

    @Override
    public void comment(char[] ch, int start, int length) {
        if (!inDtd && !dropComments) {
            at.link(new DomText.Remark(document, new String(ch, start, length)), null);
            mayGrow = false;
        }
    }
}
