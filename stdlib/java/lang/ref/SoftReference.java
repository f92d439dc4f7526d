package java.lang.ref;

/** A reference that keeps its object alive while there is memory enough and it was used not too long ago. */
public class SoftReference<T> extends Reference<T> {
    // The machine sets it at each collection: milliseconds since its start.
    private static long clock;

    // When this was last used, for the machine.
    private long timestamp = clock;

    public SoftReference(T referent) {
        super(referent);
    }

    public SoftReference(T referent, ReferenceQueue<? super T> q) {
        super(referent, q);
    }

    @Override
    public T get() {
        T object = super.get();
        if (object != null && timestamp != clock) {
            timestamp = clock;
        }
        return object;
    }
}
