package java.lang.ref;

import rvm.internal.References;

/** A reference that the collector treats in its own way. */
public abstract class Reference<T> {
    // The collector clears this one when it may, and then links the object by `discovered` into the list that
    // rvm.internal.References.take returns, if the queue is not null.
    private T referent;
    private Reference<?> discovered;

    // Guarded by the queue's monitor, but for being set here.
    volatile ReferenceQueue<? super T> queue;
    Reference<? extends T> next;

    Reference(T referent) {
        this(referent, null);
    }

    Reference(T referent, ReferenceQueue<? super T> queue) {
        this.referent = referent;
        this.queue = queue;
        if (queue != null) {
            ReferenceQueue.startWorker();
        }
    }

    public T get() {
        return referent;
    }

    public final boolean refersTo(T obj) {
        return referent == obj;
    }

    public void clear() {
        referent = null;
    }

    @Deprecated(since = "16")
    public boolean isEnqueued() {
        return queue == ReferenceQueue.ENQUEUED;
    }

    public boolean enqueue() {
        referent = null;
        return enqueueCleared();
    }

    final boolean enqueueCleared() {
        ReferenceQueue<? super T> q = queue;
        return q != null && q.enqueue(this);
    }

    /** Takes the rest of the collector's list off this reference. */
    final Reference<?> unlink() {
        Reference<?> rest = discovered;
        discovered = null;
        return rest;
    }

    @Override
    protected Object clone() throws CloneNotSupportedException {
        throw new CloneNotSupportedException();
    }

    public static void reachabilityFence(Object ref) {
        References.keep(ref);
    }
}
