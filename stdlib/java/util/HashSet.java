package java.util;

/** A set over a {@link HashMap}. */
public class HashSet<E> extends AbstractSet<E> implements Set<E>, Cloneable, java.io.Serializable {
    private static final Object PRESENT = new Object();

    private transient HashMap<E, Object> map;

    public HashSet() {
        map = new HashMap<>();
    }

    public HashSet(Collection<? extends E> c) {
        map = new HashMap<>(Math.max((int) (c.size() / .75f) + 1, 16));
        addAll(c);
    }

    public HashSet(int initialCapacity, float loadFactor) {
        map = new HashMap<>(initialCapacity, loadFactor);
    }

    public HashSet(int initialCapacity) {
        map = new HashMap<>(initialCapacity);
    }

    /** For {@link LinkedHashSet}. */
    HashSet(int initialCapacity, float loadFactor, boolean linked) {
        map = new LinkedHashMap<>(initialCapacity, loadFactor);
    }

    public Iterator<E> iterator() {
        return map.keySet().iterator();
    }

    public int size() {
        return map.size();
    }

    public boolean isEmpty() {
        return map.isEmpty();
    }

    public boolean contains(Object o) {
        return map.containsKey(o);
    }

    public boolean add(E e) {
        return map.put(e, PRESENT) == null;
    }

    public boolean remove(Object o) {
        return map.remove(o) == PRESENT;
    }

    public void clear() {
        map.clear();
    }

    @SuppressWarnings("unchecked")
    public Object clone() {
        try {
            HashSet<E> copy = (HashSet<E>) super.clone();
            copy.map = (HashMap<E, Object>) map.clone();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }

    public Spliterator<E> spliterator() {
        return new HashMapSpliterator.Keys<E, Object>(map);
    }

    @Override
    public Object[] toArray() {
        return map.keySet().toArray();
    }

    @Override
    public <T> T[] toArray(T[] a) {
        return map.keySet().toArray(a);
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.defaultWriteObject();
        out.writeInt(map.table != null ? map.table.length : map.threshold > 0 ? map.threshold : HashMap.FIRST_CAPACITY);
        out.writeFloat(map.loadFactor);
        out.writeInt(map.size());
        for (E e : map.keySet()) {
            out.writeObject(e);
        }
    }

    @SuppressWarnings("unchecked")
    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        int capacity = in.readInt();
        if (capacity < 0) {
            throw new java.io.InvalidObjectException("Illegal capacity: " + capacity);
        }
        float load = in.readFloat();
        if (load <= 0 || Float.isNaN(load)) {
            throw new java.io.InvalidObjectException("Illegal load factor: " + load);
        }
        int n = in.readInt();
        if (n < 0) {
            throw new java.io.InvalidObjectException("Illegal size: " + n);
        }
        load = Math.min(Math.max(0.25f, load), 4.0f);
        capacity = (int) Math.min(n * Math.min(1 / load, 4.0f), 1 << 20);
        map = this instanceof LinkedHashSet ? new LinkedHashMap<E, Object>(capacity, load)
            : new HashMap<E, Object>(capacity, load);
        for (int i = 0; i < n; i++) {
            map.put((E) in.readObject(), PRESENT);
        }
    }
}
