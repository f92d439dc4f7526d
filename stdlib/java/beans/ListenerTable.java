package java.beans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The listeners of a bean by property; those of null are for all. */
final class ListenerTable<L> {
    private final L[] none;
    private final LinkedHashMap<String, L[]> listeners = new LinkedHashMap<>();

    /** {@code none}: an empty array of the listeners' type. */
    ListenerTable(L[] none) {
        this.none = none;
    }

    synchronized void add(String name, L listener) {
        L[] old = listeners.getOrDefault(name, none);
        L[] now = Arrays.copyOf(old, old.length + 1);
        now[old.length] = listener;
        listeners.put(name, now);
    }

    synchronized void remove(String name, L listener) {
        L[] old = listeners.getOrDefault(name, none);
        for (int i = 0; i < old.length; i++) {
            if (listener.equals(old[i])) {
                L[] now = Arrays.copyOf(old, old.length - 1);
                System.arraycopy(old, i + 1, now, i, now.length - i);
                if (now.length == 0) {
                    listeners.remove(name);
                } else {
                    listeners.put(name, now);
                }
                return;
            }
        }
    }

    /** All listeners; those of one property as {@code proxy} wraps them. */
    synchronized L[] all(BiFunction<String, L, L> proxy) {
        ArrayList<L> all = new ArrayList<>(Arrays.asList(listeners.getOrDefault(null, none)));
        for (Map.Entry<String, L[]> e : listeners.entrySet()) {
            if (e.getKey() != null) {
                for (L l : e.getValue()) {
                    all.add(proxy.apply(e.getKey(), l));
                }
            }
        }
        return all.toArray(none);
    }

    /** Those of one property alone. */
    synchronized L[] of(String name) {
        return name == null ? none.clone() : listeners.getOrDefault(name, none).clone();
    }

    synchronized boolean has(String name) {
        return listeners.containsKey(null) || name != null && listeners.containsKey(name);
    }

    /** Those who are told of a property: of all, then its own. */
    synchronized L[] interested(String name) {
        L[] common = listeners.getOrDefault(null, none);
        L[] named = name == null ? none : listeners.getOrDefault(name, none);
        L[] all = Arrays.copyOf(common, common.length + named.length);
        System.arraycopy(named, 0, all, common.length, named.length);
        return all;
    }
}
