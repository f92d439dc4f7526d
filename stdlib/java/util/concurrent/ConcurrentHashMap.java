package java.util.concurrent;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import rvm.internal.Atomics;

/**
 * A hash map that many threads read and change. Reading takes no lock. A change locks one chain, by its first node.
 *
 * <p>To grow, one thread moves chain after chain, under the chain's lock, into a table twice as long and leaves a
 * {@link Moved} behind; who meets it goes on in the new table. The bulk operations run in the calling thread.
 */
public class ConcurrentHashMap<K, V> extends AbstractMap<K, V> implements ConcurrentMap<K, V>, Serializable {
    private static final int MAX_CAPACITY = 1 << 30;
    private static final int FIRST_CAPACITY = 16;
    private static final int LONG_CHAIN = 8;
    private static final int LONG_CHAIN_TABLE = 64;
    private static final int HASH_BITS = 0x7fffffff;
    /** Hashes of nodes that are no entries. */
    private static final int MOVED = -1;
    private static final int RESERVED = -3;

    private static final long COUNT = Atomics.fieldOffset(ConcurrentHashMap.class, "count");
    private static final long RESIZING = Atomics.fieldOffset(ConcurrentHashMap.class, "resizing");

    /** An entry; also a marker, which has no key. */
    static class Node<K, V> implements Map.Entry<K, V> {
        final int hash;
        final K key;
        volatile V value;
        volatile Node<K, V> next;

        Node(int hash, K key, V value, Node<K, V> next) {
            this.hash = hash;
            this.key = key;
            this.value = value;
            this.next = next;
        }

        public final K getKey() {
            return key;
        }

        public final V getValue() {
            return value;
        }

        public final V setValue(V value) {
            throw new UnsupportedOperationException();
        }

        public final int hashCode() {
            return key.hashCode() ^ value.hashCode();
        }

        public final String toString() {
            return key + "=" + value;
        }

        public final boolean equals(Object o) {
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            return key.equals(e.getKey()) && value.equals(e.getValue());
        }

        final ConcurrentHashMapViews.MapEntry<K, V> snapshot(ConcurrentHashMap<K, V> map) {
            return new ConcurrentHashMapViews.MapEntry<K, V>(key, value, map);
        }

        final boolean has(int h, Object k) {
            if (hash != h) {
                return false;
            }
            K mine = key;
            return mine == k || k.equals(mine);
        }
    }

    /** Stands in a slot whose chain is in the next table. */
    static final class Moved<K, V> extends Node<K, V> {
        final Node<K, V>[] table;

        Moved(Node<K, V>[] table) {
            super(MOVED, null, null, null);
            this.table = table;
        }
    }

    transient volatile Node<K, V>[] table;
    private transient volatile long count;
    /** The next table of a growth that broke off, for lack of memory for one: the chains that moved are there. */
    private transient Node<K, V>[] unfinished;
    /** 1 while a thread makes or moves the table. */
    private transient volatile int resizing;
    /** A count that reaches this makes the table grow; before there is one, its wanted length (0: the default). */
    private transient volatile int threshold;
    private transient KeySetView<K, V> keySet;
    private transient ConcurrentHashMapViews.ValuesView<K, V> values;
    private transient ConcurrentHashMapViews.EntrySetView<K, V> entrySet;

    public ConcurrentHashMap() {
    }

    public ConcurrentHashMap(int initialCapacity) {
        this(initialCapacity, 0.75f, 1);
    }

    public ConcurrentHashMap(Map<? extends K, ? extends V> m) {
        threshold = FIRST_CAPACITY;
        putAll(m);
    }

    public ConcurrentHashMap(int initialCapacity, float loadFactor) {
        this(initialCapacity, loadFactor, 1);
    }

    public ConcurrentHashMap(int initialCapacity, float loadFactor, int concurrencyLevel) {
        if (!(loadFactor > 0.0f) || initialCapacity < 0 || concurrencyLevel <= 0) {
            throw new IllegalArgumentException();
        }
        long size = (long) (1.0 + Math.max(initialCapacity, concurrencyLevel) / loadFactor);
        threshold = size >= MAX_CAPACITY ? MAX_CAPACITY : powerOfTwo((int) size);
    }

    private static int powerOfTwo(int n) {
        return n <= 1 ? 1 : n > MAX_CAPACITY / 2 ? MAX_CAPACITY : Integer.highestOneBit(n - 1) << 1;
    }

    static int spread(int h) {
        return (h ^ (h >>> 16)) & HASH_BITS;
    }

    @SuppressWarnings("unchecked")
    static <K, V> Node<K, V> at(Node<K, V>[] tab, int i) {
        return (Node<K, V>) Atomics.getRefAt(tab, i);
    }

    private static boolean cas(Node<?, ?>[] tab, int i, Node<?, ?> from, Node<?, ?> to) {
        return Atomics.compareAndSetRefAt(tab, i, from, to);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <K, V> Node<K, V>[] newTable(int n) {
        return (Node<K, V>[]) new Node[n];
    }

    // Growing.

    private Node<K, V>[] table() {
        Node<K, V>[] tab = table;
        while (tab == null) {
            if (Atomics.compareAndSetInt(this, RESIZING, 0, 1)) {
                try {
                    if (table == null) {
                        int n = threshold > 0 ? threshold : FIRST_CAPACITY;
                        table = newTable(n);
                        threshold = n - (n >>> 2);
                    }
                } finally {
                    resizing = 0;
                }
            } else {
                Thread.yield();
            }
            tab = table;
        }
        return tab;
    }

    private void added(int chainLength) {
        long n = Atomics.getAndAddLong(this, COUNT, 1) + 1;
        if (chainLength >= 0) {
            while (n >= threshold && table.length < MAX_CAPACITY && grow(table)) {
                n = count;
            }
        }
    }

    private void removed() {
        Atomics.getAndAddLong(this, COUNT, -1);
    }

    /** A long chain in a small table makes the table grow before it is full. */
    private void growForChain(Node<K, V>[] tab) {
        if (tab.length < LONG_CHAIN_TABLE) {
            presize(tab.length << 1);
        }
    }

    private void presize(int size) {
        int wanted = size >= MAX_CAPACITY >>> 1 ? MAX_CAPACITY : powerOfTwo(size + (size >>> 1) + 1);
        if (table == null) {
            if (Atomics.compareAndSetInt(this, RESIZING, 0, 1)) {
                try {
                    if (table == null) {
                        int n = Math.max(threshold, wanted);
                        table = newTable(n);
                        threshold = n - (n >>> 2);
                    }
                } finally {
                    resizing = 0;
                }
            } else {
                table();
            }
        }
        while (wanted > threshold && table.length < MAX_CAPACITY && grow(table)) {
            continue;
        }
    }

    /** Doubles the table, unless someone else is about it; false then. */
    private boolean grow(Node<K, V>[] old) {
        if (!Atomics.compareAndSetInt(this, RESIZING, 0, 1)) {
            return false;
        }
        try {
            if (table == old) {
                int n = old.length;
                Node<K, V>[] tab = unfinished;
                if (tab == null) {
                    tab = newTable(n << 1);
                }
                Moved<K, V> moved = new Moved<K, V>(tab);
                unfinished = tab;
                for (int i = 0; i < n; i++) {
                    move(old, tab, i, moved);
                }
                unfinished = null;
                table = tab;
                threshold = (n << 1) - (n >>> 1);
            }
            return true;
        } finally {
            resizing = 0;
        }
    }

    private static <K, V> void move(Node<K, V>[] old, Node<K, V>[] tab, int i, Moved<K, V> moved) {
        while (true) {
            Node<K, V> f = at(old, i);
            if (f == null) {
                if (cas(old, i, null, moved)) {
                    return;
                }
                continue;
            }
            if (f instanceof Moved) {
                return;
            }
            synchronized (f) {
                if (at(old, i) != f) {
                    continue;
                }
                if (f.hash == RESERVED) {
                    // We are within its computation, which so changes the map it computes for.
                    throw recursive();
                }
                split(f, old.length, tab, i);
                Atomics.putRefAt(old, i, moved);
                return;
            }
        }
    }

    /** Readers may still be in the old chain: all but its end, which stays one run in the new table, is copied. */
    private static <K, V> void split(Node<K, V> f, int bit, Node<K, V>[] tab, int i) {
        Node<K, V> run = f;
        for (Node<K, V> p = f.next; p != null; p = p.next) {
            if ((p.hash & bit) != (run.hash & bit)) {
                run = p;
            }
        }
        Node<K, V> low = (run.hash & bit) == 0 ? run : null;
        Node<K, V> high = low == null ? run : null;
        for (Node<K, V> p = f; p != run; p = p.next) {
            if ((p.hash & bit) == 0) {
                low = new Node<K, V>(p.hash, p.key, p.value, low);
            } else {
                high = new Node<K, V>(p.hash, p.key, p.value, high);
            }
        }
        Atomics.putRefAt(tab, i, low);
        Atomics.putRefAt(tab, i + bit, high);
    }

    private static IllegalStateException recursive() {
        return new IllegalStateException("Recursive update");
    }

    // Reading.

    private Node<K, V> find(Object key) {
        int h = spread(key.hashCode());
        Node<K, V>[] tab = table;
        while (tab != null) {
            Node<K, V> e = at(tab, h & (tab.length - 1));
            if (e instanceof Moved) {
                tab = ((Moved<K, V>) e).table;
                continue;
            }
            for (; e != null; e = e.next) {
                if (e.has(h, key)) {
                    return e;
                }
            }
            return null;
        }
        return null;
    }

    public int size() {
        long n = count;
        return n < 0 ? 0 : n > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) n;
    }

    public long mappingCount() {
        return Math.max(count, 0);
    }

    public boolean isEmpty() {
        return count <= 0;
    }

    public V get(Object key) {
        Node<K, V> e = find(key);
        return e == null ? null : e.value;
    }

    public V getOrDefault(Object key, V defaultValue) {
        Node<K, V> e = find(key);
        return e == null ? defaultValue : e.value;
    }

    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    public boolean containsValue(Object value) {
        if (value == null) {
            throw new NullPointerException();
        }
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            V v = e.value;
            if (v == value || value.equals(v)) {
                return true;
            }
        }
        return false;
    }

    public boolean contains(Object value) {
        return containsValue(value);
    }

    // Changing.

    public V put(K key, V value) {
        return putValue(key, value, false);
    }

    public V putIfAbsent(K key, V value) {
        return putValue(key, value, true);
    }

    private V putValue(K key, V value, boolean onlyIfAbsent) {
        if (key == null || value == null) {
            throw new NullPointerException();
        }
        int h = spread(key.hashCode());
        Node<K, V>[] tab = table();
        while (true) {
            int i = h & (tab.length - 1);
            Node<K, V> f = at(tab, i);
            if (f == null) {
                if (cas(tab, i, null, new Node<K, V>(h, key, value, null))) {
                    added(0);
                    return null;
                }
                continue;
            }
            if (f instanceof Moved) {
                tab = ((Moved<K, V>) f).table;
                continue;
            }
            if (onlyIfAbsent && f.has(h, key)) {
                V v = f.value;
                if (v != null) {
                    return v;
                }
            }
            V old = null;
            int length = 0;
            synchronized (f) {
                if (at(tab, i) != f) {
                    continue;
                }
                if (f.hash == RESERVED) {
                    throw recursive();
                }
                Node<K, V> e = f;
                for (length = 1; ; length++) {
                    if (e.has(h, key)) {
                        old = e.value;
                        if (!onlyIfAbsent) {
                            e.value = value;
                        }
                        break;
                    }
                    Node<K, V> next = e.next;
                    if (next == null) {
                        e.next = new Node<K, V>(h, key, value, null);
                        break;
                    }
                    e = next;
                }
            }
            if (length >= LONG_CHAIN) {
                growForChain(tab);
            }
            if (old == null) {
                added(length);
            }
            return old;
        }
    }

    public void putAll(Map<? extends K, ? extends V> m) {
        presize(m.size());
        for (Map.Entry<? extends K, ? extends V> e : m.entrySet()) {
            putValue(e.getKey(), e.getValue(), false);
        }
    }

    public V remove(Object key) {
        return replaceNode(key, null, null);
    }

    public boolean remove(Object key, Object value) {
        if (key == null) {
            throw new NullPointerException();
        }
        return value != null && replaceNode(key, null, value) != null;
    }

    public boolean replace(K key, V oldValue, V newValue) {
        if (key == null || oldValue == null || newValue == null) {
            throw new NullPointerException();
        }
        return replaceNode(key, newValue, oldValue) != null;
    }

    public V replace(K key, V value) {
        if (key == null || value == null) {
            throw new NullPointerException();
        }
        return replaceNode(key, value, null);
    }

    /** Gives an entry another value, or with null takes it out; if {@code expected} is given, then only if it had that. */
    final V replaceNode(Object key, V value, Object expected) {
        int h = spread(key.hashCode());
        Node<K, V>[] tab = table;
        while (tab != null) {
            int i = h & (tab.length - 1);
            Node<K, V> f = at(tab, i);
            if (f == null) {
                return null;
            }
            if (f instanceof Moved) {
                tab = ((Moved<K, V>) f).table;
                continue;
            }
            synchronized (f) {
                if (at(tab, i) != f) {
                    continue;
                }
                if (f.hash == RESERVED) {
                    throw recursive();
                }
                Node<K, V> before = null;
                for (Node<K, V> e = f; e != null; before = e, e = e.next) {
                    if (e.has(h, key)) {
                        V old = e.value;
                        if (expected != null && expected != old && !expected.equals(old)) {
                            return null;
                        }
                        if (value != null) {
                            e.value = value;
                        } else {
                            unlink(tab, i, before, e);
                            removed();
                        }
                        return old;
                    }
                }
                return null;
            }
        }
        return null;
    }

    private static <K, V> void unlink(Node<K, V>[] tab, int i, Node<K, V> before, Node<K, V> e) {
        if (before == null) {
            Atomics.putRefAt(tab, i, e.next);
        } else {
            before.next = e.next;
        }
    }

    public void clear() {
        Node<K, V>[] tab = table;
        if (tab != null) {
            for (int i = 0; i < tab.length; i++) {
                clear(tab, i);
            }
        }
    }

    private void clear(Node<K, V>[] tab, int i) {
        Node<K, V> f = at(tab, i);
        while (f != null) {
            if (f instanceof Moved) {
                Node<K, V>[] next = ((Moved<K, V>) f).table;
                clear(next, i);
                clear(next, i + tab.length);
                return;
            }
            synchronized (f) {
                if (at(tab, i) == f) {
                    long n = 0;
                    for (Node<K, V> e = f.hash >= 0 ? f : null; e != null; e = e.next) {
                        n++;
                    }
                    Atomics.putRefAt(tab, i, null);
                    Atomics.getAndAddLong(this, COUNT, -n);
                    return;
                }
            }
            f = at(tab, i);
        }
    }

    public V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        if (key == null || mappingFunction == null) {
            throw new NullPointerException();
        }
        Node<K, V> e = find(key);
        if (e != null) {
            return e.value;
        }
        return change(key, ABSENT, mappingFunction, null, null);
    }

    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        if (key == null || remappingFunction == null) {
            throw new NullPointerException();
        }
        return change(key, PRESENT, null, remappingFunction, null);
    }

    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        if (key == null || remappingFunction == null) {
            throw new NullPointerException();
        }
        return change(key, ANY, null, remappingFunction, null);
    }

    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        if (key == null || value == null || remappingFunction == null) {
            throw new NullPointerException();
        }
        return change(key, MERGE, null, remappingFunction, value);
    }

    private static final int ABSENT = 0;
    private static final int PRESENT = 1;
    private static final int ANY = 2;
    private static final int MERGE = 3;

    /** The value for a key that is absent, or null. */
    @SuppressWarnings("unchecked")
    private static <K, V> V first(K key, int kind, Function<?, ?> make, BiFunction<?, ?, ?> remake, V value) {
        switch (kind) {
            case ABSENT:
                return ((Function<K, V>) make).apply(key);
            case ANY:
                return ((BiFunction<K, V, V>) remake).apply(key, null);
            case MERGE:
                return value;
            default:
                return null;
        }
    }

    /** The next value for a key that is present, or null. */
    @SuppressWarnings("unchecked")
    private static <K, V> V next(K key, V old, int kind, BiFunction<?, ?, ?> remake, V value) {
        return kind == ABSENT ? old : kind == MERGE ? ((BiFunction<V, V, V>) remake).apply(old, value)
            : ((BiFunction<K, V, V>) remake).apply(key, old);
    }

    /**
     * What the four computing methods do: a function gives the value while the chain is locked. If the function, against the
     * rules, changes the map so much that the chain moves to another table, then the value goes there.
     */
    private V change(K key, int kind, Function<?, ?> make, BiFunction<?, ?, ?> remake, V value) {
        int h = spread(key.hashCode());
        Node<K, V>[] tab = table();
        while (true) {
            int i = h & (tab.length - 1);
            Node<K, V> f = at(tab, i);
            if (f == null) {
                if (kind == PRESENT) {
                    return null;
                }
                // Holds the slot, locked, while the value is computed.
                Node<K, V> reservation = new Node<K, V>(RESERVED, null, null, null);
                synchronized (reservation) {
                    if (!cas(tab, i, null, reservation)) {
                        continue;
                    }
                    Node<K, V> made = null;
                    V v;
                    try {
                        v = first(key, kind, make, remake, value);
                        if (v != null) {
                            made = new Node<K, V>(h, key, v, null);
                        }
                    } finally {
                        Atomics.putRefAt(tab, i, made);
                    }
                    if (v == null) {
                        return null;
                    }
                    value = v;
                }
                added(1);
                return value;
            }
            if (f instanceof Moved) {
                tab = ((Moved<K, V>) f).table;
                continue;
            }
            V result = null;
            int length = 0;
            boolean added = false;
            synchronized (f) {
                if (at(tab, i) != f) {
                    continue;
                }
                if (f.hash == RESERVED) {
                    throw recursive();
                }
                Node<K, V> before = null;
                Node<K, V> e = f;
                for (length = 1; ; length++) {
                    if (e.has(h, key)) {
                        result = next(key, e.value, kind, remake, value);
                        if (at(tab, i) != f) {
                            replaceNode(key, result, null);
                        } else if (result != null) {
                            e.value = result;
                        } else {
                            unlink(tab, i, before, e);
                            removed();
                        }
                        break;
                    }
                    before = e;
                    e = e.next;
                    if (e == null) {
                        result = first(key, kind, make, remake, value);
                        if (result != null) {
                            if (at(tab, i) != f) {
                                putValue(key, result, false);
                                return result;
                            }
                            if (before.next != null) {
                                throw recursive();
                            }
                            before.next = new Node<K, V>(h, key, result, null);
                            added = true;
                        }
                        break;
                    }
                }
            }
            if (length >= LONG_CHAIN) {
                growForChain(tab);
            }
            if (added) {
                added(length);
            }
            return result;
        }
    }

    public void forEach(BiConsumer<? super K, ? super V> action) {
        forEach(1, action);
    }

    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        if (function == null) {
            throw new NullPointerException();
        }
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            V old = e.value;
            while (true) {
                V v = function.apply(e.key, old);
                if (v == null) {
                    throw new NullPointerException();
                }
                if (replaceNode(e.key, v, old) != null) {
                    break;
                }
                old = get(e.key);
                if (old == null) {
                    break;
                }
            }
        }
    }

    // Views.

    public KeySetView<K, V> keySet() {
        if (keySet == null) {
            keySet = new KeySetView<K, V>(this, null);
        }
        return keySet;
    }

    public KeySetView<K, V> keySet(V mappedValue) {
        if (mappedValue == null) {
            throw new NullPointerException();
        }
        return new KeySetView<K, V>(this, mappedValue);
    }

    public static <K> KeySetView<K, Boolean> newKeySet() {
        return new KeySetView<K, Boolean>(new ConcurrentHashMap<K, Boolean>(), Boolean.TRUE);
    }

    public static <K> KeySetView<K, Boolean> newKeySet(int initialCapacity) {
        return new KeySetView<K, Boolean>(new ConcurrentHashMap<K, Boolean>(initialCapacity), Boolean.TRUE);
    }

    public Collection<V> values() {
        if (values == null) {
            values = new ConcurrentHashMapViews.ValuesView<K, V>(this);
        }
        return values;
    }

    public Set<Map.Entry<K, V>> entrySet() {
        if (entrySet == null) {
            entrySet = new ConcurrentHashMapViews.EntrySetView<K, V>(this);
        }
        return entrySet;
    }

    public Enumeration<K> keys() {
        return new ConcurrentHashMapViews.KeyIterator<K, V>(this);
    }

    public Enumeration<V> elements() {
        return new ConcurrentHashMapViews.ValueIterator<K, V>(this);
    }

    public int hashCode() {
        int h = 0;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            h += e.key.hashCode() ^ e.value.hashCode();
        }
        return h;
    }

    public String toString() {
        StringBuilder sb = new StringBuilder();
        sb.append('{');
        Walk<K, V> walk = new Walk<K, V>(table);
        Node<K, V> e = walk.next();
        while (e != null) {
            K k = e.key;
            V v = e.value;
            sb.append(k == this ? "(this Map)" : k);
            sb.append('=');
            sb.append(v == this ? "(this Map)" : v);
            e = walk.next();
            if (e != null) {
                sb.append(',').append(' ');
            }
        }
        return sb.append('}').toString();
    }

    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof Map)) {
            return false;
        }
        Map<?, ?> m = (Map<?, ?>) o;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            Object v = m.get(e.key);
            if (v == null || (v != e.value && !v.equals(e.value))) {
                return false;
            }
        }
        for (Map.Entry<?, ?> e : m.entrySet()) {
            Object k = e.getKey();
            Object v = e.getValue();
            if (k == null || v == null) {
                return false;
            }
            Object mine = get(k);
            if (mine == null || (mine != v && !v.equals(mine))) {
                return false;
            }
        }
        return true;
    }

    /** Visits the entries that were there at the start; of later changes it may see some. */
    static final class Walk<K, V> {
        private final Node<K, V>[] tab;
        private final int end;
        private int slot;
        private Node<K, V> last;
        /** Chains of newer tables still to visit, last first: tables and slots in turn. */
        private Object[] pending;
        private int pendingCount;

        Walk(Node<K, V>[] tab) {
            this(tab, 0, tab == null ? 0 : tab.length);
        }

        Walk(Node<K, V>[] tab, int from, int to) {
            this.tab = tab;
            this.slot = from;
            this.end = to;
        }

        Node<K, V> next() {
            // Only now: the chain may have grown since the last entry was given.
            Node<K, V> e = last == null ? null : last.next;
            while (e == null) {
                if (pendingCount > 0) {
                    int i = (Integer) pending[--pendingCount];
                    @SuppressWarnings("unchecked")
                    Node<K, V>[] t = (Node<K, V>[]) pending[--pendingCount];
                    e = load(t, i);
                } else if (slot < end) {
                    e = load(tab, slot++);
                } else {
                    last = null;
                    return null;
                }
            }
            last = e;
            return e;
        }

        private Node<K, V> load(Node<K, V>[] t, int i) {
            Node<K, V> e = at(t, i);
            if (e instanceof Moved) {
                Node<K, V>[] newer = ((Moved<K, V>) e).table;
                push(newer, i + t.length);
                push(newer, i);
                return null;
            }
            return e == null || e.hash < 0 ? null : e;
        }

        private void push(Node<K, V>[] t, int i) {
            if (pending == null) {
                pending = new Object[8];
            } else if (pendingCount == pending.length) {
                pending = Arrays.copyOf(pending, 2 * pendingCount);
            }
            pending[pendingCount++] = t;
            pending[pendingCount++] = i;
        }

        /** Gives away the front half of the slots not yet visited. */
        Walk<K, V> split() {
            int mid = (slot + end) >>> 1;
            if (mid <= slot || pendingCount > 0 || last != null) {
                return null;
            }
            Walk<K, V> front = new Walk<K, V>(tab, slot, mid);
            slot = mid;
            return front;
        }
    }

    // Bulk operations.

    public void forEach(long parallelismThreshold, BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            action.accept(e.key, e.value);
        }
    }

    public <U> void forEach(long parallelismThreshold, BiFunction<? super K, ? super V, ? extends U> transformer,
            Consumer<? super U> action) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(action);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = transformer.apply(e.key, e.value);
            if (u != null) {
                action.accept(u);
            }
        }
    }

    public <U> U search(long parallelismThreshold, BiFunction<? super K, ? super V, ? extends U> searchFunction) {
        Objects.requireNonNull(searchFunction);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = searchFunction.apply(e.key, e.value);
            if (u != null) {
                return u;
            }
        }
        return null;
    }

    public <U> U reduce(long parallelismThreshold, BiFunction<? super K, ? super V, ? extends U> transformer,
            BiFunction<? super U, ? super U, ? extends U> reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        U r = null;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = transformer.apply(e.key, e.value);
            if (u != null) {
                r = r == null ? u : reducer.apply(r, u);
            }
        }
        return r;
    }

    public double reduceToDouble(long parallelismThreshold, ToDoubleBiFunction<? super K, ? super V> transformer,
            double basis, DoubleBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        double r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsDouble(r, transformer.applyAsDouble(e.key, e.value));
        }
        return r;
    }

    public long reduceToLong(long parallelismThreshold, ToLongBiFunction<? super K, ? super V> transformer,
            long basis, LongBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        long r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsLong(r, transformer.applyAsLong(e.key, e.value));
        }
        return r;
    }

    public int reduceToInt(long parallelismThreshold, ToIntBiFunction<? super K, ? super V> transformer,
            int basis, IntBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        int r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsInt(r, transformer.applyAsInt(e.key, e.value));
        }
        return r;
    }

    public void forEachKey(long parallelismThreshold, Consumer<? super K> action) {
        Objects.requireNonNull(action);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            action.accept(e.key);
        }
    }

    public <U> void forEachKey(long parallelismThreshold, Function<? super K, ? extends U> transformer,
            Consumer<? super U> action) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(action);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = transformer.apply(e.key);
            if (u != null) {
                action.accept(u);
            }
        }
    }

    public <U> U searchKeys(long parallelismThreshold, Function<? super K, ? extends U> searchFunction) {
        Objects.requireNonNull(searchFunction);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = searchFunction.apply(e.key);
            if (u != null) {
                return u;
            }
        }
        return null;
    }

    public K reduceKeys(long parallelismThreshold, BiFunction<? super K, ? super K, ? extends K> reducer) {
        Objects.requireNonNull(reducer);
        K r = null;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = r == null ? e.key : reducer.apply(r, e.key);
        }
        return r;
    }

    public <U> U reduceKeys(long parallelismThreshold, Function<? super K, ? extends U> transformer,
            BiFunction<? super U, ? super U, ? extends U> reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        U r = null;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = transformer.apply(e.key);
            if (u != null) {
                r = r == null ? u : reducer.apply(r, u);
            }
        }
        return r;
    }

    public double reduceKeysToDouble(long parallelismThreshold, ToDoubleFunction<? super K> transformer,
            double basis, DoubleBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        double r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsDouble(r, transformer.applyAsDouble(e.key));
        }
        return r;
    }

    public long reduceKeysToLong(long parallelismThreshold, ToLongFunction<? super K> transformer,
            long basis, LongBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        long r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsLong(r, transformer.applyAsLong(e.key));
        }
        return r;
    }

    public int reduceKeysToInt(long parallelismThreshold, ToIntFunction<? super K> transformer,
            int basis, IntBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        int r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsInt(r, transformer.applyAsInt(e.key));
        }
        return r;
    }

    public void forEachValue(long parallelismThreshold, Consumer<? super V> action) {
        Objects.requireNonNull(action);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            action.accept(e.value);
        }
    }

    public <U> void forEachValue(long parallelismThreshold, Function<? super V, ? extends U> transformer,
            Consumer<? super U> action) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(action);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = transformer.apply(e.value);
            if (u != null) {
                action.accept(u);
            }
        }
    }

    public <U> U searchValues(long parallelismThreshold, Function<? super V, ? extends U> searchFunction) {
        Objects.requireNonNull(searchFunction);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = searchFunction.apply(e.value);
            if (u != null) {
                return u;
            }
        }
        return null;
    }

    public V reduceValues(long parallelismThreshold, BiFunction<? super V, ? super V, ? extends V> reducer) {
        Objects.requireNonNull(reducer);
        V r = null;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = r == null ? e.value : reducer.apply(r, e.value);
        }
        return r;
    }

    public <U> U reduceValues(long parallelismThreshold, Function<? super V, ? extends U> transformer,
            BiFunction<? super U, ? super U, ? extends U> reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        U r = null;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = transformer.apply(e.value);
            if (u != null) {
                r = r == null ? u : reducer.apply(r, u);
            }
        }
        return r;
    }

    public double reduceValuesToDouble(long parallelismThreshold, ToDoubleFunction<? super V> transformer,
            double basis, DoubleBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        double r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsDouble(r, transformer.applyAsDouble(e.value));
        }
        return r;
    }

    public long reduceValuesToLong(long parallelismThreshold, ToLongFunction<? super V> transformer,
            long basis, LongBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        long r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsLong(r, transformer.applyAsLong(e.value));
        }
        return r;
    }

    public int reduceValuesToInt(long parallelismThreshold, ToIntFunction<? super V> transformer,
            int basis, IntBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        int r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsInt(r, transformer.applyAsInt(e.value));
        }
        return r;
    }

    public void forEachEntry(long parallelismThreshold, Consumer<? super Map.Entry<K, V>> action) {
        Objects.requireNonNull(action);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            action.accept(e.snapshot(this));
        }
    }

    public <U> void forEachEntry(long parallelismThreshold, Function<Map.Entry<K, V>, ? extends U> transformer,
            Consumer<? super U> action) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(action);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = transformer.apply(e.snapshot(this));
            if (u != null) {
                action.accept(u);
            }
        }
    }

    public <U> U searchEntries(long parallelismThreshold, Function<Map.Entry<K, V>, ? extends U> searchFunction) {
        Objects.requireNonNull(searchFunction);
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = searchFunction.apply(e.snapshot(this));
            if (u != null) {
                return u;
            }
        }
        return null;
    }

    public Map.Entry<K, V> reduceEntries(long parallelismThreshold, BiFunction<Map.Entry<K, V>, Map.Entry<K, V>, ? extends Map.Entry<K, V>> reducer) {
        Objects.requireNonNull(reducer);
        Map.Entry<K, V> r = null;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = r == null ? e.snapshot(this) : reducer.apply(r, e.snapshot(this));
        }
        return r;
    }

    public <U> U reduceEntries(long parallelismThreshold, Function<Map.Entry<K, V>, ? extends U> transformer,
            BiFunction<? super U, ? super U, ? extends U> reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        U r = null;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            U u = transformer.apply(e.snapshot(this));
            if (u != null) {
                r = r == null ? u : reducer.apply(r, u);
            }
        }
        return r;
    }

    public double reduceEntriesToDouble(long parallelismThreshold, ToDoubleFunction<Map.Entry<K, V>> transformer,
            double basis, DoubleBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        double r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsDouble(r, transformer.applyAsDouble(e.snapshot(this)));
        }
        return r;
    }

    public long reduceEntriesToLong(long parallelismThreshold, ToLongFunction<Map.Entry<K, V>> transformer,
            long basis, LongBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        long r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsLong(r, transformer.applyAsLong(e.snapshot(this)));
        }
        return r;
    }

    public int reduceEntriesToInt(long parallelismThreshold, ToIntFunction<Map.Entry<K, V>> transformer,
            int basis, IntBinaryOperator reducer) {
        Objects.requireNonNull(transformer);
        Objects.requireNonNull(reducer);
        int r = basis;
        Walk<K, V> walk = new Walk<K, V>(table);
        for (Node<K, V> e = walk.next(); e != null; e = walk.next()) {
            r = reducer.applyAsInt(r, transformer.applyAsInt(e.snapshot(this)));
        }
        return r;
    }

    /** The keys of a map as a set; with a value to map them to, also to add to. */
    public static class KeySetView<K, V> extends ConcurrentHashMapViews.CollectionView<K, V, K>
            implements Set<K>, Serializable {
        private final V value;

        KeySetView(ConcurrentHashMap<K, V> map, V value) {
            super(map);
            this.value = value;
        }

        public ConcurrentHashMap<K, V> getMap() {
            return map;
        }

        public V getMappedValue() {
            return value;
        }

        public boolean contains(Object o) {
            return map.containsKey(o);
        }

        public boolean remove(Object o) {
            return map.remove(o) != null;
        }

        public Iterator<K> iterator() {
            return new ConcurrentHashMapViews.KeyIterator<K, V>(map);
        }

        public boolean add(K e) {
            if (value == null) {
                throw new UnsupportedOperationException();
            }
            return map.putValue(e, value, true) == null;
        }

        public boolean addAll(Collection<? extends K> c) {
            if (value == null) {
                throw new UnsupportedOperationException();
            }
            boolean changed = false;
            for (K e : c) {
                changed |= map.putValue(e, value, true) == null;
            }
            return changed;
        }

        public int hashCode() {
            int h = 0;
            for (K e : this) {
                h += e.hashCode();
            }
            return h;
        }

        public boolean equals(Object o) {
            if (!(o instanceof Set)) {
                return false;
            }
            Set<?> c = (Set<?>) o;
            return c == this || (containsAll(c) && c.containsAll(this));
        }

        public Spliterator<K> spliterator() {
            return new ConcurrentHashMapViews.KeySpliterator<K, V>(map);
        }

        public void forEach(Consumer<? super K> action) {
            map.forEachKey(Long.MAX_VALUE, action);
        }
    }

    /** Only streams know it: what older versions of this map were made of. */
    static class Segment<K, V> extends java.util.concurrent.locks.ReentrantLock implements Serializable {
        final float loadFactor;

        Segment(float loadFactor) {
            this.loadFactor = loadFactor;
        }
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        Segment<?, ?>[] segments = new Segment<?, ?>[16];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = new Segment<K, V>(0.75f);
        }
        java.io.ObjectOutputStream.PutField fields = out.putFields();
        fields.put("segments", segments);
        fields.put("segmentShift", 28);
        fields.put("segmentMask", 15);
        out.writeFields();
        for (Map.Entry<K, V> e : entrySet()) {
            out.writeObject(e.getKey());
            out.writeObject(e.getValue());
        }
        out.writeObject(null);
        out.writeObject(null);
    }

    @SuppressWarnings("unchecked")
    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        threshold = FIRST_CAPACITY;
        while (true) {
            K key = (K) in.readObject();
            V value = (V) in.readObject();
            if (key == null || value == null) {
                break;
            }
            putValue(key, value, false);
        }
    }
}
