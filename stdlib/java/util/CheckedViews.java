package java.util;

import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The views of {@link Collections} that check at run time what type is stored. */
final class CheckedViews {

    private CheckedViews() {
    }

    static class CheckedCollection<E> implements Collection<E>, Serializable {
        final Collection<E> c;
        final Class<E> type;
        private E[] none;

        CheckedCollection(Collection<E> c, Class<E> type) {
            this.c = Objects.requireNonNull(c, "c");
            this.type = Objects.requireNonNull(type, "type");
        }

        @SuppressWarnings("unchecked")
        final E checked(Object o) {
            if (o != null && !type.isInstance(o)) {
                throw new ClassCastException(
                    "Attempt to insert " + o.getClass() + " element into collection with element type " + type);
            }
            return (E) o;
        }

        /** The elements as an array, all checked before the first of them is stored. */
        @SuppressWarnings("unchecked")
        final Collection<E> checkedCopy(Collection<? extends E> other) {
            Object[] a;
            try {
                if (none == null) {
                    none = (E[]) Array.newInstance(type, 0);
                }
                a = other.toArray(none.clone());
                if (a.getClass() != none.getClass()) {
                    a = Arrays.copyOf(a, a.length, none.getClass());
                }
            } catch (ArrayStoreException alien) {
                a = other.toArray().clone();
                for (Object o : a) {
                    checked(o);
                }
            }
            return (Collection<E>) Arrays.asList(a);
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

        public boolean remove(Object o) {
            return c.remove(o);
        }

        public void clear() {
            c.clear();
        }

        public boolean containsAll(Collection<?> other) {
            return c.containsAll(other);
        }

        public boolean removeAll(Collection<?> other) {
            return c.removeAll(other);
        }

        public boolean retainAll(Collection<?> other) {
            return c.retainAll(other);
        }

        public Iterator<E> iterator() {
            final Iterator<E> it = c.iterator();
            return new Iterator<E>() {
                public boolean hasNext() {
                    return it.hasNext();
                }

                public E next() {
                    return it.next();
                }

                public void remove() {
                    it.remove();
                }

                public void forEachRemaining(Consumer<? super E> action) {
                    it.forEachRemaining(action);
                }
            };
        }

        public boolean add(E e) {
            return c.add(checked(e));
        }

        public boolean addAll(Collection<? extends E> other) {
            return c.addAll(checkedCopy(other));
        }

        @Override
        public void forEach(Consumer<? super E> action) {
            c.forEach(action);
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            return c.removeIf(filter);
        }

        @Override
        public Spliterator<E> spliterator() {
            return c.spliterator();
        }
    }

    static class CheckedQueue<E> extends CheckedCollection<E> implements Queue<E> {
        private final Queue<E> queue;

        CheckedQueue(Queue<E> queue, Class<E> type) {
            super(queue, type);
            this.queue = queue;
        }

        public E element() {
            return queue.element();
        }

        public boolean equals(Object o) {
            return o == this || c.equals(o);
        }

        public int hashCode() {
            return c.hashCode();
        }

        public E peek() {
            return queue.peek();
        }

        public E poll() {
            return queue.poll();
        }

        public E remove() {
            return queue.remove();
        }

        public boolean offer(E e) {
            return queue.offer(checked(e));
        }
    }

    static class CheckedSet<E> extends CheckedCollection<E> implements Set<E> {
        CheckedSet(Set<E> s, Class<E> type) {
            super(s, type);
        }

        public boolean equals(Object o) {
            return o == this || c.equals(o);
        }

        public int hashCode() {
            return c.hashCode();
        }
    }

    static class CheckedSortedSet<E> extends CheckedSet<E> implements SortedSet<E> {
        private final SortedSet<E> ss;

        CheckedSortedSet(SortedSet<E> s, Class<E> type) {
            super(s, type);
            ss = s;
        }

        public Comparator<? super E> comparator() {
            return ss.comparator();
        }

        public E first() {
            return ss.first();
        }

        public E last() {
            return ss.last();
        }

        public SortedSet<E> subSet(E from, E to) {
            return Collections.checkedSortedSet(ss.subSet(from, to), type);
        }

        public SortedSet<E> headSet(E to) {
            return Collections.checkedSortedSet(ss.headSet(to), type);
        }

        public SortedSet<E> tailSet(E from) {
            return Collections.checkedSortedSet(ss.tailSet(from), type);
        }
    }

    static class CheckedNavigableSet<E> extends CheckedSortedSet<E> implements NavigableSet<E> {
        private final NavigableSet<E> ns;

        CheckedNavigableSet(NavigableSet<E> s, Class<E> type) {
            super(s, type);
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
            return ns.pollFirst();
        }

        public E pollLast() {
            return ns.pollLast();
        }

        public NavigableSet<E> descendingSet() {
            return Collections.checkedNavigableSet(ns.descendingSet(), type);
        }

        public Iterator<E> descendingIterator() {
            return descendingSet().iterator();
        }

        public NavigableSet<E> subSet(E from, E to) {
            return subSet(from, true, to, false);
        }

        public NavigableSet<E> headSet(E to) {
            return headSet(to, false);
        }

        public NavigableSet<E> tailSet(E from) {
            return tailSet(from, true);
        }

        public NavigableSet<E> subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
            return Collections.checkedNavigableSet(ns.subSet(from, fromInclusive, to, toInclusive), type);
        }

        public NavigableSet<E> headSet(E to, boolean inclusive) {
            return Collections.checkedNavigableSet(ns.headSet(to, inclusive), type);
        }

        public NavigableSet<E> tailSet(E from, boolean inclusive) {
            return Collections.checkedNavigableSet(ns.tailSet(from, inclusive), type);
        }
    }

    static class CheckedList<E> extends CheckedCollection<E> implements List<E> {
        private final List<E> list;

        CheckedList(List<E> list, Class<E> type) {
            super(list, type);
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

        public E remove(int index) {
            return list.remove(index);
        }

        public int indexOf(Object o) {
            return list.indexOf(o);
        }

        public int lastIndexOf(Object o) {
            return list.lastIndexOf(o);
        }

        public E set(int index, E element) {
            return list.set(index, checked(element));
        }

        public void add(int index, E element) {
            list.add(index, checked(element));
        }

        public boolean addAll(int index, Collection<? extends E> other) {
            return list.addAll(index, checkedCopy(other));
        }

        public ListIterator<E> listIterator() {
            return listIterator(0);
        }

        public ListIterator<E> listIterator(int index) {
            final ListIterator<E> it = list.listIterator(index);
            return new ListIterator<E>() {
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
                    it.remove();
                }

                public void set(E e) {
                    it.set(checked(e));
                }

                public void add(E e) {
                    it.add(checked(e));
                }

                public void forEachRemaining(Consumer<? super E> action) {
                    it.forEachRemaining(action);
                }
            };
        }

        public List<E> subList(int from, int to) {
            return Collections.checkedList(list.subList(from, to), type);
        }

        @Override
        public void replaceAll(UnaryOperator<E> operator) {
            Objects.requireNonNull(operator);
            list.replaceAll(e -> checked(operator.apply(e)));
        }

        @Override
        public void sort(Comparator<? super E> order) {
            list.sort(order);
        }
    }

    static class CheckedRandomAccessList<E> extends CheckedList<E> implements RandomAccess {
        CheckedRandomAccessList(List<E> list, Class<E> type) {
            super(list, type);
        }
    }

    static class CheckedMap<K, V> implements Map<K, V>, Serializable {
        private final Map<K, V> m;
        final Class<K> keyType;
        final Class<V> valueType;
        private transient Set<Map.Entry<K, V>> entrySet;

        CheckedMap(Map<K, V> m, Class<K> keyType, Class<V> valueType) {
            this.m = Objects.requireNonNull(m);
            this.keyType = Objects.requireNonNull(keyType);
            this.valueType = Objects.requireNonNull(valueType);
        }

        private void check(Object key, Object value) {
            if (key != null && !keyType.isInstance(key)) {
                throw new ClassCastException(
                    "Attempt to insert " + key.getClass() + " key into map with key type " + keyType);
            }
            checkValue(value);
        }

        private V checkValue(V value, Object unused) {
            checkValue(value);
            return value;
        }

        private void checkValue(Object value) {
            if (value != null && !valueType.isInstance(value)) {
                throw badValue(value, valueType);
            }
        }

        static ClassCastException badValue(Object value, Class<?> type) {
            return new ClassCastException(
                "Attempt to insert " + value.getClass() + " value into map with value type " + type);
        }

        private BiFunction<? super K, ? super V, ? extends V> checking(
                BiFunction<? super K, ? super V, ? extends V> f) {
            Objects.requireNonNull(f);
            return (k, v) -> {
                V made = f.apply(k, v);
                check(k, made);
                return made;
            };
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

        public V remove(Object key) {
            return m.remove(key);
        }

        public void clear() {
            m.clear();
        }

        public Set<K> keySet() {
            return m.keySet();
        }

        public Collection<V> values() {
            return m.values();
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

        public V put(K key, V value) {
            check(key, value);
            return m.put(key, value);
        }

        @SuppressWarnings("unchecked")
        public void putAll(Map<? extends K, ? extends V> other) {
            Object[] entries = other.entrySet().toArray();
            Object[] checked = new Object[entries.length * 2];
            for (int i = 0; i < entries.length; i++) {
                Map.Entry<?, ?> e = (Map.Entry<?, ?>) entries[i];
                Object k = e.getKey();
                Object v = e.getValue();
                check(k, v);
                checked[2 * i] = k;
                checked[2 * i + 1] = v;
            }
            for (int i = 0; i < checked.length; i += 2) {
                m.put((K) checked[i], (V) checked[i + 1]);
            }
        }

        public Set<Map.Entry<K, V>> entrySet() {
            if (entrySet == null) {
                entrySet = new CheckedEntrySet<K, V>(m.entrySet(), valueType);
            }
            return entrySet;
        }

        @Override
        public void forEach(BiConsumer<? super K, ? super V> action) {
            m.forEach(action);
        }

        @Override
        public void replaceAll(BiFunction<? super K, ? super V, ? extends V> f) {
            m.replaceAll(checking(f));
        }

        @Override
        public V putIfAbsent(K key, V value) {
            check(key, value);
            return m.putIfAbsent(key, value);
        }

        @Override
        public boolean remove(Object key, Object value) {
            return m.remove(key, value);
        }

        @Override
        public boolean replace(K key, V oldValue, V newValue) {
            check(key, newValue);
            return m.replace(key, oldValue, newValue);
        }

        @Override
        public V replace(K key, V value) {
            check(key, value);
            return m.replace(key, value);
        }

        @Override
        public V computeIfAbsent(K key, Function<? super K, ? extends V> f) {
            Objects.requireNonNull(f);
            return m.computeIfAbsent(key, k -> {
                V made = f.apply(k);
                check(k, made);
                return made;
            });
        }

        @Override
        public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> f) {
            return m.computeIfPresent(key, checking(f));
        }

        @Override
        public V compute(K key, BiFunction<? super K, ? super V, ? extends V> f) {
            return m.compute(key, checking(f));
        }

        @Override
        public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> f) {
            Objects.requireNonNull(f);
            check(key, value);
            return m.merge(key, value, (a, b) -> checkValue(f.apply(a, b), null));
        }
    }

    /** Entries check the values they are given. */
    static class CheckedEntrySet<K, V> extends AbstractSet<Map.Entry<K, V>> {
        private final Set<Map.Entry<K, V>> s;
        private final Class<V> valueType;

        CheckedEntrySet(Set<Map.Entry<K, V>> s, Class<V> valueType) {
            this.s = s;
            this.valueType = valueType;
        }

        public int size() {
            return s.size();
        }

        public boolean isEmpty() {
            return s.isEmpty();
        }

        public String toString() {
            return s.toString();
        }

        public int hashCode() {
            return s.hashCode();
        }

        public void clear() {
            s.clear();
        }

        public boolean add(Map.Entry<K, V> e) {
            throw new UnsupportedOperationException();
        }

        public boolean addAll(Collection<? extends Map.Entry<K, V>> other) {
            throw new UnsupportedOperationException();
        }

        public Iterator<Map.Entry<K, V>> iterator() {
            final Iterator<Map.Entry<K, V>> it = s.iterator();
            return new Iterator<Map.Entry<K, V>>() {
                public boolean hasNext() {
                    return it.hasNext();
                }

                public Map.Entry<K, V> next() {
                    return new CheckedEntry<K, V>(it.next(), valueType);
                }

                public void remove() {
                    it.remove();
                }
            };
        }

        public boolean contains(Object o) {
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            return s.contains(o instanceof CheckedEntry ? o : new AbstractMap.SimpleImmutableEntry<Object, Object>(
                (Map.Entry<?, ?>) o));
        }

        public boolean remove(Object o) {
            return o instanceof Map.Entry
                && s.remove(new AbstractMap.SimpleImmutableEntry<Object, Object>((Map.Entry<?, ?>) o));
        }
    }

    private static final class CheckedEntry<K, V> implements Map.Entry<K, V> {
        private final Map.Entry<K, V> e;
        private final Class<V> valueType;

        CheckedEntry(Map.Entry<K, V> e, Class<V> valueType) {
            this.e = Objects.requireNonNull(e);
            this.valueType = valueType;
        }

        public K getKey() {
            return e.getKey();
        }

        public V getValue() {
            return e.getValue();
        }

        public V setValue(V value) {
            if (value != null && !valueType.isInstance(value)) {
                throw CheckedMap.badValue(value, valueType);
            }
            return e.setValue(value);
        }

        public int hashCode() {
            return e.hashCode();
        }

        public boolean equals(Object o) {
            return o == this || e.equals(o);
        }

        public String toString() {
            return e.toString();
        }
    }

    static class CheckedSortedMap<K, V> extends CheckedMap<K, V> implements SortedMap<K, V> {
        private final SortedMap<K, V> sm;

        CheckedSortedMap(SortedMap<K, V> m, Class<K> keyType, Class<V> valueType) {
            super(m, keyType, valueType);
            sm = m;
        }

        public Comparator<? super K> comparator() {
            return sm.comparator();
        }

        public K firstKey() {
            return sm.firstKey();
        }

        public K lastKey() {
            return sm.lastKey();
        }

        public SortedMap<K, V> subMap(K from, K to) {
            return Collections.checkedSortedMap(sm.subMap(from, to), keyType, valueType);
        }

        public SortedMap<K, V> headMap(K to) {
            return Collections.checkedSortedMap(sm.headMap(to), keyType, valueType);
        }

        public SortedMap<K, V> tailMap(K from) {
            return Collections.checkedSortedMap(sm.tailMap(from), keyType, valueType);
        }
    }

    static class CheckedNavigableMap<K, V> extends CheckedSortedMap<K, V> implements NavigableMap<K, V> {
        private final NavigableMap<K, V> nm;

        CheckedNavigableMap(NavigableMap<K, V> m, Class<K> keyType, Class<V> valueType) {
            super(m, keyType, valueType);
            nm = m;
        }

        private Map.Entry<K, V> wrap(Map.Entry<K, V> e) {
            return e == null ? null : new CheckedEntry<K, V>(e, valueType);
        }

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
            return wrap(nm.pollFirstEntry());
        }

        public Map.Entry<K, V> pollLastEntry() {
            return wrap(nm.pollLastEntry());
        }

        public NavigableMap<K, V> descendingMap() {
            return Collections.checkedNavigableMap(nm.descendingMap(), keyType, valueType);
        }

        public NavigableSet<K> keySet() {
            return navigableKeySet();
        }

        public NavigableSet<K> navigableKeySet() {
            return Collections.checkedNavigableSet(nm.navigableKeySet(), keyType);
        }

        public NavigableSet<K> descendingKeySet() {
            return Collections.checkedNavigableSet(nm.descendingKeySet(), keyType);
        }

        public NavigableMap<K, V> subMap(K from, K to) {
            return subMap(from, true, to, false);
        }

        public NavigableMap<K, V> headMap(K to) {
            return headMap(to, false);
        }

        public NavigableMap<K, V> tailMap(K from) {
            return tailMap(from, true);
        }

        public NavigableMap<K, V> subMap(K from, boolean fromInclusive, K to, boolean toInclusive) {
            return Collections.checkedNavigableMap(
                nm.subMap(from, fromInclusive, to, toInclusive), keyType, valueType);
        }

        public NavigableMap<K, V> headMap(K to, boolean inclusive) {
            return Collections.checkedNavigableMap(nm.headMap(to, inclusive), keyType, valueType);
        }

        public NavigableMap<K, V> tailMap(K from, boolean inclusive) {
            return Collections.checkedNavigableMap(nm.tailMap(from, inclusive), keyType, valueType);
        }
    }
}
