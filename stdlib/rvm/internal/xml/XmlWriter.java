package rvm.internal.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a document as text: as XML, as HTML or only its text. */
final class XmlWriter {
    private static final Set<String> VOID = Set.of("area", "base", "br", "col", "frame", "hr", "img", "input", "isindex", "link", "meta", "param");

    /** An element whose begin was written. */
    private static final class Open {
        final String name;
        final Map<String, String> scope;
        final boolean keepBlanks;
        final boolean asCdata;
        boolean closed;
        boolean nested;

        Open(String name, Map<String, String> scope, boolean keepBlanks, boolean asCdata) {
            this.name = name;
            this.scope = scope;
            this.keepBlanks = keepBlanks;
            this.asCdata = asCdata;
        }
    }

    /** A piece of text that waits: whether it belongs on a line of its own is not known yet. */
    private record Piece(String text, boolean cdata) {
    }

    private final Writer out;
    private final ArrayList<Open> open = new ArrayList<>();
    private final ArrayList<Piece> waiting = new ArrayList<>();
    private final CharsetEncoder encoder;
    private final Set<String> cdataElements = new HashSet<>();
    private final String encoding;
    private String method;
    private final boolean indent;
    private int amount = 4;
    private boolean begun;
    private boolean doctypeDone;
    private final Map<String, String> keys;
    /** What the declaration says of standing alone; null for nothing. */
    String standalone;

    XmlWriter(Writer out, Map<String, String> keys) {
        this.out = out;
        this.keys = keys;
        encoding = keys.getOrDefault("encoding", "UTF-8");
        method = keys.get("method");
        indent = "yes".equals(keys.get("indent"));
        standalone = keys.get("standalone");
        for (String e : keys.getOrDefault("cdata-section-elements", "").split("\\s+")) {
            cdataElements.add(e);
        }
        String spaces = keys.get("{http://xml.apache.org/xslt}indent-amount");
        if (spaces == null) {
            spaces = keys.get("{http://xml.apache.org/xalan}indent-amount");
        }
        if (spaces != null) {
            amount = Integer.parseInt(spaces);
        }
        encoder = encoding.toUpperCase(java.util.Locale.ROOT).startsWith("UTF") ? null : Charset.forName(encoding).newEncoder();
    }

    private boolean text() {
        return "text".equals(method);
    }

    private boolean html() {
        return "html".equals(method);
    }

    private void put(String s) {
        try {
            out.write(s);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the head, once the kind of document is known. */
    private void begin(String root) {
        if (!begun) {
            begun = true;
            if (method == null) {
                method = root != null && root.equalsIgnoreCase("html") ? "html" : "xml";
            }
            if (method.equals("xml") && !"yes".equals(keys.get("omit-xml-declaration"))) {
                put("<?xml version=\"1.0\" encoding=\"" + encoding + "\"" + (standalone != null ? " standalone=\"" + standalone + "\"" : "") + "?>");
                if (indent && standalone != null) {
                    put("\n");
                }
            }
        }
        if (root != null && !doctypeDone) {
            doctypeDone = true;
            String system = keys.get("doctype-system");
            String known = keys.get("doctype-public");
            if (system != null || known != null && html()) {
                put("<!DOCTYPE " + root + (known != null ? " PUBLIC \"" + known + "\"" : system != null ? " SYSTEM" : "")
                        + (system != null ? " \"" + system + "\"" : "") + ">\n");
            }
        }
    }

    private void finishTag() {
        if (!open.isEmpty() && !open.get(open.size() - 1).closed) {
            open.get(open.size() - 1).closed = true;
            put(">");
        }
    }

    private boolean indents() {
        return indent && !open.isEmpty() && !open.get(open.size() - 1).keepBlanks;
    }

    private void line(int depth) {
        put("\n" + " ".repeat(depth * amount));
    }

    /** Writes the text that waits; on its own line if there are other nodes in the element. */
    private void flush(boolean alone) {
        if (waiting.isEmpty()) {
            return;
        }
        boolean own = !alone && indents() && !html();
        boolean first = true;
        for (Piece p : waiting) {
            String s = p.text;
            if (own && first) {
                line(open.size());
                int i = 0;
                while (i < s.length() && s.charAt(i) == '\n') {
                    i++;
                }
                s = s.substring(i);
            }
            first = false;
            if (p.cdata) {
                put("<![CDATA[" + s.replace("]]>", "]]]]><![CDATA[>") + "]]>");
            } else {
                put(escaped(s, false));
            }
        }
        waiting.clear();
    }

    /** Before a node that is not text. */
    private void node() {
        finishTag();
        if (!open.isEmpty()) {
            flush(false);
            if (indents()) {
                line(open.size());
            }
            open.get(open.size() - 1).nested = true;
        }
    }

    /** The namespace of a prefix; null if it is not bound. */
    String bound(String prefix) {
        String uri = open.isEmpty() ? null : open.get(open.size() - 1).scope.get(prefix);
        return uri == null && prefix.isEmpty() ? "" : uri;
    }

    /** An element with its attributes, declarations of namespaces among them: names and values in turn. */
    void start(String name, List<String> attributes) {
        begin(name);
        if (text()) {
            open.add(new Open(name, Map.of(), false, false));
            return;
        }
        node();
        put("<" + name);
        Map<String, String> scope = open.isEmpty() ? new HashMap<>() : open.get(open.size() - 1).scope;
        boolean own = false;
        boolean keep = !open.isEmpty() && open.get(open.size() - 1).keepBlanks;
        for (int i = 0; i < attributes.size(); i += 2) {
            String a = attributes.get(i);
            String value = attributes.get(i + 1);
            if (a.equals("xmlns") || a.startsWith("xmlns:")) {
                if (!own) {
                    own = true;
                    scope = new HashMap<>(scope);
                }
                scope.put(a.length() > 6 ? a.substring(6) : "", value);
            }
            if (a.equals("xml:space")) {
                keep = value.equals("preserve");
            }
            put(" " + a + "=\"" + escaped(value, true) + "\"");
        }
        open.add(new Open(name, scope, keep, cdataElements.contains(name)));
        if (html() && name.equalsIgnoreCase("head")) {
            finishTag();
            if (indents()) {
                line(open.size());
            }
            put("<META http-equiv=\"Content-Type\" content=\"text/html; charset=" + encoding + "\">");
            open.get(open.size() - 1).nested = true;
        }
    }

    void end() {
        Open e = open.get(open.size() - 1);
        if (text()) {
            flushText();
            open.remove(open.size() - 1);
            return;
        }
        boolean empty = !e.closed && waiting.isEmpty();
        if (empty && !html()) {
            put("/>");
            open.remove(open.size() - 1);
            return;
        }
        finishTag();
        flush(!e.nested);
        boolean indents = indents();
        open.remove(open.size() - 1);
        if (html() && VOID.contains(e.name.toLowerCase(java.util.Locale.ROOT))) {
            return;
        }
        if (e.nested && indents) {
            line(open.size());
        }
        put("</" + e.name + ">");
    }

    private void flushText() {
        for (Piece p : waiting) {
            put(p.text);
        }
        waiting.clear();
    }

    void characters(String s, boolean cdata) {
        if (s.isEmpty() || open.isEmpty() && !text()) {
            return;
        }
        begin(null);
        if (text()) {
            put(s);
            return;
        }
        Open e = open.get(open.size() - 1);
        finishTag();
        if (html() && (e.name.equalsIgnoreCase("script") || e.name.equalsIgnoreCase("style"))) {
            put(s);
            return;
        }
        boolean section = (cdata || e.asCdata) && !html();
        int last = waiting.size() - 1;
        if (last >= 0 && waiting.get(last).cdata == section && !cdata) {
            waiting.set(last, new Piece(waiting.get(last).text + s, section));
        } else {
            waiting.add(new Piece(s, section));
        }
    }

    void comment(String s) {
        begin(null);
        if (!text()) {
            node();
            put("<!--" + s + "-->");
        }
    }

    void instruction(String target, String data) {
        begin(null);
        if (!text()) {
            node();
            put("<?" + target + (data == null || data.isEmpty() ? "" : " " + data) + (html() ? ">" : "?>"));
        }
    }

    void finish() throws IOException {
        begin(null);
        if (indent && !text() && !html()) {
            put("\n");
        }
        out.flush();
    }

    private String escaped(String s, boolean attribute) {
        StringBuilder sb = null;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            String r = null;
            if (c == '<' && !(attribute && html())) {
                r = "&lt;";
            } else if (c == '>' && !(attribute && html())) {
                r = "&gt;";
            } else if (c == '&') {
                r = "&amp;";
            } else if (c == '"' && attribute) {
                r = "&quot;";
            } else if (c == '\r' || attribute && (c == '\n' || c == '\t')) {
                r = "&#" + (int) c + ";";
            } else if (c >= 0x7f && c < 0xa0 || c == 0x2028) {
                r = "&#" + (int) c + ";";
            } else if (Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))) {
                r = "&#" + Character.toCodePoint(c, s.charAt(i + 1)) + ";";
            } else if (c > 0x7f && encoder != null && !encoder.canEncode(c)) {
                r = "&#" + (int) c + ";";
            }
            if (r != null && sb == null) {
                sb = new StringBuilder(s.length() + 16).append(s, 0, i);
            }
            if (r != null) {
                sb.append(r);
                i += c >= 0xd800 && c < 0xdc00 && r.length() > 7 ? 1 : 0;
            } else if (sb != null) {
                sb.append(c);
            }
        }
        return sb == null ? s : sb.toString();
    }
}
