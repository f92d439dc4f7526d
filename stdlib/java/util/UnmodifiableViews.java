package java.util;

import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The read-only views that {@link Collections} gives. */
final class UnmodifiableViews {

    private UnmodifiableViews() {
    }

    static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException();
    }

    static class UnmodifiableCollection<E> implements Collection<E>, Serializable {
        final Collection<? extends E> c;

        UnmodifiableCollection(Collection<? extends E> c) {
            if (c == null) {
                throw new NullPointerException();
            }
            this.c = c;
        }

        public int size() {
            return c.size();
        }

        public boolean isEmpty() {
            return c.isEmpty();
        }

        public boolean contains(Object o) {
            return c.contains(o);
        }

        public Object[] toArray() {
            return c.toArray();
        }

        public <T> T[] toArray(T[] a) {
            return c.toArray(a);
        }

        public <T> T[] toArray(IntFunction<T[]> f) {
            return c.toArray(f);
        }

        public String toString() {
            return c.toString();
        }

        public Iterator<E> iterator() {
            return new UnmodifiableIterator<E>(c.iterator());
        }

        public boolean add(E e) {
            throw unsupported();
        }

        public boolean remove(Object o) {
            throw unsupported();
        }

        public boolean containsAll(Collection<?> other) {
            return c.containsAll(other);
        }

        public boolean addAll(Collection<? extends E> other) {
            throw unsupported();
        }

        public boolean removeAll(Collection<?> other) {
            throw unsupported();
        }

        public boolean retainAll(Collection<?> other) {
            throw unsupported();
        }

        public void clear() {
            throw unsupported();
        }

        @Override
        public void forEach(Consumer<? super E> action) {
            c.forEach(action);
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            throw unsupported();
        }

        @SuppressWarnings("unchecked")
        @Override
        public Spliterator<E> spliterator() {
            return (Spliterator<E>) c.spliterator();
        }

        @SuppressWarnings("unchecked")
        @Override
        public Stream<E> stream() {
            return (Stream<E>) c.stream();
        }

        @SuppressWarnings("unchecked")
        @Override
        public Stream<E> parallelStream() {
            return (Stream<E>) c.parallelStream();
        }
    }

    private static final class UnmodifiableIterator<E> implements Iterator<E> {
        private final Iterator<? extends E> it;

        UnmodifiableIterator(Iterator<? extends E> it) {
            this.it = it;
        }

        public boolean hasNext() {
            return it.hasNext();
        }

        public E next() {
            return it.next();
        }

        public void remove() {
            throw unsupported();
        }

        @Override
        public void forEachRemaining(Consumer<? super E> action) {
            it.forEachRemaining(action);
        }
    }

    static class UnmodifiableSet<E> extends UnmodifiableCollection<E> implements Set<E> {
        UnmodifiableSet(Set<? extends E> s) {
            super(s);
        }

        public boolean equals(Object o) {
            return o == this || c.equals(o);
        }

        public int hashCode() {
            return c.hashCode();
        }
    }

    static class UnmodifiableSortedSet<E> extends UnmodifiableSet<E> implements SortedSet<E> {
        private final SortedSet<E> ss;

        UnmodifiableSortedSet(SortedSet<E> s) {
            super(s);
            ss = s;
        }

        public Comparator<? super E> comparator() {
            return ss.comparator();
        }

        public SortedSet<E> subSet(E from, E to) {
            return new UnmodifiableSortedSet<E>(ss.subSet(from, to));
        }

        public SortedSet<E> headSet(E to) {
            return new UnmodifiableSortedSet<E>(ss.headSet(to));
        }

        public SortedSet<E> tailSet(E from) {
            return new UnmodifiableSortedSet<E>(ss.tailSet(from));
        }

        public E first() {
            return ss.first();
        }

        public E last() {
            return ss.last();
        }
    }

    static class UnmodifiableNavigableSet<E> extends UnmodifiableSortedSet<E> implements NavigableSet<E> {
        private final NavigableSet<E> ns;

        UnmodifiableNavigableSet(NavigableSet<E> s) {
            super(s);
            ns = s;
        }

        public E lower(E e) {
            return ns.lower(e);
        }

        public E floor(E e) {
            return ns.floor(e);
        }

        public E ceiling(E e) {
            return ns.ceiling(e);
        }

        public E higher(E e) {
            return ns.higher(e);
        }

        public E pollFirst() {
            throw unsupported();
        }

        public E pollLast() {
            throw unsupported();
        }

        public NavigableSet<E> descendingSet() {
            return new UnmodifiableNavigableSet<E>(ns.descendingSet());
        }

        public Iterator<E> descendingIterator() {
            return descendingSet().iterator();
        }

        public NavigableSet<E> subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
            return new UnmodifiableNavigableSet<E>(ns.subSet(from, fromInclusive, to, toInclusive));
        }

        public NavigableSet<E> headSet(E to, boolean inclusive) {
            return new UnmodifiableNavigableSet<E>(ns.headSet(to, inclusive));
        }

        public NavigableSet<E> tailSet(E from, boolean inclusive) {
            return new UnmodifiableNavigableSet<E>(ns.tailSet(from, inclusive));
        }
    }

    static class UnmodifiableList<E> extends UnmodifiableCollection<E> implements List<E> {
        final List<? extends E> list;

        UnmodifiableList(List<? extends E> list) {
            super(list);
            this.list = list;
        }

        public boolean equals(Object o) {
            return o == this || list.equals(o);
        }

        public int hashCode() {
            return list.hashCode();
        }

        public E get(int index) {
            return list.get(index);
        }

        public E set(int index, E element) {
            throw unsupported();
        }

        public void add(int index, E element) {
            throw unsupported();
        }

        public E remove(int index) {
            throw unsupported();
        }

        public int indexOf(Object o) {
            return list.indexOf(o);
        }

        public int lastIndexOf(Object o) {
            return list.lastIndexOf(o);
        }

        public boolean addAll(int index, Collection<? extends E> other) {
            throw unsupported();
        }

        @Override
        public void replaceAll(UnaryOperator<E> operator) {
            throw unsupported();
        }

        @Override
        public void sort(Comparator<? super E> order) {
            throw unsupported();
        }

        public ListIterator<E> listIterator() {
            return listIterator(0);
        }

        public ListIterator<E> listIterator(int index) {
            return new UnmodifiableListIterator<E>(list.listIterator(index));
        }

        public List<E> subList(int from, int to) {
            return new UnmodifiableList<E>(list.subList(from, to));
        }

        /** Streams don't tell whether the list is for random access. */
        private Object readResolve() {
            return list instanceof RandomAccess ? new UnmodifiableRandomAccessList<E>(list) : this;
        }
    }

    private static final class UnmodifiableListIterator<E> implements ListIterator<E> {
        private final ListIterator<? extends E> it;

        UnmodifiableListIterator(ListIterator<? extends E> it) {
            this.it = it;
        }

        public boolean hasNext() {
            return it.hasNext();
        }

        public E next() {
            return it.next();
        }

        public boolean hasPrevious() {
            return it.hasPrevious();
        }

        public E previous() {
            return it.previous();
        }

        public int nextIndex() {
            return it.nextIndex();
        }

        public int previousIndex() {
            return it.previousIndex();
        }

        public void remove() {
            throw unsupported();
        }

        public void set(E e) {
            throw unsupported();
        }

        public void add(E e) {
            throw unsupported();
        }

        @Override
        public void forEachRemaining(Consumer<? super E> action) {
            it.forEachRemaining(action);
        }
    }

    static class UnmodifiableRandomAccessList<E> extends UnmodifiableList<E> implements RandomAccess {
        UnmodifiableRandomAccessList(List<? extends E> list) {
            super(list);
        }

        public List<E> subList(int from, int to) {
            return new UnmodifiableRandomAccessList<E>(list.subList(from, to));
        }

        private Object writeReplace() {
            return new UnmodifiableList<E>(list);
        }
    }

    static class UnmodifiableMap<K, V> implements Map<K, V>, Serializable {
        private final Map<? extends K, ? extends V> m;
        private transient Set<K> keySet;
        private transient Set<Map.Entry<K, V>> entrySet;
        private transient Collection<V> values;

        UnmodifiableMap(Map<? extends K, ? extends V> m) {
            if (m == null) {
                throw new NullPointerException();
            }
            this.m = m;
        }

        public int size() {
            return m.size();
        }

        public boolean isEmpty() {
            return m.isEmpty();
        }

        public boolean containsKey(Object key) {
            return m.containsKey(key);
        }

        public boolean containsValue(Object value) {
            return m.containsValue(value);
        }

        public V get(Object key) {
            return m.get(key);
        }

        public V put(K key, V value) {
            throw unsupported();
        }

        public V remove(Object key) {
            throw unsupported();
        }

        public void putAll(Map<? extends K, ? extends V> other) {
            throw unsupported();
        }

        public void clear() {
            throw unsupported();
        }

        public Set<K> keySet() {
            if (keySet == null) {
                keySet = Collections.unmodifiableSet(m.keySet());
            }
            return keySet;
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        public Set<Map.Entry<K, V>> entrySet() {
            if (entrySet == null) {
                entrySet = new UnmodifiableEntrySet<K, V>((Set) m.entrySet());
            }
            return entrySet;
        }

        public Collection<V> values() {
            if (values == null) {
                values = Collections.unmodifiableCollection(m.values());
            }
            return values;
        }

        public boolean equals(Object o) {
            return o == this || m.equals(o);
        }

        public int hashCode() {
            return m.hashCode();
        }

        public String toString() {
            return m.toString();
        }

        @Override
        @SuppressWarnings("unchecked")
        public V getOrDefault(Object k, V defaultValue) {
            return ((Map<K, V>) m).getOrDefault(k, defaultValue);
        }

        @Override
        public void forEach(BiConsumer<? super K, ? super V> action) {
            m.forEach(action);
        }

        @Override
        public void replaceAll(BiFunction<? super K, ? super V, ? extends V> f) {
            throw unsupported();
        }

        @Override
        public V putIfAbsent(K key, V value) {
            throw unsupported();
        }

        @Override
        public boolean remove(Object key, Object value) {
            throw unsupported();
        }

        @Override
        public boolean replace(K key, V oldValue, V newValue) {
            throw unsupported();
        }

        @Override
        public V replace(K key, V value) {
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
        public V compute(K key, BiFunction<? super K, ? super V, ? extends V> f) {
            throw unsupported();
        }

        @Override
        public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> f) {
            throw unsupported();
        }
    }

    /** Entries, too, refuse to change. */
    static class UnmodifiableEntrySet<K, V> extends UnmodifiableSet<Map.Entry<K, V>> {

        UnmodifiableEntrySet(Set<Map.Entry<K, V>> s) {
            super(s);
        }

        @Override
        public void forEach(Consumer<? super Map.Entry<K, V>> action) {
            Objects.requireNonNull(action);
            for (Map.Entry<K, V> e : c) {
                action.accept(new UnmodifiableEntry<K, V>(e));
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public Spliterator<Map.Entry<K, V>> spliterator() {
            return new UnmodifiableEntrySpliterator<K, V>((Spliterator<Map.Entry<K, V>>) c.spliterator());
        }

        @Override
        public Stream<Map.Entry<K, V>> stream() {
            return StreamSupport.stream(spliterator(), false);
        }

        @Override
        public Stream<Map.Entry<K, V>> parallelStream() {
            return StreamSupport.stream(spliterator(), true);
        }

        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            final Iterator<? extends Map.Entry<K, V>> it = c.iterator();
            return new Iterator<Map.Entry<K, V>>() {
                public boolean hasNext() {
                    return it.hasNext();
                }

                public Map.Entry<K, V> next() {
                    return new UnmodifiableEntry<K, V>(it.next());
                }

                public void remove() {
                    throw unsupported();
                }
            };
        }

        @SuppressWarnings("unchecked")
        private static void wrap(Object[] a, int n) {
            for (int i = 0; i < n; i++) {
                a[i] = new UnmodifiableEntry<Object, Object>((Map.Entry<Object, Object>) a[i]);
            }
        }

        @Override
        public Object[] toArray() {
            Object[] a = c.toArray();
            wrap(a, a.length);
            return a;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T[] toArray(T[] a) {
            // Through an array of our own: a must never hold the bare entries, not even for a moment.
            Object[] mine = c.toArray(a.length == 0 ? a : Arrays.copyOf(a, 0));
            wrap(mine, mine.length);
            if (mine.length > a.length) {
                return (T[]) mine;
            }
            System.arraycopy(mine, 0, a, 0, mine.length);
            if (a.length > mine.length) {
                a[mine.length] = null;
            }
            return a;
        }

        @Override
        public <T> T[] toArray(IntFunction<T[]> f) {
            return toArray(f.apply(0));
        }

        @Override
        public boolean contains(Object o) {
            return o instanceof Map.Entry && c.contains(new UnmodifiableEntry<Object, Object>((Map.Entry<?, ?>) o));
        }

        @Override
        public boolean containsAll(Collection<?> other) {
            for (Object e : other) {
                if (!contains(e)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean equals(Object o) {
            if (o == this) {
                return true;
            }
            return o instanceof Set && ((Set<?>) o).size() == c.size() && containsAll((Set<?>) o);
        }
    }

    private static final class UnmodifiableEntrySpliterator<K, V> implements Spliterator<Map.Entry<K, V>> {
        private final Spliterator<Map.Entry<K, V>> s;

        UnmodifiableEntrySpliterator(Spliterator<Map.Entry<K, V>> s) {
            this.s = s;
        }

        private static <K, V> Consumer<Map.Entry<K, V>> wrapping(Consumer<? super Map.Entry<K, V>> action) {
            return e -> action.accept(new UnmodifiableEntry<K, V>(e));
        }

        @Override
        public boolean tryAdvance(Consumer<? super Map.Entry<K, V>> action) {
            Objects.requireNonNull(action);
            return s.tryAdvance(wrapping(action));
        }

        @Override
        public void forEachRemaining(Consumer<? super Map.Entry<K, V>> action) {
            Objects.requireNonNull(action);
            s.forEachRemaining(wrapping(action));
        }

        @Override
        public Spliterator<Map.Entry<K, V>> trySplit() {
            Spliterator<Map.Entry<K, V>> split = s.trySplit();
            return split == null ? null : new UnmodifiableEntrySpliterator<K, V>(split);
        }

        @Override
        public long estimateSize() {
            return s.estimateSize();
        }

        @Override
        public long getExactSizeIfKnown() {
            return s.getExactSizeIfKnown();
        }

        @Override
        public int characteristics() {
            return s.characteristics();
        }

        @Override
        public boolean hasCharacteristics(int wanted) {
            return s.hasCharacteristics(wanted);
        }

        @Override
        public Comparator<? super Map.Entry<K, V>> getComparator() {
            return s.getComparator();
        }
    }

    static final class UnmodifiableEntry<K, V> implements Map.Entry<K, V> {
        private final Map.Entry<? extends K, ? extends V> e;

        UnmodifiableEntry(Map.Entry<? extends K, ? extends V> e) {
            this.e = Objects.requireNonNull(e);
        }

        public K getKey() {
            return e.getKey();
        }

        public V getValue() {
            return e.getValue();
        }

        public V setValue(V value) {
            throw unsupported();
        }

        public int hashCode() {
            return e.hashCode();
        }

        public boolean equals(Object o) {
            return o == this || AbstractMap.entryEquals(e.getKey(), e.getValue(), o);
        }

        public String toString() {
            return e.toString();
        }
    }

    static class UnmodifiableSortedMap<K, V> extends UnmodifiableMap<K, V> implements SortedMap<K, V> {
        private final SortedMap<K, ? extends V> sm;

        UnmodifiableSortedMap(SortedMap<K, ? extends V> m) {
            super(m);
            sm = m;
        }

        public Comparator<? super K> comparator() {
            return sm.comparator();
        }

        public SortedMap<K, V> subMap(K from, K to) {
            return new UnmodifiableSortedMap<K, V>(sm.subMap(from, to));
        }

        public SortedMap<K, V> headMap(K to) {
            return new UnmodifiableSortedMap<K, V>(sm.headMap(to));
        }

        public SortedMap<K, V> tailMap(K from) {
            return new UnmodifiableSortedMap<K, V>(sm.tailMap(from));
        }

        public K firstKey() {
            return sm.firstKey();
        }

        public K lastKey() {
            return sm.lastKey();
        }
    }

    static class UnmodifiableNavigableMap<K, V> extends UnmodifiableSortedMap<K, V> implements NavigableMap<K, V> {
        private final NavigableMap<K, ? extends V> nm;

        UnmodifiableNavigableMap(NavigableMap<K, ? extends V> m) {
            super(m);
            nm = m;
        }

        private Map.Entry<K, V> wrap(Map.Entry<K, ? extends V> e) {
            return e == null ? null : new UnmodifiableEntry<K, V>(e);
        }

        @SuppressWarnings("unchecked")
        public Map.Entry<K, V> lowerEntry(K key) {
            return wrap(nm.lowerEntry(key));
        }

        public K lowerKey(K key) {
            return nm.lowerKey(key);
        }

        public Map.Entry<K, V> floorEntry(K key) {
            return wrap(nm.floorEntry(key));
        }

        public K floorKey(K key) {
            return nm.floorKey(key);
        }

        public Map.Entry<K, V> ceilingEntry(K key) {
            return wrap(nm.ceilingEntry(key));
        }

        public K ceilingKey(K key) {
            return nm.ceilingKey(key);
        }

        public Map.Entry<K, V> higherEntry(K key) {
            return wrap(nm.higherEntry(key));
        }

        public K higherKey(K key) {
            return nm.higherKey(key);
        }

        public Map.Entry<K, V> firstEntry() {
            return wrap(nm.firstEntry());
        }

        public Map.Entry<K, V> lastEntry() {
            return wrap(nm.lastEntry());
        }

        public Map.Entry<K, V> pollFirstEntry() {
            throw unsupported();
        }

        public Map.Entry<K, V> pollLastEntry() {
            throw unsupported();
        }

        public NavigableMap<K, V> descendingMap() {
            return Collections.unmodifiableNavigableMap(nm.descendingMap());
        }

        public NavigableSet<K> navigableKeySet() {
            return Collections.unmodifiableNavigableSet(nm.navigableKeySet());
        }

        public NavigableSet<K> descendingKeySet() {
            return Collections.unmodifiableNavigableSet(nm.descendingKeySet());
        }

        public NavigableMap<K, V> subMap(K from, boolean fromInclusive, K to, boolean toInclusive) {
            return Collections.unmodifiableNavigableMap(nm.subMap(from, fromInclusive, to, toInclusive));
        }

        public NavigableMap<K, V> headMap(K to, boolean inclusive) {
            return Collections.unmodifiableNavigableMap(nm.headMap(to, inclusive));
        }

        public NavigableMap<K, V> tailMap(K from, boolean inclusive) {
            return Collections.unmodifiableNavigableMap(nm.tailMap(from, inclusive));
        }
    }
}
