package java.lang;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.IntConsumer;

/** Goes through the characters of a sequence. */
final class CharsSpliterator implements Spliterator.OfInt {
    private final CharSequence s;
    private int at;
    private final int end;
    private final int characteristics;

    CharsSpliterator(CharSequence s, int at, int end, int characteristics) {
        this.s = s;
        this.at = at;
        this.end = end;
        this.characteristics = characteristics | Spliterator.ORDERED | Spliterator.SIZED | Spliterator.SUBSIZED;
    }

    @Override
    public Spliterator.OfInt trySplit() {
        int from = at;
        int middle = (from + end) >>> 1;
        if (from >= middle) {
            return null;
        }
        at = middle;
        return new CharsSpliterator(s, from, middle, characteristics);
    }

    @Override
    public boolean tryAdvance(IntConsumer action) {
        if (action == null) {
            throw new NullPointerException();
        }
        if (at >= end) {
            return false;
        }
        action.accept(s.charAt(at++));
        return true;
    }

    @Override
    public void forEachRemaining(IntConsumer action) {
        if (action == null) {
            throw new NullPointerException();
        }
        CharSequence s = this.s;
        int i = at;
        at = end;
        for (int e = end; i < e; i++) {
            action.accept(s.charAt(i));
        }
    }

    @Override
    public long estimateSize() {
        return end - at;
    }

    @Override
    public int characteristics() {
        return characteristics;
    }

    @Override
    public Comparator<? super Integer> getComparator() {
        throw new IllegalStateException();
    }
}
