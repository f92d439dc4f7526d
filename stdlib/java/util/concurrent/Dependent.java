package java.util.concurrent;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import rvm.internal.Atomics;

/** A step that waits for one or two futures, does something with their results, and so completes another. */
@SuppressWarnings("unchecked")
final class Dependent extends CompletableFuture.Completion {
    private static final long CLAIMED = Atomics.fieldOffset(Dependent.class, "claimed");

    static final int RELAY = 0;
    static final int APPLY = 1;
    static final int ACCEPT = 2;
    static final int RUN = 3;
    static final int HANDLE = 4;
    static final int WHEN = 5;
    static final int EXCEPTIONALLY = 6;
    static final int COMPOSE = 7;
    static final int EXC_COMPOSE = 8;
    // From here on there are two sources; first those that need both.
    static final int FIRST_OF_TWO = 9;
    static final int BOTH = 9;
    static final int BI_APPLY = 10;
    static final int BI_ACCEPT = 11;
    static final int BI_RUN = 12;
    private static final int FIRST_EITHER = 13;
    static final int OR_APPLY = 13;
    static final int OR_ACCEPT = 14;
    static final int OR_RUN = 15;

    private final int kind;
    /** Null once this has fired. */
    private volatile CompletableFuture<Object> dep;
    private CompletableFuture<?> a;
    private CompletableFuture<?> b;
    private Object fn;
    private Executor executor;
    private volatile int claimed;

    Dependent(int kind, CompletableFuture<Object> dep, CompletableFuture<?> a, CompletableFuture<?> b, Object fn,
            Executor executor) {
        this.kind = kind;
        this.dep = dep;
        this.a = a;
        this.b = b;
        this.fn = fn;
        this.executor = executor;
    }

    /** Stands for a step in the stack of its second source. */
    private static final class Second extends CompletableFuture.Completion {
        private Dependent base;

        Second(Dependent base) {
            this.base = base;
        }

        CompletableFuture<?> tryFire(int mode) {
            Dependent c = base;
            if (c == null) {
                return null;
            }
            CompletableFuture<?> d = c.tryFire(mode);
            if (!c.isLive()) {
                base = null;
            }
            return d;
        }

        boolean isLive() {
            Dependent c = base;
            return c != null && c.isLive();
        }
    }

    boolean isReady() {
        Object r = a.result;
        if (kind < FIRST_OF_TWO) {
            return r != null;
        }
        Object s = b.result;
        return kind < FIRST_EITHER ? r != null && s != null : r != null || s != null;
    }

    void attachToBoth() {
        boolean firstIsThere = a.result != null;
        CompletableFuture<?> first = a;
        CompletableFuture<?> second = b;
        if (!firstIsThere) {
            first.attach(this);
        }
        if (isLive()) {
            if (firstIsThere) {
                second.attach(this);
            } else if (first != second) {
                second.attach(new Second(this));
            }
        }
    }

    boolean isLive() {
        return dep != null;
    }

    /** Says whether to go on here and now: the step belongs to who claims it, and may have to go to an executor. */
    private boolean claim(int mode) {
        if (mode == CompletableFuture.ASYNC) {
            return true;
        }
        if (!Atomics.compareAndSetInt(this, CLAIMED, 0, 1)) {
            return false;
        }
        Executor e = executor;
        if (e == null) {
            return true;
        }
        executor = null;
        e.execute(this);
        return false;
    }

    CompletableFuture<?> tryFire(int mode) {
        CompletableFuture<Object> d = dep;
        CompletableFuture<?> x = a;
        CompletableFuture<?> y = b;
        if (d == null || x == null || !isReady()) {
            return null;
        }
        if (d.result == null) {
            try {
                if (!act(d, x, y, mode)) {
                    return null;
                }
            } catch (Throwable t) {
                d.set(CompletableFuture.wrap(t));
            }
        }
        dep = null;
        a = null;
        b = null;
        fn = null;
        return d.postFire(x, y, mode);
    }

    /** False when the step is not to be finished here and now. */
    private boolean act(CompletableFuture<Object> d, CompletableFuture<?> x, CompletableFuture<?> y, int mode) {
        // Read before the claim: if someone else completes d, another thread may clear our fields.
        Object f = fn;
        Object r = x.result;
        Object s = y == null ? null : y.result;
        if (kind >= FIRST_EITHER && r == null) {
            r = s;
        }
        Throwable ex = CompletableFuture.failure(r);
        if (kind == RELAY) {
            d.set(CompletableFuture.relay(r));
            return true;
        }
        if (kind == EXCEPTIONALLY || kind == EXC_COMPOSE) {
            if (ex == null) {
                d.set(r);
                return true;
            }
        } else if (kind != HANDLE && kind != WHEN) {
            // A failure goes through without the step's doing anything.
            if (ex != null) {
                d.set(CompletableFuture.wrap(ex, r));
                return true;
            }
            Throwable other = kind < FIRST_EITHER ? CompletableFuture.failure(s) : null;
            if (other != null) {
                d.set(CompletableFuture.wrap(other, s));
                return true;
            }
            if (kind == BOTH) {
                d.set(CompletableFuture.NIL);
                return true;
            }
        }
        if (!claim(mode)) {
            return false;
        }
        Object v = r instanceof CompletableFuture.Failure ? null : r;
        Object w = s instanceof CompletableFuture.Failure ? null : s;
        switch (kind) {
            case APPLY:
            case OR_APPLY:
                d.set(CompletableFuture.encode(((Function<Object, Object>) f).apply(v)));
                return true;
            case ACCEPT:
            case OR_ACCEPT:
                ((Consumer<Object>) f).accept(v);
                break;
            case RUN:
            case BI_RUN:
            case OR_RUN:
                ((Runnable) f).run();
                break;
            case BI_APPLY:
                d.set(CompletableFuture.encode(((BiFunction<Object, Object, Object>) f).apply(v, w)));
                return true;
            case BI_ACCEPT:
                ((BiConsumer<Object, Object>) f).accept(v, w);
                break;
            case HANDLE:
                d.set(CompletableFuture.encode(((BiFunction<Object, Throwable, Object>) f).apply(v, ex)));
                return true;
            case EXCEPTIONALLY:
                d.set(CompletableFuture.encode(((Function<Throwable, Object>) f).apply(ex)));
                return true;
            case WHEN:
                tell(d, f, r, v, ex);
                return true;
            default:
                return compose(d, f, kind == COMPOSE ? v : ex);
        }
        d.set(CompletableFuture.NIL);
        return true;
    }

    private void tell(CompletableFuture<Object> d, Object f, Object r, Object v, Throwable ex) {
        Throwable failure = ex;
        try {
            ((BiConsumer<Object, Throwable>) f).accept(v, ex);
            if (ex == null) {
                d.set(r);
                return;
            }
        } catch (Throwable t) {
            if (ex == null) {
                failure = t;
            } else if (ex != t) {
                ex.addSuppressed(t);
            }
        }
        d.set(CompletableFuture.wrap(failure, r));
    }

    /** The dependent takes over the result of the stage that the function gives, when that is complete. */
    private boolean compose(CompletableFuture<Object> d, Object f, Object argument) {
        CompletableFuture<?> g = ((Function<Object, CompletionStage<?>>) f).apply(argument).toCompletableFuture();
        Object r = g.result;
        if (r != null) {
            d.set(CompletableFuture.relay(r));
            return true;
        }
        dep = null;
        a = null;
        b = null;
        fn = null;
        g.attach(new Dependent(RELAY, d, g, null, null, null));
        // If the stage has just been completed, someone must care for those that depend on us.
        if (d.result != null) {
            d.postComplete();
        }
        return false;
    }
}
