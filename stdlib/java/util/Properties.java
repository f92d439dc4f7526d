package java.util;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A table of strings with defaults, which can be read from and written to text. */
public class Properties extends Hashtable<Object, Object> {
    private static final char[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    protected volatile Properties defaults;
    /** The entries; what Hashtable itself has stays unused. */
    private transient volatile ConcurrentHashMap<Object, Object> map;

    public Properties() {
        this(null, 8);
    }

    public Properties(int initialCapacity) {
        this(null, initialCapacity);
    }

    public Properties(Properties defaults) {
        this(defaults, 8);
    }

    private Properties(Properties defaults, int initialCapacity) {
        super((Void) null);
        this.map = new ConcurrentHashMap<>(initialCapacity);
        this.defaults = defaults;
    }

    public synchronized Object setProperty(String key, String value) {
        return put(key, value);
    }

    // Reading.

    public synchronized void load(Reader reader) throws IOException {
        Objects.requireNonNull(reader, "reader parameter is null");
        load0(new BufferedReader(reader));
    }

    public synchronized void load(InputStream inStream) throws IOException {
        Objects.requireNonNull(inStream, "inStream parameter is null");
        load0(new BufferedReader(new InputStreamReader(inStream, StandardCharsets.ISO_8859_1)));
    }

    private void load0(BufferedReader in) throws IOException {
        StringBuilder logical = new StringBuilder();
        String line;
        while ((line = in.readLine()) != null) {
            int start = skipBlanks(line, 0);
            // A comment begins only a new line, not one that goes on.
            if (logical.length() == 0
                    && (start == line.length() || line.charAt(start) == '#' || line.charAt(start) == '!')) {
                continue;
            }
            int end = line.length();
            boolean goesOn = endsInBackslash(line, start);
            logical.append(line, start, goesOn ? end - 1 : end);
            if (!goesOn) {
                addLine(logical);
                logical.setLength(0);
            } else if (logical.length() == 0) {
                // A lone backslash: the next line begins anew.
                continue;
            }
        }
        if (logical.length() > 0) {
            addLine(logical);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static int skipBlanks(CharSequence s, int i) {
        while (i < s.length() && isBlank(s.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean endsInBackslash(String s, int start) {
        int n = 0;
        for (int i = s.length() - 1; i >= start && s.charAt(i) == '\\'; i--) {
            n++;
        }
        return (n & 1) != 0;
    }

    private void addLine(CharSequence s) {
        int n = s.length();
        int end = 0;
        while (end < n) {
            char c = s.charAt(end);
            if (c == '\\') {
                end++;
            } else if (c == '=' || c == ':' || isBlank(c)) {
                break;
            }
            end++;
        }
        end = Math.min(end, n);
        int value = skipBlanks(s, end);
        if (value < n && (s.charAt(value) == '=' || s.charAt(value) == ':')) {
            value = skipBlanks(s, value + 1);
        }
        put(unescape(s, 0, end), unescape(s, value, n));
    }

    private static String unescape(CharSequence s, int from, int to) {
        StringBuilder sb = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            if (c != '\\' || i + 1 == to) {
                if (c != '\\') {
                    sb.append(c);
                }
                continue;
            }
            c = s.charAt(++i);
            if (c == 'u') {
                if (i + 4 >= to) {
                    throw malformed();
                }
                int code = 0;
                for (int k = 1; k <= 4; k++) {
                    char h = s.charAt(i + k);
                    int digit = h < 128 ? Character.digit(h, 16) : -1;
                    if (digit < 0) {
                        throw malformed();
                    }
                    code = code << 4 | digit;
                }
                sb.append((char) code);
                i += 4;
            } else {
                sb.append(c == 't' ? '\t' : c == 'r' ? '\r' : c == 'n' ? '\n' : c == 'f' ? '\f' : c);
            }
        }
        return sb.toString();
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("Malformed \\uxxxx encoding.");
    }

    // Writing.

    private static String escape(String s, boolean key, boolean ascii) {
        StringBuilder sb = new StringBuilder(s.length() + 8);
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case ' ':
                    if (i == 0 || key) {
                        sb.append('\\');
                    }
                    sb.append(' ');
                    break;
                case '\t':
                    sb.append("\\t");
                    break;
                case '\n':
                    sb.append("\\n");
                    break;
                case '\r':
                    sb.append("\\r");
                    break;
                case '\f':
                    sb.append("\\f");
                    break;
                case '\\':
                case '=':
                case ':':
                case '#':
                case '!':
                    sb.append('\\').append(c);
                    break;
                default:
                    if (ascii && (c < 0x20 || c > 0x7e)) {
                        appendCode(sb, c);
                    } else {
                        sb.append(c);
                    }
                    break;
            }
        }
        return sb.toString();
    }

    private static void appendCode(StringBuilder sb, char c) {
        sb.append("\\u").append(HEX[c >> 12]).append(HEX[(c >> 8) & 15]).append(HEX[(c >> 4) & 15]).append(HEX[c & 15]);
    }

    private static void writeComments(BufferedWriter bw, String comments) throws IOException {
        StringBuilder sb = new StringBuilder("#");
        int n = comments.length();
        for (int i = 0; i < n; i++) {
            char c = comments.charAt(i);
            if (c == '\n' || c == '\r') {
                bw.write(sb.toString());
                bw.newLine();
                sb.setLength(0);
                if (c == '\r' && i + 1 < n && comments.charAt(i + 1) == '\n') {
                    i++;
                }
                if (i + 1 == n || (comments.charAt(i + 1) != '#' && comments.charAt(i + 1) != '!')) {
                    sb.append('#');
                }
            } else if (c > 0xff) {
                appendCode(sb, c);
            } else {
                sb.append(c);
            }
        }
        bw.write(sb.toString());
        bw.newLine();
    }

    @Deprecated
    public void save(OutputStream out, String comments) {
        try {
            store(out, comments);
        } catch (IOException ignored) {
            // That is what this method is deprecated for.
            return;
        }
    }

    public void store(Writer writer, String comments) throws IOException {
        store0(writer instanceof BufferedWriter ? (BufferedWriter) writer : new BufferedWriter(writer), comments, false);
    }

    public void store(OutputStream out, String comments) throws IOException {
        store0(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.ISO_8859_1)), comments, true);
    }

    private void store0(BufferedWriter bw, String comments, boolean ascii) throws IOException {
        if (comments != null) {
            writeComments(bw, comments);
        }
        bw.write("#" + new Date().toString());
        bw.newLine();
        synchronized (this) {
            for (Map.Entry<Object, Object> e : entrySet()) {
                bw.write(escape((String) e.getKey(), true, ascii));
                bw.write('=');
                bw.write(escape((String) e.getValue(), false, ascii));
                bw.newLine();
            }
        }
        bw.flush();
    }

    public synchronized void loadFromXML(InputStream in) throws IOException, InvalidPropertiesFormatException {
        Objects.requireNonNull(in);
        PropertiesXml.load(this, in);
        in.close();
    }

    public void storeToXML(OutputStream os, String comment) throws IOException {
        storeToXML(os, comment, StandardCharsets.UTF_8);
    }

    public void storeToXML(OutputStream os, String comment, String encoding) throws IOException {
        Objects.requireNonNull(os);
        Objects.requireNonNull(encoding);
        Charset charset;
        try {
            charset = Charset.forName(encoding);
        } catch (IllegalArgumentException unknown) {
            throw new java.io.UnsupportedEncodingException(encoding);
        }
        storeToXML(os, comment, charset);
    }

    public void storeToXML(OutputStream os, String comment, Charset charset) throws IOException {
        Objects.requireNonNull(os, "OutputStream");
        Objects.requireNonNull(charset, "Charset");
        PropertiesXml.store(this, os, comment, charset);
    }

    // Asking.

    public String getProperty(String key) {
        Object value = map.get(key);
        Properties d = defaults;
        return value instanceof String ? (String) value : d == null ? null : d.getProperty(key);
    }

    public String getProperty(String key, String defaultValue) {
        String value = getProperty(key);
        return value == null ? defaultValue : value;
    }

    public Enumeration<?> propertyNames() {
        Hashtable<String, Object> all = new Hashtable<>();
        collect(all);
        return all.keys();
    }

    public Set<String> stringPropertyNames() {
        Map<String, String> all = new HashMap<>();
        collectStrings(all);
        return Collections.unmodifiableSet(all.keySet());
    }

    private void collect(Map<String, Object> all) {
        if (defaults != null) {
            defaults.collect(all);
        }
        for (Map.Entry<Object, Object> e : entrySet()) {
            all.put((String) e.getKey(), e.getValue());
        }
    }

    private void collectStrings(Map<String, String> all) {
        if (defaults != null) {
            defaults.collectStrings(all);
        }
        for (Map.Entry<Object, Object> e : entrySet()) {
            if (e.getKey() instanceof String && e.getValue() instanceof String) {
                all.put((String) e.getKey(), (String) e.getValue());
            }
        }
    }

    private List<String> listing() {
        List<String> lines = new ArrayList<>();
        lines.add("-- listing properties --");
        Map<String, Object> all = new HashMap<>();
        collect(all);
        for (Map.Entry<String, Object> e : all.entrySet()) {
            String value = (String) e.getValue();
            lines.add(e.getKey() + "=" + (value.length() > 40 ? value.substring(0, 37) + "..." : value));
        }
        return lines;
    }

    public void list(PrintStream out) {
        for (String line : listing()) {
            out.println(line);
        }
    }

    public void list(PrintWriter out) {
        for (String line : listing()) {
            out.println(line);
        }
    }

    // Hashtable's methods, on the map.

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public Enumeration<Object> keys() {
        return Collections.enumeration(map.keySet());
    }

    @Override
    public Enumeration<Object> elements() {
        return Collections.enumeration(map.values());
    }

    @Override
    public boolean contains(Object value) {
        return map.contains(value);
    }

    @Override
    public boolean containsValue(Object value) {
        return map.containsValue(value);
    }

    @Override
    public boolean containsKey(Object key) {
        return map.containsKey(key);
    }

    @Override
    public Object get(Object key) {
        return map.get(key);
    }

    @Override
    public synchronized Object put(Object key, Object value) {
        return map.put(key, value);
    }

    @Override
    public synchronized Object remove(Object key) {
        return map.remove(key);
    }

    @Override
    public synchronized void putAll(Map<?, ?> t) {
        map.putAll(t);
    }

    @Override
    public synchronized void clear() {
        map.clear();
    }

    @Override
    public synchronized String toString() {
        return map.toString();
    }

    @Override
    public Set<Object> keySet() {
        return Collections.synchronizedSet(map.keySet());
    }

    @Override
    public Collection<Object> values() {
        return Collections.synchronizedCollection(map.values());
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return Collections.synchronizedSet(map.entrySet());
    }

    @Override
    public synchronized boolean equals(Object o) {
        return map.equals(o);
    }

    @Override
    public synchronized int hashCode() {
        return map.hashCode();
    }

    @Override
    public Object getOrDefault(Object key, Object defaultValue) {
        return map.getOrDefault(key, defaultValue);
    }

    @Override
    public synchronized void forEach(BiConsumer<? super Object, ? super Object> action) {
        map.forEach(action);
    }

    @Override
    public synchronized void replaceAll(BiFunction<? super Object, ? super Object, ?> function) {
        map.replaceAll(function);
    }

    @Override
    public synchronized Object putIfAbsent(Object key, Object value) {
        return map.putIfAbsent(key, value);
    }

    @Override
    public synchronized boolean remove(Object key, Object value) {
        return map.remove(key, value);
    }

    @Override
    public synchronized boolean replace(Object key, Object oldValue, Object newValue) {
        return map.replace(key, oldValue, newValue);
    }

    @Override
    public synchronized Object replace(Object key, Object value) {
        return map.replace(key, value);
    }

    @Override
    public synchronized Object computeIfAbsent(Object key, Function<? super Object, ?> mappingFunction) {
        return map.computeIfAbsent(key, mappingFunction);
    }

    @Override
    public synchronized Object computeIfPresent(
            Object key, BiFunction<? super Object, ? super Object, ?> remappingFunction) {
        return map.computeIfPresent(key, remappingFunction);
    }

    @Override
    public synchronized Object compute(Object key, BiFunction<? super Object, ? super Object, ?> remappingFunction) {
        return map.compute(key, remappingFunction);
    }

    @Override
    public synchronized Object merge(
            Object key, Object value, BiFunction<? super Object, ? super Object, ?> remappingFunction) {
        return map.merge(key, value, remappingFunction);
    }

    @Override
    protected void rehash() {
    }

    @Override
    public synchronized Object clone() {
        Properties copy = (Properties) cloneShell();
        copy.map = new ConcurrentHashMap<>(map);
        return copy;
    }

    @Override
    void writeTable(java.io.ObjectOutputStream out) throws IOException {
        java.io.ObjectOutputStream.PutField fields = out.putFields();
        fields.put("threshold", 0);
        fields.put("loadFactor", 0.75f);
        out.writeFields();
        out.writeInt(11);
        ArrayList<Map.Entry<Object, Object>> entries = new ArrayList<>(map.entrySet());
        out.writeInt(entries.size());
        for (Map.Entry<Object, Object> e : entries) {
            out.writeObject(e.getKey());
            out.writeObject(e.getValue());
        }
    }

    @Override
    void readTable(java.io.ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        in.readInt();
        int n = in.readInt();
        if (n < 0) {
            throw new java.io.StreamCorruptedException("Illegal # of Elements: " + n);
        }
        map = new ConcurrentHashMap<>();
        for (int i = 0; i < n; i++) {
            Object key = in.readObject();
            map.put(key, in.readObject());
        }
    }
}
