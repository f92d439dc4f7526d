package java.util.concurrent.atomic;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import rvm.internal.Atomics;
import rvm.internal.Reflection;

/** Changes a volatile reference field of objects as one step. */
public abstract class AtomicReferenceFieldUpdater<T, V> {

    protected AtomicReferenceFieldUpdater() {
    }

    public static <U, W> AtomicReferenceFieldUpdater<U, W> newUpdater(
            Class<U> tclass, Class<W> vclass, String fieldName) {
        long offset = FieldCheck.find(tclass, fieldName, vclass, Reflection.caller(1));
        if (vclass.isPrimitive()) {
            throw new IllegalArgumentException("Must be reference type");
        }
        return new Direct<U, W>(tclass, vclass, offset);
    }

    public abstract boolean compareAndSet(T obj, V expect, V update);

    public abstract boolean weakCompareAndSet(T obj, V expect, V update);

    public abstract void set(T obj, V newValue);

    public abstract void lazySet(T obj, V newValue);

    public abstract V get(T obj);

    public V getAndSet(T obj, V newValue) {
        while (true) {
            V old = get(obj);
            if (compareAndSet(obj, old, newValue)) {
                return old;
            }
        }
    }

    public final V getAndUpdate(T obj, UnaryOperator<V> updateFunction) {
        while (true) {
            V old = get(obj);
            V next = updateFunction.apply(old);
            if (compareAndSet(obj, old, next)) {
                return old;
            }
        }
    }

    public final V updateAndGet(T obj, UnaryOperator<V> updateFunction) {
        while (true) {
            V old = get(obj);
            V next = updateFunction.apply(old);
            if (compareAndSet(obj, old, next)) {
                return next;
            }
        }
    }

    public final V getAndAccumulate(T obj, V x, BinaryOperator<V> accumulatorFunction) {
        while (true) {
            V old = get(obj);
            V next = accumulatorFunction.apply(old, x);
            if (compareAndSet(obj, old, next)) {
                return old;
            }
        }
    }

    public final V accumulateAndGet(T obj, V x, BinaryOperator<V> accumulatorFunction) {
        while (true) {
            V old = get(obj);
            V next = accumulatorFunction.apply(old, x);
            if (compareAndSet(obj, old, next)) {
                return next;
            }
        }
    }

    private static final class Direct<T, V> extends AtomicReferenceFieldUpdater<T, V> {
        private final Class<T> type;
        private final Class<V> valueType;
        private final long offset;

        Direct(Class<T> type, Class<V> valueType, long offset) {
            this.type = type;
            this.valueType = valueType;
            this.offset = offset;
        }

        private V value(V value) {
            if (value != null && !valueType.isInstance(value)) {
                throw new ClassCastException();
            }
            return value;
        }

        public boolean compareAndSet(T obj, V expect, V update) {
            return Atomics.compareAndSetRef(
                FieldCheck.receiver(type, obj), offset, expect, value(update));
        }

        public boolean weakCompareAndSet(T obj, V expect, V update) {
            return compareAndSet(obj, expect, update);
        }

        public void set(T obj, V newValue) {
            Atomics.putRefVolatile(FieldCheck.receiver(type, obj), offset, value(newValue));
        }

        public void lazySet(T obj, V newValue) {
            set(obj, newValue);
        }

        @SuppressWarnings("unchecked")
        public V get(T obj) {
            return (V) Atomics.getRefVolatile(FieldCheck.receiver(type, obj), offset);
        }
    }
}
