package java.util;

/** The older way to walk over elements, once and forwards. */
public interface Enumeration<E> {

    boolean hasMoreElements();

    E nextElement();

    default Iterator<E> asIterator() {
        final Enumeration<E> source = this;
        return new Iterator<E>() {
            public boolean hasNext() {
                return source.hasMoreElements();
            }

            public E next() {
                return source.nextElement();
            }
        };
    }
}
