package java.util.concurrent.atomic;

import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import rvm.internal.Atomics;
import rvm.internal.Reflection;

/** Changes a volatile long field of objects as one step. */
public abstract class AtomicLongFieldUpdater<T> {

    protected AtomicLongFieldUpdater() {
    }

    public static <U> AtomicLongFieldUpdater<U> newUpdater(Class<U> tclass, String fieldName) {
        return new Direct<U>(tclass, FieldCheck.find(tclass, fieldName, long.class, Reflection.caller(1)));
    }

    public abstract boolean compareAndSet(T obj, long expect, long update);

    public abstract boolean weakCompareAndSet(T obj, long expect, long update);

    public abstract void set(T obj, long newValue);

    public abstract void lazySet(T obj, long newValue);

    public abstract long get(T obj);

    public long getAndSet(T obj, long newValue) {
        while (true) {
            long old = get(obj);
            if (compareAndSet(obj, old, newValue)) {
                return old;
            }
        }
    }

    public long getAndIncrement(T obj) {
        return getAndAdd(obj, 1);
    }

    public long getAndDecrement(T obj) {
        return getAndAdd(obj, -1);
    }

    public long getAndAdd(T obj, long delta) {
        while (true) {
            long old = get(obj);
            if (compareAndSet(obj, old, old + delta)) {
                return old;
            }
        }
    }

    public long incrementAndGet(T obj) {
        return getAndAdd(obj, 1) + 1;
    }

    public long decrementAndGet(T obj) {
        return getAndAdd(obj, -1) - 1;
    }

    public long addAndGet(T obj, long delta) {
        return getAndAdd(obj, delta) + delta;
    }

    public final long getAndUpdate(T obj, LongUnaryOperator updateFunction) {
        while (true) {
            long old = get(obj);
            long next = updateFunction.applyAsLong(old);
            if (compareAndSet(obj, old, next)) {
                return old;
            }
        }
    }

    public final long updateAndGet(T obj, LongUnaryOperator updateFunction) {
        while (true) {
            long old = get(obj);
            long next = updateFunction.applyAsLong(old);
            if (compareAndSet(obj, old, next)) {
                return next;
            }
        }
    }

    public final long getAndAccumulate(T obj, long x, LongBinaryOperator accumulatorFunction) {
        while (true) {
            long old = get(obj);
            long next = accumulatorFunction.applyAsLong(old, x);
            if (compareAndSet(obj, old, next)) {
                return old;
            }
        }
    }

    public final long accumulateAndGet(T obj, long x, LongBinaryOperator accumulatorFunction) {
        while (true) {
            long old = get(obj);
            long next = accumulatorFunction.applyAsLong(old, x);
            if (compareAndSet(obj, old, next)) {
                return next;
            }
        }
    }

    private static final class Direct<T> extends AtomicLongFieldUpdater<T> {
        private final Class<T> type;
        private final long offset;

        Direct(Class<T> type, long offset) {
            this.type = type;
            this.offset = offset;
        }

        public boolean compareAndSet(T obj, long expect, long update) {
            return Atomics.compareAndSetLong(FieldCheck.receiver(type, obj), offset, expect, update);
        }

        public boolean weakCompareAndSet(T obj, long expect, long update) {
            return compareAndSet(obj, expect, update);
        }

        public void set(T obj, long newValue) {
            Atomics.putLongVolatile(FieldCheck.receiver(type, obj), offset, newValue);
        }

        public void lazySet(T obj, long newValue) {
            set(obj, newValue);
        }

        public long get(T obj) {
            return Atomics.getLongVolatile(FieldCheck.receiver(type, obj), offset);
        }

        public long getAndSet(T obj, long newValue) {
            return Atomics.getAndSetLong(FieldCheck.receiver(type, obj), offset, newValue);
        }

        public long getAndAdd(T obj, long delta) {
            return Atomics.getAndAddLong(FieldCheck.receiver(type, obj), offset, delta);
        }
    }
}
