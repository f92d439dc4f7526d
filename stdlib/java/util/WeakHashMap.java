package java.util;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A hash map whose entries vanish when nothing else refers to their keys. */
public class WeakHashMap<K, V> extends AbstractMap<K, V> implements Map<K, V> {
    private static final int FIRST_CAPACITY = 16;
    private static final int MAX_CAPACITY = 1 << 30;
    /** Stands for the key null, and is never collected. */
    private static final Object NULL = new Object();

    private static final class Entry<K, V> extends WeakReference<Object> implements Map.Entry<K, V> {
        V value;
        final int hash;
        Entry<K, V> next;

        Entry(Object key, V value, ReferenceQueue<Object> queue, int hash, Entry<K, V> next) {
            super(key, queue);
            this.value = value;
            this.hash = hash;
            this.next = next;
        }

        @SuppressWarnings("unchecked")
        public K getKey() {
            return (K) unmask(get());
        }

        public V getValue() {
            return value;
        }

        public V setValue(V newValue) {
            V old = value;
            value = newValue;
            return old;
        }

        public boolean equals(Object o) {
            return AbstractMap.entryEquals(getKey(), value, o);
        }

        public int hashCode() {
            return AbstractMap.entryHash(getKey(), value);
        }

        public String toString() {
            return getKey() + "=" + value;
        }
    }

    private Entry<K, V>[] table;
    private int size;
    private int threshold;
    private final float loadFactor;
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private int modCount;
    private transient Set<Map.Entry<K, V>> entrySet;

    public WeakHashMap(int initialCapacity, float loadFactor) {
        if (initialCapacity < 0) {
            throw new IllegalArgumentException("Illegal Initial Capacity: " + initialCapacity);
        }
        if (loadFactor <= 0 || Float.isNaN(loadFactor)) {
            throw new IllegalArgumentException("Illegal Load factor: " + loadFactor);
        }
        table = newTable(Capacity.powerOfTwo(initialCapacity));
        this.loadFactor = loadFactor;
        threshold = (int) (table.length * loadFactor);
    }

    public WeakHashMap(int initialCapacity) {
        this(initialCapacity, 0.75f);
    }

    public WeakHashMap() {
        this(FIRST_CAPACITY, 0.75f);
    }

    public WeakHashMap(Map<? extends K, ? extends V> m) {
        this(Math.max((int) (m.size() / 0.75f) + 1, FIRST_CAPACITY), 0.75f);
        putAll(m);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Entry<K, V>[] newTable(int n) {
        return (Entry<K, V>[]) new Entry[n];
    }

    private static Object mask(Object key) {
        return key == null ? NULL : key;
    }

    private static Object unmask(Object key) {
        return key == NULL ? null : key;
    }

    private static int hash(Object k) {
        int h = k.hashCode();
        h ^= (h >>> 20) ^ (h >>> 12);
        return h ^ (h >>> 7) ^ (h >>> 4);
    }

    /** Takes out the entries whose keys are gone. */
    private void expunge() {
        Object x;
        while ((x = queue.poll()) != null) {
            synchronized (queue) {
                @SuppressWarnings("unchecked")
                Entry<K, V> dead = (Entry<K, V>) x;
                int slot = dead.hash & (table.length - 1);
                Entry<K, V> before = null;
                for (Entry<K, V> e = table[slot]; e != null; before = e, e = e.next) {
                    if (e == dead) {
                        if (before == null) {
                            table[slot] = e.next;
                        } else {
                            before.next = e.next;
                        }
                        // Its next stays: an iterator may be standing on it.
                        e.value = null;
                        size--;
                        break;
                    }
                }
            }
        }
    }

    private Entry<K, V>[] table() {
        expunge();
        return table;
    }

    public int size() {
        if (size == 0) {
            return 0;
        }
        expunge();
        return size;
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    private Entry<K, V> find(Object key) {
        Object k = mask(key);
        int h = hash(k);
        Entry<K, V>[] tab = table();
        for (Entry<K, V> e = tab[h & (tab.length - 1)]; e != null; e = e.next) {
            if (e.hash == h && matches(e, k)) {
                return e;
            }
        }
        return null;
    }

    private static boolean matches(Entry<?, ?> e, Object k) {
        Object there = e.get();
        return there == k || (there != null && k.equals(there));
    }

    public V get(Object key) {
        Entry<K, V> e = find(key);
        return e == null ? null : e.value;
    }

    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    public V put(K key, V value) {
        Entry<K, V> e = find(key);
        if (e != null) {
            V old = e.value;
            e.value = value;
            return old;
        }
        Object k = mask(key);
        int h = hash(k);
        Entry<K, V>[] tab = table;
        int slot = h & (tab.length - 1);
        modCount++;
        tab[slot] = new Entry<K, V>(k, value, queue, h, tab[slot]);
        if (++size >= threshold) {
            resize(tab.length * 2);
        }
        return null;
    }

    private void resize(int capacity) {
        Entry<K, V>[] old = table();
        if (old.length == MAX_CAPACITY) {
            threshold = Integer.MAX_VALUE;
            return;
        }
        Entry<K, V>[] tab = newTable(capacity);
        transfer(old, tab);
        table = tab;
        // Expunging may have shrunk the map so much that the old table is enough after all.
        if (size >= threshold / 2) {
            threshold = (int) (capacity * loadFactor);
        } else {
            expunge();
            transfer(tab, old);
            table = old;
        }
    }

    private void transfer(Entry<K, V>[] from, Entry<K, V>[] to) {
        for (int i = 0; i < from.length; i++) {
            Entry<K, V> e = from[i];
            from[i] = null;
            while (e != null) {
                Entry<K, V> next = e.next;
                if (e.get() == null) {
                    e.next = null;
                    e.value = null;
                    size--;
                } else {
                    int slot = e.hash & (to.length - 1);
                    e.next = to[slot];
                    to[slot] = e;
                }
                e = next;
            }
        }
    }

    public void putAll(Map<? extends K, ? extends V> m) {
        int n = m.size();
        if (n == 0) {
            return;
        }
        if (n > threshold) {
            int target = (int) Math.min(n / loadFactor + 1, MAX_CAPACITY);
            int capacity = table.length;
            while (capacity < target) {
                capacity <<= 1;
            }
            if (capacity > table.length) {
                resize(capacity);
            }
        }
        for (Map.Entry<? extends K, ? extends V> e : m.entrySet()) {
            put(e.getKey(), e.getValue());
        }
    }

    private Entry<K, V> take(Object key, boolean matchValue, Object value) {
        Object k = mask(key);
        int h = hash(k);
        Entry<K, V>[] tab = table();
        int slot = h & (tab.length - 1);
        Entry<K, V> before = null;
        for (Entry<K, V> e = tab[slot]; e != null; before = e, e = e.next) {
            if (e.hash == h && matches(e, k)) {
                if (matchValue && !Objects.equals(e.value, value)) {
                    return null;
                }
                modCount++;
                size--;
                if (before == null) {
                    tab[slot] = e.next;
                } else {
                    before.next = e.next;
                }
                return e;
            }
        }
        return null;
    }

    public V remove(Object key) {
        Entry<K, V> e = take(key, false, null);
        return e == null ? null : e.value;
    }

    public void clear() {
        while (queue.poll() != null) {
            continue;
        }
        modCount++;
        Arrays.fill(table, null);
        size = 0;
        while (queue.poll() != null) {
            continue;
        }
    }

    public boolean containsValue(Object value) {
        Entry<K, V>[] tab = table();
        for (int i = tab.length; i-- > 0; ) {
            for (Entry<K, V> e = tab[i]; e != null; e = e.next) {
                if (Objects.equals(value, e.value) && (value != null || e.get() != null)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void check(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    private abstract class Walk<T> implements Iterator<T> {
        private int index = isEmpty() ? 0 : table.length;
        private Entry<K, V> entry;
        private Entry<K, V> last;
        private int expected = modCount;
        // Held strongly: the key that hasNext promised and the one that remove needs must not vanish.
        private Object nextKey;
        private Object currentKey;

        public boolean hasNext() {
            Entry<K, V>[] tab = table;
            while (nextKey == null) {
                Entry<K, V> e = entry;
                int i = index;
                while (e == null && i > 0) {
                    e = tab[--i];
                }
                entry = e;
                index = i;
                if (e == null) {
                    currentKey = null;
                    return false;
                }
                nextKey = e.get();
                if (nextKey == null) {
                    entry = e.next;
                }
            }
            return true;
        }

        Entry<K, V> nextEntry() {
            check(expected);
            if (nextKey == null && !hasNext()) {
                throw new NoSuchElementException();
            }
            last = entry;
            entry = last.next;
            currentKey = nextKey;
            nextKey = null;
            return last;
        }

        public void remove() {
            if (last == null) {
                throw new IllegalStateException();
            }
            check(expected);
            WeakHashMap.this.remove(unmask(currentKey));
            expected = modCount;
            last = null;
            currentKey = null;
        }
    }

    private final class KeyWalk extends Walk<K> {
        public K next() {
            return nextEntry().getKey();
        }
    }

    private final class ValueWalk extends Walk<V> {
        public V next() {
            return nextEntry().value;
        }
    }

    private final class EntryWalk extends Walk<Map.Entry<K, V>> {
        public Map.Entry<K, V> next() {
            return nextEntry();
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
            return WeakHashMap.this.size();
        }

        public boolean contains(Object o) {
            return containsKey(o);
        }

        public boolean remove(Object o) {
            return take(o, false, null) != null;
        }

        public void clear() {
            WeakHashMap.this.clear();
        }

        public Spliterator<K> spliterator() {
            return new KeySpliterator<K, V>(WeakHashMap.this);
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
            return WeakHashMap.this.size();
        }

        public boolean contains(Object o) {
            return containsValue(o);
        }

        public void clear() {
            WeakHashMap.this.clear();
        }

        public Spliterator<V> spliterator() {
            return new ValueSpliterator<K, V>(WeakHashMap.this);
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
            return WeakHashMap.this.size();
        }

        public void clear() {
            WeakHashMap.this.clear();
        }

        /** Copies, which hold their keys. */
        private List<Map.Entry<K, V>> copy() {
            List<Map.Entry<K, V>> list = new ArrayList<>(size());
            for (Map.Entry<K, V> e : this) {
                list.add(new AbstractMap.SimpleEntry<K, V>(e));
            }
            return list;
        }

        public Object[] toArray() {
            return copy().toArray();
        }

        public <T> T[] toArray(T[] a) {
            return copy().toArray(a);
        }

        public Spliterator<Map.Entry<K, V>> spliterator() {
            return new EntrySpliterator<K, V>(WeakHashMap.this);
        }
    }

    @SuppressWarnings("unchecked")
    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        for (Entry<K, V> e : table()) {
            while (e != null) {
                Object key = e.get();
                if (key != null) {
                    action.accept((K) unmask(key), e.value);
                }
                e = e.next;
                check(expected);
            }
        }
    }

    @SuppressWarnings("unchecked")
    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        int expected = modCount;
        for (Entry<K, V> e : table()) {
            while (e != null) {
                Object key = e.get();
                if (key != null) {
                    e.value = function.apply((K) unmask(key), e.value);
                }
                e = e.next;
                check(expected);
            }
        }
    }

    /** Late-binding, over the slots from the first up. */
    private abstract static class SlotSpliterator<K, V, T> implements Spliterator<T> {
        final WeakHashMap<K, V> map;
        private Entry<K, V> current;
        private int index;
        private int fence = -1;
        private int estimate;
        private int expected;

        SlotSpliterator(WeakHashMap<K, V> map) {
            this.map = map;
        }

        abstract SlotSpliterator<K, V, T> another();

        abstract T view(K key, Entry<K, V> e);

        private int fence() {
            if (fence < 0) {
                estimate = map.size();
                expected = map.modCount;
                fence = map.table.length;
            }
            return fence;
        }

        public long estimateSize() {
            fence();
            return estimate;
        }

        public Spliterator<T> trySplit() {
            int hi = fence();
            int lo = index;
            int mid = (lo + hi) >>> 1;
            if (lo >= mid) {
                return null;
            }
            SlotSpliterator<K, V, T> prefix = another();
            estimate >>>= 1;
            prefix.index = lo;
            prefix.fence = mid;
            prefix.estimate = estimate;
            prefix.expected = expected;
            index = mid;
            return prefix;
        }

        public boolean tryAdvance(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            int hi = fence();
            if (!advance(hi, action)) {
                return false;
            }
            map.check(expected);
            return true;
        }

        public void forEachRemaining(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            int hi = fence();
            while (advance(hi, action)) {
                continue;
            }
            map.check(expected);
        }

        @SuppressWarnings("unchecked")
        private boolean advance(int hi, Consumer<? super T> action) {
            Entry<K, V>[] tab = map.table;
            while (tab.length >= hi && (current != null || index < hi)) {
                if (current == null) {
                    current = tab[index++];
                } else {
                    Entry<K, V> e = current;
                    current = e.next;
                    Object key = e.get();
                    if (key != null) {
                        action.accept(view((K) unmask(key), e));
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static final class KeySpliterator<K, V> extends SlotSpliterator<K, V, K> {
        KeySpliterator(WeakHashMap<K, V> map) {
            super(map);
        }

        SlotSpliterator<K, V, K> another() {
            return new KeySpliterator<K, V>(map);
        }

        K view(K key, Entry<K, V> e) {
            return key;
        }

        public int characteristics() {
            return DISTINCT;
        }
    }

    private static final class ValueSpliterator<K, V> extends SlotSpliterator<K, V, V> {
        ValueSpliterator(WeakHashMap<K, V> map) {
            super(map);
        }

        SlotSpliterator<K, V, V> another() {
            return new ValueSpliterator<K, V>(map);
        }

        V view(K key, Entry<K, V> e) {
            return e.value;
        }

        public int characteristics() {
            return 0;
        }
    }

    private static final class EntrySpliterator<K, V> extends SlotSpliterator<K, V, Map.Entry<K, V>> {
        EntrySpliterator(WeakHashMap<K, V> map) {
            super(map);
        }

        SlotSpliterator<K, V, Map.Entry<K, V>> another() {
            return new EntrySpliterator<K, V>(map);
        }

        Map.Entry<K, V> view(K key, Entry<K, V> e) {
            return e;
        }

        public int characteristics() {
            return DISTINCT;
        }
    }
}
