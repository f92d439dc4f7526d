package java.util;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The older hash map: every call holds its lock, and null is neither key nor value. */
public class Hashtable<K, V> extends Dictionary<K, V> implements Map<K, V>, Cloneable, java.io.Serializable {
    private static final int KEYS = 0;
    private static final int VALUES = 1;
    private static final int ENTRIES = 2;

    private static final class Entry<K, V> implements Map.Entry<K, V> {
        final int hash;
        final K key;
        V value;
        Entry<K, V> next;

        Entry(int hash, K key, V value, Entry<K, V> next) {
            this.hash = hash;
            this.key = key;
            this.value = value;
            this.next = next;
        }

        Entry<K, V> copy() {
            return new Entry<K, V>(hash, key, value, next == null ? null : next.copy());
        }

        public K getKey() {
            return key;
        }

        public V getValue() {
            return value;
        }

        public V setValue(V value) {
            if (value == null) {
                throw new NullPointerException();
            }
            V old = this.value;
            this.value = value;
            return old;
        }

        public boolean equals(Object o) {
            return AbstractMap.entryEquals(key, value, o);
        }

        public int hashCode() {
            return hash ^ Objects.hashCode(value);
        }

        public String toString() {
            return key + "=" + value;
        }
    }

    private transient Entry<K, V>[] table;
    private transient int count;
    private int threshold;
    private final float loadFactor;
    private transient int modCount;
    /** Set while hashCode runs, which may come back here through an entry. */
    private transient boolean hashing;
    private transient volatile Set<K> keySet;
    private transient volatile Set<Map.Entry<K, V>> entrySet;
    private transient volatile Collection<V> values;

    public Hashtable(int initialCapacity, float loadFactor) {
        if (initialCapacity < 0) {
            throw new IllegalArgumentException("Illegal Capacity: " + initialCapacity);
        }
        if (loadFactor <= 0 || Float.isNaN(loadFactor)) {
            throw new IllegalArgumentException("Illegal Load: " + loadFactor);
        }
        this.loadFactor = loadFactor;
        newTable(initialCapacity == 0 ? 1 : initialCapacity);
    }

    public Hashtable(int initialCapacity) {
        this(initialCapacity, 0.75f);
    }

    public Hashtable() {
        this(11, 0.75f);
    }

    public Hashtable(Map<? extends K, ? extends V> t) {
        this(Math.max(2 * t.size(), 11), 0.75f);
        putAll(t);
    }

    /** For {@link Properties}, which keeps its entries elsewhere. */
    Hashtable(Void unused) {
        loadFactor = 0.75f;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Entry<K, V>[] newTable(int capacity) {
        threshold = (int) Math.min(capacity * loadFactor, Capacity.SOFT_MAX + 1);
        table = (Entry<K, V>[]) new Entry[capacity];
        return table;
    }

    public synchronized int size() {
        return count;
    }

    public synchronized boolean isEmpty() {
        return count == 0;
    }

    public synchronized Enumeration<K> keys() {
        return enumeration(KEYS);
    }

    public synchronized Enumeration<V> elements() {
        return enumeration(VALUES);
    }

    private <T> Enumeration<T> enumeration(int kind) {
        return count == 0 ? Collections.<T>emptyEnumeration() : new Walk<T>(kind, false);
    }

    private <T> Iterator<T> walk(int kind) {
        return count == 0 ? Collections.<T>emptyIterator() : new Walk<T>(kind, true);
    }

    public synchronized boolean contains(Object value) {
        if (value == null) {
            throw new NullPointerException();
        }
        Entry<K, V>[] tab = table;
        for (int i = tab.length; i-- > 0; ) {
            for (Entry<K, V> e = tab[i]; e != null; e = e.next) {
                if (e.value.equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    public boolean containsValue(Object value) {
        return contains(value);
    }

    private Entry<K, V> find(Object key) {
        int hash = key.hashCode();
        Entry<K, V>[] tab = table;
        for (Entry<K, V> e = tab[(hash & 0x7fffffff) % tab.length]; e != null; e = e.next) {
            if (e.hash == hash && e.key.equals(key)) {
                return e;
            }
        }
        return null;
    }

    public synchronized boolean containsKey(Object key) {
        return find(key) != null;
    }

    public synchronized V get(Object key) {
        Entry<K, V> e = find(key);
        return e == null ? null : e.value;
    }

    protected void rehash() {
        Entry<K, V>[] old = table;
        int capacity = (old.length << 1) + 1;
        if (capacity - Capacity.SOFT_MAX > 0) {
            if (old.length == Capacity.SOFT_MAX) {
                return;
            }
            capacity = Capacity.SOFT_MAX;
        }
        modCount++;
        Entry<K, V>[] tab = newTable(capacity);
        for (int i = old.length; i-- > 0; ) {
            Entry<K, V> e = old[i];
            while (e != null) {
                Entry<K, V> next = e.next;
                int slot = (e.hash & 0x7fffffff) % capacity;
                e.next = tab[slot];
                tab[slot] = e;
                e = next;
            }
        }
    }

    private void insert(K key, V value) {
        int hash = key.hashCode();
        if (count >= threshold) {
            rehash();
        }
        Entry<K, V>[] tab = table;
        int slot = (hash & 0x7fffffff) % tab.length;
        tab[slot] = new Entry<K, V>(hash, key, value, tab[slot]);
        count++;
        modCount++;
    }

    public synchronized V put(K key, V value) {
        if (value == null) {
            throw new NullPointerException();
        }
        Entry<K, V> e = find(key);
        if (e != null) {
            V old = e.value;
            e.value = value;
            return old;
        }
        insert(key, value);
        return null;
    }

    public synchronized V remove(Object key) {
        Entry<K, V> e = take(key, false, null);
        return e == null ? null : e.value;
    }

    private Entry<K, V> take(Object key, boolean matchValue, Object value) {
        int hash = key.hashCode();
        Entry<K, V>[] tab = table;
        int slot = (hash & 0x7fffffff) % tab.length;
        Entry<K, V> before = null;
        for (Entry<K, V> e = tab[slot]; e != null; before = e, e = e.next) {
            if (e.hash == hash && e.key.equals(key)) {
                if (matchValue && !e.value.equals(value)) {
                    return null;
                }
                if (before == null) {
                    tab[slot] = e.next;
                } else {
                    before.next = e.next;
                }
                modCount++;
                count--;
                return e;
            }
        }
        return null;
    }

    public synchronized void putAll(Map<? extends K, ? extends V> t) {
        for (Map.Entry<? extends K, ? extends V> e : t.entrySet()) {
            put(e.getKey(), e.getValue());
        }
    }

    public synchronized void clear() {
        modCount++;
        Arrays.fill(table, null);
        count = 0;
    }

    @SuppressWarnings("unchecked")
    public synchronized Object clone() {
        Hashtable<K, V> copy = cloneShell();
        copy.table = (Entry<K, V>[]) table.clone();
        for (int i = 0; i < table.length; i++) {
            if (table[i] != null) {
                copy.table[i] = table[i].copy();
            }
        }
        copy.modCount = 0;
        return copy;
    }

    @SuppressWarnings("unchecked")
    final Hashtable<K, V> cloneShell() {
        try {
            Hashtable<K, V> copy = (Hashtable<K, V>) super.clone();
            copy.keySet = null;
            copy.entrySet = null;
            copy.values = null;
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }

    public synchronized String toString() {
        if (count == 0) {
            return "{}";
        }
        StringBuilder sb = new StringBuilder();
        sb.append('{');
        Iterator<Map.Entry<K, V>> it = entrySet().iterator();
        for (int i = count; ; ) {
            Map.Entry<K, V> e = it.next();
            K key = e.getKey();
            V value = e.getValue();
            sb.append(key == this ? "(this Map)" : key.toString());
            sb.append('=');
            sb.append(value == this ? "(this Map)" : value.toString());
            if (--i == 0) {
                return sb.append('}').toString();
            }
            sb.append(", ");
        }
    }

    public Set<K> keySet() {
        if (keySet == null) {
            keySet = new SynchronizedViews.SynchronizedSet<K>(new KeySet(), this);
        }
        return keySet;
    }

    private final class KeySet extends AbstractSet<K> {
        public Iterator<K> iterator() {
            return walk(KEYS);
        }

        public int size() {
            return count;
        }

        public boolean contains(Object o) {
            return containsKey(o);
        }

        public boolean remove(Object o) {
            return Hashtable.this.remove(o) != null;
        }

        public void clear() {
            Hashtable.this.clear();
        }
    }

    public Set<Map.Entry<K, V>> entrySet() {
        if (entrySet == null) {
            entrySet = new SynchronizedViews.SynchronizedSet<Map.Entry<K, V>>(new EntrySet(), this);
        }
        return entrySet;
    }

    private final class EntrySet extends AbstractSet<Map.Entry<K, V>> {
        public Iterator<Map.Entry<K, V>> iterator() {
            return walk(ENTRIES);
        }

        public boolean contains(Object o) {
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            Entry<K, V> e = find(((Map.Entry<?, ?>) o).getKey());
            return e != null && e.equals(o);
        }

        public boolean remove(Object o) {
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            return take(e.getKey(), true, e.getValue()) != null;
        }

        public int size() {
            return count;
        }

        public void clear() {
            Hashtable.this.clear();
        }
    }

    public Collection<V> values() {
        if (values == null) {
            values = new SynchronizedViews.SynchronizedCollection<V>(new ValueCollection(), this);
        }
        return values;
    }

    private final class ValueCollection extends AbstractCollection<V> {
        public Iterator<V> iterator() {
            return walk(VALUES);
        }

        public int size() {
            return count;
        }

        public boolean contains(Object o) {
            return containsValue(o);
        }

        public void clear() {
            Hashtable.this.clear();
        }
    }

    public synchronized boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof Map)) {
            return false;
        }
        Map<?, ?> t = (Map<?, ?>) o;
        if (t.size() != size()) {
            return false;
        }
        try {
            for (Map.Entry<K, V> e : entrySet()) {
                if (!e.getValue().equals(t.get(e.getKey()))) {
                    return false;
                }
            }
        } catch (ClassCastException | NullPointerException unsuitable) {
            return false;
        }
        return true;
    }

    public synchronized int hashCode() {
        int h = 0;
        if (count == 0 || hashing) {
            return h;
        }
        hashing = true;
        try {
            for (Entry<K, V> e : table) {
                for (; e != null; e = e.next) {
                    h += e.hashCode();
                }
            }
        } finally {
            hashing = false;
        }
        return h;
    }

    @Override
    public synchronized V getOrDefault(Object key, V defaultValue) {
        Entry<K, V> e = find(key);
        return e == null ? defaultValue : e.value;
    }

    private void check(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    public synchronized void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        for (Entry<K, V> e : table) {
            while (e != null) {
                action.accept(e.key, e.value);
                e = e.next;
                check(expected);
            }
        }
    }

    @Override
    public synchronized void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        int expected = modCount;
        for (Entry<K, V> e : table) {
            while (e != null) {
                e.value = Objects.requireNonNull(function.apply(e.key, e.value));
                e = e.next;
                check(expected);
            }
        }
    }

    @Override
    public synchronized V putIfAbsent(K key, V value) {
        Objects.requireNonNull(value);
        Entry<K, V> e = find(key);
        if (e != null) {
            return e.value;
        }
        insert(key, value);
        return null;
    }

    @Override
    public synchronized boolean remove(Object key, Object value) {
        Objects.requireNonNull(value);
        return take(key, true, value) != null;
    }

    @Override
    public synchronized boolean replace(K key, V oldValue, V newValue) {
        Objects.requireNonNull(oldValue);
        Objects.requireNonNull(newValue);
        Entry<K, V> e = find(key);
        if (e == null || !e.value.equals(oldValue)) {
            return false;
        }
        e.value = newValue;
        return true;
    }

    @Override
    public synchronized V replace(K key, V value) {
        Objects.requireNonNull(value);
        Entry<K, V> e = find(key);
        if (e == null) {
            return null;
        }
        V old = e.value;
        e.value = value;
        return old;
    }

    @Override
    public synchronized V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        Objects.requireNonNull(mappingFunction);
        Entry<K, V> e = find(key);
        if (e != null) {
            return e.value;
        }
        int expected = modCount;
        V v = mappingFunction.apply(key);
        check(expected);
        if (v != null) {
            insert(key, v);
        }
        return v;
    }

    private V store(Entry<K, V> e, V v) {
        if (v == null) {
            take(e.key, false, null);
        } else {
            e.value = v;
        }
        return v;
    }

    @Override
    public synchronized V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Entry<K, V> e = find(key);
        if (e == null) {
            return null;
        }
        int expected = modCount;
        V v = remappingFunction.apply(key, e.value);
        check(expected);
        return store(e, v);
    }

    @Override
    public synchronized V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Entry<K, V> e = find(key);
        int expected = modCount;
        V v = remappingFunction.apply(key, e == null ? null : e.value);
        check(expected);
        if (e != null) {
            return store(e, v);
        }
        if (v != null) {
            insert(key, v);
        }
        return v;
    }

    @Override
    public synchronized V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Entry<K, V> e = find(key);
        if (e == null) {
            if (value != null) {
                insert(key, value);
            }
            return value;
        }
        int expected = modCount;
        V v = remappingFunction.apply(e.value, value);
        check(expected);
        return store(e, v);
    }

    /** From the last slot down; as an enumeration it tolerates changes, as an iterator it does not. */
    private final class Walk<T> implements Enumeration<T>, Iterator<T> {
        private final Entry<K, V>[] tab = table;
        private final int kind;
        private final boolean iterator;
        private int slot = tab.length;
        private Entry<K, V> next;
        private Entry<K, V> last;
        private int expected = modCount;

        Walk(int kind, boolean iterator) {
            this.kind = kind;
            this.iterator = iterator;
        }

        public boolean hasMoreElements() {
            while (next == null && slot > 0) {
                next = tab[--slot];
            }
            return next != null;
        }

        @SuppressWarnings("unchecked")
        public T nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException("Hashtable Enumerator");
            }
            Entry<K, V> e = next;
            last = e;
            next = e.next;
            return kind == KEYS ? (T) e.key : kind == VALUES ? (T) e.value : (T) e;
        }

        public boolean hasNext() {
            return hasMoreElements();
        }

        public T next() {
            check(expected);
            return nextElement();
        }

        public void remove() {
            if (!iterator) {
                throw new UnsupportedOperationException();
            }
            if (last == null) {
                throw new IllegalStateException("Hashtable Enumerator");
            }
            check(expected);
            synchronized (Hashtable.this) {
                if (take(last.key, false, null) == null) {
                    throw new ConcurrentModificationException();
                }
                expected = modCount;
                last = null;
            }
        }

        public Iterator<T> asIterator() {
            return iterator ? this : Enumeration.super.asIterator();
        }
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        writeTable(out);
    }

    void writeTable(java.io.ObjectOutputStream out) throws java.io.IOException {
        synchronized (this) {
            out.defaultWriteObject();
            out.writeInt(table.length);
            out.writeInt(count);
            for (Entry<K, V> chain : table) {
                for (Entry<K, V> e = chain; e != null; e = e.next) {
                    out.writeObject(e.key);
                    out.writeObject(e.value);
                }
            }
        }
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        readTable(in);
    }

    @SuppressWarnings("unchecked")
    void readTable(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        java.io.ObjectInputStream.GetField fields = in.readFields();
        float load = fields.get("loadFactor", 0.75f);
        if (load <= 0 || Float.isNaN(load)) {
            throw new java.io.StreamCorruptedException("Illegal load factor: " + load);
        }
        rvm.internal.SerialForms.set(Hashtable.class, "loadFactor", this, Math.min(Math.max(0.25f, load), 4.0f));
        int length = in.readInt();
        int n = in.readInt();
        if (n < 0) {
            throw new java.io.StreamCorruptedException("Illegal # of Elements: " + n);
        }
        int wanted = (int) ((n + n / 20) / loadFactor) + 3;
        if (wanted > n && (wanted & 1) == 0) {
            wanted--;
        }
        newTable(Math.min(Math.min(wanted, Math.max(1, length)), 1 << 20));
        for (int i = 0; i < n; i++) {
            K key = (K) in.readObject();
            V value = (V) in.readObject();
            if (value == null) {
                throw new java.io.StreamCorruptedException();
            }
            put(key, value);
        }
    }
}
