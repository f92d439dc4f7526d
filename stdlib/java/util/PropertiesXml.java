package java.util;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The XML form of {@link Properties}: just what its document type allows. */
final class PropertiesXml {
    private static final String DOCTYPE = "http://java.sun.com/dtd/properties.dtd";

    private final String s;
    private int i;

    private PropertiesXml(String s) {
        this.s = s;
    }

    static void store(Properties props, OutputStream os, String comment, Charset charset) throws IOException {
        StringBuilder sb = new StringBuilder();
        sb.append("<?xml version=\"1.0\" encoding=\"").append(charset.name()).append("\"?>\n");
        sb.append("<!DOCTYPE properties SYSTEM \"").append(DOCTYPE).append("\">\n<properties>\n");
        if (comment != null) {
            element(sb.append("<comment>"), comment).append("</comment>\n");
        }
        synchronized (props) {
            for (Map.Entry<Object, Object> e : props.entrySet()) {
                if (e.getKey() instanceof String && e.getValue() instanceof String) {
                    element(sb.append("<entry key=\""), (String) e.getKey());
                    element(sb.append("\">"), (String) e.getValue()).append("</entry>\n");
                }
            }
        }
        os.write(sb.append("</properties>\n").toString().getBytes(charset));
        os.flush();
    }

    private static StringBuilder element(StringBuilder sb, String text) {
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            switch (c) {
                case '<':
                    sb.append("&lt;");
                    break;
                case '>':
                    sb.append("&gt;");
                    break;
                case '&':
                    sb.append("&amp;");
                    break;
                case '"':
                    sb.append("&quot;");
                    break;
                case '\'':
                    sb.append("&apos;");
                    break;
                default:
                    sb.append(c);
                    break;
            }
        }
        return sb;
    }

    static void load(Properties props, InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes.write(buffer, 0, n);
        }
        byte[] all = bytes.toByteArray();
        new PropertiesXml(new String(all, charset(all))).document(props);
    }

    private static Charset charset(byte[] all) throws IOException {
        if (all.length > 1 && ((all[0] == -1 && all[1] == -2) || (all[0] == -2 && all[1] == -1))) {
            return StandardCharsets.UTF_16;
        }
        String start = new String(all, 0, Math.min(all.length, 200), StandardCharsets.ISO_8859_1);
        int end = start.indexOf("?>");
        int at = start.indexOf("encoding");
        if (!start.startsWith("<?xml") || at < 0 || at > end) {
            return StandardCharsets.UTF_8;
        }
        int open = at + 8;
        while (open < end && start.charAt(open) != '"' && start.charAt(open) != '\'') {
            open++;
        }
        int close = start.indexOf(start.charAt(open), open + 1);
        if (close < 0 || close > end) {
            throw new InvalidPropertiesFormatException("unfinished XML declaration");
        }
        String name = start.substring(open + 1, close);
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new java.io.UnsupportedEncodingException(name);
        }
    }

    private InvalidPropertiesFormatException bad(String what) {
        return new InvalidPropertiesFormatException(what + " at character " + i);
    }

    private boolean at(String what) {
        return s.startsWith(what, i);
    }

    private void expect(String what) throws IOException {
        if (!at(what)) {
            throw bad("expected " + what);
        }
        i += what.length();
    }

    private void skipTo(String what) throws IOException {
        int end = s.indexOf(what, i);
        if (end < 0) {
            throw bad("missing " + what);
        }
        i = end + what.length();
    }

    private void blanks() {
        while (i < s.length() && s.charAt(i) <= ' ') {
            i++;
        }
    }

    /** White space, comments and processing instructions. */
    private void misc() throws IOException {
        while (true) {
            blanks();
            if (at("<!--")) {
                skipTo("-->");
            } else if (at("<?")) {
                skipTo("?>");
            } else {
                return;
            }
        }
    }

    private void document(Properties props) throws IOException {
        if (at("\ufeff")) {
            i++;
        }
        misc();
        if (!at("<!DOCTYPE")) {
            throw new InvalidPropertiesFormatException(
                "An XML properties document must contain the DOCTYPE declaration as defined by java.util.Properties.");
        }
        skipTo(">");
        misc();
        expect("<properties");
        skipTo(">");
        if (s.charAt(i - 2) == '/') {
            return;
        }
        Map<String, String> found = new LinkedHashMap<>();
        misc();
        if (at("<comment")) {
            skipTo(">");
            if (s.charAt(i - 2) != '/') {
                text("</comment");
                skipTo(">");
            }
            misc();
        }
        while (at("<entry")) {
            i += 6;
            blanks();
            expect("key");
            blanks();
            expect("=");
            blanks();
            if (i >= s.length() || (s.charAt(i) != '"' && s.charAt(i) != '\'')) {
                throw bad("expected a quote");
            }
            String quote = s.substring(i, ++i);
            String key = text(quote);
            i++;
            blanks();
            if (at("/>")) {
                i += 2;
                found.put(key, "");
            } else {
                expect(">");
                found.put(key, text("</entry"));
                skipTo(">");
            }
            misc();
        }
        expect("</properties");
        props.putAll(found);
    }

    /** Text up to, without, the end given, its entities resolved. */
    private String text(String end) throws IOException {
        StringBuilder sb = new StringBuilder();
        while (!at(end)) {
            if (i >= s.length()) {
                throw bad("missing " + end);
            }
            char c = s.charAt(i);
            if (at("<![CDATA[")) {
                int from = i + 9;
                skipTo("]]>");
                sb.append(s, from, i - 3);
            } else if (at("<!--")) {
                skipTo("-->");
            } else if (c == '<') {
                throw bad("unexpected element");
            } else if (c == '&') {
                int from = i + 1;
                skipTo(";");
                entity(sb, s.substring(from, i - 1));
            } else {
                i++;
                if (c == '\r') {
                    if (!at("\n")) {
                        sb.append('\n');
                    }
                } else {
                    sb.append(c);
                }
            }
        }
        return sb.toString();
    }

    private void entity(StringBuilder sb, String name) throws IOException {
        switch (name) {
            case "lt":
                sb.append('<');
                break;
            case "gt":
                sb.append('>');
                break;
            case "amp":
                sb.append('&');
                break;
            case "quot":
                sb.append('"');
                break;
            case "apos":
                sb.append('\'');
                break;
            default:
                try {
                    if (name.startsWith("#")) {
                        sb.appendCodePoint(name.startsWith("#x")
                            ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1)));
                        break;
                    }
                } catch (IllegalArgumentException notACodePoint) {
                    throw bad("bad character reference &" + name + ";");
                }
                throw bad("unknown entity &" + name + ";");
        }
    }
}
