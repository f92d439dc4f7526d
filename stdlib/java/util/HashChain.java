package java.util;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * The entries of one long chain of a {@link HashMap}, ordered by hash and, where keys of a class are comparable with each
 * other, by their order: many keys with few hash codes do not make the map slow. The chain itself and with it the order of
 * iteration stay as they are.
 */
final class HashChain<K, V> {
    /** Chains get such an index at this length. */
    static final int LEAST = 16;

    /** An entry and the one before it in the chain. */
    private static final class Spot<K, V> {
        final HashMap.Node<K, V> node;
        HashMap.Node<K, V> before;
        /** Another entry that the order cannot tell from this one. */
        Spot<K, V> tie;

        Spot(HashMap.Node<K, V> node, HashMap.Node<K, V> before) {
            this.node = node;
            this.before = before;
        }
    }

    private final TreeMap<HashMap.Node<?, ?>, Spot<K, V>> spots = new TreeMap<>(this::order);
    private HashMap.Node<K, V> last;
    int size;
    // The class asked last for comparability.
    private Class<?> asked;
    private boolean comparable;

    HashChain(HashMap.Node<K, V> first) {
        for (HashMap.Node<K, V> e = first; e != null; e = e.next) {
            note(e, last);
            last = e;
        }
    }

    @SuppressWarnings("unchecked")
    private int order(HashMap.Node<?, ?> a, HashMap.Node<?, ?> b) {
        if (a.hash != b.hash) {
            return a.hash < b.hash ? -1 : 1;
        }
        Object x = a.key;
        Object y = b.key;
        if (x == y || x == null || y == null) {
            return x == y ? 0 : x == null ? -1 : 1;
        }
        Class<?> c = x.getClass();
        if (c != y.getClass()) {
            return c.getName().compareTo(y.getClass().getName());
        }
        return isComparable(c) ? ((Comparable<Object>) x).compareTo(y) : 0;
    }

    /** Whether objects of a class are comparable with each other. */
    private boolean isComparable(Class<?> c) {
        if (c == asked) {
            return comparable;
        }
        boolean found = c == String.class || c.getSuperclass() == Number.class && Comparable.class.isAssignableFrom(c);
        if (!found && Comparable.class.isAssignableFrom(c)) {
            for (Type t : c.getGenericInterfaces()) {
                if (t instanceof ParameterizedType) {
                    ParameterizedType p = (ParameterizedType) t;
                    Type[] of = p.getActualTypeArguments();
                    found |= p.getRawType() == Comparable.class && of.length == 1 && of[0] == c;
                }
            }
        }
        asked = c;
        comparable = found;
        return found;
    }

    private void note(HashMap.Node<K, V> node, HashMap.Node<K, V> before) {
        Spot<K, V> spot = new Spot<>(node, before);
        Spot<K, V> other = spots.putIfAbsent(node, spot);
        if (other != null) {
            spot.tie = other.tie;
            other.tie = spot;
        }
        size++;
    }

    private Spot<K, V> spot(int hash, Object key) {
        Spot<K, V> s = spots.get(new HashMap.Node<Object, Object>(hash, key, null, null));
        while (s != null) {
            K k = s.node.key;
            if (k == key || (key != null && key.equals(k))) {
                return s;
            }
            s = s.tie;
        }
        return null;
    }

    private Spot<K, V> spot(HashMap.Node<K, V> node) {
        Spot<K, V> s = spots.get(node);
        while (s.node != node) {
            s = s.tie;
        }
        return s;
    }

    HashMap.Node<K, V> find(int hash, Object key) {
        Spot<K, V> s = spot(hash, key);
        return s == null ? null : s.node;
    }

    /** Puts an entry at the chain's end. */
    void append(HashMap.Node<K, V> node) {
        note(node, last);
        last.next = node;
        last = node;
    }

    /** An entry was put before {@code first}. */
    void prepended(HashMap.Node<K, V> node, HashMap.Node<K, V> first) {
        note(node, null);
        spot(first).before = node;
    }

    /** Takes an entry out of the chain; the chain's first entry afterwards. */
    HashMap.Node<K, V> remove(HashMap.Node<K, V> node, HashMap.Node<K, V> first) {
        Spot<K, V> spot = spot(node);
        HashMap.Node<K, V> before = spot.before;
        HashMap.Node<K, V> after = node.next;
        Spot<K, V> head = spots.get(node);
        if (head != spot) {
            while (head.tie != spot) {
                head = head.tie;
            }
            head.tie = spot.tie;
        } else {
            spots.remove(node);
            if (spot.tie != null) {
                spots.put(spot.tie.node, spot.tie);
            }
        }
        size--;
        if (after == null) {
            last = before;
        } else {
            spot(after).before = before;
        }
        if (before == null) {
            return after;
        }
        before.next = after;
        return first;
    }
}
