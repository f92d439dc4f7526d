package java.util;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** A map that finds keys by their hash codes, in a table of chains. */
public class HashMap<K, V> extends AbstractMap<K, V> implements Map<K, V>, Cloneable, java.io.Serializable {
    static final int FIRST_CAPACITY = 16;
    static final int MAX_CAPACITY = 1 << 30;
    static final float LOAD_FACTOR = 0.75f;
    private static final int LONG_CHAIN = 8;
    private static final int LONG_CHAIN_TABLE = 64;

    /** One entry, in the chain of its slot. */
    static class Node<K, V> implements Map.Entry<K, V> {
        final int hash;
        final K key;
        V value;
        Node<K, V> next;

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

        public final V setValue(V newValue) {
            V old = value;
            value = newValue;
            return old;
        }

        public final boolean equals(Object o) {
            return o == this || entryEquals(key, value, o);
        }

        public final int hashCode() {
            return entryHash(key, value);
        }

        public final String toString() {
            return key + "=" + value;
        }
    }

    transient Node<K, V>[] table;
    /** By slot, where chains are long; null as long as none is. */
    private transient HashChain<K, V>[] chains;
    transient Set<Map.Entry<K, V>> entrySet;
    transient int size;
    transient int modCount;
    /** More entries than this double the table; before there is one, its wanted length (0: the default). */
    int threshold;
    final float loadFactor;

    public HashMap(int initialCapacity, float loadFactor) {
        if (initialCapacity < 0) {
            throw new IllegalArgumentException("Illegal initial capacity: " + initialCapacity);
        }
        if (loadFactor <= 0 || Float.isNaN(loadFactor)) {
            throw new IllegalArgumentException("Illegal load factor: " + loadFactor);
        }
        this.loadFactor = loadFactor;
        this.threshold = Capacity.powerOfTwo(initialCapacity);
    }

    public HashMap(int initialCapacity) {
        this(initialCapacity, LOAD_FACTOR);
    }

    public HashMap() {
        this.loadFactor = LOAD_FACTOR;
    }

    public HashMap(Map<? extends K, ? extends V> m) {
        this.loadFactor = LOAD_FACTOR;
        putEntries(m, false);
    }

    /** High bits take part in choosing the slot. */
    static int hash(Object key) {
        if (key == null) {
            return 0;
        }
        int h = key.hashCode();
        return h ^ (h >>> 16);
    }

    final void putEntries(Map<? extends K, ? extends V> m, boolean evict) {
        int count = m.size();
        if (count <= 0) {
            return;
        }
        if (table == null) {
            float wanted = count / loadFactor + 1.0f;
            int capacity = wanted < MAX_CAPACITY ? (int) wanted : MAX_CAPACITY;
            if (capacity > threshold) {
                threshold = Capacity.powerOfTwo(capacity);
            }
        } else {
            while (count > threshold && table.length < MAX_CAPACITY) {
                resize();
            }
        }
        for (Map.Entry<? extends K, ? extends V> e : m.entrySet()) {
            K key = e.getKey();
            putValue(hash(key), key, e.getValue(), false, evict);
        }
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public V get(Object key) {
        Node<K, V> e = find(hash(key), key);
        return e == null ? null : e.value;
    }

    final Node<K, V> find(int hash, Object key) {
        Node<K, V>[] tab = table;
        if (tab == null) {
            return null;
        }
        Node<K, V> e = tab[hash & (tab.length - 1)];
        if (chains != null) {
            HashChain<K, V> chain = chains[hash & (tab.length - 1)];
            if (chain != null) {
                return chain.find(hash, key);
            }
        }
        while (e != null) {
            if (e.hash == hash) {
                K k = e.key;
                if (k == key || (key != null && key.equals(k))) {
                    return e;
                }
            }
            e = e.next;
        }
        return null;
    }

    /** The index of a slot's chain, if it has one. */
    private HashChain<K, V> chain(int slot) {
        return chains == null ? null : chains[slot];
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private void makeChain(int slot) {
        if (chains == null) {
            chains = (HashChain<K, V>[]) new HashChain[table.length];
        }
        if (chains[slot] == null) {
            chains[slot] = new HashChain<>(table[slot]);
        }
    }

    public boolean containsKey(Object key) {
        return find(hash(key), key) != null;
    }

    public V put(K key, V value) {
        return putValue(hash(key), key, value, false, true);
    }

    final V putValue(int hash, K key, V value, boolean onlyIfAbsent, boolean evict) {
        Node<K, V>[] tab = table;
        if (tab == null) {
            tab = resize();
        }
        int slot = hash & (tab.length - 1);
        Node<K, V> e = tab[slot];
        HashChain<K, V> chain = chain(slot);
        if (e == null) {
            tab[slot] = newNode(hash, key, value, null);
        } else if (chain != null) {
            Node<K, V> found = chain.find(hash, key);
            if (found != null) {
                V old = found.value;
                if (!onlyIfAbsent || old == null) {
                    found.value = value;
                }
                afterAccess(found);
                return old;
            }
            chain.append(newNode(hash, key, value, null));
        } else {
            for (int length = 1; ; length++) {
                if (e.hash == hash) {
                    K k = e.key;
                    if (k == key || (key != null && key.equals(k))) {
                        V old = e.value;
                        if (!onlyIfAbsent || old == null) {
                            e.value = value;
                        }
                        afterAccess(e);
                        return old;
                    }
                }
                Node<K, V> next = e.next;
                if (next == null) {
                    e.next = newNode(hash, key, value, null);
                    if (length >= LONG_CHAIN) {
                        growForChain(slot, length + 1);
                    }
                    break;
                }
                e = next;
            }
        }
        modCount++;
        if (++size > threshold) {
            resize();
        }
        afterInsert(evict);
        return null;
    }

    /** Makes the table, or one twice as large; entries of a slot keep their order. */
    final Node<K, V>[] resize() {
        Node<K, V>[] old = table;
        int capacity;
        int limit = 0;
        if (old != null) {
            if (old.length >= MAX_CAPACITY) {
                threshold = Integer.MAX_VALUE;
                return old;
            }
            capacity = old.length << 1;
            if (capacity < MAX_CAPACITY && old.length >= FIRST_CAPACITY) {
                limit = threshold << 1;
            }
        } else {
            capacity = threshold > 0 ? threshold : FIRST_CAPACITY;
        }
        if (limit == 0) {
            float wanted = capacity * loadFactor;
            limit = capacity < MAX_CAPACITY && wanted < MAX_CAPACITY ? (int) wanted : Integer.MAX_VALUE;
        }
        @SuppressWarnings({"rawtypes", "unchecked"})
        Node<K, V>[] tab = (Node<K, V>[]) new Node[capacity];
        threshold = limit;
        table = tab;
        if (old != null) {
            HashChain<K, V>[] indexed = chains;
            chains = null;
            split(old, tab);
            if (indexed != null) {
                renewChains(indexed);
            }
        }
        return tab;
    }

    /** After the table doubled. */
    private void renewChains(HashChain<K, V>[] old) {
        for (int i = 0; i < old.length; i++) {
            if (old[i] == null) {
                continue;
            }
            for (int slot = i; slot < table.length; slot += old.length) {
                int length = 0;
                for (Node<K, V> e = table[slot]; e != null && length < HashChain.LEAST; e = e.next) {
                    length++;
                }
                if (length == HashChain.LEAST) {
                    makeChain(slot);
                }
            }
        }
    }

    private static <K, V> void split(Node<K, V>[] old, Node<K, V>[] tab) {
        int bit = old.length;
        for (int i = 0; i < bit; i++) {
            Node<K, V> e = old[i];
            if (e == null) {
                continue;
            }
            old[i] = null;
            if (e.next == null) {
                tab[e.hash & (tab.length - 1)] = e;
                continue;
            }
            Node<K, V> lowTail = null;
            Node<K, V> highTail = null;
            do {
                if ((e.hash & bit) == 0) {
                    if (lowTail == null) {
                        tab[i] = e;
                    } else {
                        lowTail.next = e;
                    }
                    lowTail = e;
                } else {
                    if (highTail == null) {
                        tab[i + bit] = e;
                    } else {
                        highTail.next = e;
                    }
                    highTail = e;
                }
                e = e.next;
            } while (e != null);
            if (lowTail != null) {
                lowTail.next = null;
            }
            if (highTail != null) {
                highTail.next = null;
            }
        }
    }

    public void putAll(Map<? extends K, ? extends V> m) {
        putEntries(m, true);
    }

    public V remove(Object key) {
        Node<K, V> e = removeNode(hash(key), key, false, null);
        return e == null ? null : e.value;
    }

    /** Takes out the entry of this key, if {@code matchValue} then only with that value. */
    final Node<K, V> removeNode(int hash, Object key, boolean matchValue, Object value) {
        Node<K, V>[] tab = table;
        if (tab == null) {
            return null;
        }
        int slot = hash & (tab.length - 1);
        HashChain<K, V> chain = chain(slot);
        if (chain != null) {
            Node<K, V> found = chain.find(hash, key);
            if (found == null || (matchValue && !Objects.equals(value, found.value))) {
                return null;
            }
            tab[slot] = chain.remove(found, tab[slot]);
            if (chain.size < LONG_CHAIN) {
                chains[slot] = null;
            }
            modCount++;
            size--;
            afterRemove(found);
            return found;
        }
        Node<K, V> before = null;
        Node<K, V> e = tab[slot];
        while (e != null) {
            if (e.hash == hash) {
                K k = e.key;
                if (k == key || (key != null && key.equals(k))) {
                    if (matchValue && !Objects.equals(value, e.value)) {
                        return null;
                    }
                    if (before == null) {
                        tab[slot] = e.next;
                    } else {
                        before.next = e.next;
                    }
                    modCount++;
                    size--;
                    afterRemove(e);
                    return e;
                }
            }
            before = e;
            e = e.next;
        }
        return null;
    }

    public void clear() {
        modCount++;
        Node<K, V>[] tab = table;
        chains = null;
        if (tab != null && size > 0) {
            size = 0;
            for (int i = 0; i < tab.length; i++) {
                tab[i] = null;
            }
        }
    }

    public boolean containsValue(Object value) {
        Node<K, V>[] tab = table;
        if (tab != null && size > 0) {
            for (int i = 0; i < tab.length; i++) {
                for (Node<K, V> e = tab[i]; e != null; e = e.next) {
                    V v = e.value;
                    if (v == value || (value != null && value.equals(v))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    public Set<K> keySet() {
        Set<K> view = keySet;
        if (view == null) {
            view = new KeySet();
            keySet = view;
        }
        return view;
    }

    public Collection<V> values() {
        Collection<V> view = values;
        if (view == null) {
            view = new Values();
            values = view;
        }
        return view;
    }

    public Set<Map.Entry<K, V>> entrySet() {
        Set<Map.Entry<K, V>> view = entrySet;
        if (view == null) {
            view = new EntrySet();
            entrySet = view;
        }
        return view;
    }

    final void check(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    final class KeySet extends AbstractSet<K> {
        public int size() {
            return size;
        }

        public void clear() {
            HashMap.this.clear();
        }

        public Iterator<K> iterator() {
            return new KeyIterator();
        }

        public boolean contains(Object o) {
            return containsKey(o);
        }

        public boolean remove(Object key) {
            return removeNode(hash(key), key, false, null) != null;
        }

        public Spliterator<K> spliterator() {
            return new HashMapSpliterator.Keys<K, V>(HashMap.this);
        }

        public void forEach(Consumer<? super K> action) {
            Objects.requireNonNull(action);
            Node<K, V>[] tab = table;
            if (size > 0 && tab != null) {
                int expected = modCount;
                for (int i = 0; i < tab.length; i++) {
                    for (Node<K, V> e = tab[i]; e != null; e = e.next) {
                        action.accept(e.key);
                    }
                }
                check(expected);
            }
        }
    }

    final class Values extends AbstractCollection<V> {
        public int size() {
            return size;
        }

        public void clear() {
            HashMap.this.clear();
        }

        public Iterator<V> iterator() {
            return new ValueIterator();
        }

        public boolean contains(Object o) {
            return containsValue(o);
        }

        public Spliterator<V> spliterator() {
            return new HashMapSpliterator.Values<K, V>(HashMap.this);
        }

        public void forEach(Consumer<? super V> action) {
            Objects.requireNonNull(action);
            Node<K, V>[] tab = table;
            if (size > 0 && tab != null) {
                int expected = modCount;
                for (int i = 0; i < tab.length; i++) {
                    for (Node<K, V> e = tab[i]; e != null; e = e.next) {
                        action.accept(e.value);
                    }
                }
                check(expected);
            }
        }
    }

    final class EntrySet extends AbstractSet<Map.Entry<K, V>> {
        public int size() {
            return size;
        }

        public void clear() {
            HashMap.this.clear();
        }

        public Iterator<Map.Entry<K, V>> iterator() {
            return new EntryIterator();
        }

        public boolean contains(Object o) {
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            Object key = e.getKey();
            Node<K, V> mine = find(hash(key), key);
            return mine != null && mine.equals(e);
        }

        public boolean remove(Object o) {
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            Object key = e.getKey();
            return removeNode(hash(key), key, true, e.getValue()) != null;
        }

        public Spliterator<Map.Entry<K, V>> spliterator() {
            return new HashMapSpliterator.Entries<K, V>(HashMap.this);
        }

        public void forEach(Consumer<? super Map.Entry<K, V>> action) {
            Objects.requireNonNull(action);
            Node<K, V>[] tab = table;
            if (size > 0 && tab != null) {
                int expected = modCount;
                for (int i = 0; i < tab.length; i++) {
                    for (Node<K, V> e = tab[i]; e != null; e = e.next) {
                        action.accept(e);
                    }
                }
                check(expected);
            }
        }
    }

    @Override
    public V getOrDefault(Object key, V defaultValue) {
        Node<K, V> e = find(hash(key), key);
        return e == null ? defaultValue : e.value;
    }

    @Override
    public V putIfAbsent(K key, V value) {
        return putValue(hash(key), key, value, true, true);
    }

    @Override
    public boolean remove(Object key, Object value) {
        return removeNode(hash(key), key, true, value) != null;
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        Node<K, V> e = find(hash(key), key);
        if (e == null || !Objects.equals(e.value, oldValue)) {
            return false;
        }
        e.value = newValue;
        afterAccess(e);
        return true;
    }

    @Override
    public V replace(K key, V value) {
        Node<K, V> e = find(hash(key), key);
        if (e == null) {
            return null;
        }
        V old = e.value;
        e.value = value;
        afterAccess(e);
        return old;
    }

    private void growIfFull() {
        if (table == null || size > threshold) {
            resize();
        }
    }

    /** A small table with a long chain grows before it is full; in a large one the chain gets an index. */
    private void growForChain(int slot, int length) {
        if (table.length < LONG_CHAIN_TABLE) {
            resize();
        } else if (length >= HashChain.LEAST) {
            makeChain(slot);
        }
    }

    /** Puts a new entry at the head of its chain, which is where computed entries go. */
    private void insertFirst(int hash, K key, V value) {
        Node<K, V>[] tab = table;
        int slot = hash & (tab.length - 1);
        Node<K, V> first = tab[slot];
        HashChain<K, V> chain = chain(slot);
        int length = 0;
        for (Node<K, V> e = first; e != null && chain == null; e = e.next) {
            length++;
        }
        tab[slot] = newNode(hash, key, value, first);
        if (chain != null) {
            chain.prepended(tab[slot], first);
        } else if (length >= LONG_CHAIN - 1) {
            growForChain(slot, length + 1);
        }
        modCount++;
        size++;
        afterInsert(true);
    }

    @Override
    public V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        if (mappingFunction == null) {
            throw new NullPointerException();
        }
        int hash = hash(key);
        growIfFull();
        Node<K, V> e = find(hash, key);
        if (e != null && e.value != null) {
            afterAccess(e);
            return e.value;
        }
        int expected = modCount;
        V v = mappingFunction.apply(key);
        check(expected);
        if (v == null) {
            return null;
        }
        if (e != null) {
            e.value = v;
            afterAccess(e);
        } else {
            insertFirst(hash, key, v);
        }
        return v;
    }

    @Override
    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        if (remappingFunction == null) {
            throw new NullPointerException();
        }
        int hash = hash(key);
        Node<K, V> e = find(hash, key);
        if (e == null || e.value == null) {
            return null;
        }
        int expected = modCount;
        V v = remappingFunction.apply(key, e.value);
        check(expected);
        return store(e, hash, key, v);
    }

    /** Gives an existing entry its computed value; null takes it out. */
    private V store(Node<K, V> e, int hash, K key, V v) {
        if (v != null) {
            e.value = v;
            afterAccess(e);
        } else {
            removeNode(hash, key, false, null);
        }
        return v;
    }

    @Override
    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        if (remappingFunction == null) {
            throw new NullPointerException();
        }
        int hash = hash(key);
        growIfFull();
        Node<K, V> e = find(hash, key);
        int expected = modCount;
        V v = remappingFunction.apply(key, e == null ? null : e.value);
        check(expected);
        if (e != null) {
            return store(e, hash, key, v);
        }
        if (v != null) {
            insertFirst(hash, key, v);
        }
        return v;
    }

    @Override
    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        if (value == null || remappingFunction == null) {
            throw new NullPointerException();
        }
        int hash = hash(key);
        growIfFull();
        Node<K, V> e = find(hash, key);
        if (e == null) {
            insertFirst(hash, key, value);
            return value;
        }
        V v = value;
        if (e.value != null) {
            int expected = modCount;
            v = remappingFunction.apply(e.value, value);
            check(expected);
        }
        return store(e, hash, key, v);
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        if (action == null) {
            throw new NullPointerException();
        }
        Node<K, V>[] tab = table;
        if (size > 0 && tab != null) {
            int expected = modCount;
            for (int i = 0; i < tab.length; i++) {
                for (Node<K, V> e = tab[i]; e != null; e = e.next) {
                    action.accept(e.key, e.value);
                }
            }
            check(expected);
        }
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        if (function == null) {
            throw new NullPointerException();
        }
        Node<K, V>[] tab = table;
        if (size > 0 && tab != null) {
            int expected = modCount;
            for (int i = 0; i < tab.length; i++) {
                for (Node<K, V> e = tab[i]; e != null; e = e.next) {
                    e.value = function.apply(e.key, e.value);
                }
            }
            check(expected);
        }
    }

    @SuppressWarnings("unchecked")
    @Override
    public Object clone() {
        HashMap<K, V> copy;
        try {
            copy = (HashMap<K, V>) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
        copy.reset();
        copy.putEntries(this, false);
        return copy;
    }

    /** Back to the state of a new map. */
    void reset() {
        table = null;
        chains = null;
        entrySet = null;
        keySet = null;
        values = null;
        modCount = 0;
        threshold = 0;
        size = 0;
    }

    // What LinkedHashMap adds to.

    Node<K, V> newNode(int hash, K key, V value, Node<K, V> next) {
        return new Node<K, V>(hash, key, value, next);
    }

    void afterAccess(Node<K, V> e) {
    }

    void afterInsert(boolean evict) {
    }

    void afterRemove(Node<K, V> e) {
    }

    abstract class HashIterator {
        private Node<K, V> next;
        private Node<K, V> current;
        private int expected;
        private int slot;

        HashIterator() {
            expected = modCount;
            Node<K, V>[] tab = table;
            if (tab != null && size > 0) {
                findFrom(tab, 0);
            }
        }

        private void findFrom(Node<K, V>[] tab, int i) {
            Node<K, V> e = null;
            while (i < tab.length && (e = tab[i++]) == null) {
                continue;
            }
            next = e;
            slot = i;
        }

        public final boolean hasNext() {
            return next != null;
        }

        final Node<K, V> nextNode() {
            Node<K, V> e = next;
            check(expected);
            if (e == null) {
                throw new NoSuchElementException();
            }
            current = e;
            next = e.next;
            if (next == null && table != null) {
                findFrom(table, slot);
            }
            return e;
        }

        public final void remove() {
            Node<K, V> e = current;
            if (e == null) {
                throw new IllegalStateException();
            }
            check(expected);
            current = null;
            removeNode(e.hash, e.key, false, null);
            expected = modCount;
        }
    }

    final class KeyIterator extends HashIterator implements Iterator<K> {
        public K next() {
            return nextNode().key;
        }
    }

    final class ValueIterator extends HashIterator implements Iterator<V> {
        public V next() {
            return nextNode().value;
        }
    }

    final class EntryIterator extends HashIterator implements Iterator<Map.Entry<K, V>> {
        public Map.Entry<K, V> next() {
            return nextNode();
        }
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.defaultWriteObject();
        out.writeInt(table != null ? table.length : threshold > 0 ? threshold : FIRST_CAPACITY);
        out.writeInt(size);
        for (Map.Entry<K, V> e : entrySet()) {
            out.writeObject(e.getKey());
            out.writeObject(e.getValue());
        }
    }

    @SuppressWarnings("unchecked")
    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        if (loadFactor <= 0 || Float.isNaN(loadFactor)) {
            throw new java.io.InvalidObjectException("Illegal load factor: " + loadFactor);
        }
        in.readInt();
        int n = in.readInt();
        if (n < 0) {
            throw new java.io.InvalidObjectException("Illegal mappings count: " + n);
        }
        float wanted = Math.min(n, 1 << 20) / Math.min(Math.max(0.25f, loadFactor), 4.0f) + 1.0f;
        threshold = n == 0 ? 0 : Math.max(FIRST_CAPACITY, Capacity.powerOfTwo((int) wanted));
        for (int i = 0; i < n; i++) {
            K key = (K) in.readObject();
            putValue(hash(key), key, (V) in.readObject(), false, false);
        }
    }
}
