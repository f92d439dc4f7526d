package java.util;

/** Algorithms on collections, and wrappers and small collections made to order. */
public class Collections {
    private static final int SHUFFLE_IN_PLACE = 5;

    @SuppressWarnings("rawtypes")
    public static final Set EMPTY_SET = new SmallCollections.EmptySet<>();

    @SuppressWarnings("rawtypes")
    public static final List EMPTY_LIST = new SmallCollections.EmptyList<>();

    @SuppressWarnings("rawtypes")
    public static final Map EMPTY_MAP = new SmallCollections.EmptyMap<>();

    /** Made when first needed: a generator costs more than the rest of this class. */
    private static Random random;

    private Collections() {
    }

    public static <T extends Comparable<? super T>> void sort(List<T> list) {
        list.sort(null);
    }

    public static <T> void sort(List<T> list, Comparator<? super T> c) {
        list.sort(c);
    }

    @SuppressWarnings("unchecked")
    public static <T> int binarySearch(List<? extends Comparable<? super T>> list, T key) {
        return search((List<Object>) (List<?>) list, key,
            (Comparator<Object>) (Comparator<?>) Comparators.NaturalOrderComparator.INSTANCE);
    }

    @SuppressWarnings("unchecked")
    public static <T> int binarySearch(List<? extends T> list, T key, Comparator<? super T> c) {
        Comparator<?> order = c == null ? Comparators.NaturalOrderComparator.INSTANCE : c;
        return search((List<Object>) (List<?>) list, key, (Comparator<Object>) order);
    }

    private static int search(List<Object> list, Object key, Comparator<Object> c) {
        // Walking back and forth beats starting anew at an end each time.
        ListIterator<Object> it = list instanceof RandomAccess || list.size() < 5000 ? null : list.listIterator();
        int low = 0;
        int high = list.size() - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            int order = c.compare(it == null ? list.get(mid) : move(it, mid), key);
            if (order < 0) {
                low = mid + 1;
            } else if (order > 0) {
                high = mid - 1;
            } else {
                return mid;
            }
        }
        return -(low + 1);
    }

    private static <T> T move(ListIterator<T> it, int index) {
        T e;
        int at = it.nextIndex();
        if (at <= index) {
            do {
                e = it.next();
            } while (at++ < index);
        } else {
            do {
                e = it.previous();
            } while (--at > index);
        }
        return e;
    }

    @SuppressWarnings("unchecked")
    public static void reverse(List<?> list) {
        List<Object> l = (List<Object>) list;
        int size = l.size();
        if (size < 18 || l instanceof RandomAccess) {
            for (int i = 0, j = size - 1; i < j; i++, j--) {
                l.set(i, l.set(j, l.get(i)));
            }
        } else {
            ListIterator<Object> front = l.listIterator();
            ListIterator<Object> back = l.listIterator(size);
            for (int i = size >> 1; i > 0; i--) {
                Object e = front.next();
                front.set(back.previous());
                back.set(e);
            }
        }
    }

    public static void shuffle(List<?> list) {
        if (random == null) {
            random = new Random();
        }
        shuffle(list, random);
    }

    @SuppressWarnings("unchecked")
    public static void shuffle(List<?> list, Random rnd) {
        List<Object> l = (List<Object>) list;
        int size = l.size();
        if (size < SHUFFLE_IN_PLACE || l instanceof RandomAccess) {
            for (int i = size; i > 1; i--) {
                swap(l, i - 1, rnd.nextInt(i));
            }
            return;
        }
        Object[] a = l.toArray();
        for (int i = size; i > 1; i--) {
            int j = rnd.nextInt(i);
            Object e = a[i - 1];
            a[i - 1] = a[j];
            a[j] = e;
        }
        ListIterator<Object> it = l.listIterator();
        for (int i = 0; i < a.length; i++) {
            it.next();
            it.set(a[i]);
        }
    }

    @SuppressWarnings("unchecked")
    public static void swap(List<?> list, int i, int j) {
        List<Object> l = (List<Object>) list;
        l.set(i, l.set(j, l.get(i)));
    }

    public static <T> void fill(List<? super T> list, T obj) {
        int size = list.size();
        if (size < 25 || list instanceof RandomAccess) {
            for (int i = 0; i < size; i++) {
                list.set(i, obj);
            }
        } else {
            ListIterator<? super T> it = list.listIterator();
            for (int i = 0; i < size; i++) {
                it.next();
                it.set(obj);
            }
        }
    }

    public static <T> void copy(List<? super T> dest, List<? extends T> src) {
        int size = src.size();
        if (size > dest.size()) {
            throw new IndexOutOfBoundsException("Source does not fit in dest");
        }
        if (size < 10 || (src instanceof RandomAccess && dest instanceof RandomAccess)) {
            for (int i = 0; i < size; i++) {
                dest.set(i, src.get(i));
            }
        } else {
            ListIterator<? super T> to = dest.listIterator();
            ListIterator<? extends T> from = src.listIterator();
            for (int i = 0; i < size; i++) {
                to.next();
                to.set(from.next());
            }
        }
    }

    public static <T extends Object & Comparable<? super T>> T min(Collection<? extends T> coll) {
        Iterator<? extends T> it = coll.iterator();
        T best = it.next();
        while (it.hasNext()) {
            T e = it.next();
            if (e.compareTo(best) < 0) {
                best = e;
            }
        }
        return best;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static <T> T min(Collection<? extends T> coll, Comparator<? super T> comp) {
        if (comp == null) {
            return (T) min((Collection) coll);
        }
        Iterator<? extends T> it = coll.iterator();
        T best = it.next();
        while (it.hasNext()) {
            T e = it.next();
            if (comp.compare(e, best) < 0) {
                best = e;
            }
        }
        return best;
    }

    public static <T extends Object & Comparable<? super T>> T max(Collection<? extends T> coll) {
        Iterator<? extends T> it = coll.iterator();
        T best = it.next();
        while (it.hasNext()) {
            T e = it.next();
            if (e.compareTo(best) > 0) {
                best = e;
            }
        }
        return best;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static <T> T max(Collection<? extends T> coll, Comparator<? super T> comp) {
        if (comp == null) {
            return (T) max((Collection) coll);
        }
        Iterator<? extends T> it = coll.iterator();
        T best = it.next();
        while (it.hasNext()) {
            T e = it.next();
            if (comp.compare(e, best) > 0) {
                best = e;
            }
        }
        return best;
    }

    @SuppressWarnings("unchecked")
    public static void rotate(List<?> list, int distance) {
        List<Object> l = (List<Object>) list;
        int size = l.size();
        if (size == 0) {
            return;
        }
        int shift = Math.floorMod(distance, size);
        if (shift == 0) {
            return;
        }
        if (!(l instanceof RandomAccess) && size >= 100) {
            reverse(l.subList(0, size - shift));
            reverse(l.subList(size - shift, size));
            reverse(l);
            return;
        }
        // Follow each cycle of the permutation until every element has moved.
        int moved = 0;
        for (int start = 0; moved < size; start++) {
            Object e = l.get(start);
            int i = start;
            do {
                i += shift;
                if (i >= size) {
                    i -= size;
                }
                e = l.set(i, e);
                moved++;
            } while (i != start);
        }
    }

    public static <T> boolean replaceAll(List<T> list, T oldVal, T newVal) {
        boolean changed = false;
        int size = list.size();
        if (size < 11 || list instanceof RandomAccess) {
            for (int i = 0; i < size; i++) {
                if (Objects.equals(oldVal, list.get(i))) {
                    list.set(i, newVal);
                    changed = true;
                }
            }
        } else {
            ListIterator<T> it = list.listIterator();
            for (int i = 0; i < size; i++) {
                if (Objects.equals(oldVal, it.next())) {
                    it.set(newVal);
                    changed = true;
                }
            }
        }
        return changed;
    }

    public static int indexOfSubList(List<?> source, List<?> target) {
        Object[] a = source.toArray();
        Object[] b = target.toArray();
        for (int i = 0; i <= a.length - b.length; i++) {
            if (startsAt(a, i, b)) {
                return i;
            }
        }
        return -1;
    }

    public static int lastIndexOfSubList(List<?> source, List<?> target) {
        Object[] a = source.toArray();
        Object[] b = target.toArray();
        for (int i = a.length - b.length; i >= 0; i--) {
            if (startsAt(a, i, b)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsAt(Object[] a, int at, Object[] b) {
        for (int i = 0; i < b.length; i++) {
            if (!Objects.equals(b[i], a[at + i])) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    public static <T> Collection<T> unmodifiableCollection(Collection<? extends T> c) {
        if (c.getClass() == UnmodifiableViews.UnmodifiableCollection.class) {
            return (Collection<T>) c;
        }
        return new UnmodifiableViews.UnmodifiableCollection<T>(c);
    }

    @SuppressWarnings("unchecked")
    public static <T> Set<T> unmodifiableSet(Set<? extends T> s) {
        if (s.getClass() == UnmodifiableViews.UnmodifiableSet.class) {
            return (Set<T>) s;
        }
        return new UnmodifiableViews.UnmodifiableSet<T>(s);
    }

    public static <T> SortedSet<T> unmodifiableSortedSet(SortedSet<T> s) {
        if (s.getClass() == UnmodifiableViews.UnmodifiableSortedSet.class) {
            return s;
        }
        return new UnmodifiableViews.UnmodifiableSortedSet<T>(s);
    }

    public static <T> NavigableSet<T> unmodifiableNavigableSet(NavigableSet<T> s) {
        if (s.getClass() == UnmodifiableViews.UnmodifiableNavigableSet.class) {
            return s;
        }
        return new UnmodifiableViews.UnmodifiableNavigableSet<T>(s);
    }

    @SuppressWarnings("unchecked")
    public static <T> List<T> unmodifiableList(List<? extends T> list) {
        Class<?> type = list.getClass();
        if (type == UnmodifiableViews.UnmodifiableList.class
                || type == UnmodifiableViews.UnmodifiableRandomAccessList.class) {
            return (List<T>) list;
        }
        return list instanceof RandomAccess
            ? new UnmodifiableViews.UnmodifiableRandomAccessList<T>(list)
            : new UnmodifiableViews.UnmodifiableList<T>(list);
    }

    @SuppressWarnings("unchecked")
    public static <K, V> Map<K, V> unmodifiableMap(Map<? extends K, ? extends V> m) {
        if (m.getClass() == UnmodifiableViews.UnmodifiableMap.class) {
            return (Map<K, V>) m;
        }
        return new UnmodifiableViews.UnmodifiableMap<K, V>(m);
    }

    @SuppressWarnings("unchecked")
    public static <K, V> SortedMap<K, V> unmodifiableSortedMap(SortedMap<K, ? extends V> m) {
        if (m.getClass() == UnmodifiableViews.UnmodifiableSortedMap.class) {
            return (SortedMap<K, V>) m;
        }
        return new UnmodifiableViews.UnmodifiableSortedMap<K, V>(m);
    }

    @SuppressWarnings("unchecked")
    public static <K, V> NavigableMap<K, V> unmodifiableNavigableMap(NavigableMap<K, ? extends V> m) {
        if (m.getClass() == UnmodifiableViews.UnmodifiableNavigableMap.class) {
            return (NavigableMap<K, V>) m;
        }
        return new UnmodifiableViews.UnmodifiableNavigableMap<K, V>(m);
    }

    public static <T> Collection<T> synchronizedCollection(Collection<T> c) {
        return new SynchronizedViews.SynchronizedCollection<T>(c);
    }

    public static <T> Set<T> synchronizedSet(Set<T> s) {
        return new SynchronizedViews.SynchronizedSet<T>(s);
    }

    public static <T> SortedSet<T> synchronizedSortedSet(SortedSet<T> s) {
        return new SynchronizedViews.SynchronizedSortedSet<T>(s);
    }

    public static <T> NavigableSet<T> synchronizedNavigableSet(NavigableSet<T> s) {
        return new SynchronizedViews.SynchronizedNavigableSet<T>(s);
    }

    public static <T> List<T> synchronizedList(List<T> list) {
        return list instanceof RandomAccess
            ? new SynchronizedViews.SynchronizedRandomAccessList<T>(list)
            : new SynchronizedViews.SynchronizedList<T>(list);
    }

    public static <K, V> Map<K, V> synchronizedMap(Map<K, V> m) {
        return new SynchronizedViews.SynchronizedMap<K, V>(m);
    }

    public static <K, V> SortedMap<K, V> synchronizedSortedMap(SortedMap<K, V> m) {
        return new SynchronizedViews.SynchronizedSortedMap<K, V>(m);
    }

    public static <K, V> NavigableMap<K, V> synchronizedNavigableMap(NavigableMap<K, V> m) {
        return new SynchronizedViews.SynchronizedNavigableMap<K, V>(m);
    }

    public static <E> Collection<E> checkedCollection(Collection<E> c, Class<E> type) {
        return new CheckedViews.CheckedCollection<E>(c, type);
    }

    public static <E> Queue<E> checkedQueue(Queue<E> queue, Class<E> type) {
        return new CheckedViews.CheckedQueue<E>(queue, type);
    }

    public static <E> Set<E> checkedSet(Set<E> s, Class<E> type) {
        return new CheckedViews.CheckedSet<E>(s, type);
    }

    public static <E> SortedSet<E> checkedSortedSet(SortedSet<E> s, Class<E> type) {
        return new CheckedViews.CheckedSortedSet<E>(s, type);
    }

    public static <E> NavigableSet<E> checkedNavigableSet(NavigableSet<E> s, Class<E> type) {
        return new CheckedViews.CheckedNavigableSet<E>(s, type);
    }

    public static <E> List<E> checkedList(List<E> list, Class<E> type) {
        return list instanceof RandomAccess
            ? new CheckedViews.CheckedRandomAccessList<E>(list, type)
            : new CheckedViews.CheckedList<E>(list, type);
    }

    public static <K, V> Map<K, V> checkedMap(Map<K, V> m, Class<K> keyType, Class<V> valueType) {
        return new CheckedViews.CheckedMap<K, V>(m, keyType, valueType);
    }

    public static <K, V> SortedMap<K, V> checkedSortedMap(
            SortedMap<K, V> m, Class<K> keyType, Class<V> valueType) {
        return new CheckedViews.CheckedSortedMap<K, V>(m, keyType, valueType);
    }

    public static <K, V> NavigableMap<K, V> checkedNavigableMap(
            NavigableMap<K, V> m, Class<K> keyType, Class<V> valueType) {
        return new CheckedViews.CheckedNavigableMap<K, V>(m, keyType, valueType);
    }

    @SuppressWarnings("unchecked")
    public static <T> Iterator<T> emptyIterator() {
        return (Iterator<T>) SmallCollections.EmptyIterator.INSTANCE;
    }

    @SuppressWarnings("unchecked")
    public static <T> ListIterator<T> emptyListIterator() {
        return (ListIterator<T>) SmallCollections.EmptyIterator.INSTANCE;
    }

    @SuppressWarnings("unchecked")
    public static <T> Enumeration<T> emptyEnumeration() {
        return (Enumeration<T>) SmallCollections.EmptyIterator.INSTANCE;
    }

    @SuppressWarnings("unchecked")
    public static final <T> Set<T> emptySet() {
        return (Set<T>) EMPTY_SET;
    }

    public static <E> SortedSet<E> emptySortedSet() {
        return emptyNavigableSet();
    }

    public static <E> NavigableSet<E> emptyNavigableSet() {
        return new UnmodifiableViews.UnmodifiableNavigableSet<E>(new TreeSet<E>());
    }

    @SuppressWarnings("unchecked")
    public static final <T> List<T> emptyList() {
        return (List<T>) EMPTY_LIST;
    }

    @SuppressWarnings("unchecked")
    public static final <K, V> Map<K, V> emptyMap() {
        return (Map<K, V>) EMPTY_MAP;
    }

    public static final <K, V> SortedMap<K, V> emptySortedMap() {
        return emptyNavigableMap();
    }

    public static final <K, V> NavigableMap<K, V> emptyNavigableMap() {
        return new UnmodifiableViews.UnmodifiableNavigableMap<K, V>(new TreeMap<K, V>());
    }

    public static <T> Set<T> singleton(T o) {
        return new SmallCollections.SingletonSet<T>(o);
    }

    public static <T> List<T> singletonList(T o) {
        return new SmallCollections.SingletonList<T>(o);
    }

    public static <K, V> Map<K, V> singletonMap(K key, V value) {
        return new SmallCollections.SingletonMap<K, V>(key, value);
    }

    public static <T> List<T> nCopies(int n, T o) {
        if (n < 0) {
            throw new IllegalArgumentException("List length = " + n);
        }
        return new SmallCollections.CopiesList<T>(n, o);
    }

    @SuppressWarnings("unchecked")
    public static <T> Comparator<T> reverseOrder() {
        return (Comparator<T>) (Comparator<?>) Comparators.ReverseComparator.REVERSE_ORDER;
    }

    @SuppressWarnings("unchecked")
    public static <T> Comparator<T> reverseOrder(Comparator<T> cmp) {
        Comparator<?> order = cmp;
        if (order == null) {
            return reverseOrder();
        }
        if (order == Comparators.ReverseComparator.REVERSE_ORDER) {
            return (Comparator<T>) (Comparator<?>) Comparators.NaturalOrderComparator.INSTANCE;
        }
        if (order == Comparators.NaturalOrderComparator.INSTANCE) {
            return reverseOrder();
        }
        if (cmp instanceof Comparators.ReverseComparator2) {
            return ((Comparators.ReverseComparator2<T>) cmp).cmp;
        }
        return new Comparators.ReverseComparator2<T>(cmp);
    }

    public static <T> Enumeration<T> enumeration(final Collection<T> c) {
        return new Enumeration<T>() {
            private final Iterator<T> it = c.iterator();

            public boolean hasMoreElements() {
                return it.hasNext();
            }

            public T nextElement() {
                return it.next();
            }
        };
    }

    public static <T> ArrayList<T> list(Enumeration<T> e) {
        ArrayList<T> l = new ArrayList<>();
        while (e.hasMoreElements()) {
            l.add(e.nextElement());
        }
        return l;
    }

    public static int frequency(Collection<?> c, Object o) {
        int n = 0;
        for (Object e : c) {
            if (o == null ? e == null : o.equals(e)) {
                n++;
            }
        }
        return n;
    }

    public static boolean disjoint(Collection<?> c1, Collection<?> c2) {
        // Ask the one that answers faster: a set, else the longer one.
        Collection<?> asked = c2;
        Collection<?> walked = c1;
        if (c1 instanceof Set) {
            walked = c2;
            asked = c1;
        } else if (!(c2 instanceof Set)) {
            int n1 = c1.size();
            int n2 = c2.size();
            if (n1 == 0 || n2 == 0) {
                return true;
            }
            if (n1 > n2) {
                walked = c2;
                asked = c1;
            }
        }
        for (Object e : walked) {
            if (asked.contains(e)) {
                return false;
            }
        }
        return true;
    }

    @SafeVarargs
    public static <T> boolean addAll(Collection<? super T> c, T... elements) {
        boolean changed = false;
        for (T e : elements) {
            changed |= c.add(e);
        }
        return changed;
    }

    public static <E> Set<E> newSetFromMap(Map<E, Boolean> map) {
        return new SmallCollections.SetFromMap<E>(map);
    }

    public static <T> Queue<T> asLifoQueue(Deque<T> deque) {
        return new SmallCollections.AsLIFOQueue<T>(deque);
    }
}
