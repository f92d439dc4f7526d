package rvm.internal.xml;

import java.io.IOException;
import org.xml.sax.DTDHandler;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DeclHandler;
import org.xml.sax.ext.LexicalHandler;

/** Reads document type declarations. */
abstract class XmlDtdReader extends XmlScanner {
    private static final int MOST_EXPANSIONS = 64000;

    XmlDtd dtd = new XmlDtd();
    DTDHandler dtdHandler;
    DeclHandler declarations;
    LexicalHandler lexical;
    private int expansions;
    /** The declarations of the internal subset, one a line. */
    final StringBuilder shown = new StringBuilder();
    /** Whether what is read is outside of the document. */
    private boolean external;

    final void expanded() throws SAXException {
        if (++expansions > MOST_EXPANSIONS) {
            throw fatal("JAXP00010001: The parser has encountered more than \"" + MOST_EXPANSIONS
                    + "\" entity expansions in this document; this is the limit imposed by the JDK.");
        }
    }

    final void startDtd() {
        dtd = new XmlDtd();
        expansions = 0;
        shown.setLength(0);
        external = false;
    }

    /** Puts what a parameter entity stands for in the place of its reference. */
    private boolean parameter() throws IOException, SAXException {
        if (peek() != '%' || in.at + 1 >= in.text.length() || !XmlChars.isNameStart(in.text.charAt(in.at + 1))) {
            return false;
        }
        int from = in.at++;
        String name = name();
        if (!take(';')) {
            throw fatal("The reference to parameter entity \"" + name + "\" must end with the ';' delimiter.");
        }
        expanded();
        XmlDtd.Entity e = dtd.parameters.get(name);
        String value = "";
        if (e != null && e.value != null) {
            value = e.value;
        } else if (e != null) {
            XmlText text = open(e.publicId, e.systemId, e.base);
            if (text != null) {
                XmlText saved = in;
                in = text;
                declaration(false);
                value = text.text.substring(text.at);
                in = saved;
            }
        }
        in = splice(in, from, in.at, " " + value + " ");
        return true;
    }

    private XmlText splice(XmlText t, int from, int to, String value) {
        XmlText changed = new XmlText(t.text.substring(0, from) + value + t.text.substring(to), t.publicId, t.systemId, t.encoding);
        changed.at = from;
        place = place == t ? changed : place;
        return changed;
    }

    /** Spaces and, in external declarations, parameter entities. */
    private boolean gap() throws IOException, SAXException {
        boolean any = spaces();
        while (external && parameter()) {
            any = true;
            spaces();
        }
        return any;
    }

    /** Declarations up to the bracket that ends the internal subset, or the end of the external one. */
    final void declarations(boolean isExternal) throws IOException, SAXException {
        external = isExternal;
        int included = 0;
        while (true) {
            spaces();
            if (ended()) {
                if (isExternal && included == 0) {
                    return;
                }
                throw fatal(CUT);
            }
            if (parameter()) {
                continue;
            }
            if (take("<!--")) {
                comment();
            } else if (take("<?")) {
                instruction();
            } else if (take("<!ENTITY")) {
                entity();
            } else if (take("<!ELEMENT")) {
                element();
            } else if (take("<!ATTLIST")) {
                attributes();
            } else if (take("<!NOTATION")) {
                notation();
            } else if (isExternal && take("<![")) {
                gap();
                boolean include = take("INCLUDE");
                if (!include && !take("IGNORE")) {
                    throw fatal("The conditional section must begin with INCLUDE or IGNORE.");
                }
                gap();
                if (!take('[')) {
                    throw fatal("A '[' is expected in a conditional section.");
                }
                if (include) {
                    included++;
                } else {
                    ignore();
                }
            } else if (included > 0 && take("]]>")) {
                included--;
            } else if (!isExternal && take(']')) {
                return;
            } else {
                throw fatal((isExternal ? "The markup declarations contained or pointed to by the document type declaration"
                        : "The markup declarations contained or pointed to by the document type declaration") + " must be well-formed.");
            }
        }
    }

    private void ignore() throws SAXException {
        for (int depth = 1; depth > 0; ) {
            if (ended()) {
                throw fatal(CUT);
            }
            if (take("<![")) {
                depth++;
            } else if (take("]]>")) {
                depth--;
            } else {
                in.at++;
            }
        }
    }

    private String need(String name, String message) throws SAXException {
        if (name == null) {
            throw fatal(message);
        }
        return name;
    }

    private void end(String what, String name) throws IOException, SAXException {
        gap();
        if (!take('>')) {
            throw fatal(ended() ? CUT : "The " + what + " \"" + name + "\" must end with '>'.");
        }
    }

    /** Public and system identifier; {null, null} if there are none. */
    final String[] externalId(boolean systemMayLack) throws IOException, SAXException {
        String[] id = new String[2];
        if (take("SYSTEM")) {
            if (!gap()) {
                throw fatal("White space is required between \"SYSTEM\" and the system identifier.");
            }
            id[1] = need(quoted(), "The system identifier must begin with either a single or double quote character.");
        } else if (take("PUBLIC")) {
            if (!gap()) {
                throw fatal("White space is required between \"PUBLIC\" and the public identifier.");
            }
            id[0] = need(quoted(), "The public identifier must begin with either a single or double quote character.").trim().replaceAll("\\s+", " ");
            gap();
            String system = quoted();
            if (system == null && !systemMayLack) {
                throw fatal("White space is required between the public and system identifiers.");
            }
            id[1] = system;
        }
        return id;
    }

    private void show(String declaration) {
        if (!external) {
            shown.append(declaration).append(">\n");
        }
    }

    private static String identifiers(String publicId, String systemId) {
        return (publicId != null ? "PUBLIC \"" + publicId + "\"" : "SYSTEM") + (systemId != null ? " \"" + systemId + "\"" : "");
    }

    private void entity() throws IOException, SAXException {
        if (!gap()) {
            throw fatal("White space is required after \"<!ENTITY\" in the entity declaration.");
        }
        boolean isParameter = false;
        if (take('%')) {
            isParameter = true;
            gap();
        }
        String name = need(name(), "The name of the entity is required in the entity declaration.");
        if (!gap()) {
            throw fatal("White space is required between the entity name and the definition in the entity declaration.");
        }
        String value = quoted();
        XmlDtd.Entity e;
        if (value != null) {
            e = new XmlDtd.Entity(name, entityValue(value), null, null, getSystemId(), null);
        } else {
            String[] id = externalId(false);
            if (id[1] == null) {
                throw fatal("The entity value or an external identifier is required in the declaration of the entity \"" + name + "\".");
            }
            String unparsed = null;
            gap();
            if (!isParameter && take("NDATA")) {
                gap();
                unparsed = need(name(), "A notation name is required after \"NDATA\" in the declaration for the entity \"" + name + "\".");
            }
            e = new XmlDtd.Entity(name, null, id[0], id[1], getSystemId(), unparsed);
        }
        end("declaration for the entity", name);
        boolean isNew = (isParameter ? dtd.parameters : dtd.general).putIfAbsent(name, e) == null;
        String shown = isParameter ? "%" + name : name;
        if (!isNew) {
            return;
        }
        show("<!ENTITY " + (isParameter ? "% " : "") + name + " " + (value != null ? "'" + value + "'" : identifiers(e.publicId, e.systemId))
                + (e.notation != null ? " NDATA " + e.notation : ""));
        if (e.notation != null) {
            if (dtdHandler != null) {
                dtdHandler.unparsedEntityDecl(name, e.publicId, XmlText.expand(e.systemId, e.base), e.notation);
            }
        } else if (declarations != null) {
            if (e.value != null) {
                declarations.internalEntityDecl(shown, e.value);
            } else {
                declarations.externalEntityDecl(shown, e.publicId, XmlText.expand(e.systemId, e.base));
            }
        }
    }

    /** Resolves references to characters and parameter entities in an entity's value. */
    private String entityValue(String raw) throws IOException, SAXException {
        if (raw.indexOf('&') < 0 && raw.indexOf('%') < 0) {
            return raw;
        }
        XmlText saved = in;
        XmlText savedPlace = place;
        in = new XmlText(raw, null, null, null);
        StringBuilder sb = new StringBuilder();
        while (!ended()) {
            if (take("&#")) {
                sb.appendCodePoint(reference());
            } else if (external && parameter()) {
                // Its text is next; the spaces around it do not belong to a value.
                in = splice(in, in.at, in.at + 1, "");
            } else {
                sb.append((char) peek());
                in.at++;
            }
        }
        in = saved;
        place = savedPlace;
        return sb.toString();
    }

    private void element() throws IOException, SAXException {
        if (!gap()) {
            throw fatal("White space is required after \"<!ELEMENT\" in the element type declaration.");
        }
        String name = need(name(), "The element type is required in the element type declaration.");
        if (!gap()) {
            throw fatal("White space is required after the element type \"" + name + "\" in the element type declaration.");
        }
        String model;
        if (take("EMPTY")) {
            model = "EMPTY";
        } else if (take("ANY")) {
            model = "ANY";
        } else {
            if (peek() != '(') {
                throw fatal("A '(' character or an element type is required in the declaration of element type \"" + name + "\".");
            }
            StringBuilder sb = new StringBuilder();
            int depth = 0;
            do {
                gap();
                int c = peek();
                if (c == '(') {
                    depth++;
                    sb.append('(');
                    in.at++;
                } else if (c == ')') {
                    depth--;
                    sb.append(')');
                    in.at++;
                    occurrence(sb);
                } else if (c == '|' || c == ',') {
                    sb.append((char) c);
                    in.at++;
                } else if (take("#PCDATA")) {
                    sb.append("#PCDATA");
                } else {
                    sb.append(need(name(), "A '(' character or an element type is required in the declaration of element type \"" + name + "\"."));
                    occurrence(sb);
                }
            } while (depth > 0);
            model = sb.toString();
        }
        end("declaration for element type", name);
        dtd.models.putIfAbsent(name, model);
        show("<!ELEMENT " + name + " " + model);
        if (declarations != null) {
            declarations.elementDecl(name, model);
        }
    }

    private void occurrence(StringBuilder sb) {
        int c = peek();
        if (c == '*' || c == '+' || c == '?') {
            sb.append((char) c);
            in.at++;
        }
    }

    private void attributes() throws IOException, SAXException {
        if (!gap()) {
            throw fatal("White space is required after \"<!ATTLIST\" in the attribute-list declaration.");
        }
        String element = need(name(), "The element type is required in the attribute-list declaration.");
        while (true) {
            gap();
            if (take('>')) {
                return;
            }
            if (ended()) {
                throw fatal(CUT);
            }
            String name = need(name(), "The attribute name must be specified in the attribute-list declaration for element \"" + element + "\".");
            gap();
            String type = attributeType(element, name);
            gap();
            String mode = null;
            String value = null;
            if (take("#REQUIRED")) {
                mode = "#REQUIRED";
            } else if (take("#IMPLIED")) {
                mode = "#IMPLIED";
            } else {
                if (take("#FIXED")) {
                    mode = "#FIXED";
                    gap();
                }
                String raw = need(quoted(), "The attribute default must be given for attribute \"" + name + "\" of element \"" + element + "\".");
                value = attributeValue(raw, element, name, !type.equals("CDATA"));
            }
            dtd.add(element, new XmlDtd.Attribute(name, type, value));
            show("<!ATTLIST " + element + " " + name + " " + type + (mode != null ? " " + mode : "") + (value != null ? " '" + value + "'" : ""));
            if (declarations != null) {
                declarations.attributeDecl(element, name, type, mode, value);
            }
        }
    }

    private String attributeType(String element, String name) throws IOException, SAXException {
        for (String t : new String[] {"CDATA", "IDREFS", "IDREF", "ID", "ENTITIES", "ENTITY", "NMTOKENS", "NMTOKEN"}) {
            if (take(t)) {
                return t;
            }
        }
        StringBuilder sb = new StringBuilder();
        if (take("NOTATION")) {
            sb.append("NOTATION ");
            gap();
        }
        if (!take('(')) {
            throw fatal("The attribute type is required in the declaration of attribute \"" + name + "\" for element \"" + element + "\".");
        }
        sb.append('(');
        while (!take(')')) {
            gap();
            if (take('|')) {
                sb.append('|');
                continue;
            }
            int from = in.at;
            while (XmlChars.isName(peek())) {
                in.at++;
            }
            sb.append(in.text, from, in.at);
            if (from == in.at && peek() != ')') {
                throw fatal("The enumerated type list must end with ')' in the \"" + name + "\" attribute declaration.");
            }
        }
        return sb.append(')').toString();
    }

    abstract String attributeValue(String raw, String element, String name, boolean tokens) throws IOException, SAXException;

    private void notation() throws IOException, SAXException {
        gap();
        String name = need(name(), "The name of the notation is required in the notation declaration.");
        gap();
        String[] id = externalId(true);
        end("declaration for the notation", name);
        show("<!NOTATION " + name + " " + identifiers(id[0], id[1]));
        if (dtd.notations.putIfAbsent(name, id) == null && dtdHandler != null) {
            dtdHandler.notationDecl(name, id[0], id[1] == null ? null : XmlText.expand(id[1], getSystemId()));
        }
    }

    /** The rest of a comment. */
    final void comment() throws SAXException {
        int from = in.at;
        int end = in.text.indexOf("--", from);
        if (end < 0) {
            throw fatal(CUT, in.text.length());
        }
        String s = in.text.substring(from, end);
        check(s, from, "the comment.");
        in.at = end + 2;
        if (!take('>')) {
            throw fatal("The string \"--\" is not permitted within comments.");
        }
        if (lexical != null) {
            lexical.comment(s.toCharArray(), 0, s.length());
        }
    }

    /** The rest of a processing instruction. */
    final void instruction() throws SAXException {
        String target = name();
        if (target == null) {
            throw fatal("The processing instruction must begin with the name of the target.");
        }
        if (target.equalsIgnoreCase("xml")) {
            throw fatal("The processing instruction target matching \"[xX][mM][lL]\" is not allowed.");
        }
        String data = "";
        if (!take("?>")) {
            if (!spaces()) {
                throw fatal(ended() ? CUT : "White space is required between the processing instruction target and data.");
            }
            int from = in.at;
            int end = in.text.indexOf("?>", from);
            if (end < 0) {
                throw fatal(CUT, in.text.length());
            }
            data = in.text.substring(from, end);
            check(data, from, "the processing instruction.");
            in.at = end + 2;
        }
        instruction(target, data);
    }

    abstract void instruction(String target, String data) throws SAXException;
}
