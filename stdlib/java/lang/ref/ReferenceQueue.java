package java.lang.ref;

import rvm.internal.References;

/** Where references go when the collector has cleared them. */
public class ReferenceQueue<T> {
    static final ReferenceQueue<Object> ENQUEUED = new ReferenceQueue<Object>();

    private static boolean working;

    private Reference<? extends T> head;
    private Reference<? extends T> tail;

    public ReferenceQueue() {
    }

    /** Moves what the collector has cleared to the queues. */
    private static final class Worker extends Thread {
        Worker(ThreadGroup group) {
            super(group, "Reference Handler");
        }

        @Override
        public void run() {
            while (true) {
                References.await();
                deliver();
            }
        }
    }

    static void startWorker() {
        synchronized (ENQUEUED) {
            if (!working) {
                working = true;
                ThreadGroup group = Thread.currentThread().getThreadGroup();
                while (group != null && group.getParent() != null) {
                    group = group.getParent();
                }
                Worker worker = new Worker(group);
                worker.setDaemon(true);
                worker.start();
            }
        }
    }

    static void deliver() {
        Reference<?> r = References.take();
        while (r != null) {
            Reference<?> rest = r.unlink();
            r.enqueueCleared();
            r = rest;
        }
    }

    @SuppressWarnings("unchecked")
    final synchronized boolean enqueue(Reference<?> ref) {
        Reference<T> r = (Reference<T>) ref;
        if (r.queue != this) {
            return false;
        }
        r.queue = (ReferenceQueue<? super T>) (ReferenceQueue<?>) ENQUEUED;
        r.next = null;
        if (tail == null) {
            head = r;
        } else {
            ((Reference<T>) tail).next = r;
        }
        tail = r;
        notifyAll();
        return true;
    }

    public Reference<? extends T> poll() {
        deliver();
        return take();
    }

    private synchronized Reference<? extends T> take() {
        Reference<? extends T> r = head;
        if (r != null) {
            head = successor(r);
            if (head == null) {
                tail = null;
            }
            r.queue = null;
        }
        return r;
    }

    private static <U> Reference<? extends U> successor(Reference<U> r) {
        Reference<? extends U> n = r.next;
        r.next = null;
        return n;
    }

    public Reference<? extends T> remove(long timeout) throws IllegalArgumentException, InterruptedException {
        if (timeout < 0) {
            throw new IllegalArgumentException("Negative timeout value");
        }
        deliver();
        synchronized (this) {
            long end = timeout == 0 ? 0 : System.nanoTime() + timeout * 1000000;
            while (head == null) {
                if (timeout == 0) {
                    wait();
                } else {
                    long left = (end - System.nanoTime() + 999999) / 1000000;
                    if (left <= 0) {
                        return null;
                    }
                    wait(left);
                }
            }
            return take();
        }
    }

    public Reference<? extends T> remove() throws InterruptedException {
        return remove(0);
    }
}
