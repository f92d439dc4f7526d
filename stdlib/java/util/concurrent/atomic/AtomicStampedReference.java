package java.util.concurrent.atomic;

import rvm.internal.Atomics;

/** A reference together with a stamp, which threads read and change as one step. */
public class AtomicStampedReference<V> {
    private static final long PAIR = Atomics.fieldOffset(AtomicStampedReference.class, "pair");

    private static final class Pair<T> {
        final T reference;
        final int stamp;

        Pair(T reference, int stamp) {
            this.reference = reference;
            this.stamp = stamp;
        }
    }

    private volatile Pair<V> pair;

    public AtomicStampedReference(V initialRef, int initialStamp) {
        pair = new Pair<V>(initialRef, initialStamp);
    }

    public V getReference() {
        return pair.reference;
    }

    public int getStamp() {
        return pair.stamp;
    }

    public V get(int[] stampHolder) {
        Pair<V> p = pair;
        stampHolder[0] = p.stamp;
        return p.reference;
    }

    public boolean weakCompareAndSet(V expectedReference, V newReference, int expectedStamp, int newStamp) {
        return compareAndSet(expectedReference, newReference, expectedStamp, newStamp);
    }

    public boolean compareAndSet(V expectedReference, V newReference, int expectedStamp, int newStamp) {
        Pair<V> p = pair;
        if (p.reference != expectedReference || p.stamp != expectedStamp) {
            return false;
        }
        return (newReference == p.reference && newStamp == p.stamp)
            || Atomics.compareAndSetRef(this, PAIR, p, new Pair<V>(newReference, newStamp));
    }

    public void set(V newReference, int newStamp) {
        Pair<V> p = pair;
        if (newReference != p.reference || newStamp != p.stamp) {
            pair = new Pair<V>(newReference, newStamp);
        }
    }

    public boolean attemptStamp(V expectedReference, int newStamp) {
        Pair<V> p = pair;
        return p.reference == expectedReference && (newStamp == p.stamp
            || Atomics.compareAndSetRef(this, PAIR, p, new Pair<V>(expectedReference, newStamp)));
    }
}
