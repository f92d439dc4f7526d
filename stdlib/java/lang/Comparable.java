package java.lang;

/** A type whose values have a natural order. */
public interface Comparable<T> {
    int compareTo(T o);
}
