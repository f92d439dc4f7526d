package java.util.concurrent.atomic;

import rvm.internal.Atomics;

/** A reference together with a mark, which threads read and change as one step. */
public class AtomicMarkableReference<V> {
    private static final long PAIR = Atomics.fieldOffset(AtomicMarkableReference.class, "pair");

    private static final class Pair<T> {
        final T reference;
        final boolean mark;

        Pair(T reference, boolean mark) {
            this.reference = reference;
            this.mark = mark;
        }
    }

    private volatile Pair<V> pair;

    public AtomicMarkableReference(V initialRef, boolean initialMark) {
        pair = new Pair<V>(initialRef, initialMark);
    }

    public V getReference() {
        return pair.reference;
    }

    public boolean isMarked() {
        return pair.mark;
    }

    public V get(boolean[] markHolder) {
        Pair<V> p = pair;
        markHolder[0] = p.mark;
        return p.reference;
    }

    public boolean weakCompareAndSet(V expectedReference, V newReference, boolean expectedMark, boolean newMark) {
        return compareAndSet(expectedReference, newReference, expectedMark, newMark);
    }

    public boolean compareAndSet(V expectedReference, V newReference, boolean expectedMark, boolean newMark) {
        Pair<V> p = pair;
        if (p.reference != expectedReference || p.mark != expectedMark) {
            return false;
        }
        return (newReference == p.reference && newMark == p.mark)
            || Atomics.compareAndSetRef(this, PAIR, p, new Pair<V>(newReference, newMark));
    }

    public void set(V newReference, boolean newMark) {
        Pair<V> p = pair;
        if (newReference != p.reference || newMark != p.mark) {
            pair = new Pair<V>(newReference, newMark);
        }
    }

    public boolean attemptMark(V expectedReference, boolean newMark) {
        Pair<V> p = pair;
        return p.reference == expectedReference && (newMark == p.mark
            || Atomics.compareAndSetRef(this, PAIR, p, new Pair<V>(expectedReference, newMark)));
    }
}
