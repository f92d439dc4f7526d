package java.util;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** A live part of a {@link TreeMap}, upwards or downwards. */
final class TreeSubMap<K, V> extends AbstractMap<K, V> implements NavigableMap<K, V>, java.io.Serializable {
    final TreeMap<K, V> map;
    private final boolean descending;
    private final boolean fromStart;
    private final K low;
    private final boolean lowInclusive;
    private final boolean toEnd;
    private final K high;
    private final boolean highInclusive;
    private transient NavigableMap<K, V> descendingMap;
    private transient Set<Map.Entry<K, V>> entrySet;
    private transient NavigableSet<K> navigableKeySet;

    TreeSubMap(TreeMap<K, V> map, boolean descending, boolean fromStart, K low, boolean lowInclusive,
            boolean toEnd, K high, boolean highInclusive) {
        if (!fromStart && !toEnd) {
            if (map.compare(low, high) > 0) {
                throw new IllegalArgumentException("fromKey > toKey");
            }
        } else {
            // Finds out whether the bound can be compared at all.
            if (!fromStart) {
                map.compare(low, low);
            }
            if (!toEnd) {
                map.compare(high, high);
            }
        }
        this.map = map;
        this.descending = descending;
        this.fromStart = fromStart;
        this.low = low;
        this.lowInclusive = lowInclusive;
        this.toEnd = toEnd;
        this.high = high;
        this.highInclusive = highInclusive;
    }

    boolean isWholeDescending() {
        return map.isDescendingView(this);
    }

    private boolean tooLow(Object key) {
        if (fromStart) {
            return false;
        }
        int order = map.compare(key, low);
        return order < 0 || (order == 0 && !lowInclusive);
    }

    private boolean tooHigh(Object key) {
        if (toEnd) {
            return false;
        }
        int order = map.compare(key, high);
        return order > 0 || (order == 0 && !highInclusive);
    }

    private boolean inRange(Object key) {
        return !tooLow(key) && !tooHigh(key);
    }

    /** Says whether a bound of a smaller part lies within ours. */
    private boolean boundInRange(Object key, boolean inclusive) {
        return inclusive ? inRange(key)
            : (fromStart || map.compare(key, low) >= 0) && (toEnd || map.compare(high, key) >= 0);
    }

    // Nodes by the tree's own order: those outside the range are null.

    private TreeMap.Entry<K, V> lowest() {
        TreeMap.Entry<K, V> e = fromStart ? map.firstNode() : map.above(low, lowInclusive);
        return e == null || tooHigh(e.key) ? null : e;
    }

    private TreeMap.Entry<K, V> highest() {
        TreeMap.Entry<K, V> e = toEnd ? map.lastNode() : map.below(high, highInclusive);
        return e == null || tooLow(e.key) ? null : e;
    }

    private TreeMap.Entry<K, V> above(K key, boolean orEqual) {
        if (tooLow(key)) {
            return lowest();
        }
        TreeMap.Entry<K, V> e = map.above(key, orEqual);
        return e == null || tooHigh(e.key) ? null : e;
    }

    private TreeMap.Entry<K, V> below(K key, boolean orEqual) {
        if (tooHigh(key)) {
            return highest();
        }
        TreeMap.Entry<K, V> e = map.below(key, orEqual);
        return e == null || tooLow(e.key) ? null : e;
    }

    private TreeMap.Entry<K, V> first() {
        return descending ? highest() : lowest();
    }

    private TreeMap.Entry<K, V> last() {
        return descending ? lowest() : highest();
    }

    private TreeMap.Entry<K, V> before(K key, boolean orEqual) {
        return descending ? above(key, orEqual) : below(key, orEqual);
    }

    private TreeMap.Entry<K, V> after(K key, boolean orEqual) {
        return descending ? below(key, orEqual) : above(key, orEqual);
    }

    /** The key at which an iterator must stop. */
    private Object fence() {
        TreeMap.Entry<K, V> e;
        if (descending) {
            e = fromStart ? null : map.below(low, !lowInclusive);
        } else {
            e = toEnd ? null : map.above(high, !highInclusive);
        }
        return e == null ? TreeMapViews.NO_FENCE : e.key;
    }

    Iterator<K> keyIterator() {
        return new TreeMapViews.Keys<K, V>(map, descending, first(), fence());
    }

    public boolean isEmpty() {
        return fromStart && toEnd ? map.isEmpty() : entrySet().isEmpty();
    }

    public int size() {
        return fromStart && toEnd ? map.size() : entrySet().size();
    }

    public boolean containsKey(Object key) {
        return inRange(key) && map.containsKey(key);
    }

    public V put(K key, V value) {
        requireInRange(key);
        return map.put(key, value);
    }

    private void requireInRange(K key) {
        if (!inRange(key)) {
            throw outOfRange();
        }
    }

    private static IllegalArgumentException outOfRange() {
        return new IllegalArgumentException("key out of range");
    }

    public V putIfAbsent(K key, V value) {
        requireInRange(key);
        return map.putIfAbsent(key, value);
    }

    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        requireInRange(key);
        return map.merge(key, value, remappingFunction);
    }

    public V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        if (!inRange(key)) {
            // No harm is done as long as nothing would be stored.
            if (mappingFunction.apply(key) == null) {
                return null;
            }
            throw outOfRange();
        }
        return map.computeIfAbsent(key, mappingFunction);
    }

    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        if (!inRange(key)) {
            if (remappingFunction.apply(key, null) == null) {
                return null;
            }
            throw outOfRange();
        }
        return map.compute(key, remappingFunction);
    }

    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        return inRange(key) ? map.computeIfPresent(key, remappingFunction) : null;
    }

    public V get(Object key) {
        return inRange(key) ? map.get(key) : null;
    }

    public V remove(Object key) {
        return inRange(key) ? map.remove(key) : null;
    }

    public Comparator<? super K> comparator() {
        return descending ? Collections.reverseOrder(map.comparator()) : map.comparator();
    }

    public Map.Entry<K, V> ceilingEntry(K key) {
        return TreeMap.snapshot(after(key, true));
    }

    public K ceilingKey(K key) {
        return TreeMap.keyOrNull(after(key, true));
    }

    public Map.Entry<K, V> higherEntry(K key) {
        return TreeMap.snapshot(after(key, false));
    }

    public K higherKey(K key) {
        return TreeMap.keyOrNull(after(key, false));
    }

    public Map.Entry<K, V> floorEntry(K key) {
        return TreeMap.snapshot(before(key, true));
    }

    public K floorKey(K key) {
        return TreeMap.keyOrNull(before(key, true));
    }

    public Map.Entry<K, V> lowerEntry(K key) {
        return TreeMap.snapshot(before(key, false));
    }

    public K lowerKey(K key) {
        return TreeMap.keyOrNull(before(key, false));
    }

    public K firstKey() {
        return TreeMap.key(first());
    }

    public K lastKey() {
        return TreeMap.key(last());
    }

    public Map.Entry<K, V> firstEntry() {
        return TreeMap.snapshot(first());
    }

    public Map.Entry<K, V> lastEntry() {
        return TreeMap.snapshot(last());
    }

    private Map.Entry<K, V> poll(TreeMap.Entry<K, V> e) {
        Map.Entry<K, V> result = TreeMap.snapshot(e);
        if (e != null) {
            map.delete(e);
        }
        return result;
    }

    public Map.Entry<K, V> pollFirstEntry() {
        return poll(first());
    }

    public Map.Entry<K, V> pollLastEntry() {
        return poll(last());
    }

    public NavigableSet<K> navigableKeySet() {
        NavigableSet<K> view = navigableKeySet;
        if (view == null) {
            view = new TreeMapViews.KeySet<K>(this);
            navigableKeySet = view;
        }
        return view;
    }

    public Set<K> keySet() {
        return navigableKeySet();
    }

    public NavigableSet<K> descendingKeySet() {
        return descendingMap().navigableKeySet();
    }

    public NavigableMap<K, V> descendingMap() {
        NavigableMap<K, V> view = descendingMap;
        if (view == null) {
            view = new TreeSubMap<K, V>(
                map, !descending, fromStart, low, lowInclusive, toEnd, high, highInclusive);
            descendingMap = view;
        }
        return view;
    }

    private void requireBound(K key, boolean inclusive, String message) {
        if (!boundInRange(key, inclusive)) {
            throw new IllegalArgumentException(message);
        }
    }

    public NavigableMap<K, V> subMap(K fromKey, boolean fromInclusive, K toKey, boolean toInclusive) {
        requireBound(fromKey, fromInclusive, "fromKey out of range");
        requireBound(toKey, toInclusive, "toKey out of range");
        return descending
            ? new TreeSubMap<K, V>(map, true, false, toKey, toInclusive, false, fromKey, fromInclusive)
            : new TreeSubMap<K, V>(map, false, false, fromKey, fromInclusive, false, toKey, toInclusive);
    }

    public NavigableMap<K, V> headMap(K toKey, boolean inclusive) {
        requireBound(toKey, inclusive, "toKey out of range");
        return descending
            ? new TreeSubMap<K, V>(map, true, false, toKey, inclusive, toEnd, high, highInclusive)
            : new TreeSubMap<K, V>(map, false, fromStart, low, lowInclusive, false, toKey, inclusive);
    }

    public NavigableMap<K, V> tailMap(K fromKey, boolean inclusive) {
        requireBound(fromKey, inclusive, "fromKey out of range");
        return descending
            ? new TreeSubMap<K, V>(map, true, fromStart, low, lowInclusive, false, fromKey, inclusive)
            : new TreeSubMap<K, V>(map, false, false, fromKey, inclusive, toEnd, high, highInclusive);
    }

    public SortedMap<K, V> subMap(K fromKey, K toKey) {
        return subMap(fromKey, true, toKey, false);
    }

    public SortedMap<K, V> headMap(K toKey) {
        return headMap(toKey, false);
    }

    public SortedMap<K, V> tailMap(K fromKey) {
        return tailMap(fromKey, true);
    }

    public Set<Map.Entry<K, V>> entrySet() {
        Set<Map.Entry<K, V>> view = entrySet;
        if (view == null) {
            view = new EntrySetView();
            entrySet = view;
        }
        return view;
    }

    private final class EntrySetView extends AbstractSet<Map.Entry<K, V>> {
        private int counted = -1;
        private int countedAt;

        public int size() {
            if (fromStart && toEnd) {
                return map.size();
            }
            if (counted < 0 || countedAt != map.modCount) {
                countedAt = map.modCount;
                int n = 0;
                Iterator<?> it = iterator();
                while (it.hasNext()) {
                    n++;
                    it.next();
                }
                counted = n;
            }
            return counted;
        }

        public boolean isEmpty() {
            return lowest() == null;
        }

        public Iterator<Map.Entry<K, V>> iterator() {
            return new TreeMapViews.Entries<K, V>(map, descending, first(), fence());
        }

        private TreeMap.Entry<K, V> find(Object o) {
            if (!(o instanceof Map.Entry)) {
                return null;
            }
            Map.Entry<?, ?> e = (Map.Entry<?, ?>) o;
            if (!inRange(e.getKey())) {
                return null;
            }
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
    }

    /** Its size is not known without a walk, so it says nothing of it. */
    Spliterator<K> keySpliterator() {
        return new Spliterator<K>() {
            private Iterator<K> it;

            private Iterator<K> bind() {
                if (it == null) {
                    it = keyIterator();
                }
                return it;
            }

            public Spliterator<K> trySplit() {
                return null;
            }

            public boolean tryAdvance(Consumer<? super K> action) {
                Objects.requireNonNull(action);
                if (!bind().hasNext()) {
                    return false;
                }
                action.accept(it.next());
                return true;
            }

            public void forEachRemaining(Consumer<? super K> action) {
                bind().forEachRemaining(action);
            }

            public long estimateSize() {
                return Long.MAX_VALUE;
            }

            public int characteristics() {
                return DISTINCT | ORDERED | (descending ? 0 : SORTED);
            }

            public Comparator<? super K> getComparator() {
                if (descending) {
                    throw new IllegalStateException();
                }
                return map.comparator();
            }
        };
    }
}
