package java.util.concurrent.atomic;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import rvm.internal.Atomics;
import rvm.internal.Reflection;

/** Changes a volatile int field of objects as one step. */
public abstract class AtomicIntegerFieldUpdater<T> {

    protected AtomicIntegerFieldUpdater() {
    }

    public static <U> AtomicIntegerFieldUpdater<U> newUpdater(Class<U> tclass, String fieldName) {
        return new Direct<U>(tclass, FieldCheck.find(tclass, fieldName, int.class, Reflection.caller(1)));
    }

    public abstract boolean compareAndSet(T obj, int expect, int update);

    public abstract boolean weakCompareAndSet(T obj, int expect, int update);

    public abstract void set(T obj, int newValue);

    public abstract void lazySet(T obj, int newValue);

    public abstract int get(T obj);

    public int getAndSet(T obj, int newValue) {
        while (true) {
            int old = get(obj);
            if (compareAndSet(obj, old, newValue)) {
                return old;
            }
        }
    }

    public int getAndIncrement(T obj) {
        return getAndAdd(obj, 1);
    }

    public int getAndDecrement(T obj) {
        return getAndAdd(obj, -1);
    }

    public int getAndAdd(T obj, int delta) {
        while (true) {
            int old = get(obj);
            if (compareAndSet(obj, old, old + delta)) {
                return old;
            }
        }
    }

    public int incrementAndGet(T obj) {
        return getAndAdd(obj, 1) + 1;
    }

    public int decrementAndGet(T obj) {
        return getAndAdd(obj, -1) - 1;
    }

    public int addAndGet(T obj, int delta) {
        return getAndAdd(obj, delta) + delta;
    }

    public final int getAndUpdate(T obj, IntUnaryOperator updateFunction) {
        while (true) {
            int old = get(obj);
            int next = updateFunction.applyAsInt(old);
            if (compareAndSet(obj, old, next)) {
                return old;
            }
        }
    }

    public final int updateAndGet(T obj, IntUnaryOperator updateFunction) {
        while (true) {
            int old = get(obj);
            int next = updateFunction.applyAsInt(old);
            if (compareAndSet(obj, old, next)) {
                return next;
            }
        }
    }

    public final int getAndAccumulate(T obj, int x, IntBinaryOperator accumulatorFunction) {
        while (true) {
            int old = get(obj);
            int next = accumulatorFunction.applyAsInt(old, x);
            if (compareAndSet(obj, old, next)) {
                return old;
            }
        }
    }

    public final int accumulateAndGet(T obj, int x, IntBinaryOperator accumulatorFunction) {
        while (true) {
            int old = get(obj);
            int next = accumulatorFunction.applyAsInt(old, x);
            if (compareAndSet(obj, old, next)) {
                return next;
            }
        }
    }

    private static final class Direct<T> extends AtomicIntegerFieldUpdater<T> {
        private final Class<T> type;
        private final long offset;

        Direct(Class<T> type, long offset) {
            this.type = type;
            this.offset = offset;
        }

        public boolean compareAndSet(T obj, int expect, int update) {
            return Atomics.compareAndSetInt(FieldCheck.receiver(type, obj), offset, expect, update);
        }

        public boolean weakCompareAndSet(T obj, int expect, int update) {
            return compareAndSet(obj, expect, update);
        }

        public void set(T obj, int newValue) {
            Atomics.putIntVolatile(FieldCheck.receiver(type, obj), offset, newValue);
        }

        public void lazySet(T obj, int newValue) {
            set(obj, newValue);
        }

        public int get(T obj) {
            return Atomics.getIntVolatile(FieldCheck.receiver(type, obj), offset);
        }

        public int getAndSet(T obj, int newValue) {
            return Atomics.getAndSetInt(FieldCheck.receiver(type, obj), offset, newValue);
        }

        public int getAndAdd(T obj, int delta) {
            return Atomics.getAndAddInt(FieldCheck.receiver(type, obj), offset, delta);
        }
    }
}
