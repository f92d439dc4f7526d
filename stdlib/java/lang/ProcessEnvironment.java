package java.lang;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.HashMap;

/** The environment of a process to be: neither names nor values are null or hold what the host cannot pass on. */
final class ProcessEnvironment extends AbstractMap<String, String> {
    private final HashMap<String, String> values;

    ProcessEnvironment(Map<String, String> start) {
        values = new HashMap<>(start);
    }

    String[] lines() {
        String[] lines = new String[values.size()];
        int n = 0;
        for (Map.Entry<String, String> e : values.entrySet()) {
            lines[n++] = e.getKey() + "=" + e.getValue();
        }
        return lines;
    }

    private static String name(Object o) {
        String name = (String) o;
        if (name == null) {
            throw new NullPointerException();
        }
        return name;
    }

    @Override
    public String put(String key, String value) {
        if (key.indexOf('=') >= 0 || key.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Invalid environment variable name: \"" + key + "\"");
        }
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Invalid environment variable value: \"" + value + "\"");
        }
        return values.put(key, value);
    }

    @Override
    public String get(Object key) {
        return values.get(name(key));
    }

    @Override
    public boolean containsKey(Object key) {
        return values.containsKey(name(key));
    }

    @Override
    public boolean containsValue(Object value) {
        return values.containsValue(name(value));
    }

    @Override
    public String remove(Object key) {
        return values.remove(name(key));
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public void clear() {
        values.clear();
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return values.entrySet();
    }
}
