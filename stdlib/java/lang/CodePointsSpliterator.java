package java.lang;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.IntConsumer;

/** Goes through the code points of a sequence; a lone surrogate counts as one. */
final class CodePointsSpliterator implements Spliterator.OfInt {
    private final CharSequence s;
    private int at;
    private final int end;

    CodePointsSpliterator(CharSequence s) {
        this(s, 0, s.length());
    }

    private CodePointsSpliterator(CharSequence s, int at, int end) {
        this.s = s;
        this.at = at;
        this.end = end;
    }

    @Override
    public Spliterator.OfInt trySplit() {
        int from = at;
        int middle = (from + end) >>> 1;
        if (from >= middle) {
            return null;
        }
        // A pair must not be torn apart.
        if (Character.isLowSurrogate(s.charAt(middle)) && Character.isHighSurrogate(s.charAt(middle - 1))) {
            if (--middle <= from) {
                return null;
            }
        }
        at = middle;
        return new CodePointsSpliterator(s, from, middle);
    }

    @Override
    public boolean tryAdvance(IntConsumer action) {
        if (action == null) {
            throw new NullPointerException();
        }
        if (at >= end) {
            return false;
        }
        action.accept(next());
        return true;
    }

    @Override
    public void forEachRemaining(IntConsumer action) {
        if (action == null) {
            throw new NullPointerException();
        }
        while (at < end) {
            action.accept(next());
        }
    }

    private int next() {
        char c = s.charAt(at++);
        if (Character.isHighSurrogate(c) && at < end) {
            char d = s.charAt(at);
            if (Character.isLowSurrogate(d)) {
                at++;
                return Character.toCodePoint(c, d);
            }
        }
        return c;
    }

    @Override
    public long estimateSize() {
        return end - at;
    }

    @Override
    public int characteristics() {
        return Spliterator.ORDERED;
    }

    @Override
    public Comparator<? super Integer> getComparator() {
        throw new IllegalStateException();
    }
}
