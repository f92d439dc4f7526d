package java.util.jar;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Names and values of a manifest's section. */
public class Attributes implements Map<Object, Object>, Cloneable {
    protected Map<Object, Object> map;

    public Attributes() {
        this(16);
    }

    public Attributes(int size) {
        map = new LinkedHashMap<>(size);
    }

    public Attributes(Attributes attr) {
        map = new LinkedHashMap<>(attr);
    }

    @Override
    public Object get(Object name) {
        return map.get(name);
    }

    public String getValue(String name) {
        return (String) get(new Name(name));
    }

    public String getValue(Name name) {
        return (String) get(name);
    }

    @Override
    public Object put(Object name, Object value) {
        return map.put((Name) name, (String) value);
    }

    public String putValue(String name, String value) {
        return (String) put(new Name(name), value);
    }

    @Override
    public Object remove(Object name) {
        return map.remove(name);
    }

    @Override
    public boolean containsValue(Object value) {
        return map.containsValue(value);
    }

    @Override
    public boolean containsKey(Object name) {
        return map.containsKey(name);
    }

    @Override
    public void putAll(Map<?, ?> attr) {
        if (!(attr instanceof Attributes)) {
            throw new ClassCastException();
        }
        for (Map.Entry<?, ?> me : attr.entrySet()) {
            put(me.getKey(), me.getValue());
        }
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public Set<Object> keySet() {
        return map.keySet();
    }

    @Override
    public Collection<Object> values() {
        return map.values();
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return map.entrySet();
    }

    @Override
    public boolean equals(Object o) {
        return map.equals(o);
    }

    @Override
    public int hashCode() {
        return map.hashCode();
    }

    @Override
    public Object clone() {
        return new Attributes(this);
    }

    /** Writes a line; the parts behind the first 72 bytes go on in lines of their own. */
    static void writeLine(DataOutputStream out, String line) throws IOException {
        byte[] b = line.getBytes(StandardCharsets.UTF_8);
        int n = b.length;
        if (n > 0) {
            out.write(b, 0, Math.min(n, 72));
            for (int at = 72; at < n; at += 71) {
                out.writeBytes("\r\n ");
                out.write(b, at, Math.min(n - at, 71));
            }
        }
        out.writeBytes("\r\n");
    }

    void write(DataOutputStream out) throws IOException {
        for (Map.Entry<Object, Object> e : entrySet()) {
            writeLine(out, e.getKey() + ": " + e.getValue());
        }
        out.writeBytes("\r\n");
    }

    /** As write, but the version comes first, and nothing is written without one. */
    void writeMain(DataOutputStream out) throws IOException {
        Name key = Name.MANIFEST_VERSION;
        String version = getValue(key);
        if (version == null) {
            key = Name.SIGNATURE_VERSION;
            version = getValue(key);
        }
        if (version != null) {
            writeLine(out, key + ": " + version);
            for (Map.Entry<Object, Object> e : entrySet()) {
                if (!e.getKey().equals(key)) {
                    writeLine(out, e.getKey() + ": " + e.getValue());
                }
            }
        }
        out.writeBytes("\r\n");
    }

    /** The name of an attribute: ASCII, and case does not matter. */
    public static class Name {
        public static final Name MANIFEST_VERSION = new Name("Manifest-Version");
        public static final Name SIGNATURE_VERSION = new Name("Signature-Version");
        public static final Name CONTENT_TYPE = new Name("Content-Type");
        public static final Name CLASS_PATH = new Name("Class-Path");
        public static final Name MAIN_CLASS = new Name("Main-Class");
        public static final Name SEALED = new Name("Sealed");
        public static final Name EXTENSION_LIST = new Name("Extension-List");
        public static final Name EXTENSION_NAME = new Name("Extension-Name");
        @Deprecated
        public static final Name EXTENSION_INSTALLATION = new Name("Extension-Installation");
        public static final Name IMPLEMENTATION_TITLE = new Name("Implementation-Title");
        public static final Name IMPLEMENTATION_VERSION = new Name("Implementation-Version");
        public static final Name IMPLEMENTATION_VENDOR = new Name("Implementation-Vendor");
        @Deprecated
        public static final Name IMPLEMENTATION_VENDOR_ID = new Name("Implementation-Vendor-Id");
        @Deprecated
        public static final Name IMPLEMENTATION_URL = new Name("Implementation-URL");
        public static final Name SPECIFICATION_TITLE = new Name("Specification-Title");
        public static final Name SPECIFICATION_VERSION = new Name("Specification-Version");
        public static final Name SPECIFICATION_VENDOR = new Name("Specification-Vendor");
        public static final Name MULTI_RELEASE = new Name("Multi-Release");

        private final String name;
        private final int hash;

        public Name(String name) {
            Objects.requireNonNull(name, "name");
            int n = name.length();
            boolean valid = n > 0 && n <= 70;
            for (int i = 0; valid && i < n; i++) {
                char c = name.charAt(i);
                valid = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            }
            if (!valid) {
                throw new IllegalArgumentException(name);
            }
            this.name = name;
            this.hash = name.toLowerCase(Locale.ROOT).hashCode();
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Name && ((Name) o).name.equalsIgnoreCase(name);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
