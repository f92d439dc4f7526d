package java.util;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A sorted map in a red-black tree. */
public class TreeMap<K, V> extends AbstractMap<K, V>
        implements NavigableMap<K, V>, Cloneable, java.io.Serializable {
    private static final boolean RED = false;
    private static final boolean BLACK = true;

    static final class Entry<K, V> implements Map.Entry<K, V> {
        K key;
        V value;
        Entry<K, V> left;
        Entry<K, V> right;
        Entry<K, V> parent;
        boolean color = BLACK;

        Entry(K key, V value, Entry<K, V> parent) {
            this.key = key;
            this.value = value;
            this.parent = parent;
        }

        public K getKey() {
            return key;
        }

        public V getValue() {
            return value;
        }

        public V setValue(V value) {
            V old = this.value;
            this.value = value;
            return old;
        }

        public boolean equals(Object o) {
            return entryEquals(key, value, o);
        }

        public int hashCode() {
            return entryHash(key, value);
        }

        public String toString() {
            return key + "=" + value;
        }
    }

    private final Comparator<? super K> comparator;
    private transient Entry<K, V> root;
    transient int size;
    transient int modCount;
    private transient Set<Map.Entry<K, V>> entrySet;
    private transient NavigableSet<K> navigableKeySet;
    private transient NavigableMap<K, V> descendingMap;

    public TreeMap() {
        comparator = null;
    }

    public TreeMap(Comparator<? super K> comparator) {
        this.comparator = comparator;
    }

    public TreeMap(Map<? extends K, ? extends V> m) {
        comparator = null;
        putAll(m);
    }

    public TreeMap(SortedMap<K, ? extends V> m) {
        comparator = m.comparator();
        putAll(m);
    }

    @SuppressWarnings("unchecked")
    final int compare(Object k1, Object k2) {
        return comparator == null ? ((Comparable<? super K>) k1).compareTo((K) k2) : comparator.compare((K) k1, (K) k2);
    }

    final void check(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    // Searching.

    @SuppressWarnings("unchecked")
    final Entry<K, V> find(Object key) {
        Entry<K, V> p = root;
        if (comparator == null) {
            Objects.requireNonNull(key);
            Comparable<? super K> k = (Comparable<? super K>) key;
            while (p != null) {
                int order = k.compareTo(p.key);
                if (order == 0) {
                    return p;
                }
                p = order < 0 ? p.left : p.right;
            }
            return null;
        }
        Comparator<? super K> c = comparator;
        K k = (K) key;
        while (p != null) {
            int order = c.compare(k, p.key);
            if (order == 0) {
                return p;
            }
            p = order < 0 ? p.left : p.right;
        }
        return null;
    }

    /** The least entry that is greater than key, or also equal if {@code orEqual}. */
    final Entry<K, V> above(K key, boolean orEqual) {
        Entry<K, V> p = root;
        Entry<K, V> best = null;
        while (p != null) {
            int order = compare(key, p.key);
            if (order < 0) {
                best = p;
                p = p.left;
            } else if (order == 0 && orEqual) {
                return p;
            } else {
                p = p.right;
            }
        }
        return best;
    }

    /** The greatest entry that is less than key, or also equal if {@code orEqual}. */
    final Entry<K, V> below(K key, boolean orEqual) {
        Entry<K, V> p = root;
        Entry<K, V> best = null;
        while (p != null) {
            int order = compare(key, p.key);
            if (order > 0) {
                best = p;
                p = p.right;
            } else if (order == 0 && orEqual) {
                return p;
            } else {
                p = p.left;
            }
        }
        return best;
    }

    final Entry<K, V> root() {
        return root;
    }

    final Entry<K, V> firstNode() {
        Entry<K, V> p = root;
        if (p != null) {
            while (p.left != null) {
                p = p.left;
            }
        }
        return p;
    }

    final Entry<K, V> lastNode() {
        Entry<K, V> p = root;
        if (p != null) {
            while (p.right != null) {
                p = p.right;
            }
        }
        return p;
    }

    static <K, V> Entry<K, V> successor(Entry<K, V> e) {
        if (e == null) {
            return null;
        }
        Entry<K, V> p = e.right;
        if (p != null) {
            while (p.left != null) {
                p = p.left;
            }
            return p;
        }
        p = e.parent;
        while (p != null && e == p.right) {
            e = p;
            p = p.parent;
        }
        return p;
    }

    static <K, V> Entry<K, V> predecessor(Entry<K, V> e) {
        if (e == null) {
            return null;
        }
        Entry<K, V> p = e.left;
        if (p != null) {
            while (p.right != null) {
                p = p.right;
            }
            return p;
        }
        p = e.parent;
        while (p != null && e == p.left) {
            e = p;
            p = p.parent;
        }
        return p;
    }

    static <K, V> Map.Entry<K, V> snapshot(Entry<K, V> e) {
        return e == null ? null : new SimpleImmutableEntry<K, V>(e);
    }

    static <K, V> K keyOrNull(Entry<K, V> e) {
        return e == null ? null : e.key;
    }

    static <K> K key(Entry<K, ?> e) {
        if (e == null) {
            throw new NoSuchElementException();
        }
        return e.key;
    }

    public int size() {
        return size;
    }

    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    public boolean containsValue(Object value) {
        for (Entry<K, V> e = firstNode(); e != null; e = successor(e)) {
            if (Objects.equals(value, e.value)) {
                return true;
            }
        }
        return false;
    }

    public V get(Object key) {
        Entry<K, V> e = find(key);
        return e == null ? null : e.value;
    }

    public Comparator<? super K> comparator() {
        return comparator;
    }

    public K firstKey() {
        return key(firstNode());
    }

    public K lastKey() {
        return key(lastNode());
    }

    public void putAll(Map<? extends K, ? extends V> map) {
        super.putAll(map);
    }

    // Changing.

    public V put(K key, V value) {
        return put(key, value, true);
    }

    @Override
    public V putIfAbsent(K key, V value) {
        return put(key, value, false);
    }

    @SuppressWarnings("unchecked")
    private V put(K key, V value, boolean replace) {
        Entry<K, V> p = root;
        if (p == null) {
            // Also says at once when the key cannot be compared.
            compare(key, key);
            root = new Entry<K, V>(key, value, null);
            size = 1;
            modCount++;
            return null;
        }
        Entry<K, V> parent;
        int order;
        if (comparator == null) {
            Objects.requireNonNull(key);
            Comparable<? super K> k = (Comparable<? super K>) key;
            do {
                parent = p;
                order = k.compareTo(p.key);
                if (order == 0) {
                    return present(p, value, replace);
                }
                p = order < 0 ? p.left : p.right;
            } while (p != null);
        } else {
            Comparator<? super K> c = comparator;
            do {
                parent = p;
                order = c.compare(key, p.key);
                if (order == 0) {
                    return present(p, value, replace);
                }
                p = order < 0 ? p.left : p.right;
            } while (p != null);
        }
        link(key, value, parent, order < 0);
        return null;
    }

    private V present(Entry<K, V> e, V value, boolean replace) {
        V old = e.value;
        if (replace || old == null) {
            e.value = value;
        }
        return old;
    }

    private void link(K key, V value, Entry<K, V> parent, boolean left) {
        Entry<K, V> e = new Entry<K, V>(key, value, parent);
        if (left) {
            parent.left = e;
        } else {
            parent.right = e;
        }
        afterInsertion(e);
        size++;
        modCount++;
    }

    private void insert(K key, V value) {
        Entry<K, V> p = root;
        if (p == null) {
            put(key, value, true);
            return;
        }
        while (true) {
            boolean left = compare(key, p.key) < 0;
            Entry<K, V> next = left ? p.left : p.right;
            if (next == null) {
                link(key, value, p, left);
                return;
            }
            p = next;
        }
    }

    @Override
    public V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        Objects.requireNonNull(mappingFunction);
        Entry<K, V> e = root == null ? null : find(key);
        if (e != null && e.value != null) {
            return e.value;
        }
        int expected = modCount;
        V v = mappingFunction.apply(key);
        check(expected);
        if (v != null) {
            if (e != null) {
                e.value = v;
            } else {
                insert(key, v);
            }
        }
        return v;
    }

    @Override
    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Entry<K, V> e = find(key);
        if (e == null || e.value == null) {
            return null;
        }
        int expected = modCount;
        V v = remappingFunction.apply(key, e.value);
        check(expected);
        return store(e, v);
    }

    private V store(Entry<K, V> e, V v) {
        if (v == null) {
            delete(e);
        } else {
            e.value = v;
        }
        return v;
    }

    @Override
    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Entry<K, V> e = root == null ? null : find(key);
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
    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Objects.requireNonNull(value);
        Entry<K, V> e = root == null ? null : find(key);
        if (e == null) {
            insert(key, value);
            return value;
        }
        V v = value;
        if (e.value != null) {
            int expected = modCount;
            v = remappingFunction.apply(e.value, value);
            check(expected);
        }
        return store(e, v);
    }

    public V remove(Object key) {
        Entry<K, V> e = find(key);
        if (e == null) {
            return null;
        }
        V old = e.value;
        delete(e);
        return old;
    }

    public void clear() {
        modCount++;
        size = 0;
        root = null;
    }

    @SuppressWarnings("unchecked")
    public Object clone() {
        TreeMap<K, V> copy;
        try {
            copy = (TreeMap<K, V>) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
        copy.modCount = 0;
        copy.entrySet = null;
        copy.navigableKeySet = null;
        copy.descendingMap = null;
        copy.root = copyTree(root, null);
        return copy;
    }

    private static <K, V> Entry<K, V> copyTree(Entry<K, V> e, Entry<K, V> parent) {
        if (e == null) {
            return null;
        }
        Entry<K, V> copy = new Entry<K, V>(e.key, e.value, parent);
        copy.color = e.color;
        copy.left = copyTree(e.left, copy);
        copy.right = copyTree(e.right, copy);
        return copy;
    }

    // Navigation.

    public Map.Entry<K, V> firstEntry() {
        return snapshot(firstNode());
    }

    public Map.Entry<K, V> lastEntry() {
        return snapshot(lastNode());
    }

    public Map.Entry<K, V> pollFirstEntry() {
        Entry<K, V> e = firstNode();
        Map.Entry<K, V> result = snapshot(e);
        if (e != null) {
            delete(e);
        }
        return result;
    }

    public Map.Entry<K, V> pollLastEntry() {
        Entry<K, V> e = lastNode();
        Map.Entry<K, V> result = snapshot(e);
        if (e != null) {
            delete(e);
        }
        return result;
    }

    public Map.Entry<K, V> lowerEntry(K key) {
        return snapshot(below(key, false));
    }

    public K lowerKey(K key) {
        return keyOrNull(below(key, false));
    }

    public Map.Entry<K, V> floorEntry(K key) {
        return snapshot(below(key, true));
    }

    public K floorKey(K key) {
        return keyOrNull(below(key, true));
    }

    public Map.Entry<K, V> ceilingEntry(K key) {
        return snapshot(above(key, true));
    }

    public K ceilingKey(K key) {
        return keyOrNull(above(key, true));
    }

    public Map.Entry<K, V> higherEntry(K key) {
        return snapshot(above(key, false));
    }

    public K higherKey(K key) {
        return keyOrNull(above(key, false));
    }

    // Views.

    public Set<K> keySet() {
        return navigableKeySet();
    }

    public NavigableSet<K> navigableKeySet() {
        NavigableSet<K> view = navigableKeySet;
        if (view == null) {
            view = new TreeMapViews.KeySet<K>(this);
            navigableKeySet = view;
        }
        return view;
    }

    public NavigableSet<K> descendingKeySet() {
        return descendingMap().navigableKeySet();
    }

    public Collection<V> values() {
        Collection<V> view = values;
        if (view == null) {
            view = new TreeMapViews.Values<K, V>(this);
            values = view;
        }
        return view;
    }

    public Set<Map.Entry<K, V>> entrySet() {
        Set<Map.Entry<K, V>> view = entrySet;
        if (view == null) {
            view = new TreeMapViews.EntrySet<K, V>(this);
            entrySet = view;
        }
        return view;
    }

    public NavigableMap<K, V> descendingMap() {
        NavigableMap<K, V> view = descendingMap;
        if (view == null) {
            view = new TreeSubMap<K, V>(this, true, true, null, true, true, null, true);
            descendingMap = view;
        }
        return view;
    }

    final boolean isDescendingView(NavigableMap<K, V> m) {
        return m == descendingMap;
    }

    public NavigableMap<K, V> subMap(K fromKey, boolean fromInclusive, K toKey, boolean toInclusive) {
        return new TreeSubMap<K, V>(this, false, false, fromKey, fromInclusive, false, toKey, toInclusive);
    }

    public NavigableMap<K, V> headMap(K toKey, boolean inclusive) {
        return new TreeSubMap<K, V>(this, false, true, null, true, false, toKey, inclusive);
    }

    public NavigableMap<K, V> tailMap(K fromKey, boolean inclusive) {
        return new TreeSubMap<K, V>(this, false, false, fromKey, inclusive, true, null, true);
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

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        Entry<K, V> e = find(key);
        if (e == null || !Objects.equals(oldValue, e.value)) {
            return false;
        }
        e.value = newValue;
        return true;
    }

    @Override
    public V replace(K key, V value) {
        Entry<K, V> e = find(key);
        if (e == null) {
            return null;
        }
        V old = e.value;
        e.value = value;
        return old;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        for (Entry<K, V> e = firstNode(); e != null; e = successor(e)) {
            action.accept(e.key, e.value);
            check(expected);
        }
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        int expected = modCount;
        for (Entry<K, V> e = firstNode(); e != null; e = successor(e)) {
            e.value = function.apply(e.key, e.value);
            check(expected);
        }
    }

    // Balancing. A missing node is black.

    private static <K, V> boolean color(Entry<K, V> p) {
        return p == null ? BLACK : p.color;
    }

    private static <K, V> Entry<K, V> left(Entry<K, V> p) {
        return p == null ? null : p.left;
    }

    private static <K, V> Entry<K, V> right(Entry<K, V> p) {
        return p == null ? null : p.right;
    }

    private static <K, V> void setColor(Entry<K, V> p, boolean color) {
        if (p != null) {
            p.color = color;
        }
    }

    private void replaceChild(Entry<K, V> old, Entry<K, V> by) {
        Entry<K, V> parent = old.parent;
        if (parent == null) {
            root = by;
        } else if (parent.left == old) {
            parent.left = by;
        } else {
            parent.right = by;
        }
        if (by != null) {
            by.parent = parent;
        }
    }

    /** Lifts the right child above p, or with {@code toLeft} false the left one. */
    private void rotate(Entry<K, V> p, boolean toLeft) {
        if (p == null) {
            return;
        }
        Entry<K, V> up = toLeft ? p.right : p.left;
        Entry<K, V> inner = toLeft ? up.left : up.right;
        if (toLeft) {
            p.right = inner;
        } else {
            p.left = inner;
        }
        if (inner != null) {
            inner.parent = p;
        }
        replaceChild(p, up);
        if (toLeft) {
            up.left = p;
        } else {
            up.right = p;
        }
        p.parent = up;
    }

    private void afterInsertion(Entry<K, V> x) {
        x.color = RED;
        while (x != root && x.parent.color == RED) {
            Entry<K, V> parent = x.parent;
            Entry<K, V> grand = parent.parent;
            boolean isLeft = parent == left(grand);
            Entry<K, V> uncle = isLeft ? right(grand) : left(grand);
            if (color(uncle) == RED) {
                parent.color = BLACK;
                uncle.color = BLACK;
                grand.color = RED;
                x = grand;
            } else {
                if (x == (isLeft ? parent.right : parent.left)) {
                    x = parent;
                    rotate(x, isLeft);
                    parent = x.parent;
                    grand = parent.parent;
                }
                parent.color = BLACK;
                setColor(grand, RED);
                rotate(grand, !isLeft);
            }
        }
        root.color = BLACK;
    }

    final void delete(Entry<K, V> p) {
        modCount++;
        size--;
        if (p.left != null && p.right != null) {
            // The successor has at most one child: it is the node that goes, its content moves here.
            Entry<K, V> s = successor(p);
            p.key = s.key;
            p.value = s.value;
            p = s;
        }
        Entry<K, V> child = p.left != null ? p.left : p.right;
        if (child != null) {
            replaceChild(p, child);
            p.left = null;
            p.right = null;
            p.parent = null;
            if (p.color == BLACK) {
                afterDeletion(child);
            }
        } else if (p.parent == null) {
            root = null;
        } else {
            if (p.color == BLACK) {
                afterDeletion(p);
            }
            if (p.parent != null) {
                replaceChild(p, null);
                p.parent = null;
            }
        }
    }

    /** Restores the count of black nodes on the paths through x, which lack one. */
    private void afterDeletion(Entry<K, V> x) {
        while (x != root && color(x) == BLACK) {
            Entry<K, V> parent = x.parent;
            boolean isLeft = x == parent.left;
            Entry<K, V> sibling = isLeft ? parent.right : parent.left;
            if (color(sibling) == RED) {
                sibling.color = BLACK;
                parent.color = RED;
                rotate(parent, isLeft);
                sibling = isLeft ? parent.right : parent.left;
            }
            Entry<K, V> near = isLeft ? left(sibling) : right(sibling);
            Entry<K, V> far = isLeft ? right(sibling) : left(sibling);
            if (color(near) == BLACK && color(far) == BLACK) {
                setColor(sibling, RED);
                x = parent;
                continue;
            }
            if (color(far) == BLACK) {
                setColor(near, BLACK);
                setColor(sibling, RED);
                rotate(sibling, !isLeft);
                sibling = isLeft ? parent.right : parent.left;
                far = isLeft ? right(sibling) : left(sibling);
            }
            setColor(sibling, parent.color);
            parent.color = BLACK;
            setColor(far, BLACK);
            rotate(parent, isLeft);
            x = root;
        }
        setColor(x, BLACK);
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
        for (int i = 0; i < n; i++) {
            K key = (K) in.readObject();
            put(key, (V) in.readObject());
        }
    }
}
