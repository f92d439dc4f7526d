package java.util;

/** A set over an enum of more than 64 constants. */
final class JumboEnumSet<E extends Enum<E>> extends EnumSet<E> {
    private long[] elements;
    private int size;

    JumboEnumSet(Class<E> elementType, Enum<?>[] universe) {
        super(elementType, universe);
        elements = new long[(universe.length + 63) >>> 6];
    }

    private boolean count() {
        int old = size;
        size = 0;
        for (int i = 0; i < elements.length; i++) {
            size += Long.bitCount(elements[i]);
        }
        return size != old;
    }

    void addRange(E from, E to) {
        for (int i = from.ordinal(); i <= to.ordinal(); i++) {
            elements[i >>> 6] |= 1L << i;
        }
        count();
    }

    void addAll() {
        Arrays.fill(elements, -1L);
        elements[elements.length - 1] >>>= -universe.length;
        size = universe.length;
    }

    void complement() {
        for (int i = 0; i < elements.length; i++) {
            elements[i] = ~elements[i];
        }
        elements[elements.length - 1] &= -1L >>> -universe.length;
        size = universe.length - size;
    }

    public Iterator<E> iterator() {
        return new Iterator<E>() {
            private int word;
            private long unseen = elements[0];
            private long last;
            private int lastWord;

            public boolean hasNext() {
                while (unseen == 0 && word < elements.length - 1) {
                    unseen = elements[++word];
                }
                return unseen != 0;
            }

            @SuppressWarnings("unchecked")
            public E next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                last = unseen & -unseen;
                lastWord = word;
                unseen -= last;
                return (E) universe[(lastWord << 6) + Long.numberOfTrailingZeros(last)];
            }

            public void remove() {
                if (last == 0) {
                    throw new IllegalStateException();
                }
                if ((elements[lastWord] & last) != 0) {
                    elements[lastWord] &= ~last;
                    size--;
                }
                last = 0;
            }
        };
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean contains(Object e) {
        int i = ordinal(e);
        return i >= 0 && (elements[i >>> 6] & (1L << i)) != 0;
    }

    public boolean add(E e) {
        typeCheck(e);
        int i = e.ordinal();
        long old = elements[i >>> 6];
        elements[i >>> 6] = old | 1L << i;
        boolean added = elements[i >>> 6] != old;
        if (added) {
            size++;
        }
        return added;
    }

    public boolean remove(Object e) {
        int i = ordinal(e);
        if (i < 0) {
            return false;
        }
        long old = elements[i >>> 6];
        elements[i >>> 6] = old & ~(1L << i);
        boolean removed = elements[i >>> 6] != old;
        if (removed) {
            size--;
        }
        return removed;
    }

    public boolean containsAll(Collection<?> c) {
        if (!(c instanceof JumboEnumSet)) {
            return super.containsAll(c);
        }
        JumboEnumSet<?> es = (JumboEnumSet<?>) c;
        if (es.elementType != elementType) {
            return es.isEmpty();
        }
        for (int i = 0; i < elements.length; i++) {
            if ((es.elements[i] & ~elements[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    public boolean addAll(Collection<? extends E> c) {
        if (!(c instanceof JumboEnumSet)) {
            return super.addAll(c);
        }
        JumboEnumSet<?> es = (JumboEnumSet<?>) c;
        if (es.elementType != elementType) {
            if (es.isEmpty()) {
                return false;
            }
            throw wrongType(es.elementType, elementType);
        }
        for (int i = 0; i < elements.length; i++) {
            elements[i] |= es.elements[i];
        }
        return count();
    }

    public boolean removeAll(Collection<?> c) {
        if (!(c instanceof JumboEnumSet)) {
            return super.removeAll(c);
        }
        JumboEnumSet<?> es = (JumboEnumSet<?>) c;
        if (es.elementType != elementType) {
            return false;
        }
        for (int i = 0; i < elements.length; i++) {
            elements[i] &= ~es.elements[i];
        }
        return count();
    }

    public boolean retainAll(Collection<?> c) {
        if (!(c instanceof JumboEnumSet)) {
            return super.retainAll(c);
        }
        JumboEnumSet<?> es = (JumboEnumSet<?>) c;
        if (es.elementType != elementType) {
            boolean changed = size != 0;
            clear();
            return changed;
        }
        for (int i = 0; i < elements.length; i++) {
            elements[i] &= es.elements[i];
        }
        return count();
    }

    public void clear() {
        Arrays.fill(elements, 0);
        size = 0;
    }

    public boolean equals(Object o) {
        if (!(o instanceof JumboEnumSet)) {
            return super.equals(o);
        }
        JumboEnumSet<?> es = (JumboEnumSet<?>) o;
        return es.elementType == elementType ? Arrays.equals(elements, es.elements) : size == 0 && es.size == 0;
    }

    public EnumSet<E> clone() {
        JumboEnumSet<E> copy = (JumboEnumSet<E>) super.clone();
        copy.elements = elements.clone();
        return copy;
    }
}
