package java.util;

import java.io.Serializable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The collections behind {@code List.of}, {@code Set.of}, {@code Map.of} and their {@code copyOf}. */
class ImmutableCollections {
    static final Object[] NONE = {};
    static final List<?> EMPTY_LIST = new ListN<Object>(NONE, false);
    static final Set<?> EMPTY_SET = new SetN<Object>(NONE);
    static final Map<?, ?> EMPTY_MAP = new MapN<Object, Object>(NONE);

    private ImmutableCollections() {
    }

    static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException();
    }

    /** A list over this very array; no element may be null. */
    @SafeVarargs
    static <E> List<E> listOwning(Object... elements) {
        for (int i = 0; i < elements.length; i++) {
            Objects.requireNonNull(elements[i]);
        }
        return new ListN<E>(elements, false);
    }

    /** A list over this very array, in which nulls are allowed. */
    static <E> List<E> listOwningNullable(Object[] elements) {
        return new ListN<E>(elements, true);
    }

    @SuppressWarnings("unchecked")
    static <E> List<E> listCopy(E[] elements) {
        switch (elements.length) {
            case 0:
                return (List<E>) EMPTY_LIST;
            case 1:
                return new List12<E>(elements[0]);
            case 2:
                return new List12<E>(elements[0], elements[1]);
            default:
                Object[] copy = new Object[elements.length];
                for (int i = 0; i < copy.length; i++) {
                    copy[i] = Objects.requireNonNull(elements[i]);
                }
                return new ListN<E>(copy, false);
        }
    }

    @SuppressWarnings("unchecked")
    static <E> List<E> listCopyOf(Collection<? extends E> c) {
        if (c instanceof List12 || (c instanceof ListN && !((ListN<?>) c).nullable)) {
            return (List<E>) c;
        }
        return (List<E>) listCopy(c.toArray());
    }

    @SafeVarargs
    static <E> Set<E> setOf(Object... elements) {
        return new SetN<E>(elements);
    }

    abstract static class AbstractImmutableCollection<E> extends AbstractCollection<E> {
        final Object writeReplace() {
            int tag = this instanceof Set ? CollSer.SET
                : this instanceof ListN && ((ListN<?>) this).nullable ? CollSer.LIST_WITH_NULLS : CollSer.LIST;
            return this instanceof java.io.Serializable ? new CollSer(tag, toArray()) : this;
        }

        @Override
        public boolean add(E e) {
            throw unsupported();
        }

        @Override
        public boolean addAll(Collection<? extends E> c) {
            throw unsupported();
        }

        @Override
        public void clear() {
            throw unsupported();
        }

        @Override
        public boolean remove(Object o) {
            throw unsupported();
        }

        @Override
        public boolean removeAll(Collection<?> c) {
            throw unsupported();
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            throw unsupported();
        }

        @Override
        public boolean retainAll(Collection<?> c) {
            throw unsupported();
        }
    }

    abstract static class AbstractImmutableList<E> extends AbstractImmutableCollection<E>
            implements List<E>, RandomAccess {
        /** Says whether questions about null are answered instead of refused. */
        boolean allowsNull() {
            return false;
        }

        @Override
        public void add(int index, E element) {
            throw unsupported();
        }

        @Override
        public boolean addAll(int index, Collection<? extends E> c) {
            throw unsupported();
        }

        @Override
        public E remove(int index) {
            throw unsupported();
        }

        @Override
        public void replaceAll(UnaryOperator<E> operator) {
            throw unsupported();
        }

        @Override
        public E set(int index, E element) {
            throw unsupported();
        }

        @Override
        public void sort(Comparator<? super E> c) {
            throw unsupported();
        }

        static IndexOutOfBoundsException outOfBounds(int index, int size) {
            return new IndexOutOfBoundsException("Index: " + index + " Size: " + size);
        }

        @Override
        public List<E> subList(int fromIndex, int toIndex) {
            AbstractList.checkSubList(fromIndex, toIndex, size());
            return new SubList<E>(this, 0, fromIndex, toIndex);
        }

        @Override
        public Iterator<E> iterator() {
            return new ListItr<E>(this, size());
        }

        @Override
        public ListIterator<E> listIterator() {
            return listIterator(0);
        }

        @Override
        public ListIterator<E> listIterator(int index) {
            int size = size();
            if (index < 0 || index > size) {
                throw outOfBounds(index, size);
            }
            return new ListItr<E>(this, size, index);
        }

        @Override
        public boolean contains(Object o) {
            return indexOf(o) >= 0;
        }

        @Override
        public int indexOf(Object o) {
            if (o == null && !allowsNull()) {
                throw new NullPointerException();
            }
            for (int i = 0, n = size(); i < n; i++) {
                if (Objects.equals(o, get(i))) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public int lastIndexOf(Object o) {
            if (o == null && !allowsNull()) {
                throw new NullPointerException();
            }
            for (int i = size() - 1; i >= 0; i--) {
                if (Objects.equals(o, get(i))) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public boolean equals(Object o) {
            if (o == this) {
                return true;
            }
            if (!(o instanceof List)) {
                return false;
            }
            Iterator<?> other = ((List<?>) o).iterator();
            for (int i = 0, n = size(); i < n; i++) {
                if (!other.hasNext() || !Objects.equals(get(i), other.next())) {
                    return false;
                }
            }
            return !other.hasNext();
        }

        @Override
        public int hashCode() {
            int h = 1;
            for (int i = 0, n = size(); i < n; i++) {
                h = 31 * h + Objects.hashCode(get(i));
            }
            return h;
        }
    }

    static final class ListItr<E> implements ListIterator<E> {
        private final List<E> list;
        private final int size;
        private final boolean plain;
        private int cursor;

        ListItr(List<E> list, int size) {
            this.list = list;
            this.size = size;
            this.plain = true;
        }

        ListItr(List<E> list, int size, int index) {
            this.list = list;
            this.size = size;
            this.cursor = index;
            this.plain = false;
        }

        public boolean hasNext() {
            return cursor != size;
        }

        public E next() {
            int i = cursor;
            if (i >= size) {
                throw new NoSuchElementException();
            }
            E e = list.get(i);
            cursor = i + 1;
            return e;
        }

        public void remove() {
            throw unsupported();
        }

        /** A plain iterator must not turn into a list iterator by a cast. */
        private void onlyListIterator() {
            if (plain) {
                throw unsupported();
            }
        }

        public boolean hasPrevious() {
            onlyListIterator();
            return cursor != 0;
        }

        public E previous() {
            onlyListIterator();
            int i = cursor - 1;
            if (i < 0) {
                throw new NoSuchElementException();
            }
            E e = list.get(i);
            cursor = i;
            return e;
        }

        public int nextIndex() {
            onlyListIterator();
            return cursor;
        }

        public int previousIndex() {
            onlyListIterator();
            return cursor - 1;
        }

        public void set(E e) {
            throw unsupported();
        }

        public void add(E e) {
            throw unsupported();
        }
    }

    static final class SubList<E> extends AbstractImmutableList<E> {
        private final AbstractImmutableList<E> root;
        private final int offset;
        private final int size;

        SubList(AbstractImmutableList<E> root, int base, int from, int to) {
            this.root = root;
            this.offset = base + from;
            this.size = to - from;
        }

        @Override
        boolean allowsNull() {
            return root.allowsNull();
        }

        @Override
        public int indexOf(Object o) {
            return root instanceof ListN ? ((ListN<E>) root).find(o, offset, offset + size) : super.indexOf(o);
        }

        @Override
        public E get(int index) {
            Objects.checkIndex(index, size);
            return root.get(offset + index);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public List<E> subList(int fromIndex, int toIndex) {
            AbstractList.checkSubList(fromIndex, toIndex, size);
            return new SubList<E>(root, offset, fromIndex, toIndex);
        }
    }

    static final class List12<E> extends AbstractImmutableList<E> implements Serializable {
        private final E e0;
        /** Null when the list has one element. */
        private final E e1;

        List12(E e0) {
            this.e0 = Objects.requireNonNull(e0);
            this.e1 = null;
        }

        List12(E e0, E e1) {
            this.e0 = Objects.requireNonNull(e0);
            this.e1 = Objects.requireNonNull(e1);
        }

        @Override
        public int size() {
            return e1 == null ? 1 : 2;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public E get(int index) {
            if (index == 0) {
                return e0;
            }
            if (index == 1 && e1 != null) {
                return e1;
            }
            throw outOfBounds(index, size());
        }

        @Override
        public Object[] toArray() {
            return e1 == null ? new Object[] {e0} : new Object[] {e0, e1};
        }
    }

    static final class ListN<E> extends AbstractImmutableList<E> implements Serializable {
        private final Object[] elements;
        private final boolean nullable;

        ListN(Object[] elements, boolean nullable) {
            this.elements = elements;
            this.nullable = nullable;
        }

        @Override
        boolean allowsNull() {
            return nullable;
        }

        @Override
        public int size() {
            return elements.length;
        }

        @Override
        @SuppressWarnings("unchecked")
        public E get(int index) {
            return (E) elements[index];
        }

        @Override
        public int indexOf(Object o) {
            return find(o, 0, elements.length);
        }

        /** The index from {@code from} on of the first element that equals {@code o}, or -1. */
        int find(Object o, int from, int to) {
            Object[] a = elements;
            if (o == null) {
                if (!nullable) {
                    throw new NullPointerException();
                }
                for (int i = from; i < to; i++) {
                    if (a[i] == null) {
                        return i - from;
                    }
                }
                return -1;
            }
            for (int i = from; i < to; i++) {
                Object e = a[i];
                if (o == e || o.equals(e)) {
                    return i - from;
                }
            }
            return -1;
        }

        @Override
        public Object[] toArray() {
            return Arrays.copyOf(elements, elements.length, Object[].class);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T[] toArray(T[] a) {
            int n = elements.length;
            if (a.length < n) {
                return (T[]) Arrays.copyOf(elements, n, a.getClass());
            }
            System.arraycopy(elements, 0, a, 0, n);
            if (a.length > n) {
                a[n] = null;
            }
            return a;
        }
    }

    abstract static class AbstractImmutableSet<E> extends AbstractImmutableCollection<E> implements Set<E> {
        @Override
        public boolean equals(Object o) {
            if (o == this) {
                return true;
            }
            if (!(o instanceof Set)) {
                return false;
            }
            Collection<?> c = (Collection<?>) o;
            if (c.size() != size()) {
                return false;
            }
            for (Object e : c) {
                if (e == null || !contains(e)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public abstract int hashCode();
    }

    static final class Set12<E> extends AbstractImmutableSet<E> implements Serializable {
        private final E e0;
        /** Null when the set has one element. */
        private final E e1;

        Set12(E e0) {
            this.e0 = Objects.requireNonNull(e0);
            this.e1 = null;
        }

        Set12(E e0, E e1) {
            if (e0.equals(Objects.requireNonNull(e1))) {
                throw new IllegalArgumentException("duplicate element: " + e0);
            }
            this.e0 = e0;
            this.e1 = e1;
        }

        @Override
        public int size() {
            return e1 == null ? 1 : 2;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public boolean contains(Object o) {
            return o.equals(e0) || o.equals(e1);
        }

        @Override
        public int hashCode() {
            return e0.hashCode() + (e1 == null ? 0 : e1.hashCode());
        }

        @Override
        public Iterator<E> iterator() {
            return new Iterator<E>() {
                private int at;

                public boolean hasNext() {
                    return at == 0 || (at == 1 && e1 != null);
                }

                public E next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return at++ == 0 ? e0 : e1;
                }
            };
        }

        @Override
        public Object[] toArray() {
            return e1 == null ? new Object[] {e0} : new Object[] {e0, e1};
        }
    }

    /** Where {@code key} is in an open-addressed table of {@code table.length / step} slots, or -1 - its free slot. */
    static int probe(Object[] table, int step, Object key) {
        int slots = table.length / step;
        int h = key.hashCode();
        int i = Math.floorMod(h ^ (h >>> 16), slots) * step;
        while (true) {
            Object k = table[i];
            if (k == null) {
                return -1 - i;
            }
            if (key.equals(k)) {
                return i;
            }
            i += step;
            if (i == table.length) {
                i = 0;
            }
        }
    }

    static final class SetN<E> extends AbstractImmutableSet<E> implements Serializable {
        /** Twice as many slots as elements. */
        private final Object[] table;
        private final int size;

        SetN(Object[] elements) {
            size = elements.length;
            table = new Object[size * 2];
            for (int i = 0; i < elements.length; i++) {
                Object e = Objects.requireNonNull(elements[i]);
                int at = probe(table, 1, e);
                if (at >= 0) {
                    throw new IllegalArgumentException("duplicate element: " + e);
                }
                table[-1 - at] = e;
            }
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean isEmpty() {
            return size == 0;
        }

        @Override
        public boolean contains(Object o) {
            Objects.requireNonNull(o);
            return size > 0 && probe(table, 1, o) >= 0;
        }

        @Override
        public int hashCode() {
            int h = 0;
            for (int i = 0; i < table.length; i++) {
                if (table[i] != null) {
                    h += table[i].hashCode();
                }
            }
            return h;
        }

        @Override
        public Iterator<E> iterator() {
            return new Iterator<E>() {
                private int at;
                private int left = size;

                public boolean hasNext() {
                    return left > 0;
                }

                @SuppressWarnings("unchecked")
                public E next() {
                    if (left <= 0) {
                        throw new NoSuchElementException();
                    }
                    Object e;
                    do {
                        e = table[at++];
                    } while (e == null);
                    left--;
                    return (E) e;
                }
            };
        }
    }

    abstract static class AbstractImmutableMap<K, V> extends AbstractMap<K, V> implements Serializable {
        final Object writeReplace() {
            Object[] flat = new Object[2 * size()];
            int i = 0;
            for (Map.Entry<K, V> e : entrySet()) {
                flat[i++] = e.getKey();
                flat[i++] = e.getValue();
            }
            return new CollSer(CollSer.MAP, flat);
        }

        @Override
        public void clear() {
            throw unsupported();
        }

        @Override
        public V compute(K key, BiFunction<? super K, ? super V, ? extends V> f) {
            throw unsupported();
        }

        @Override
        public V computeIfAbsent(K key, Function<? super K, ? extends V> f) {
            throw unsupported();
        }

        @Override
        public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> f) {
            throw unsupported();
        }

        @Override
        public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> f) {
            throw unsupported();
        }

        @Override
        public V put(K key, V value) {
            throw unsupported();
        }

        @Override
        public void putAll(Map<? extends K, ? extends V> m) {
            throw unsupported();
        }

        @Override
        public V putIfAbsent(K key, V value) {
            throw unsupported();
        }

        @Override
        public V remove(Object key) {
            throw unsupported();
        }

        @Override
        public boolean remove(Object key, Object value) {
            throw unsupported();
        }

        @Override
        public V replace(K key, V value) {
            throw unsupported();
        }

        @Override
        public boolean replace(K key, V oldValue, V newValue) {
            throw unsupported();
        }

        @Override
        public void replaceAll(BiFunction<? super K, ? super V, ? extends V> f) {
            throw unsupported();
        }

        @Override
        public V getOrDefault(Object key, V defaultValue) {
            V v = get(key);
            return v != null ? v : defaultValue;
        }
    }

    static final class Map1<K, V> extends AbstractImmutableMap<K, V> {
        private final K key;
        private final V value;

        Map1(K key, V value) {
            this.key = Objects.requireNonNull(key);
            this.value = Objects.requireNonNull(value);
        }

        @Override
        public Set<Map.Entry<K, V>> entrySet() {
            return new Set12<Map.Entry<K, V>>(new KeyValueHolder<K, V>(key, value));
        }

        @Override
        public V get(Object o) {
            return o.equals(key) ? value : null;
        }

        @Override
        public boolean containsKey(Object o) {
            return o.equals(key);
        }

        @Override
        public boolean containsValue(Object o) {
            return o.equals(value);
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public int hashCode() {
            return key.hashCode() ^ value.hashCode();
        }
    }

    static final class MapN<K, V> extends AbstractImmutableMap<K, V> {
        /** Keys at even places, their values behind them; twice as many slots as entries. */
        private final Object[] table;
        private final int size;

        MapN(Object... flat) {
            size = flat.length >> 1;
            table = new Object[flat.length * 2];
            for (int i = 0; i < flat.length; i += 2) {
                Object k = Objects.requireNonNull(flat[i]);
                Object v = Objects.requireNonNull(flat[i + 1]);
                int at = probe(table, 2, k);
                if (at >= 0) {
                    throw new IllegalArgumentException("duplicate key: " + k);
                }
                table[-1 - at] = k;
                table[-at] = v;
            }
        }

        @Override
        public boolean containsKey(Object o) {
            Objects.requireNonNull(o);
            return size > 0 && probe(table, 2, o) >= 0;
        }

        @Override
        public boolean containsValue(Object o) {
            Objects.requireNonNull(o);
            for (int i = 1; i < table.length; i += 2) {
                if (table[i] != null && o.equals(table[i])) {
                    return true;
                }
            }
            return false;
        }

        @Override
        @SuppressWarnings("unchecked")
        public V get(Object o) {
            if (size == 0) {
                Objects.requireNonNull(o);
                return null;
            }
            int at = probe(table, 2, o);
            return at >= 0 ? (V) table[at + 1] : null;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean isEmpty() {
            return size == 0;
        }

        @Override
        public int hashCode() {
            int h = 0;
            for (int i = 0; i < table.length; i += 2) {
                if (table[i] != null) {
                    h += table[i].hashCode() ^ table[i + 1].hashCode();
                }
            }
            return h;
        }

        @Override
        public Set<Map.Entry<K, V>> entrySet() {
            return new AbstractSet<Map.Entry<K, V>>() {
                @Override
                public int size() {
                    return size;
                }

                @Override
                public Iterator<Map.Entry<K, V>> iterator() {
                    return new MapNIterator<K, V>(table, size);
                }
            };
        }
    }

    static final class MapNIterator<K, V> implements Iterator<Map.Entry<K, V>> {
        private final Object[] table;
        private int at = -2;
        private int left;

        MapNIterator(Object[] table, int size) {
            this.table = table;
            this.left = size;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Map.Entry<K, V> next() {
            if (left <= 0) {
                throw new NoSuchElementException();
            }
            do {
                at += 2;
            } while (table[at] == null);
            left--;
            return new KeyValueHolder<K, V>((K) table[at], (V) table[at + 1]);
        }
    }
}
