package rvm.internal.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.ContentHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.ext.Attributes2Impl;
import org.xml.sax.ext.EntityResolver2;

/** Reads documents (XML 1.0 and its namespaces) and tells handlers what is in them. It does not validate. */
final class XmlParser extends XmlDtdReader {
    static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    ContentHandler content;
    EntityResolver resolver;
    boolean namespaces = true;
    boolean prefixes;
    boolean loadExternal = true;
    boolean noDoctype;
    boolean keepReferences;
    String xmlEncoding;
    boolean standalone;

    /** An element that is open: its name, its namespace, and what it bound. */
    private static final class Open {
        final String qName;
        String uri = "";
        String local = "";
        List<String> bound;
        final XmlText text;

        Open(String qName, XmlText text) {
            this.qName = qName;
            this.text = text;
        }
    }

    private final ArrayList<Open> open = new ArrayList<>();
    private final HashMap<String, ArrayList<String>> bindings = new HashMap<>();
    /** Where the values of the attributes of the tag end. */
    private final ArrayList<Integer> ends = new ArrayList<>();
    private final ArrayList<String> expanding = new ArrayList<>();

    void parse(InputSource source) throws IOException, SAXException {
        open.clear();
        bindings.clear();
        expanding.clear();
        startDtd();
        in = new XmlText("", source.getPublicId(), source.getSystemId(), null);
        place = in;
        try {
            in = XmlText.read(source);
        } catch (java.io.CharConversionException e) {
            throw fatal(e.getMessage());
        }
        place = in;
        version = "1.0";
        if (content != null) {
            content.setDocumentLocator(this);
        }
        String[] head;
        head = declaration(true);
        xmlEncoding = head == null ? null : head[1];
        standalone = head != null && "yes".equals(head[2]);
        if (head != null) {
            version = head[0];
        }
        if (content != null) {
            content.startDocument();
            if (head != null) {
                content.declaration(head[0], head[1], head[2]);
            }
        }
        prolog();
        body();
        trailing();
        if (content != null) {
            content.endDocument();
        }
    }

    private void prolog() throws IOException, SAXException {
        boolean doctype = false;
        while (true) {
            spaces();
            if (ended()) {
                throw fatal("Premature end of file.");
            }
            if (peek() != '<') {
                throw fatal("Content is not allowed in prolog.");
            }
            if (take("<!--")) {
                comment();
            } else if (take("<?")) {
                instruction();
            } else if (take("<!DOCTYPE") && !doctype) {
                if (noDoctype) {
                    throw fatal("DOCTYPE is disallowed when the feature \"http://apache.org/xml/features/disallow-doctype-decl\" set to true.");
                }
                doctype = true;
                doctype();
            } else {
                in.at++;
                if (take('!')) {
                    throw fatal("The markup in the document preceding the root element must be well-formed.");
                }
                if (XmlChars.isNameStart(peek())) {
                    in.at--;
                    return;
                }
                if (ended()) {
                    throw fatal(CUT);
                }
                throw fatal("The markup in the document preceding the root element must be well-formed.");
            }
        }
    }

    private void trailing() throws SAXException {
        while (true) {
            spaces();
            if (ended()) {
                return;
            }
            if (take("<!--")) {
                comment();
            } else if (take("<?")) {
                instruction();
            } else if (peek() == '<') {
                in.at++;
                take('/');
                throw fatal("The markup in the document following the root element must be well-formed.");
            } else {
                throw fatal("Content is not allowed in trailing section.");
            }
        }
    }

    private void doctype() throws IOException, SAXException {
        if (!spaces()) {
            throw fatal("White space is required after \"<!DOCTYPE\" in the document type declaration.");
        }
        String root = name();
        if (root == null) {
            throw fatal("The root element type must appear after \"<!DOCTYPE\" in the document type declaration.");
        }
        spaces();
        String[] id = externalId(false);
        spaces();
        if (lexical != null) {
            lexical.startDTD(root, id[0], id[1]);
        }
        if (take('[')) {
            declarations(false);
            subset = shown.toString();
            spaces();
        } else {
            subset = null;
        }
        if (!take('>')) {
            throw fatal(ended() ? CUT : "The document type declaration for root element type \"" + root + "\" must end with '>'.");
        }
        if (id[1] != null && loadExternal) {
            XmlText saved = in;
            XmlText text = open(id[0], id[1], getSystemId());
            if (text != null) {
                in = text;
                place = text;
                declaration(false);
                declarations(true);
                in = saved;
                place = saved;
            }
        }
        if (lexical != null) {
            lexical.endDTD();
        }
    }

    /** The declarations of the internal subset. */
    String subset;

    @Override
    XmlText open(String publicId, String systemId, String base) throws IOException, SAXException {
        InputSource source = null;
        if (resolver instanceof EntityResolver2) {
            source = ((EntityResolver2) resolver).resolveEntity(null, publicId, base, systemId);
        } else if (resolver != null) {
            source = resolver.resolveEntity(publicId, XmlText.expand(systemId, base));
        }
        if (source == null) {
            source = new InputSource(XmlText.expand(systemId, base));
            source.setPublicId(publicId);
        } else if (source.getSystemId() == null) {
            source.setSystemId(systemId);
        }
        return XmlText.read(source);
    }

    private String uri(String prefix) {
        if (prefix.equals("xml")) {
            return XML;
        }
        ArrayList<String> bound = bindings.get(prefix);
        return bound == null || bound.isEmpty() ? null : bound.get(bound.size() - 1);
    }

    /** Content from the root element's begin to its end. */
    private void body() throws IOException, SAXException {
        startTag();
        content(1);
    }

    /** Content until fewer than so many elements are open, or the text of an entity ends. */
    private void content(int least) throws IOException, SAXException {
        while (open.size() >= least) {
            if (ended()) {
                if (expanding.isEmpty() || open.size() != least - 1 && open.get(open.size() - 1).text == in) {
                    throw fatal(CUT);
                }
                return;
            }
            int c = peek();
            if (c == '&') {
                in.at++;
                entity();
            } else if (c != '<') {
                characters();
            } else if (take("</")) {
                endTag();
            } else if (take("<!--")) {
                comment();
            } else if (take("<![CDATA[")) {
                cdata();
            } else if (take("<?")) {
                instruction();
            } else {
                in.at++;
                if (ended()) {
                    throw fatal(CUT);
                }
                if (peek() == '!') {
                    in.at++;
                    throw fatal("The content of elements must consist of well-formed character data or markup.");
                }
                if (!XmlChars.isNameStart(peek()) && !Character.isHighSurrogate((char) peek())) {
                    throw fatal("The content of elements must consist of well-formed character data or markup.");
                }
                in.at--;
                startTag();
            }
        }
    }

    private void characters() throws SAXException {
        String s = in.text;
        int from = in.at;
        int i = from;
        boolean blank = true;
        for (; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '<' || c == '&') {
                break;
            }
            if (c == ']' && s.startsWith("]]>", i)) {
                throw fatal("The character sequence \"]]>\" must not appear in content unless used to mark the end of a CDATA section.", i + 3);
            }
            blank &= c <= ' ';
            if (c < 0x20 && !XmlChars.isSpace(c) || c >= 0xd800 && !surrogates(s, i) && !XmlChars.isChar(c)) {
                in.at = i;
                text(s.substring(from, i), false);
                throw fatal("An invalid XML character (Unicode: " + hex(c) + ") was found in the element content of the document.",
                        Character.isSurrogate(c) ? i + 1 : i);
            }
        }
        in.at = i;
        text(s.substring(from, i), blank);
    }

    private static boolean surrogates(String s, int i) {
        char c = s.charAt(i);
        return Character.isHighSurrogate(c) ? i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))
                : Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(s.charAt(i - 1));
    }

    private void text(String s, boolean blank) throws SAXException {
        if (s.isEmpty() || content == null) {
            return;
        }
        char[] chars = s.toCharArray();
        if (blank && dtd.onlyElements(open.get(open.size() - 1).qName)) {
            content.ignorableWhitespace(chars, 0, chars.length);
        } else {
            content.characters(chars, 0, chars.length);
        }
    }

    private void cdata() throws SAXException {
        int from = in.at;
        int end = in.text.indexOf("]]>", from);
        if (end < 0) {
            throw fatal(CUT, in.text.length());
        }
        String s = in.text.substring(from, end);
        check(s, from, "the CDATA section.");
        in.at = end + 3;
        if (lexical != null) {
            lexical.startCDATA();
        }
        if (!s.isEmpty() && content != null) {
            content.characters(s.toCharArray(), 0, s.length());
        }
        if (lexical != null) {
            lexical.endCDATA();
        }
    }

    @Override
    void instruction(String target, String data) throws SAXException {
        if (content != null) {
            content.processingInstruction(target, data);
        }
    }

    private static int predefined(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> -1;
        };
    }

    private String entityName() throws SAXException {
        String name = name();
        if (name == null) {
            throw fatal(ended() ? CUT : "The entity name must immediately follow the '&' in the entity reference.");
        }
        if (!take(';')) {
            throw fatal("The reference to entity \"" + name + "\" must end with the ';' delimiter.");
        }
        return name;
    }

    /** An entity that is referred to. */
    private XmlDtd.Entity declared(String name) throws SAXException {
        XmlDtd.Entity e = dtd.general.get(name);
        if (e == null) {
            throw fatal("The entity \"" + name + "\" was referenced, but not declared.");
        }
        if (e.notation != null) {
            throw fatal("The unparsed entity reference \"&" + name + ";\" is not permitted.");
        }
        if (expanding.contains(name)) {
            throw fatal("Recursive entity reference \"" + name + "\". (Reference path: " + String.join(" -> ", expanding) + " -> " + name + "),");
        }
        expanded();
        return e;
    }

    /** A reference in content, behind its ampersand. */
    private void entity() throws IOException, SAXException {
        if (take('#')) {
            text(new String(Character.toChars(reference())), false);
            return;
        }
        String name = entityName();
        int c = predefined(name);
        if (c >= 0) {
            if (lexical != null) {
                lexical.startEntity(name);
            }
            text(String.valueOf((char) c), false);
            if (lexical != null) {
                lexical.endEntity(name);
            }
            return;
        }
        XmlDtd.Entity e = declared(name);
        if (e.value == null && !loadExternal) {
            if (content != null) {
                content.skippedEntity(name);
            }
            return;
        }
        XmlText saved = in;
        XmlText savedPlace = place;
        XmlText text = e.value != null ? new XmlText(e.value, null, null, null) : open(e.publicId, e.systemId, e.base);
        if (lexical != null) {
            lexical.startEntity(name);
        }
        if (text != null) {
            in = text;
            if (e.value == null) {
                place = text;
                declaration(false);
            }
            expanding.add(name);
            int depth = open.size();
            content(depth);
            if (open.size() != depth) {
                throw fatal("The element type must be terminated within the entity that it starts in.");
            }
            expanding.remove(expanding.size() - 1);
            in = saved;
            place = savedPlace;
        }
        if (lexical != null) {
            lexical.endEntity(name);
        }
    }

    @Override
    String attributeValue(String raw, String element, String name, boolean tokens) throws IOException, SAXException {
        XmlText saved = in;
        in = new XmlText(raw, null, null, null);
        StringBuilder sb = new StringBuilder();
        value(sb, -1, element, name);
        in = saved;
        return tokens ? collapsed(sb.toString()) : sb.toString();
    }

    private static String collapsed(String s) {
        StringBuilder sb = new StringBuilder();
        for (String t : s.split(" ")) {
            if (!t.isEmpty()) {
                sb.append(sb.length() > 0 ? " " : "").append(t);
            }
        }
        return sb.toString();
    }

    /** Reads an attribute's value up to a quote, or to the end of the text. */
    private void value(StringBuilder sb, int quote, String element, String name) throws IOException, SAXException {
        while (true) {
            if (ended()) {
                if (quote < 0) {
                    return;
                }
                throw fatal(CUT);
            }
            int c = peek();
            if (c == quote) {
                in.at++;
                return;
            }
            if (c == '<') {
                throw fatal("The value of attribute \"" + name + "\" associated with an element type \"" + element + "\" must not contain the '<' character.");
            }
            in.at++;
            if (c == '&') {
                if (take('#')) {
                    sb.appendCodePoint(reference());
                    continue;
                }
                String entity = entityName();
                int p = predefined(entity);
                if (p >= 0) {
                    sb.append((char) p);
                    continue;
                }
                XmlDtd.Entity e = declared(entity);
                if (e.value == null) {
                    throw fatal("The external entity reference \"&" + entity + ";\" is not permitted in an attribute value.");
                }
                XmlText saved = in;
                in = new XmlText(e.value, null, null, null);
                expanding.add(entity);
                value(sb, -1, element, name);
                expanding.remove(expanding.size() - 1);
                in = saved;
            } else if (XmlChars.isSpace(c)) {
                sb.append(' ');
            } else {
                if (c < 0x20 || c >= 0xd800 && !surrogates(in.text, in.at - 1) && !XmlChars.isChar(c)) {
                    throw fatal("An invalid XML character (Unicode: " + hex(c) + ") was found in the value of attribute \"" + name
                            + "\" and element is \"" + element + "\".", in.at - 1);
                }
                sb.append((char) c);
            }
        }
    }

    /** A start tag, whose {@code <} is next. */
    private void startTag() throws IOException, SAXException {
        in.at++;
        XmlText tagText = in;
        String name = qName(namespaces);
        if (namespaces && name.endsWith(":")) {
            throw fatal("Element or attribute \"" + name + "\" do not match QName production: QName::=(NCName:)?NCName.");
        }
        Open element = new Open(name, tagText);
        Attributes2Impl atts = new Attributes2Impl();
        ends.clear();
        boolean empty = false;
        while (true) {
            boolean gap = spaces();
            if (take('>')) {
                break;
            }
            if (take("/>")) {
                empty = true;
                break;
            }
            if (ended()) {
                throw fatal(CUT);
            }
            String attribute = gap ? qName(namespaces) : null;
            if (attribute == null) {
                throw fatal("Element type \"" + name + "\" must be followed by either attribute specifications, \">\" or \"/>\".");
            }
            if (namespaces && attribute.endsWith(":")) {
                throw fatal("Element or attribute \"" + attribute + "\" do not match QName production: QName::=(NCName:)?NCName.");
            }
            spaces();
            if (!take('=')) {
                throw fatal(ended() ? CUT : "Attribute name \"" + attribute + "\" associated with an element type \"" + name
                        + "\" must be followed by the ' = ' character.");
            }
            spaces();
            int quote = peek();
            if (quote != '"' && quote != '\'') {
                throw fatal(ended() ? CUT : "Open quote is expected for attribute \"" + attribute + "\" associated with an  element type  \"" + name + "\".");
            }
            in.at++;
            StringBuilder sb = new StringBuilder();
            value(sb, quote, name, attribute);
            XmlDtd.Attribute declared = dtd.attribute(name, attribute);
            String type = declared == null ? "CDATA" : declared.type.startsWith("(") ? "NMTOKEN" : declared.type;
            String value = type.equals("CDATA") ? sb.toString() : collapsed(sb.toString());
            if (!namespaces && atts.getIndex(attribute) >= 0) {
                throw fatal("Attribute \"" + attribute + "\" was already specified for element \"" + name + "\".");
            }
            atts.addAttribute("", namespaces ? "" : attribute, attribute, type, value);
            ends.add(in.at);
            if (declared != null) {
                atts.setDeclared(atts.getLength() - 1, true);
            }
        }
        for (XmlDtd.Attribute a : dtd.attributes.getOrDefault(name, List.of())) {
            if (a.value != null && atts.getIndex(a.name) < 0) {
                atts.addAttribute("", namespaces ? "" : a.name, a.name, a.type.startsWith("(") ? "NMTOKEN" : a.type, a.value);
                atts.setSpecified(atts.getLength() - 1, false);
            }
        }
        if (namespaces) {
            bind(element, atts);
        }
        open.add(element);
        if (content != null) {
            content.startElement(element.uri, element.local, name, atts);
        }
        if (empty) {
            close();
        }
    }

    private void bind(Open element, Attributes2Impl atts) throws SAXException {
        for (int i = 0; i < atts.getLength(); i++) {
            String q = atts.getQName(i);
            boolean usual = q.equals("xmlns");
            if (!usual && !q.startsWith("xmlns:")) {
                continue;
            }
            String prefix = usual ? "" : q.substring(6);
            String uri = atts.getValue(i);
            int end = i < ends.size() ? ends.get(i) : in.at;
            if (uri.equals(XMLNS)) {
                throw fatal("The namespace for prefix \"xmlns\" cannot be bound to any namespace explicitly; neither can the namespace for"
                        + " \"xmlns\" be bound to any prefix explicitly.", end);
            }
            if (prefix.equals("xmlns")) {
                throw fatal("The prefix \"xmlns\" cannot be bound to any namespace explicitly; neither can the namespace for \"xmlns\" be bound to"
                        + " any prefix explicitly.", end);
            }
            if (prefix.equals("xml") != uri.equals(XML)) {
                throw fatal("The prefix \"xml\" cannot be bound to any namespace other than its usual namespace; neither can the namespace for \"xml\""
                        + " be bound to any prefix other than \"xml\".", end);
            }
            if (!usual && uri.isEmpty()) {
                throw fatal("The value of the attribute \"prefix=\"xmlns\",localpart=\"" + prefix + "\",rawname=\"" + q
                        + "\"\" is invalid. Prefixed namespace bindings may not be empty.", end);
            }
            if (element.bound == null) {
                element.bound = new ArrayList<>();
            }
            element.bound.add(prefix);
            bindings.computeIfAbsent(prefix, p -> new ArrayList<>()).add(uri);
            atts.setURI(i, XMLNS);
            atts.setLocalName(i, usual ? "xmlns" : prefix);
            if (content != null && !prefix.equals("xml")) {
                content.startPrefixMapping(prefix, uri);
            }
        }
        String q = element.qName;
        int colon = q.indexOf(':');
        String uri = uri(colon < 0 ? "" : q.substring(0, colon));
        if (colon >= 0 && uri == null) {
            throw fatal("The prefix \"" + q.substring(0, colon) + "\" for element \"" + q + "\" is not bound.");
        }
        element.uri = uri == null ? "" : uri;
        element.local = q.substring(colon + 1);
        for (int i = atts.getLength(); --i >= 0; ) {
            String a = atts.getQName(i);
            if (a.equals("xmlns") || a.startsWith("xmlns:")) {
                if (!prefixes) {
                    atts.removeAttribute(i);
                }
                continue;
            }
            colon = a.indexOf(':');
            atts.setLocalName(i, a.substring(colon + 1));
            if (colon > 0) {
                uri = uri(a.substring(0, colon));
                if (uri == null) {
                    throw fatal("The prefix \"" + a.substring(0, colon) + "\" for attribute \"" + a + "\" associated with an element type \"" + q
                            + "\" is not bound.");
                }
                atts.setURI(i, uri);
            }
        }
        for (int i = 0; i < atts.getLength(); i++) {
            if (atts.getURI(i).isEmpty() && atts.getIndex(atts.getQName(i)) < i) {
                throw fatal("Attribute \"" + atts.getQName(i) + "\" was already specified for element \"" + q + "\".");
            }
            if (!atts.getURI(i).isEmpty() && atts.getIndex(atts.getURI(i), atts.getLocalName(i)) < i) {
                throw fatal("Attribute \"" + atts.getLocalName(i) + "\" bound to namespace \"" + atts.getURI(i)
                        + "\" was already specified for element \"" + q + "\".");
            }
        }
    }

    private void close() throws SAXException {
        Open element = open.remove(open.size() - 1);
        if (content != null) {
            content.endElement(element.uri, element.local, element.qName);
        }
        if (element.bound != null) {
            for (String prefix : element.bound) {
                ArrayList<String> bound = bindings.get(prefix);
                bound.remove(bound.size() - 1);
            }
            for (String prefix : element.bound) {
                if (content != null && !prefix.equals("xml")) {
                    content.endPrefixMapping(prefix);
                }
            }
        }
    }

    private void endTag() throws SAXException {
        Open element = open.get(open.size() - 1);
        if (!take(element.qName)) {
            throw fatal("The element type \"" + element.qName + "\" must be terminated by the matching end-tag \"</" + element.qName + ">\".");
        }
        spaces();
        if (!take('>')) {
            throw fatal(ended() ? CUT : "The end-tag for element type \"" + element.qName + "\" must end with a '>' delimiter.");
        }
        if (element.text != in) {
            throw fatal("The end-tag of element type \"" + element.qName + "\" must be in the entity that the element starts in.");
        }
        close();
    }

    /** Which prefixes are bound now. */
    Map<String, ArrayList<String>> bindings() {
        return bindings;
    }
}
