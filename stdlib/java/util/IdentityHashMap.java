package java.util;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A map that compares keys and values by identity: one array, keys at even places, their values behind them. */
public class IdentityHashMap<K, V> extends AbstractMap<K, V>
        implements Map<K, V>, java.io.Serializable, Cloneable {
    private static final int FIRST_CAPACITY = 32;
    private static final int MIN_CAPACITY = 4;
    private static final int MAX_CAPACITY = 1 << 29;
    /** Stands for the key null. */
    private static final Object NULL = new Object();

    private transient Object[] table;
    private int size;
    private transient int modCount;
    private transient Set<Map.Entry<K, V>> entrySet;

    public IdentityHashMap() {
        table = new Object[2 * FIRST_CAPACITY];
    }

    public IdentityHashMap(int expectedMaxSize) {
        if (expectedMaxSize < 0) {
            throw new IllegalArgumentException("expectedMaxSize is negative: " + expectedMaxSize);
        }
        table = new Object[2 * capacity(expectedMaxSize)];
    }

    public IdentityHashMap(Map<? extends K, ? extends V> m) {
        this((int) ((1 + m.size()) * 1.1));
        putAll(m);
    }

    private static int capacity(int expected) {
        return expected > MAX_CAPACITY / 3 ? MAX_CAPACITY
            : expected <= 2 * MIN_CAPACITY / 3 ? MIN_CAPACITY
            : Integer.highestOneBit(expected + (expected << 1));
    }

    private static Object mask(Object key) {
        return key == null ? NULL : key;
    }

    private static Object unmask(Object key) {
        return key == NULL ? null : key;
    }

    private static int slot(Object key, int length) {
        int h = System.identityHashCode(key);
        return ((h << 1) - (h << 8)) & (length - 1) & ~1;
    }

    /** Where the key is, or -1 - where it would go. */
    private int find(Object key) {
        Object k = mask(key);
        Object[] tab = table;
        int n = tab.length;
        int i = slot(k, n);
        while (true) {
            Object there = tab[i];
            if (there == k) {
                return i;
            }
            if (there == null) {
                return -1 - i;
            }
            i += 2;
            if (i == n) {
                i = 0;
            }
        }
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    @SuppressWarnings("unchecked")
    public V get(Object key) {
        int i = find(key);
        return i < 0 ? null : (V) table[i + 1];
    }

    public boolean containsKey(Object key) {
        return find(key) >= 0;
    }

    public boolean containsValue(Object value) {
        Object[] tab = table;
        for (int i = 1; i < tab.length; i += 2) {
            if (tab[i] == value && tab[i - 1] != null) {
                return true;
            }
        }
        return false;
    }

    private boolean containsMapping(Object key, Object value) {
        int i = find(key);
        return i >= 0 && table[i + 1] == value;
    }

    @SuppressWarnings("unchecked")
    public V put(K key, V value) {
        int i = find(key);
        if (i >= 0) {
            V old = (V) table[i + 1];
            table[i + 1] = value;
            return old;
        }
        int after = size + 1;
        if (after + (after << 1) > table.length && resize(table.length)) {
            i = find(key);
        }
        modCount++;
        table[-1 - i] = mask(key);
        table[-i] = value;
        size = after;
        return null;
    }

    private boolean resize(int capacity) {
        int length = capacity * 2;
        Object[] old = table;
        if (old.length == 2 * MAX_CAPACITY) {
            if (size == MAX_CAPACITY - 1) {
                throw new IllegalStateException("Capacity exhausted.");
            }
            return false;
        }
        if (old.length >= length) {
            return false;
        }
        Object[] tab = new Object[length];
        for (int j = 0; j < old.length; j += 2) {
            Object key = old[j];
            if (key != null) {
                int i = slot(key, length);
                while (tab[i] != null) {
                    i = i + 2 == length ? 0 : i + 2;
                }
                tab[i] = key;
                tab[i + 1] = old[j + 1];
            }
        }
        table = tab;
        return true;
    }

    public void putAll(Map<? extends K, ? extends V> m) {
        int n = m.size();
        if (n == 0) {
            return;
        }
        if (n > size) {
            resize(capacity(n));
        }
        for (Entry<? extends K, ? extends V> e : m.entrySet()) {
            put(e.getKey(), e.getValue());
        }
    }

    @SuppressWarnings("unchecked")
    public V remove(Object key) {
        int i = find(key);
        if (i < 0) {
            return null;
        }
        V old = (V) table[i + 1];
        removeAt(table, i);
        modCount++;
        size--;
        return old;
    }

    private boolean removeMapping(Object key, Object value) {
        int i = find(key);
        if (i < 0 || table[i + 1] != value) {
            return false;
        }
        removeAt(table, i);
        modCount++;
        size--;
        return true;
    }

    /** Empties a slot and moves up those behind it that were pushed away from their own. */
    private static void removeAt(Object[] tab, int hole) {
        int n = tab.length;
        tab[hole] = null;
        tab[hole + 1] = null;
        int i = hole;
        while (true) {
            i = i + 2 == n ? 0 : i + 2;
            Object key = tab[i];
            if (key == null) {
                return;
            }
            int home = slot(key, n);
            // The entry may fill the hole unless its home lies, cyclically, behind the hole.
            boolean stays = i > hole ? home > hole && home <= i : home > hole || home <= i;
            if (!stays) {
                tab[hole] = key;
                tab[hole + 1] = tab[i + 1];
                tab[i] = null;
                tab[i + 1] = null;
                hole = i;
            }
        }
    }

    public void clear() {
        modCount++;
        Arrays.fill(table, null);
        size = 0;
    }

    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (o instanceof IdentityHashMap) {
            IdentityHashMap<?, ?> m = (IdentityHashMap<?, ?>) o;
            if (m.size() != size) {
                return false;
            }
            Object[] tab = m.table;
            for (int i = 0; i < tab.length; i += 2) {
                if (tab[i] != null && !containsMapping(unmask(tab[i]), tab[i + 1])) {
                    return false;
                }
            }
            return true;
        }
        return o instanceof Map && entrySet().equals(((Map<?, ?>) o).entrySet());
    }

    public int hashCode() {
        int h = 0;
        Object[] tab = table;
        for (int i = 0; i < tab.length; i += 2) {
            if (tab[i] != null) {
                h += System.identityHashCode(unmask(tab[i])) ^ System.identityHashCode(tab[i + 1]);
            }
        }
        return h;
    }

    public Object clone() {
        try {
            IdentityHashMap<?, ?> copy = (IdentityHashMap<?, ?>) super.clone();
            copy.entrySet = null;
            copy.table = table.clone();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }

    private void check(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    private abstract class Walk<T> implements Iterator<T> {
        int index = size == 0 ? table.length : 0;
        int expected = modCount;
        int last = -1;
        boolean found;
        /** The map's table until a removal here moves entries from its end to its start; then a copy. */
        Object[] tab = table;

        public boolean hasNext() {
            for (int i = index; i < tab.length; i += 2) {
                if (tab[i] != null) {
                    index = i;
                    found = true;
                    return true;
                }
            }
            index = tab.length;
            return false;
        }

        int nextIndex() {
            check(expected);
            if (!found && !hasNext()) {
                throw new NoSuchElementException();
            }
            found = false;
            last = index;
            index += 2;
            return last;
        }

        public void remove() {
            if (last == -1) {
                throw new IllegalStateException();
            }
            check(expected);
            int deleted = last;
            last = -1;
            if (tab != table) {
                IdentityHashMap.this.remove(unmask(tab[deleted]));
                expected = modCount;
                return;
            }
            // A later entry may move into the hole, which we then must visit; one that comes from the front of the
            // table was seen already. Telling the two apart is simplest on a copy of what is left to see.
            Object[] rest = null;
            Object key = unmask(tab[deleted]);
            int i = deleted;
            while (true) {
                i = i + 2 == tab.length ? 0 : i + 2;
                if (tab[i] == null) {
                    break;
                }
                if (i < deleted) {
                    rest = tab.clone();
                    break;
                }
            }
            if (rest != null) {
                tab = rest;
            } else {
                index = deleted;
            }
            found = false;
            IdentityHashMap.this.remove(key);
            expected = modCount;
        }
    }

    private final class KeyWalk extends Walk<K> {
        @SuppressWarnings("unchecked")
        public K next() {
            return (K) unmask(tab[nextIndex()]);
        }
    }

    private final class ValueWalk extends Walk<V> {
        @SuppressWarnings("unchecked")
        public V next() {
            return (V) tab[nextIndex() + 1];
        }
    }

    private final class EntryWalk extends Walk<Map.Entry<K, V>> {
        private IdentityEntry current;

        public Map.Entry<K, V> next() {
            current = new IdentityEntry(tab, nextIndex());
            return current;
        }

        public void remove() {
            super.remove();
            current.gone = true;
        }
    }

    private final class IdentityEntry implements Map.Entry<K, V> {
        private final Object[] tab;
        private final int at;
        private boolean gone;

        IdentityEntry(Object[] tab, int at) {
            this.tab = tab;
            this.at = at;
        }

        private void require() {
            if (gone) {
                throw new IllegalStateException("Entry was removed");
            }
        }

        @SuppressWarnings("unchecked")
        public K getKey() {
            require();
            return (K) unmask(tab[at]);
        }

        @SuppressWarnings("unchecked")
        public V getValue() {
            require();
            return (V) tab[at + 1];
        }

        public V setValue(V value) {
            V old = getValue();
            tab[at + 1] = value;
            if (tab != table) {
                put(getKey(), value);
            }
            return old;
        }

        public boolean equals(Object o) {
            if (gone) {
                return super.equals(o);
            }
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            return e.getKey() == getKey() && e.getValue() == getValue();
        }

        public int hashCode() {
            return gone ? super.hashCode() : System.identityHashCode(getKey()) ^ System.identityHashCode(getValue());
        }

        public String toString() {
            return gone ? super.toString() : getKey() + "=" + getValue();
        }
    }

    public Set<K> keySet() {
        Set<K> view = keySet;
        if (view == null) {
            view = new KeySet();
            keySet = view;
        }
        return view;
    }

    private final class KeySet extends AbstractSet<K> {
        public Iterator<K> iterator() {
            return new KeyWalk();
        }

        public int size() {
            return size;
        }

        public boolean contains(Object o) {
            return containsKey(o);
        }

        public boolean remove(Object o) {
            int before = size;
            IdentityHashMap.this.remove(o);
            return size != before;
        }

        /** Always by our own idea of equality, whatever the sizes. */
        public boolean removeAll(Collection<?> c) {
            Objects.requireNonNull(c);
            boolean changed = false;
            for (Iterator<K> i = iterator(); i.hasNext(); ) {
                if (c.contains(i.next())) {
                    i.remove();
                    changed = true;
                }
            }
            return changed;
        }

        public void clear() {
            IdentityHashMap.this.clear();
        }

        public int hashCode() {
            int h = 0;
            for (K key : this) {
                h += System.identityHashCode(key);
            }
            return h;
        }

        public Spliterator<K> spliterator() {
            return Spliterators.spliterator(this, Spliterator.DISTINCT);
        }
    }

    public Collection<V> values() {
        Collection<V> view = values;
        if (view == null) {
            view = new Values();
            values = view;
        }
        return view;
    }

    private final class Values extends AbstractCollection<V> {
        public Iterator<V> iterator() {
            return new ValueWalk();
        }

        public int size() {
            return size;
        }

        public boolean contains(Object o) {
            return containsValue(o);
        }

        public boolean remove(Object o) {
            for (Iterator<V> i = iterator(); i.hasNext(); ) {
                if (i.next() == o) {
                    i.remove();
                    return true;
                }
            }
            return false;
        }

        public void clear() {
            IdentityHashMap.this.clear();
        }
    }

    public Set<Map.Entry<K, V>> entrySet() {
        Set<Map.Entry<K, V>> view = entrySet;
        if (view == null) {
            view = new EntrySet();
            entrySet = view;
        }
        return view;
    }

    private final class EntrySet extends AbstractSet<Map.Entry<K, V>> {
        public Iterator<Map.Entry<K, V>> iterator() {
            return new EntryWalk();
        }

        public boolean contains(Object o) {
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            return containsMapping(e.getKey(), e.getValue());
        }

        public boolean remove(Object o) {
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            return removeMapping(e.getKey(), e.getValue());
        }

        public int size() {
            return size;
        }

        public void clear() {
            IdentityHashMap.this.clear();
        }

        public boolean removeAll(Collection<?> c) {
            Objects.requireNonNull(c);
            boolean changed = false;
            for (Iterator<Map.Entry<K, V>> i = iterator(); i.hasNext(); ) {
                if (c.contains(i.next())) {
                    i.remove();
                    changed = true;
                }
            }
            return changed;
        }

        /** Entries that stay valid when the iterator goes on. */
        public Object[] toArray() {
            return toArray(new Object[0]);
        }

        @SuppressWarnings("unchecked")
        public <T> T[] toArray(T[] a) {
            int expected = modCount;
            int n = size;
            if (a.length < n) {
                a = (T[]) java.lang.reflect.Array.newInstance(a.getClass().getComponentType(), n);
            }
            Object[] tab = table;
            int w = 0;
            for (int i = 0; i < tab.length; i += 2) {
                if (tab[i] != null) {
                    if (w >= n) {
                        throw new ConcurrentModificationException();
                    }
                    a[w++] = (T) new AbstractMap.SimpleEntry<Object, Object>(unmask(tab[i]), tab[i + 1]);
                }
            }
            if (w < n || expected != modCount) {
                throw new ConcurrentModificationException();
            }
            if (w < a.length) {
                a[w] = null;
            }
            return a;
        }

        public Spliterator<Map.Entry<K, V>> spliterator() {
            return Spliterators.spliterator(this, Spliterator.DISTINCT);
        }
    }

    @SuppressWarnings("unchecked")
    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        Object[] tab = table;
        for (int i = 0; i < tab.length; i += 2) {
            if (tab[i] != null) {
                action.accept((K) unmask(tab[i]), (V) tab[i + 1]);
            }
            check(expected);
        }
    }

    @SuppressWarnings("unchecked")
    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        int expected = modCount;
        Object[] tab = table;
        for (int i = 0; i < tab.length; i += 2) {
            if (tab[i] != null) {
                tab[i + 1] = function.apply((K) unmask(tab[i]), (V) tab[i + 1]);
            }
            check(expected);
        }
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.defaultWriteObject();
        out.writeInt(size);
        for (Map.Entry<K, V> e : entrySet()) {
            out.writeObject(e.getKey());
            out.writeObject(e.getValue());
        }
    }

    @SuppressWarnings("unchecked")
    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        int n = in.readInt();
        if (n < 0) {
            throw new java.io.InvalidObjectException("Illegal size: " + n);
        }
        size = 0;
        table = new Object[2 * capacity(Math.min(n, 1 << 16))];
        for (int i = 0; i < n; i++) {
            K key = (K) in.readObject();
            put(key, (V) in.readObject());
        }
    }
}
