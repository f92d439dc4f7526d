package java.util;

/** What every collection can do once it has an iterator and a size. */
public abstract class AbstractCollection<E> implements Collection<E> {

    protected AbstractCollection() {
    }

    public abstract Iterator<E> iterator();

    public abstract int size();

    public boolean isEmpty() {
        return size() == 0;
    }

    public boolean contains(Object o) {
        Iterator<E> it = iterator();
        if (o == null) {
            while (it.hasNext()) {
                if (it.next() == null) {
                    return true;
                }
            }
        } else {
            while (it.hasNext()) {
                if (o.equals(it.next())) {
                    return true;
                }
            }
        }
        return false;
    }

    public Object[] toArray() {
        Object[] result = new Object[size()];
        Iterator<E> it = iterator();
        int n = 0;
        while (n < result.length) {
            if (!it.hasNext()) {
                return Arrays.copyOf(result, n);
            }
            result[n++] = it.next();
        }
        return it.hasNext() ? drain(result, n, it) : result;
    }

    @SuppressWarnings("unchecked")
    public <T> T[] toArray(T[] a) {
        int size = size();
        T[] result = a.length >= size ? a
            : (T[]) java.lang.reflect.Array.newInstance(a.getClass().getComponentType(), size);
        Iterator<E> it = iterator();
        int n = 0;
        while (n < result.length) {
            if (!it.hasNext()) {
                // Fewer elements than announced, or a larger array.
                if (a == result) {
                    a[n] = null;
                    return a;
                }
                if (a.length < n) {
                    return Arrays.copyOf(result, n);
                }
                System.arraycopy(result, 0, a, 0, n);
                if (a.length > n) {
                    a[n] = null;
                }
                return a;
            }
            result[n++] = (T) it.next();
        }
        return it.hasNext() ? drain(result, n, it) : result;
    }

    /** Goes on where the size turned out too small. */
    @SuppressWarnings("unchecked")
    private static <T> T[] drain(T[] a, int n, Iterator<?> it) {
        while (it.hasNext()) {
            if (n == a.length) {
                a = Arrays.copyOf(a, Capacity.grow(n, 1, (n >> 1) + 1));
            }
            a[n++] = (T) it.next();
        }
        return n == a.length ? a : Arrays.copyOf(a, n);
    }

    public boolean add(E e) {
        throw new UnsupportedOperationException();
    }

    public boolean remove(Object o) {
        Iterator<E> it = iterator();
        while (it.hasNext()) {
            E e = it.next();
            if (o == null ? e == null : o.equals(e)) {
                it.remove();
                return true;
            }
        }
        return false;
    }

    public boolean containsAll(Collection<?> c) {
        for (Object e : c) {
            if (!contains(e)) {
                return false;
            }
        }
        return true;
    }

    public boolean addAll(Collection<? extends E> c) {
        boolean changed = false;
        for (E e : c) {
            if (add(e)) {
                changed = true;
            }
        }
        return changed;
    }

    public boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return keep(c, false);
    }

    public boolean retainAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return keep(c, true);
    }

    private boolean keep(Collection<?> c, boolean contained) {
        boolean changed = false;
        Iterator<E> it = iterator();
        while (it.hasNext()) {
            if (c.contains(it.next()) != contained) {
                it.remove();
                changed = true;
            }
        }
        return changed;
    }

    public void clear() {
        Iterator<E> it = iterator();
        while (it.hasNext()) {
            it.next();
            it.remove();
        }
    }

    public String toString() {
        Iterator<E> it = iterator();
        if (!it.hasNext()) {
            return "[]";
        }
        StringBuilder sb = new StringBuilder();
        sb.append('[');
        while (true) {
            E e = it.next();
            if (e == this) {
                sb.append("(this Collection)");
            } else {
                sb.append(e);
            }
            if (!it.hasNext()) {
                return sb.append(']').toString();
            }
            sb.append(',').append(' ');
        }
    }
}
