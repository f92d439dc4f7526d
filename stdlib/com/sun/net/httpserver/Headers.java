package com.sun.net.httpserver;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Header fields; names begin with a capital, the rest is small. */
public class Headers implements Map<String, List<String>> {
    private final HashMap<String, List<String>> map = new HashMap<>(32);

    public Headers() {
    }

    private static String name(String key) {
        Objects.requireNonNull(key);
        char[] chars = key.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c == '\r' || c == '\n') {
                throw new IllegalArgumentException("illegal character in key");
            }
            if (i == 0 && c >= 'a' && c <= 'z') {
                chars[i] = (char) (c - 'a' + 'A');
            } else if (i > 0 && c >= 'A' && c <= 'Z') {
                chars[i] = (char) (c - 'A' + 'a');
            }
        }
        return new String(chars);
    }

    /** Line ends only before a blank, as folded lines have them. */
    private static void check(String value) {
        Objects.requireNonNull(value);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r') {
                if (i + 2 >= value.length() || value.charAt(i + 1) != '\n') {
                    throw new IllegalArgumentException("Illegal CR found in header");
                }
                char after = value.charAt(i + 2);
                if (after != ' ' && after != '\t') {
                    throw new IllegalArgumentException("Illegal char found after CRLF in header");
                }
                i += 2;
            } else if (c == '\n') {
                throw new IllegalArgumentException("Illegal LF found in header");
            }
        }
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
    public boolean containsKey(Object key) {
        Objects.requireNonNull(key);
        return key instanceof String s && map.containsKey(name(s));
    }

    @Override
    public boolean containsValue(Object value) {
        Objects.requireNonNull(value);
        return map.containsValue(value);
    }

    @Override
    public List<String> get(Object key) {
        return map.get(name((String) key));
    }

    public String getFirst(String key) {
        List<String> list = map.get(name(key));
        return list == null || list.isEmpty() ? null : list.get(0);
    }

    @Override
    public List<String> put(String key, List<String> value) {
        for (String v : value) {
            check(v);
        }
        return map.put(name(key), value);
    }

    public void add(String key, String value) {
        check(value);
        map.computeIfAbsent(name(key), k -> new LinkedList<>()).add(value);
    }

    public void set(String key, String value) {
        LinkedList<String> list = new LinkedList<>();
        list.add(value);
        put(key, list);
    }

    @Override
    public List<String> remove(Object key) {
        return map.remove(name((String) key));
    }

    @Override
    public void putAll(Map<? extends String, ? extends List<String>> t) {
        for (Map.Entry<? extends String, ? extends List<String>> e : t.entrySet()) {
            put(e.getKey(), e.getValue());
        }
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public Set<String> keySet() {
        return map.keySet();
    }

    @Override
    public Collection<List<String>> values() {
        return map.values();
    }

    @Override
    public Set<Map.Entry<String, List<String>>> entrySet() {
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
}
