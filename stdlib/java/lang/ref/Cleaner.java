package java.lang.ref;

import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/** Runs actions when objects have become unreachable. */
public final class Cleaner {
    private final ReferenceQueue<Object> queue = new ReferenceQueue<Object>();
    // All that is registered, so that it stays alive; a ring whose start stands for the cleaner itself.
    private final Action ring;

    /** What an object is registered with. */
    public interface Cleanable {
        void clean();
    }

    private static final class Action extends PhantomReference<Object> implements Cleanable {
        private final Cleaner cleaner;
        private Runnable action;
        private Action before = this;
        private Action after = this;

        Action(Object obj, Cleaner cleaner, Runnable action, ReferenceQueue<Object> queue) {
            super(obj, queue);
            this.cleaner = cleaner;
            this.action = action;
        }

        @Override
        public void clean() {
            Runnable todo;
            synchronized (cleaner) {
                todo = action;
                action = null;
                before.after = after;
                after.before = before;
                before = this;
                after = this;
            }
            if (todo != null) {
                clear();
                todo.run();
            }
        }
    }

    private Cleaner(ThreadFactory factory) {
        ring = new Action(null, this, null, null);
        Thread worker = factory == null ? new Thread(new Work(this), "Cleaner") : factory.newThread(new Work(this));
        if (factory == null) {
            worker.setDaemon(true);
        }
        worker.start();
    }

    private static final class Work implements Runnable {
        private final Cleaner cleaner;

        Work(Cleaner cleaner) {
            this.cleaner = cleaner;
        }

        @Override
        public void run() {
            while (true) {
                try {
                    ((Action) cleaner.queue.remove()).clean();
                } catch (Throwable e) {
                    // An action's failure must not end the others.
                }
            }
        }
    }

    public static Cleaner create() {
        return new Cleaner(null);
    }

    public static Cleaner create(ThreadFactory threadFactory) {
        return new Cleaner(Objects.requireNonNull(threadFactory, "threadFactory"));
    }

    public Cleanable register(Object obj, Runnable action) {
        Objects.requireNonNull(obj, "obj");
        Objects.requireNonNull(action, "action");
        Action a = new Action(obj, this, action, queue);
        synchronized (this) {
            a.after = ring.after;
            a.before = ring;
            ring.after.before = a;
            ring.after = a;
        }
        return a;
    }
}
