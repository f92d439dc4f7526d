package rvm.internal.xml;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.AttributesImpl;

/** Where documents come from when they are written: SAX events, or the nodes of a tree. */
final class XmlWriting extends DefaultHandler2 {
    private final XmlWriter writer;
    private final List<String> declared = new ArrayList<>();
    private boolean cdata;
    private boolean inDtd;

    XmlWriting(XmlWriter writer) {
        this.writer = writer;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        declared.add(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix);
        declared.add(uri);
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes atts) {
        List<String> all = new ArrayList<>(declared);
        declared.clear();
        for (int i = 0; i < atts.getLength(); i++) {
            String name = atts.getQName(i).isEmpty() ? atts.getLocalName(i) : atts.getQName(i);
            if (!all.contains(name) || !name.startsWith("xmlns")) {
                all.add(name);
                all.add(atts.getValue(i));
            }
        }
        writer.start(qName.isEmpty() ? local : qName, all);
    }

    @Override
    public void endElement(String uri, String local, String qName) {
        writer.end();
    }

    @Override
    public void characters(char[] ch, int start, int length) {
        writer.characters(new String(ch, start, length), cdata);
    }

    @Override
    public void ignorableWhitespace(char[] ch, int start, int length) {
        writer.characters(new String(ch, start, length), false);
    }

    @Override
    public void processingInstruction(String target, String data) {
        if (!inDtd) {
            writer.instruction(target, data);
        }
    }

    @Override
    public void comment(char[] ch, int start, int length) {
        if (!inDtd) {
            writer.comment(new String(ch, start, length));
        }
    }

    @Override
    public void startCDATA() {
        cdata = true;
    }

    @Override
    public void endCDATA() {
        cdata = false;
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) {
        inDtd = true;
    }

    @Override
    public void endDTD() {
        inDtd = false;
    }

    /** Writes a node and what is in it, without recursion into the host's stack for siblings. */
    static void tree(Node node, XmlWriter w) {
        switch (node.getNodeType()) {
            case Node.DOCUMENT_NODE, Node.DOCUMENT_FRAGMENT_NODE, Node.ENTITY_REFERENCE_NODE -> children(node, w);
            case Node.ELEMENT_NODE -> {
                w.start(node.getNodeName(), attributes(node, w));
                children(node, w);
                w.end();
            }
            case Node.TEXT_NODE -> w.characters(node.getNodeValue(), false);
            case Node.CDATA_SECTION_NODE -> w.characters(node.getNodeValue(), true);
            case Node.COMMENT_NODE -> w.comment(node.getNodeValue());
            case Node.PROCESSING_INSTRUCTION_NODE -> w.instruction(node.getNodeName(), node.getNodeValue());
            default -> {
            }
        }
    }

    private static void children(Node node, XmlWriter w) {
        for (Node c = node.getFirstChild(); c != null; c = c.getNextSibling()) {
            tree(c, w);
        }
    }

    /** An element's attributes, and declarations of the namespaces that it uses and nobody declared. */
    private static List<String> attributes(Node element, XmlWriter w) {
        NamedNodeMap map = element.getAttributes();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < map.getLength(); i++) {
            String name = map.item(i).getNodeName();
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                all.add(name);
                all.add(map.item(i).getNodeValue());
            }
        }
        for (int i = 0; i < map.getLength(); i++) {
            Node a = map.item(i);
            String name = a.getNodeName();
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                continue;
            }
            int colon = name.indexOf(':');
            if (a.getNamespaceURI() != null && colon > 0) {
                declare(name.substring(0, colon), a.getNamespaceURI(), all, w);
            }
            all.add(name);
            all.add(a.getNodeValue());
        }
        String name = element.getNodeName();
        if (element.getLocalName() != null) {
            int colon = name.indexOf(':');
            declare(colon < 0 ? "" : name.substring(0, colon), element.getNamespaceURI() == null ? "" : element.getNamespaceURI(), all, w);
        }
        return all;
    }

    private static void declare(String prefix, String uri, List<String> all, XmlWriter w) {
        String key = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        if (prefix.equals("xml") || all.contains(key)) {
            return;
        }
        if (!uri.equals(w.bound(prefix))) {
            all.add(key);
            all.add(uri);
        }
    }

    /** Tells a handler of a node and what is in it. */
    static void tell(Node node, DefaultHandler2 h) throws SAXException {
        switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> {
                AttributesImpl atts = new AttributesImpl();
                for (int i = 0; i < node.getAttributes().getLength(); i++) {
                    Node a = node.getAttributes().item(i);
                    String local = a.getLocalName() == null ? a.getNodeName() : a.getLocalName();
                    atts.addAttribute(a.getNamespaceURI() == null ? "" : a.getNamespaceURI(), local, a.getNodeName(), "CDATA", a.getNodeValue());
                }
                String uri = node.getNamespaceURI() == null ? "" : node.getNamespaceURI();
                String local = node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
                h.startElement(uri, local, node.getNodeName(), atts);
                tellChildren(node, h);
                h.endElement(uri, local, node.getNodeName());
            }
            case Node.TEXT_NODE -> h.characters(node.getNodeValue().toCharArray(), 0, node.getNodeValue().length());
            case Node.CDATA_SECTION_NODE -> {
                h.startCDATA();
                h.characters(node.getNodeValue().toCharArray(), 0, node.getNodeValue().length());
                h.endCDATA();
            }
            case Node.COMMENT_NODE -> h.comment(node.getNodeValue().toCharArray(), 0, node.getNodeValue().length());
            case Node.PROCESSING_INSTRUCTION_NODE -> h.processingInstruction(node.getNodeName(), node.getNodeValue());
            case Node.DOCUMENT_NODE -> {
                h.startDocument();
                tellChildren(node, h);
                h.endDocument();
            }
            default -> tellChildren(node, h);
        }
    }

    private static void tellChildren(Node node, DefaultHandler2 h) throws SAXException {
        for (Node c = node.getFirstChild(); c != null; c = c.getNextSibling()) {
            tell(c, h);
        }
    }

    /** What a document says of standing alone, as it is written. */
    static String standalone(Node node) {
        return node instanceof Document && !((Document) node).getXmlStandalone() ? "no" : null;
    }
}
