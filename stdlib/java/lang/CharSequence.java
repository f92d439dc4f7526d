package java.lang;

import java.util.Objects;
import java.util.Spliterator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A readable sequence of characters. */
public interface CharSequence {
    int length();

    char charAt(int index);

    default boolean isEmpty() {
        return length() == 0;
    }

    CharSequence subSequence(int start, int end);

    String toString();

    default IntStream chars() {
        return StreamSupport.intStream(() -> new CharsSpliterator(this, 0, length(), Spliterator.ORDERED),
                Spliterator.ORDERED | Spliterator.SIZED | Spliterator.SUBSIZED, false);
    }

    default IntStream codePoints() {
        return StreamSupport.intStream(() -> new CodePointsSpliterator(this), Spliterator.ORDERED, false);
    }

    @SuppressWarnings("unchecked")
    static int compare(CharSequence cs1, CharSequence cs2) {
        if (Objects.requireNonNull(cs1) == Objects.requireNonNull(cs2)) {
            return 0;
        }
        if (cs1.getClass() == cs2.getClass() && cs1 instanceof Comparable) {
            return ((Comparable<Object>) cs1).compareTo(cs2);
        }
        int n = cs1.length();
        int m = cs2.length();
        for (int i = 0, lim = Math.min(n, m); i < lim; i++) {
            char a = cs1.charAt(i);
            char b = cs2.charAt(i);
            if (a != b) {
                return a - b;
            }
        }
        return n - m;
    }
}
