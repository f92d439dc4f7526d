import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes, parses and rewrites a document. */
public class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        Json parser = new Json(text);
        Object value = parser.value();
        parser.space();
        if (parser.at != text.length()) {
            throw parser.error("end expected");
        }
        return value;
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException(what + " at " + at);
    }

    private void space() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private boolean take(char c) {
        space();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void need(char c) {
        if (!take(c)) {
            throw error("'" + c + "' expected");
        }
    }

    private Object value() {
        space();
        if (at >= text.length()) {
            throw error("value expected");
        }
        switch (text.charAt(at)) {
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
                return number();
        }
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw error(word + " expected");
        }
        at += word.length();
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        need('{');
        if (take('}')) {
            return map;
        }
        do {
            space();
            String key = string();
            need(':');
            map.put(key, value());
        } while (take(','));
        need('}');
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        need('[');
        if (take(']')) {
            return list;
        }
        do {
            list.add(value());
        } while (take(','));
        need(']');
        return list;
    }

    private String string() {
        need('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            if (c == '\\') {
                c = text.charAt(at++);
                switch (c) {
                    case 'n':
                        c = '\n';
                        break;
                    case 't':
                        c = '\t';
                        break;
                    case 'u':
                        c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
                        at += 4;
                        break;
                    default:
                        break;
                }
            }
            out.append(c);
        }
    }

    private Long number() {
        int start = at;
        if (text.charAt(at) == '-') {
            at++;
        }
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw error("number expected");
        }
        return Long.valueOf(text.substring(start, at));
    }

    static void write(Object value, StringBuilder out) {
        if (value instanceof Map) {
            char separator = '{';
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                out.append(separator);
                write(entry.getKey(), out);
                out.append(':');
                write(entry.getValue(), out);
                separator = ',';
            }
            out.append(separator == '{' ? "{}" : "}");
        } else if (value instanceof List) {
            char separator = '[';
            for (Object element : (List<?>) value) {
                out.append(separator);
                write(element, out);
                separator = ',';
            }
            out.append(separator == '[' ? "[]" : "]");
        } else if (value instanceof String) {
            out.append('"');
            String s = (String) value;
            for (int i = 0; i < s.length(); i++) {
                char c = s.charAt(i);
                if (c == '"' || c == '\\') {
                    out.append('\\').append(c);
                } else if (c == '\n') {
                    out.append("\\n");
                } else {
                    out.append(c);
                }
            }
            out.append('"');
        } else {
            out.append(value);
        }
    }

    static Object document(int size) {
        List<Object> people = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Map<String, Object> person = new LinkedHashMap<>();
            person.put("id", (long) i);
            person.put("name", "Person \"" + i + "\"\nof " + size);
            person.put("active", i % 3 == 0);
            person.put("parent", i % 5 == 0 ? null : (Object) (long) (i / 2));
            List<Object> tags = new ArrayList<>();
            for (int k = 0; k < i % 7; k++) {
                tags.add("tag" + k);
            }
            person.put("tags", tags);
            people.add(person);
        }
        return people;
    }

    public static void main(String[] args) {
        Object document = document(600);
        long sum = 0;
        for (int round = 0; round < 12; round++) {
            StringBuilder out = new StringBuilder();
            write(document, out);
            String written = out.toString();
            sum = sum * 31 + written.hashCode();
            document = parse(written);
        }
        System.out.println(sum);
    }
}
