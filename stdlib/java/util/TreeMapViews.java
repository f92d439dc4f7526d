package java.util;

import java.util.function.Consumer;

/** Key, value and entry views of {@link TreeMap}, and its iterators and spliterators. */
final class TreeMapViews {
    /** Stands for the key where an unbounded iterator ends. */
    static final Object NO_FENCE = new Object();

    private TreeMapViews() {
    }

    /** Walks from one node towards a fence. */
    abstract static class Walk<K, V, T> implements Iterator<T> {
        private final TreeMap<K, V> map;
        private final boolean descending;
        /** A key, not a node: deletion moves keys between nodes. */
        private final Object fence;
        private TreeMap.Entry<K, V> next;
        private TreeMap.Entry<K, V> last;
        private int expected;

        Walk(TreeMap<K, V> map, boolean descending, TreeMap.Entry<K, V> first, Object fence) {
            this.map = map;
            this.descending = descending;
            this.next = first;
            this.fence = fence;
            this.expected = map.modCount;
        }

        public final boolean hasNext() {
            return next != null && next.key != fence;
        }

        final TreeMap.Entry<K, V> nextNode() {
            TreeMap.Entry<K, V> e = next;
            if (e == null || e.key == fence) {
                throw new NoSuchElementException();
            }
            map.check(expected);
            next = descending ? TreeMap.predecessor(e) : TreeMap.successor(e);
            last = e;
            return e;
        }

        public final void remove() {
            if (last == null) {
                throw new IllegalStateException();
            }
            map.check(expected);
            // The successor's content is about to move into the node that we are at.
            if (!descending && last.left != null && last.right != null) {
                next = last;
            }
            map.delete(last);
            last = null;
            expected = map.modCount;
        }
    }

    static final class Keys<K, V> extends Walk<K, V, K> {
        Keys(TreeMap<K, V> map, boolean descending, TreeMap.Entry<K, V> first, Object fence) {
            super(map, descending, first, fence);
        }

        public K next() {
            return nextNode().key;
        }
    }

    static final class Entries<K, V> extends Walk<K, V, Map.Entry<K, V>> {
        Entries(TreeMap<K, V> map, boolean descending, TreeMap.Entry<K, V> first, Object fence) {
            super(map, descending, first, fence);
        }

        public Map.Entry<K, V> next() {
            return nextNode();
        }
    }

    private static final class ValueWalk<K, V> extends Walk<K, V, V> {
        ValueWalk(TreeMap<K, V> map) {
            super(map, false, map.firstNode(), NO_FENCE);
        }

        public V next() {
            return nextNode().value;
        }
    }

    static <K, V> Iterator<K> keyIterator(NavigableMap<K, V> m) {
        if (m instanceof TreeMap) {
            TreeMap<K, V> t = (TreeMap<K, V>) m;
            return new Keys<K, V>(t, false, t.firstNode(), NO_FENCE);
        }
        return ((TreeSubMap<K, V>) m).keyIterator();
    }

    static final class KeySet<E> extends AbstractSet<E> implements NavigableSet<E> {
        /** A TreeMap or a TreeSubMap. */
        private final NavigableMap<E, ?> m;

        KeySet(NavigableMap<E, ?> map) {
            m = map;
        }

        public Iterator<E> iterator() {
            return keyIterator(m);
        }

        public Iterator<E> descendingIterator() {
            return keyIterator(m.descendingMap());
        }

        public int size() {
            return m.size();
        }

        public boolean isEmpty() {
            return m.isEmpty();
        }

        public boolean contains(Object o) {
            return m.containsKey(o);
        }

        public void clear() {
            m.clear();
        }

        public E lower(E e) {
            return m.lowerKey(e);
        }

        public E floor(E e) {
            return m.floorKey(e);
        }

        public E ceiling(E e) {
            return m.ceilingKey(e);
        }

        public E higher(E e) {
            return m.higherKey(e);
        }

        public E first() {
            return m.firstKey();
        }

        public E last() {
            return m.lastKey();
        }

        public Comparator<? super E> comparator() {
            return m.comparator();
        }

        public E pollFirst() {
            Map.Entry<E, ?> e = m.pollFirstEntry();
            return e == null ? null : e.getKey();
        }

        public E pollLast() {
            Map.Entry<E, ?> e = m.pollLastEntry();
            return e == null ? null : e.getKey();
        }

        public boolean remove(Object o) {
            int before = size();
            m.remove(o);
            return size() != before;
        }

        public NavigableSet<E> subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
            return new KeySet<E>(m.subMap(from, fromInclusive, to, toInclusive));
        }

        public NavigableSet<E> headSet(E to, boolean inclusive) {
            return new KeySet<E>(m.headMap(to, inclusive));
        }

        public NavigableSet<E> tailSet(E from, boolean inclusive) {
            return new KeySet<E>(m.tailMap(from, inclusive));
        }

        public SortedSet<E> subSet(E from, E to) {
            return subSet(from, true, to, false);
        }

        public SortedSet<E> headSet(E to) {
            return headSet(to, false);
        }

        public SortedSet<E> tailSet(E from) {
            return tailSet(from, true);
        }

        public NavigableSet<E> descendingSet() {
            return new KeySet<E>(m.descendingMap());
        }

        public Spliterator<E> spliterator() {
            return keySpliterator(m);
        }
    }

    static final class Values<K, V> extends AbstractCollection<V> {
        private final TreeMap<K, V> map;

        Values(TreeMap<K, V> map) {
            this.map = map;
        }

        public Iterator<V> iterator() {
            return new ValueWalk<K, V>(map);
        }

        public int size() {
            return map.size();
        }

        public boolean contains(Object o) {
            return map.containsValue(o);
        }

        public boolean remove(Object o) {
            for (TreeMap.Entry<K, V> e = map.firstNode(); e != null; e = TreeMap.successor(e)) {
                if (Objects.equals(e.value, o)) {
                    map.delete(e);
                    return true;
                }
            }
            return false;
        }

        public void clear() {
            map.clear();
        }

        public Spliterator<V> spliterator() {
            return new ValueSpliterator<K, V>(map);
        }
    }

    static final class EntrySet<K, V> extends AbstractSet<Map.Entry<K, V>> {
        private final TreeMap<K, V> map;

        EntrySet(TreeMap<K, V> map) {
            this.map = map;
        }

        public Iterator<Map.Entry<K, V>> iterator() {
            return new Entries<K, V>(map, false, map.firstNode(), NO_FENCE);
        }

        private TreeMap.Entry<K, V> find(Object o) {
            if (!(o instanceof Map.Entry)) {
                return null;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            TreeMap.Entry<K, V> mine = map.find(e.getKey());
            return mine != null && Objects.equals(mine.value, e.getValue()) ? mine : null;
        }

        public boolean contains(Object o) {
            return find(o) != null;
        }

        public boolean remove(Object o) {
            TreeMap.Entry<K, V> e = find(o);
            if (e == null) {
                return false;
            }
            map.delete(e);
            return true;
        }

        public int size() {
            return map.size();
        }

        public void clear() {
            map.clear();
        }

        public Spliterator<Map.Entry<K, V>> spliterator() {
            return new EntrySpliterator<K, V>(map);
        }
    }

    static <K, V> Spliterator<K> keySpliterator(NavigableMap<K, V> m) {
        if (m instanceof TreeMap) {
            return new KeySpliterator<K, V>((TreeMap<K, V>) m, false);
        }
        TreeSubMap<K, V> sub = (TreeSubMap<K, V>) m;
        return sub.isWholeDescending() ? new KeySpliterator<K, V>(sub.map, true) : sub.keySpliterator();
    }

    /** Late-binding, over the whole map or the part of it that a split took: from one node to before another. */
    abstract static class TreeSpliterator<K, V, T> implements Spliterator<T> {
        final TreeMap<K, V> map;
        private final boolean descending;
        private boolean bound;
        private boolean part;
        private TreeMap.Entry<K, V> current;
        private TreeMap.Entry<K, V> fence;
        private int estimate;
        private int expected;

        TreeSpliterator(TreeMap<K, V> map, boolean descending) {
            this.map = map;
            this.descending = descending;
        }

        abstract TreeSpliterator<K, V, T> another();

        abstract T view(TreeMap.Entry<K, V> e);

        private void bind() {
            if (!bound) {
                bound = true;
                estimate = map.size;
                expected = map.modCount;
                current = descending ? map.lastNode() : map.firstNode();
            }
        }

        final int sized() {
            return part ? 0 : SIZED;
        }

        private int order(TreeMap.Entry<K, V> a, TreeMap.Entry<K, V> b) {
            int order = map.compare(a.key, b.key);
            return descending ? -order : order;
        }

        private TreeMap.Entry<K, V> after(TreeMap.Entry<K, V> e) {
            return descending ? TreeMap.predecessor(e) : TreeMap.successor(e);
        }

        public final Spliterator<T> trySplit() {
            bind();
            if (current == null || current == fence) {
                return null;
            }
            // The highest node of the tree that lies within our range cuts it best.
            TreeMap.Entry<K, V> mid = map.root();
            while (mid != null) {
                if (order(mid, current) <= 0) {
                    mid = descending ? mid.left : mid.right;
                } else if (fence != null && order(mid, fence) >= 0) {
                    mid = descending ? mid.right : mid.left;
                } else {
                    break;
                }
            }
            if (mid == null) {
                return null;
            }
            TreeSpliterator<K, V, T> prefix = another();
            estimate >>>= 1;
            part = true;
            prefix.bound = true;
            prefix.part = true;
            prefix.current = current;
            prefix.fence = mid;
            prefix.estimate = estimate;
            prefix.expected = expected;
            current = mid;
            return prefix;
        }

        public final void forEachRemaining(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            bind();
            TreeMap.Entry<K, V> e = current;
            if (e != null && e != fence) {
                current = fence;
                do {
                    action.accept(view(e));
                    e = after(e);
                } while (e != null && e != fence);
                map.check(expected);
            }
        }

        public final boolean tryAdvance(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            bind();
            TreeMap.Entry<K, V> e = current;
            if (e == null || e == fence) {
                return false;
            }
            current = after(e);
            action.accept(view(e));
            map.check(expected);
            return true;
        }

        public final long estimateSize() {
            bind();
            return estimate;
        }
    }

    static final class KeySpliterator<K, V> extends TreeSpliterator<K, V, K> {
        private final boolean descending;

        KeySpliterator(TreeMap<K, V> map, boolean descending) {
            super(map, descending);
            this.descending = descending;
        }

        TreeSpliterator<K, V, K> another() {
            return new KeySpliterator<K, V>(map, descending);
        }

        K view(TreeMap.Entry<K, V> e) {
            return e.key;
        }

        public int characteristics() {
            return sized() | DISTINCT | ORDERED | (descending ? 0 : SORTED);
        }

        public Comparator<? super K> getComparator() {
            if (descending) {
                throw new IllegalStateException();
            }
            return map.comparator();
        }
    }

    static final class ValueSpliterator<K, V> extends TreeSpliterator<K, V, V> {
        ValueSpliterator(TreeMap<K, V> map) {
            super(map, false);
        }

        TreeSpliterator<K, V, V> another() {
            return new ValueSpliterator<K, V>(map);
        }

        V view(TreeMap.Entry<K, V> e) {
            return e.value;
        }

        public int characteristics() {
            return sized() | ORDERED;
        }
    }

    static final class EntrySpliterator<K, V> extends TreeSpliterator<K, V, Map.Entry<K, V>> {
        EntrySpliterator(TreeMap<K, V> map) {
            super(map, false);
        }

        TreeSpliterator<K, V, Map.Entry<K, V>> another() {
            return new EntrySpliterator<K, V>(map);
        }

        Map.Entry<K, V> view(TreeMap.Entry<K, V> e) {
            return e;
        }

        public int characteristics() {
            return sized() | DISTINCT | SORTED | ORDERED;
        }

        public Comparator<? super Map.Entry<K, V>> getComparator() {
            return (a, b) -> map.compare(a.getKey(), b.getKey());
        }
    }
}
