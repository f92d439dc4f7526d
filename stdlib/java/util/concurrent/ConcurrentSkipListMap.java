package java.util.concurrent;

import java.io.Serializable;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A sorted map that threads share. Inside there is a balanced tree under a lock that is held only for single steps, never
 * while a function of the user's runs; iterators go from key to key and so never fail. Parts and the descending map are maps of
 * the same kind over the tree's own views.
 */
public class ConcurrentSkipListMap<K, V> extends AbstractMap<K, V>
        implements ConcurrentNavigableMap<K, V>, Cloneable, Serializable {
    private final Object lock;
    private final NavigableMap<K, V> m;

    private ConcurrentSkipListMap(Object lock, NavigableMap<K, V> m) {
        this.lock = lock;
        this.m = m;
    }

    public ConcurrentSkipListMap() {
        this(new Object(), new TreeMap<K, V>());
    }

    public ConcurrentSkipListMap(Comparator<? super K> comparator) {
        this(new Object(), new TreeMap<K, V>(comparator));
    }

    public ConcurrentSkipListMap(Map<? extends K, ? extends V> m) {
        this();
        putAll(m);
    }

    public ConcurrentSkipListMap(SortedMap<K, ? extends V> m) {
        this(m.comparator());
        for (Map.Entry<K, ? extends V> e : m.entrySet()) {
            put(e.getKey(), e.getValue());
        }
    }

    public ConcurrentSkipListMap<K, V> clone() {
        synchronized (lock) {
            return new ConcurrentSkipListMap<K, V>(new Object(), new TreeMap<K, V>((SortedMap<K, V>) m));
        }
    }

    private static void required(Object o) {
        if (o == null) {
            throw new NullPointerException();
        }
    }

    public boolean containsKey(Object key) {
        required(key);
        synchronized (lock) {
            return m.containsKey(key);
        }
    }

    public V get(Object key) {
        required(key);
        synchronized (lock) {
            return m.get(key);
        }
    }

    public V getOrDefault(Object key, V defaultValue) {
        V v = get(key);
        return v == null ? defaultValue : v;
    }

    public V put(K key, V value) {
        required(key);
        required(value);
        synchronized (lock) {
            return m.put(key, value);
        }
    }

    public V remove(Object key) {
        required(key);
        synchronized (lock) {
            return m.remove(key);
        }
    }

    public boolean containsValue(Object value) {
        required(value);
        synchronized (lock) {
            return m.containsValue(value);
        }
    }

    public int size() {
        synchronized (lock) {
            return m.size();
        }
    }

    public boolean isEmpty() {
        synchronized (lock) {
            return m.isEmpty();
        }
    }

    public void clear() {
        synchronized (lock) {
            m.clear();
        }
    }

    public V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        required(key);
        required(mappingFunction);
        V v = get(key);
        if (v == null) {
            V made = mappingFunction.apply(key);
            if (made != null) {
                V other = putIfAbsent(key, made);
                v = other == null ? made : other;
            }
        }
        return v;
    }

    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        required(key);
        required(remappingFunction);
        V old;
        while ((old = get(key)) != null) {
            V made = remappingFunction.apply(key, old);
            if (made != null ? swap(key, old, made) : remove(key, old)) {
                return made;
            }
        }
        return null;
    }

    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        required(key);
        required(remappingFunction);
        while (true) {
            V old = get(key);
            V made = remappingFunction.apply(key, old);
            if (old == null) {
                if (made == null || putIfAbsent(key, made) == null) {
                    return made;
                }
            } else if (made != null ? swap(key, old, made) : remove(key, old)) {
                return made;
            }
        }
    }

    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        required(key);
        required(value);
        required(remappingFunction);
        while (true) {
            V old = get(key);
            if (old == null) {
                if (putIfAbsent(key, value) == null) {
                    return value;
                }
            } else {
                V made = remappingFunction.apply(old, value);
                if (made != null ? swap(key, old, made) : remove(key, old)) {
                    return made;
                }
            }
        }
    }

    /** Replaces if the value is still this very object. */
    private boolean swap(K key, V old, V by) {
        synchronized (lock) {
            if (m.get(key) != old) {
                return false;
            }
            m.put(key, by);
            return true;
        }
    }

    public V putIfAbsent(K key, V value) {
        required(key);
        required(value);
        synchronized (lock) {
            V old = m.get(key);
            return old != null ? old : m.put(key, value);
        }
    }

    public boolean remove(Object key, Object value) {
        required(key);
        synchronized (lock) {
            V old = m.get(key);
            if (old == null || value == null || !value.equals(old)) {
                return false;
            }
            m.remove(key);
            return true;
        }
    }

    public boolean replace(K key, V oldValue, V newValue) {
        required(key);
        required(oldValue);
        required(newValue);
        synchronized (lock) {
            V old = m.get(key);
            if (old == null || !oldValue.equals(old)) {
                return false;
            }
            m.put(key, newValue);
            return true;
        }
    }

    public V replace(K key, V value) {
        required(key);
        required(value);
        synchronized (lock) {
            return m.get(key) == null ? null : m.put(key, value);
        }
    }

    public void forEach(BiConsumer<? super K, ? super V> action) {
        required(action);
        for (Map.Entry<K, V> e : entrySet()) {
            action.accept(e.getKey(), e.getValue());
        }
    }

    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        required(function);
        for (Map.Entry<K, V> e : entrySet()) {
            V old = e.getValue();
            while (old != null) {
                V made = function.apply(e.getKey(), old);
                required(made);
                if (swap(e.getKey(), old, made)) {
                    break;
                }
                old = get(e.getKey());
            }
        }
    }

    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof Map)) {
            return false;
        }
        Map<?, ?> other = (Map<?, ?>) o;
        try {
            for (Map.Entry<K, V> e : entrySet()) {
                if (!e.getValue().equals(other.get(e.getKey()))) {
                    return false;
                }
            }
            for (Map.Entry<?, ?> e : other.entrySet()) {
                Object k = e.getKey();
                Object v = e.getValue();
                if (k == null || v == null || !v.equals(get(k))) {
                    return false;
                }
            }
            return true;
        } catch (ClassCastException | NullPointerException unsuitable) {
            return false;
        }
    }

    // Navigation.

    public Comparator<? super K> comparator() {
        return m.comparator();
    }

    public K firstKey() {
        synchronized (lock) {
            return m.firstKey();
        }
    }

    public K lastKey() {
        synchronized (lock) {
            return m.lastKey();
        }
    }

    public Map.Entry<K, V> lowerEntry(K key) {
        required(key);
        synchronized (lock) {
            return m.lowerEntry(key);
        }
    }

    public K lowerKey(K key) {
        required(key);
        synchronized (lock) {
            return m.lowerKey(key);
        }
    }

    public Map.Entry<K, V> floorEntry(K key) {
        required(key);
        synchronized (lock) {
            return m.floorEntry(key);
        }
    }

    public K floorKey(K key) {
        required(key);
        synchronized (lock) {
            return m.floorKey(key);
        }
    }

    public Map.Entry<K, V> ceilingEntry(K key) {
        required(key);
        synchronized (lock) {
            return m.ceilingEntry(key);
        }
    }

    public K ceilingKey(K key) {
        required(key);
        synchronized (lock) {
            return m.ceilingKey(key);
        }
    }

    public Map.Entry<K, V> higherEntry(K key) {
        required(key);
        synchronized (lock) {
            return m.higherEntry(key);
        }
    }

    public K higherKey(K key) {
        required(key);
        synchronized (lock) {
            return m.higherKey(key);
        }
    }

    public Map.Entry<K, V> firstEntry() {
        synchronized (lock) {
            return m.firstEntry();
        }
    }

    public Map.Entry<K, V> lastEntry() {
        synchronized (lock) {
            return m.lastEntry();
        }
    }

    public Map.Entry<K, V> pollFirstEntry() {
        synchronized (lock) {
            return m.pollFirstEntry();
        }
    }

    public Map.Entry<K, V> pollLastEntry() {
        synchronized (lock) {
            return m.pollLastEntry();
        }
    }

    private static IllegalArgumentException outside(IllegalArgumentException e) {
        return new IllegalArgumentException(
            "fromKey > toKey".equals(e.getMessage()) ? "inconsistent range" : "key out of range");
    }

    public ConcurrentNavigableMap<K, V> subMap(K fromKey, boolean fromInclusive, K toKey, boolean toInclusive) {
        required(fromKey);
        required(toKey);
        try {
            return new ConcurrentSkipListMap<K, V>(lock, m.subMap(fromKey, fromInclusive, toKey, toInclusive));
        } catch (IllegalArgumentException e) {
            throw outside(e);
        }
    }

    public ConcurrentNavigableMap<K, V> headMap(K toKey, boolean inclusive) {
        required(toKey);
        try {
            return new ConcurrentSkipListMap<K, V>(lock, m.headMap(toKey, inclusive));
        } catch (IllegalArgumentException e) {
            throw outside(e);
        }
    }

    public ConcurrentNavigableMap<K, V> tailMap(K fromKey, boolean inclusive) {
        required(fromKey);
        try {
            return new ConcurrentSkipListMap<K, V>(lock, m.tailMap(fromKey, inclusive));
        } catch (IllegalArgumentException e) {
            throw outside(e);
        }
    }

    public ConcurrentNavigableMap<K, V> subMap(K fromKey, K toKey) {
        return subMap(fromKey, true, toKey, false);
    }

    public ConcurrentNavigableMap<K, V> headMap(K toKey) {
        return headMap(toKey, false);
    }

    public ConcurrentNavigableMap<K, V> tailMap(K fromKey) {
        return tailMap(fromKey, true);
    }

    public ConcurrentNavigableMap<K, V> descendingMap() {
        return new ConcurrentSkipListMap<K, V>(lock, m.descendingMap());
    }

    public NavigableSet<K> keySet() {
        return navigableKeySet();
    }

    public NavigableSet<K> navigableKeySet() {
        return new KeySet<K, V>(this);
    }

    public NavigableSet<K> descendingKeySet() {
        return descendingMap().navigableKeySet();
    }

    // Walking.

    private abstract class Walk<T> implements Iterator<T> {
        private Map.Entry<K, V> next = firstEntry();
        private Map.Entry<K, V> last;

        public final boolean hasNext() {
            return next != null;
        }

        final Map.Entry<K, V> advance() {
            Map.Entry<K, V> e = next;
            if (e == null) {
                throw new NoSuchElementException();
            }
            last = e;
            next = higherEntry(e.getKey());
            return e;
        }

        public final void remove() {
            if (last == null) {
                throw new IllegalStateException();
            }
            ConcurrentSkipListMap.this.remove(last.getKey());
            last = null;
        }
    }

    private static final int KEYS = Spliterator.DISTINCT | Spliterator.SORTED | Spliterator.ORDERED
        | Spliterator.CONCURRENT | Spliterator.NONNULL;

    final Iterator<K> keyIterator() {
        return new Walk<K>() {
            public K next() {
                return advance().getKey();
            }
        };
    }

    private static final class KeySet<K, V> extends ConcurrentSkipListSet<K> {
        private final ConcurrentSkipListMap<K, V> map;

        @SuppressWarnings("unchecked")
        KeySet(ConcurrentSkipListMap<K, V> map) {
            super((ConcurrentNavigableMap<K, Object>) map);
            this.map = map;
        }

        @Override
        public boolean add(K e) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(Object o) {
            return map.remove(o) != null;
        }
    }

    static <E> Spliterator<E> keySpliterator(Collection<E> keys, Comparator<? super E> comparator) {
        return new QueueSpliterator<E>(keys, KEYS) {
            @Override
            public Comparator<? super E> getComparator() {
                return comparator;
            }
        };
    }

    public Collection<V> values() {
        return new AbstractCollection<V>() {
            public Iterator<V> iterator() {
                return new Walk<V>() {
                    public V next() {
                        return advance().getValue();
                    }
                };
            }

            public int size() {
                return ConcurrentSkipListMap.this.size();
            }

            public boolean contains(Object o) {
                return containsValue(o);
            }

            public void clear() {
                ConcurrentSkipListMap.this.clear();
            }

            public Spliterator<V> spliterator() {
                return new QueueSpliterator<V>(
                    this, Spliterator.CONCURRENT | Spliterator.ORDERED | Spliterator.NONNULL);
            }
        };
    }

    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<Map.Entry<K, V>>() {
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Walk<Map.Entry<K, V>>() {
                    public Map.Entry<K, V> next() {
                        return advance();
                    }
                };
            }

            public int size() {
                return ConcurrentSkipListMap.this.size();
            }

            public boolean contains(Object o) {
                if (!(o instanceof Map.Entry)) {
                    return false;
                }
                Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
                V v = get(e.getKey());
                return v != null && v.equals(e.getValue());
            }

            public boolean remove(Object o) {
                if (!(o instanceof Map.Entry)) {
                    return false;
                }
                Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
                return ConcurrentSkipListMap.this.remove(e.getKey(), e.getValue());
            }

            public void clear() {
                ConcurrentSkipListMap.this.clear();
            }

            public Spliterator<Map.Entry<K, V>> spliterator() {
                return new QueueSpliterator<Map.Entry<K, V>>(this, KEYS) {
                    @Override
                    @SuppressWarnings("unchecked")
                    public Comparator<? super Map.Entry<K, V>> getComparator() {
                        Comparator<? super K> c = comparator();
                        return c == null
                            ? (a, b) -> ((Comparable<? super K>) a.getKey()).compareTo(b.getKey())
                            : (a, b) -> c.compare(a.getKey(), b.getKey());
                    }
                };
            }
        };
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.putFields().put("comparator", comparator());
        out.writeFields();
        for (Map.Entry<K, V> e : entrySet()) {
            out.writeObject(e.getKey());
            out.writeObject(e.getValue());
        }
        out.writeObject(null);
    }

    @SuppressWarnings("unchecked")
    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        Object order = in.readFields().get("comparator", null);
        rvm.internal.SerialForms.set(ConcurrentSkipListMap.class, "lock", this, new Object());
        rvm.internal.SerialForms.set(ConcurrentSkipListMap.class, "m", this, new TreeMap<K, V>((Comparator<? super K>) order));
        Object key;
        while ((key = in.readObject()) != null) {
            Object value = in.readObject();
            if (value == null) {
                throw new NullPointerException();
            }
            m.put((K) key, (V) value);
        }
    }
}
