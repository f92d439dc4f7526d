package java.lang;

import java.util.concurrent.ConcurrentHashMap;

/** A value that is computed once for each class that it is asked for. */
public abstract class ClassValue<T> {
    private static final Object NULL = new Object();

    private final ConcurrentHashMap<Class<?>, Object> values = new ConcurrentHashMap<Class<?>, Object>();

    protected ClassValue() {
    }

    protected abstract T computeValue(Class<?> type);

    @SuppressWarnings("unchecked")
    public T get(Class<?> type) {
        Object v = values.get(type);
        if (v == null) {
            T computed = computeValue(type);
            Object fresh = computed == null ? NULL : computed;
            v = values.putIfAbsent(type, fresh);
            if (v == null) {
                v = fresh;
            }
        }
        return v == NULL ? null : (T) v;
    }

    public void remove(Class<?> type) {
        values.remove(type);
    }
}
