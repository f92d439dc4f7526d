package java.lang.invoke;

import rvm.internal.Conversions;

/** The conversions of explicitCastArguments: those of casts, and null to zero. */
final class Casts {
    private Casts() {
    }

    static Object cast(Object value, Class<?> from, Class<?> to) {
        if (from == to || to == void.class) {
            return to == void.class ? null : value;
        }
        if (from == void.class) {
            return MethodHandle.zero(to);
        }
        if (!to.isPrimitive()) {
            // Casts to interfaces are not checked.
            return to.isInterface() && !from.isPrimitive() ? value : to.cast(value);
        }
        if (value == null) {
            return MethodHandle.zero(to);
        }
        if (Conversions.unboxed(value) == null) {
            throw new ClassCastException("Cannot cast " + value.getClass().getName() + " to " + to.getName());
        }
        return primitive(value, to);
    }

    private static Object primitive(Object v, Class<?> to) {
        if (v instanceof Float || v instanceof Double) {
            double d = ((Number) v).doubleValue();
            if (to == double.class) {
                return d;
            }
            if (to == float.class) {
                return (float) d;
            }
            if (to == long.class) {
                return (long) d;
            }
            if (to == boolean.class) {
                return ((byte) (int) d & 1) != 0;
            }
            return integral((int) d, to);
        }
        long l = v instanceof Boolean ? (Boolean) v ? 1 : 0 : v instanceof Character ? (Character) v
                : ((Number) v).longValue();
        if (to == double.class) {
            return (double) l;
        }
        if (to == float.class) {
            return (float) l;
        }
        if (to == long.class) {
            return l;
        }
        if (to == boolean.class) {
            return (l & 1) != 0;
        }
        return integral((int) l, to);
    }

    private static Object integral(int i, Class<?> to) {
        if (to == int.class) {
            return i;
        }
        if (to == char.class) {
            return (char) i;
        }
        if (to == short.class) {
            return (short) i;
        }
        return (byte) i;
    }
}
