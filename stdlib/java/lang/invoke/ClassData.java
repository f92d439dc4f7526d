package java.lang.invoke;

import rvm.internal.Conversions;

/** Class data as a type that the caller names. */
final class ClassData {
    private ClassData() {
    }

    @SuppressWarnings("unchecked")
    static <T> T fitting(Object data, Class<T> type) {
        if (!type.isPrimitive()) {
            return type.cast(data);
        }
        Class<?> from = Conversions.unboxed(data);
        if (from == null || !Conversions.widens(from, type)) {
            throw new ClassCastException(type + " is not compatible with " + data.getClass());
        }
        return (T) Conversions.convert(data, type, null);
    }

    static <T> T nothing(Class<T> type) {
        if (type.isPrimitive()) {
            throw new NullPointerException();
        }
        return null;
    }
}
