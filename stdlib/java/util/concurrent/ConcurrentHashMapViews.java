package java.util.concurrent;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Views, iterators and spliterators of {@link ConcurrentHashMap}: they never fail, and may or may not see later changes. */
final class ConcurrentHashMapViews {

    private ConcurrentHashMapViews() {
    }

    static final class MapEntry<K, V> implements Map.Entry<K, V> {
        private final K key;
        private V value;
        private final ConcurrentHashMap<K, V> map;

        MapEntry(K key, V value, ConcurrentHashMap<K, V> map) {
            this.key = key;
            this.value = value;
            this.map = map;
        }

        public K getKey() {
            return key;
        }

        public V getValue() {
            return value;
        }

        public int hashCode() {
            return key.hashCode() ^ value.hashCode();
        }

        public String toString() {
            return key + "=" + value;
        }

        public boolean equals(Object o) {
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            return key.equals(e.getKey()) && value.equals(e.getValue());
        }

        public V setValue(V value) {
            if (value == null) {
                throw new NullPointerException();
            }
            V old = this.value;
            this.value = value;
            map.put(key, value);
            return old;
        }
    }

    abstract static class MapIterator<K, V> {
        final ConcurrentHashMap<K, V> map;
        private final ConcurrentHashMap.Walk<K, V> walk;
        private ConcurrentHashMap.Node<K, V> next;
        private ConcurrentHashMap.Node<K, V> last;

        MapIterator(ConcurrentHashMap<K, V> map) {
            this.map = map;
            walk = new ConcurrentHashMap.Walk<K, V>(map.table);
            next = walk.next();
        }

        public final boolean hasNext() {
            return next != null;
        }

        public final boolean hasMoreElements() {
            return next != null;
        }

        final ConcurrentHashMap.Node<K, V> nextNode() {
            ConcurrentHashMap.Node<K, V> e = next;
            if (e == null) {
                throw new NoSuchElementException();
            }
            last = e;
            next = walk.next();
            return e;
        }

        public final void remove() {
            if (last == null) {
                throw new IllegalStateException();
            }
            map.replaceNode(last.key, null, null);
            last = null;
        }
    }

    static final class KeyIterator<K, V> extends MapIterator<K, V> implements Iterator<K>, Enumeration<K> {
        KeyIterator(ConcurrentHashMap<K, V> map) {
            super(map);
        }

        public K next() {
            return nextNode().key;
        }

        public K nextElement() {
            return next();
        }
    }

    static final class ValueIterator<K, V> extends MapIterator<K, V> implements Iterator<V>, Enumeration<V> {
        ValueIterator(ConcurrentHashMap<K, V> map) {
            super(map);
        }

        public V next() {
            return nextNode().value;
        }

        public V nextElement() {
            return next();
        }
    }

    static final class EntryIterator<K, V> extends MapIterator<K, V> implements Iterator<Map.Entry<K, V>> {
        EntryIterator(ConcurrentHashMap<K, V> map) {
            super(map);
        }

        public Map.Entry<K, V> next() {
            return nextNode().snapshot(map);
        }
    }

    abstract static class MapSpliterator<K, V, T> implements Spliterator<T> {
        final ConcurrentHashMap<K, V> map;
        private final ConcurrentHashMap.Walk<K, V> walk;
        private long estimate;

        MapSpliterator(ConcurrentHashMap<K, V> map) {
            this(map, new ConcurrentHashMap.Walk<K, V>(map.table), map.mappingCount());
        }

        MapSpliterator(ConcurrentHashMap<K, V> map, ConcurrentHashMap.Walk<K, V> walk, long estimate) {
            this.map = map;
            this.walk = walk;
            this.estimate = estimate;
        }

        abstract Spliterator<T> part(ConcurrentHashMap.Walk<K, V> walk, long estimate);

        abstract T view(ConcurrentHashMap.Node<K, V> e);

        public final Spliterator<T> trySplit() {
            ConcurrentHashMap.Walk<K, V> front = walk.split();
            if (front == null) {
                return null;
            }
            estimate >>>= 1;
            return part(front, estimate);
        }

        public final void forEachRemaining(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            for (ConcurrentHashMap.Node<K, V> e = walk.next(); e != null; e = walk.next()) {
                action.accept(view(e));
            }
        }

        public final boolean tryAdvance(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            ConcurrentHashMap.Node<K, V> e = walk.next();
            if (e == null) {
                return false;
            }
            action.accept(view(e));
            return true;
        }

        public final long estimateSize() {
            return estimate;
        }

        public int characteristics() {
            return DISTINCT | CONCURRENT | NONNULL;
        }
    }

    static final class KeySpliterator<K, V> extends MapSpliterator<K, V, K> {
        KeySpliterator(ConcurrentHashMap<K, V> map) {
            super(map);
        }

        private KeySpliterator(ConcurrentHashMap<K, V> map, ConcurrentHashMap.Walk<K, V> walk, long estimate) {
            super(map, walk, estimate);
        }

        Spliterator<K> part(ConcurrentHashMap.Walk<K, V> walk, long estimate) {
            return new KeySpliterator<K, V>(map, walk, estimate);
        }

        K view(ConcurrentHashMap.Node<K, V> e) {
            return e.key;
        }
    }

    static final class ValueSpliterator<K, V> extends MapSpliterator<K, V, V> {
        ValueSpliterator(ConcurrentHashMap<K, V> map) {
            super(map);
        }

        private ValueSpliterator(ConcurrentHashMap<K, V> map, ConcurrentHashMap.Walk<K, V> walk, long estimate) {
            super(map, walk, estimate);
        }

        Spliterator<V> part(ConcurrentHashMap.Walk<K, V> walk, long estimate) {
            return new ValueSpliterator<K, V>(map, walk, estimate);
        }

        V view(ConcurrentHashMap.Node<K, V> e) {
            return e.value;
        }

        public int characteristics() {
            return CONCURRENT | NONNULL;
        }
    }

    static final class EntrySpliterator<K, V> extends MapSpliterator<K, V, Map.Entry<K, V>> {
        EntrySpliterator(ConcurrentHashMap<K, V> map) {
            super(map);
        }

        private EntrySpliterator(ConcurrentHashMap<K, V> map, ConcurrentHashMap.Walk<K, V> walk, long estimate) {
            super(map, walk, estimate);
        }

        Spliterator<Map.Entry<K, V>> part(ConcurrentHashMap.Walk<K, V> walk, long estimate) {
            return new EntrySpliterator<K, V>(map, walk, estimate);
        }

        Map.Entry<K, V> view(ConcurrentHashMap.Node<K, V> e) {
            return e.snapshot(map);
        }
    }

    abstract static class CollectionView<K, V, E> implements Collection<E>, Serializable {
        final ConcurrentHashMap<K, V> map;

        CollectionView(ConcurrentHashMap<K, V> map) {
            this.map = map;
        }

        public final void clear() {
            map.clear();
        }

        public final int size() {
            return map.size();
        }

        public final boolean isEmpty() {
            return map.isEmpty();
        }

        public abstract Iterator<E> iterator();

        public abstract boolean contains(Object o);

        public abstract boolean remove(Object o);

        private ArrayList<E> copy() {
            ArrayList<E> list = new ArrayList<>(size());
            for (E e : this) {
                list.add(e);
            }
            return list;
        }

        public final Object[] toArray() {
            return copy().toArray();
        }

        public final <T> T[] toArray(T[] a) {
            return copy().toArray(a);
        }

        public final String toString() {
            StringBuilder sb = new StringBuilder();
            sb.append('[');
            Iterator<E> it = iterator();
            if (it.hasNext()) {
                while (true) {
                    Object e = it.next();
                    sb.append(e == this ? "(this Collection)" : e);
                    if (!it.hasNext()) {
                        break;
                    }
                    sb.append(',').append(' ');
                }
            }
            return sb.append(']').toString();
        }

        public final boolean containsAll(Collection<?> c) {
            if (c != this) {
                for (Object e : c) {
                    if (e == null || !contains(e)) {
                        return false;
                    }
                }
            }
            return true;
        }

        public boolean removeAll(Collection<?> c) {
            Objects.requireNonNull(c);
            boolean changed = false;
            if (c instanceof Set && c.size() > size() || !(c instanceof Set)) {
                for (Iterator<?> it = iterator(); it.hasNext(); ) {
                    if (c.contains(it.next())) {
                        it.remove();
                        changed = true;
                    }
                }
            } else {
                for (Object e : c) {
                    changed |= remove(e);
                }
            }
            return changed;
        }

        public final boolean retainAll(Collection<?> c) {
            Objects.requireNonNull(c);
            boolean changed = false;
            for (Iterator<E> it = iterator(); it.hasNext(); ) {
                if (!c.contains(it.next())) {
                    it.remove();
                    changed = true;
                }
            }
            return changed;
        }
    }

    static final class ValuesView<K, V> extends CollectionView<K, V, V> {
        ValuesView(ConcurrentHashMap<K, V> map) {
            super(map);
        }

        public boolean contains(Object o) {
            return map.containsValue(o);
        }

        public boolean remove(Object o) {
            if (o != null) {
                for (Iterator<V> it = iterator(); it.hasNext(); ) {
                    if (o.equals(it.next())) {
                        it.remove();
                        return true;
                    }
                }
            }
            return false;
        }

        public Iterator<V> iterator() {
            return new ValueIterator<K, V>(map);
        }

        public boolean add(V e) {
            throw new UnsupportedOperationException();
        }

        public boolean addAll(Collection<? extends V> c) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean removeAll(Collection<?> c) {
            Objects.requireNonNull(c);
            boolean changed = false;
            for (Iterator<V> it = iterator(); it.hasNext(); ) {
                if (c.contains(it.next())) {
                    it.remove();
                    changed = true;
                }
            }
            return changed;
        }

        public boolean removeIf(Predicate<? super V> filter) {
            Objects.requireNonNull(filter);
            boolean changed = false;
            ConcurrentHashMap.Walk<K, V> walk = new ConcurrentHashMap.Walk<K, V>(map.table);
            for (ConcurrentHashMap.Node<K, V> e = walk.next(); e != null; e = walk.next()) {
                V v = e.value;
                changed |= filter.test(v) && map.replaceNode(e.key, null, v) != null;
            }
            return changed;
        }

        public Spliterator<V> spliterator() {
            return new ValueSpliterator<K, V>(map);
        }

        public void forEach(Consumer<? super V> action) {
            map.forEachValue(Long.MAX_VALUE, action);
        }
    }

    static final class EntrySetView<K, V> extends CollectionView<K, V, Map.Entry<K, V>>
            implements Set<Map.Entry<K, V>> {
        EntrySetView(ConcurrentHashMap<K, V> map) {
            super(map);
        }

        public boolean contains(Object o) {
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            Object k = e.getKey();
            Object v = e.getValue();
            if (k == null || v == null) {
                return false;
            }
            V mine = map.get(k);
            return mine != null && (v == mine || v.equals(mine));
        }

        public boolean remove(Object o) {
            if (!(o instanceof Map.Entry)) {
                return false;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            return e.getKey() != null && e.getValue() != null && map.remove(e.getKey(), e.getValue());
        }

        public Iterator<Map.Entry<K, V>> iterator() {
            return new EntryIterator<K, V>(map);
        }

        public boolean add(Map.Entry<K, V> e) {
            return map.put(e.getKey(), e.getValue()) == null;
        }

        public boolean addAll(Collection<? extends Map.Entry<K, V>> c) {
            boolean changed = false;
            for (Map.Entry<K, V> e : c) {
                changed |= add(e);
            }
            return changed;
        }

        public boolean removeIf(Predicate<? super Map.Entry<K, V>> filter) {
            Objects.requireNonNull(filter);
            boolean changed = false;
            ConcurrentHashMap.Walk<K, V> walk = new ConcurrentHashMap.Walk<K, V>(map.table);
            for (ConcurrentHashMap.Node<K, V> e = walk.next(); e != null; e = walk.next()) {
                Map.Entry<K, V> snapshot = new java.util.AbstractMap.SimpleImmutableEntry<K, V>(e.key, e.value);
                changed |= filter.test(snapshot)
                    && map.replaceNode(e.key, null, snapshot.getValue()) != null;
            }
            return changed;
        }

        public int hashCode() {
            int h = 0;
            for (Map.Entry<K, V> e : this) {
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

        public Spliterator<Map.Entry<K, V>> spliterator() {
            return new EntrySpliterator<K, V>(map);
        }

        public void forEach(Consumer<? super Map.Entry<K, V>> action) {
            map.forEachEntry(Long.MAX_VALUE, action);
        }
    }
}
