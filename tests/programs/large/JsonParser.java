import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses JSON into maps, lists and boxed values, and prints it again. */
public class JsonParser {
    static class JsonException extends RuntimeException {
        final int at;

        JsonException(String message, int at) {
            super(message + " at " + at);
            this.at = at;
        }
    }

    private final String text;
    private int pos;

    JsonParser(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        JsonParser p = new JsonParser(text);
        Object v = p.value();
        p.blanks();
        if (p.pos < text.length()) {
            throw p.error("trailing '" + text.charAt(p.pos) + "'");
        }
        return v;
    }

    private JsonException error(String m) {
        return new JsonException(m, pos);
    }

    private void blanks() {
        while (pos < text.length() && " \t\r\n".indexOf(text.charAt(pos)) >= 0) {
            pos++;
        }
    }

    private char peek() {
        if (pos >= text.length()) {
            throw error("end of text");
        }
        return text.charAt(pos);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw error("expected '" + c + "' but found '" + peek() + "'");
        }
        pos++;
    }

    private Object value() {
        blanks();
        char c = peek();
        switch (c) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                if (c == '-' || c >= '0' && c <= '9') {
                    return number();
                }
                throw error("unexpected '" + c + "'");
        }
    }

    private Object word(String w, Object v) {
        if (!text.startsWith(w, pos)) {
            throw error("expected " + w);
        }
        pos += w.length();
        return v;
    }

    private Map<String, Object> object() {
        Map<String, Object> m = new LinkedHashMap<>();
        expect('{');
        blanks();
        if (peek() == '}') {
            pos++;
            return m;
        }
        while (true) {
            blanks();
            String k = string();
            blanks();
            expect(':');
            if (m.put(k, value()) != null) {
                throw error("duplicate key " + k);
            }
            blanks();
            if (peek() == ',') {
                pos++;
            } else {
                expect('}');
                return m;
            }
        }
    }

    private List<Object> array() {
        List<Object> l = new ArrayList<>();
        expect('[');
        blanks();
        if (peek() == ']') {
            pos++;
            return l;
        }
        do {
            l.add(value());
            blanks();
        } while (peek() == ',' && pos++ >= 0);
        expect(']');
        return l;
    }

    private String string() {
        expect('"');
        StringBuilder sb = new StringBuilder();
        for (char c; (c = peek()) != '"'; pos++) {
            if (c < ' ') {
                throw error("control character " + (int) c);
            }
            if (c != '\\') {
                sb.append(c);
                continue;
            }
            pos++;
            char e = peek();
            int k = "nrtbf".indexOf(e);
            if (k >= 0) {
                sb.append("\n\r\t\b\f".charAt(k));
            } else if (e == 'u') {
                if (pos + 5 > text.length()) {
                    throw error("short escape");
                }
                try {
                    sb.append((char) Integer.parseInt(text.substring(pos + 1, pos + 5), 16));
                } catch (NumberFormatException x) {
                    throw (JsonException) error("bad escape").initCause(x);
                }
                pos += 4;
            } else if (e == '"' || e == '\\' || e == '/') {
                sb.append(e);
            } else {
                throw error("unknown escape " + e);
            }
        }
        pos++;
        return sb.toString();
    }

    private Number number() {
        int from = pos;
        boolean real = false;
        while (pos < text.length() && "+-.eE0123456789".indexOf(text.charAt(pos)) >= 0) {
            real |= ".eE".indexOf(text.charAt(pos)) >= 0;
            pos++;
        }
        String s = text.substring(from, pos);
        try {
            return real ? (Number) Double.valueOf(s) : (Number) Long.valueOf(s);
        } catch (NumberFormatException x) {
            pos = from;
            throw error("bad number " + s);
        }
    }

    static void show(Object v, String indent, StringBuilder out) {
        if (v instanceof Map) {
            out.append("{\n");
            int n = 0;
            for (Map.Entry<?, ?> e : ((Map<?, ?>) v).entrySet()) {
                if (n++ > 0) {
                    out.append(",\n");
                }
                out.append(indent).append("  ");
                quote((String) e.getKey(), out);
                out.append(": ");
                show(e.getValue(), indent + "  ", out);
            }
            out.append('\n').append(indent).append('}');
        } else if (v instanceof List) {
            out.append('[');
            String sep = "";
            for (Object o : (List<?>) v) {
                out.append(sep);
                show(o, indent + "  ", out);
                sep = ", ";
            }
            out.append(']');
        } else if (v instanceof String) {
            quote((String) v, out);
        } else {
            out.append(v);
        }
    }

    private static void quote(String s, StringBuilder out) {
        out.append('"');
        for (char c : s.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    static int weight(Object v) {
        if (v instanceof Map) {
            return 1 + ((Map<?, ?>) v).values().stream().mapToInt(JsonParser::weight).sum();
        }
        return v instanceof List ? 1 + ((List<?>) v).stream().mapToInt(JsonParser::weight).sum() : 1;
    }

    public static void main(String[] args) {
        String[] texts = {
            "{\"name\": \"Widget\", \"price\": 12.50, \"tags\": [\"a\", \"b\\n\", \"\\u00e9\"], \"dim\": {\"w\": 10, \"h\": -3e2}, \"ok\": true, \"no\": null}",
            "[]", "  [1, [2, [3, [4]]], {}]", "\"q\\\"\\\\\"", "-0", "1e999", "12345678901234567890", "{\"a\":1,\"a\":2}", "[1,]", "{\"a\" 1}",
            "tru", "\"\\x\"", "\"\\u12g4\"", "\"abc", "[1] x", "", "{\"a\":[1,2,{\"b\":[]}]}", "1.2.3", "\"\t\"",
        };
        for (String t : texts) {
            try {
                Object v = parse(t);
                StringBuilder out = new StringBuilder();
                show(v, "", out);
                System.out.println(out + " weight " + weight(v));
                StringBuilder again = new StringBuilder();
                show(parse(out.toString().replace("Infinity", "1e999")), "", again);
                System.out.println(again.toString().equals(out.toString()));
            } catch (JsonException e) {
                System.out.println(e.getMessage() + (e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")"));
            }
        }
        StringBuilder big = new StringBuilder("[");
        for (int i = 0; i < 2000; i++) {
            big.append(i == 0 ? "" : ",").append("{\"i\":").append(i).append(",\"s\":\"").append(Integer.toHexString(i * 31)).append("\"}");
        }
        Object v = parse(big.append(']').toString());
        System.out.println(weight(v) + " " + v.hashCode());
    }
}
