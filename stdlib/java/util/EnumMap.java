package java.util;

/** A map from the constants of one enum: an array of values by ordinal. */
public class EnumMap<K extends Enum<K>, V> extends AbstractMap<K, V> implements java.io.Serializable, Cloneable {
    /** What stands for a value null; a missing one is null. */
    private static final Object NULL = new Object() {
        public int hashCode() {
            return 0;
        }

        public String toString() {
            return "java.util.EnumMap.NULL";
        }
    };

    private final Class<K> keyType;
    private transient K[] universe;
    private transient Object[] vals;
    private transient int size;
    private transient Set<Map.Entry<K, V>> entrySet;

    public EnumMap(Class<K> keyType) {
        this.keyType = keyType;
        universe = EnumSet.universe(keyType);
        vals = new Object[universe.length];
    }

    public EnumMap(EnumMap<K, ? extends V> m) {
        keyType = m.keyType;
        universe = m.universe;
        vals = m.vals.clone();
        size = m.size;
    }

    public EnumMap(Map<K, ? extends V> m) {
        if (m instanceof EnumMap) {
            EnumMap<K, ? extends V> em = (EnumMap<K, ? extends V>) m;
            keyType = em.keyType;
            universe = em.universe;
            vals = em.vals.clone();
            size = em.size;
        } else {
            if (m.isEmpty()) {
                throw new IllegalArgumentException("Specified map is empty");
            }
            keyType = m.keySet().iterator().next().getDeclaringClass();
            universe = EnumSet.universe(keyType);
            vals = new Object[universe.length];
            putAll(m);
        }
    }

    private static Object mask(Object value) {
        return value == null ? NULL : value;
    }

    @SuppressWarnings("unchecked")
    private V unmask(Object value) {
        return (V) (value == NULL ? null : value);
    }

    /** The ordinal of a key that can be in this map, else -1. */
    private int ordinal(Object key) {
        if (!(key instanceof Enum)) {
            return -1;
        }
        int i = ((Enum<?>) key).ordinal();
        return i < universe.length && universe[i] == key ? i : -1;
    }

    public int size() {
        return size;
    }

    public boolean containsValue(Object value) {
        Object v = mask(value);
        for (int i = 0; i < vals.length; i++) {
            if (v.equals(vals[i])) {
                return true;
            }
        }
        return false;
    }

    public boolean containsKey(Object key) {
        int i = ordinal(key);
        return i >= 0 && vals[i] != null;
    }

    public V get(Object key) {
        int i = ordinal(key);
        return i < 0 ? null : unmask(vals[i]);
    }

    public V put(K key, V value) {
        Class<?> type = key.getClass();
        int i = key.ordinal();
        if (i >= universe.length || universe[i] != key) {
            throw new ClassCastException(type + " != " + keyType);
        }
        Object old = vals[i];
        vals[i] = mask(value);
        if (old == null) {
            size++;
        }
        return unmask(old);
    }

    public V remove(Object key) {
        int i = ordinal(key);
        if (i < 0) {
            return null;
        }
        Object old = vals[i];
        vals[i] = null;
        if (old != null) {
            size--;
        }
        return unmask(old);
    }

    private boolean containsMapping(Object key, Object value) {
        int i = ordinal(key);
        return i >= 0 && mask(value).equals(vals[i]);
    }

    private boolean removeMapping(Object key, Object value) {
        if (!containsMapping(key, value)) {
            return false;
        }
        remove(key);
        return true;
    }

    public void putAll(Map<? extends K, ? extends V> m) {
        if (m instanceof EnumMap) {
            EnumMap<?, ?> em = (EnumMap<?, ?>) m;
            if (em.keyType != keyType) {
                if (em.isEmpty()) {
                    return;
                }
                throw new ClassCastException(em.keyType + " != " + keyType);
            }
            for (int i = 0; i < universe.length; i++) {
                Object v = em.vals[i];
                if (v != null) {
                    if (vals[i] == null) {
                        size++;
                    }
                    vals[i] = v;
                }
            }
        } else {
            super.putAll(m);
        }
    }

    public void clear() {
        Arrays.fill(vals, null);
        size = 0;
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
            return new Walk<K>() {
                public K next() {
                    return universe[advance()];
                }
            };
        }

        public int size() {
            return size;
        }

        public boolean contains(Object o) {
            return containsKey(o);
        }

        public boolean remove(Object o) {
            int before = size;
            EnumMap.this.remove(o);
            return size != before;
        }

        public void clear() {
            EnumMap.this.clear();
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
            return new Walk<V>() {
                public V next() {
                    return unmask(vals[advance()]);
                }
            };
        }

        public int size() {
            return size;
        }

        public boolean contains(Object o) {
            return containsValue(o);
        }

        public boolean remove(Object o) {
            Object v = mask(o);
            for (int i = 0; i < vals.length; i++) {
                if (v.equals(vals[i])) {
                    vals[i] = null;
                    size--;
                    return true;
                }
            }
            return false;
        }

        public void clear() {
            EnumMap.this.clear();
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
            return new Walk<Map.Entry<K, V>>() {
                private LiveEntry current;

                public Map.Entry<K, V> next() {
                    current = new LiveEntry(advance());
                    return current;
                }

                public void remove() {
                    super.remove();
                    current.index = -1;
                }
            };
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
            EnumMap.this.clear();
        }

        public Object[] toArray() {
            return fill(new Object[size]);
        }

        @SuppressWarnings("unchecked")
        public <T> T[] toArray(T[] a) {
            int n = size;
            if (a.length < n) {
                a = (T[]) java.lang.reflect.Array.newInstance(a.getClass().getComponentType(), n);
            }
            if (a.length > n) {
                a[n] = null;
            }
            return (T[]) fill(a);
        }

        private Object[] fill(Object[] a) {
            int w = 0;
            for (int i = 0; i < vals.length; i++) {
                if (vals[i] != null) {
                    a[w++] = new AbstractMap.SimpleEntry<K, V>(universe[i], unmask(vals[i]));
                }
            }
            return a;
        }
    }

    private abstract class Walk<T> implements Iterator<T> {
        private int index;
        private int last = -1;

        public boolean hasNext() {
            while (index < vals.length && vals[index] == null) {
                index++;
            }
            return index != vals.length;
        }

        int advance() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            last = index++;
            return last;
        }

        public void remove() {
            if (last < 0) {
                throw new IllegalStateException();
            }
            if (vals[last] != null) {
                vals[last] = null;
                size--;
            }
            last = -1;
        }
    }

    private final class LiveEntry implements Map.Entry<K, V> {
        private int index;

        LiveEntry(int index) {
            this.index = index;
        }

        private int place() {
            if (index < 0) {
                throw new IllegalStateException("Entry was removed");
            }
            return index;
        }

        public K getKey() {
            return universe[place()];
        }

        public V getValue() {
            return unmask(vals[place()]);
        }

        public V setValue(V value) {
            V old = unmask(vals[place()]);
            vals[index] = mask(value);
            return old;
        }

        public boolean equals(Object o) {
            if (index < 0) {
                return o == this;
            }
            return entryEquals(universe[index], unmask(vals[index]), o);
        }

        public int hashCode() {
            return index < 0 ? super.hashCode() : entryHash(universe[index], unmask(vals[index]));
        }

        public String toString() {
            return index < 0 ? super.toString() : universe[index] + "=" + unmask(vals[index]);
        }
    }

    public boolean equals(Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof EnumMap)) {
            return super.equals(o);
        }
        EnumMap<?, ?> em = (EnumMap<?, ?>) o;
        if (em.size != size) {
            return false;
        }
        if (em.keyType != keyType) {
            return size == 0;
        }
        return Arrays.equals(vals, em.vals);
    }

    public int hashCode() {
        int h = 0;
        for (int i = 0; i < vals.length; i++) {
            if (vals[i] != null) {
                h += universe[i].hashCode() ^ vals[i].hashCode();
            }
        }
        return h;
    }

    @SuppressWarnings("unchecked")
    public EnumMap<K, V> clone() {
        EnumMap<K, V> copy;
        try {
            copy = (EnumMap<K, V>) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError();
        }
        copy.vals = vals.clone();
        copy.entrySet = null;
        return copy;
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
        universe = EnumSet.universe(keyType);
        vals = new Object[universe.length];
        int n = in.readInt();
        for (int i = 0; i < n; i++) {
            K key = (K) in.readObject();
            put(key, (V) in.readObject());
        }
    }
}
