package java.util;

/** A set over an enum of at most 64 constants. */
final class RegularEnumSet<E extends Enum<E>> extends EnumSet<E> {
    private long elements;

    RegularEnumSet(Class<E> elementType, Enum<?>[] universe) {
        super(elementType, universe);
    }

    private long all() {
        return universe.length == 0 ? 0 : -1L >>> -universe.length;
    }

    void addRange(E from, E to) {
        elements = (-1L >>> (from.ordinal() - to.ordinal() - 1)) << from.ordinal();
    }

    void addAll() {
        elements = all();
    }

    void complement() {
        elements = ~elements & all();
    }

    public Iterator<E> iterator() {
        return new Iterator<E>() {
            private long unseen = elements;
            private long last;

            public boolean hasNext() {
                return unseen != 0;
            }

            @SuppressWarnings("unchecked")
            public E next() {
                if (unseen == 0) {
                    throw new NoSuchElementException();
                }
                last = unseen & -unseen;
                unseen -= last;
                return (E) universe[Long.numberOfTrailingZeros(last)];
            }

            public void remove() {
                if (last == 0) {
                    throw new IllegalStateException();
                }
                elements &= ~last;
                last = 0;
            }
        };
    }

    public int size() {
        return Long.bitCount(elements);
    }

    public boolean isEmpty() {
        return elements == 0;
    }

    public boolean contains(Object e) {
        int i = ordinal(e);
        return i >= 0 && (elements & (1L << i)) != 0;
    }

    public boolean add(E e) {
        typeCheck(e);
        long old = elements;
        elements |= 1L << e.ordinal();
        return elements != old;
    }

    public boolean remove(Object e) {
        int i = ordinal(e);
        if (i < 0) {
            return false;
        }
        long old = elements;
        elements &= ~(1L << i);
        return elements != old;
    }

    public boolean containsAll(Collection<?> c) {
        if (!(c instanceof RegularEnumSet)) {
            return super.containsAll(c);
        }
        RegularEnumSet<?> es = (RegularEnumSet<?>) c;
        return es.elementType == elementType ? (es.elements & ~elements) == 0 : es.isEmpty();
    }

    public boolean addAll(Collection<? extends E> c) {
        if (!(c instanceof RegularEnumSet)) {
            return super.addAll(c);
        }
        RegularEnumSet<?> es = (RegularEnumSet<?>) c;
        if (es.elementType != elementType) {
            if (es.isEmpty()) {
                return false;
            }
            throw wrongType(es.elementType, elementType);
        }
        long old = elements;
        elements |= es.elements;
        return elements != old;
    }

    public boolean removeAll(Collection<?> c) {
        if (!(c instanceof RegularEnumSet)) {
            return super.removeAll(c);
        }
        RegularEnumSet<?> es = (RegularEnumSet<?>) c;
        if (es.elementType != elementType) {
            return false;
        }
        long old = elements;
        elements &= ~es.elements;
        return elements != old;
    }

    public boolean retainAll(Collection<?> c) {
        if (!(c instanceof RegularEnumSet)) {
            return super.retainAll(c);
        }
        RegularEnumSet<?> es = (RegularEnumSet<?>) c;
        long old = elements;
        elements = es.elementType == elementType ? elements & es.elements : 0;
        return elements != old;
    }

    public void clear() {
        elements = 0;
    }

    public boolean equals(Object o) {
        if (!(o instanceof RegularEnumSet)) {
            return super.equals(o);
        }
        RegularEnumSet<?> es = (RegularEnumSet<?>) o;
        return es.elementType == elementType ? elements == es.elements : elements == 0 && es.elements == 0;
    }
}
