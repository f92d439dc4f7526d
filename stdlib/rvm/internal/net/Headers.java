package rvm.internal.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and values in order; the name of a status line is null. */
final class Headers {
    private final ArrayList<String> names = new ArrayList<>();
    private final ArrayList<String> values = new ArrayList<>();

    int size() {
        return names.size();
    }

    String name(int i) {
        return i < 0 || i >= names.size() ? null : names.get(i);
    }

    String value(int i) {
        return i < 0 || i >= names.size() ? null : values.get(i);
    }

    void add(String name, String value) {
        names.add(name);
        values.add(value);
    }

    private int last(String name) {
        for (int i = names.size() - 1; i >= 0; i--) {
            if (name == null ? names.get(i) == null : name.equalsIgnoreCase(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The value of the last of this name, or null. */
    String get(String name) {
        return value(last(name));
    }

    void set(String name, String value) {
        int i = last(name);
        if (i < 0) {
            add(name, value);
        } else {
            values.set(i, value);
        }
    }

    void setIfAbsent(String name, String value) {
        if (last(name) < 0) {
            add(name, value);
        }
    }

    /** Values by name, the last first. */
    Map<String, List<String>> map() {
        LinkedHashMap<String, List<String>> all = new LinkedHashMap<>();
        for (int i = names.size() - 1; i >= 0; i--) {
            all.computeIfAbsent(names.get(i), n -> new ArrayList<>()).add(values.get(i));
        }
        all.replaceAll((n, list) -> Collections.unmodifiableList(list));
        return Collections.unmodifiableMap(all);
    }
}
