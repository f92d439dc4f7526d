package rvm.internal;

/** Boxes as reflection unwraps, widens and wraps them. */
public final class Conversions {
    private Conversions() {
    }

    private static int rank(Class<?> primitive) {
        return primitive == byte.class ? 1 : primitive == short.class ? 2 : primitive == int.class ? 3
                : primitive == long.class ? 4 : primitive == float.class ? 5 : primitive == double.class ? 6 : 0;
    }

    /** The primitive type of a box, or null. */
    public static Class<?> unboxed(Object o) {
        return o instanceof Integer ? int.class : o instanceof Long ? long.class : o instanceof Boolean ? boolean.class
                : o instanceof Double ? double.class : o instanceof Character ? char.class
                : o instanceof Byte ? byte.class : o instanceof Short ? short.class
                : o instanceof Float ? float.class : null;
    }

    /** Whether a value of one primitive type becomes one of another without a cast. */
    public static boolean widens(Class<?> from, Class<?> to) {
        if (from == to) {
            return true;
        }
        if (from == char.class) {
            return rank(to) >= 3;
        }
        return rank(from) > 0 && rank(from) < rank(to);
    }

    /**
     * The value as a parameter of that type takes it: itself, or for a primitive type a box of exactly that type.
     * IllegalArgumentException with the given message when it does not fit.
     */
    public static Object convert(Object value, Class<?> type, String message) {
        if (!type.isPrimitive()) {
            if (value != null && !type.isInstance(value)) {
                throw new IllegalArgumentException(message);
            }
            return value;
        }
        Class<?> from = unboxed(value);
        if (from == type) {
            return value;
        }
        if (from == null || !widens(from, type)) {
            throw new IllegalArgumentException(message);
        }
        if (from == char.class) {
            value = (int) (Character) value;
            if (type == int.class) {
                return value;
            }
        }
        Number n = (Number) value;
        if (type == short.class) {
            return n.shortValue();
        }
        if (type == int.class) {
            return n.intValue();
        }
        if (type == long.class) {
            return n.longValue();
        }
        if (type == float.class) {
            return n.floatValue();
        }
        return n.doubleValue();
    }

    /** The class of the boxes of a primitive type; any other class is its own. */
    public static Class<?> boxOf(Class<?> type) {
        return type == int.class ? Integer.class : type == long.class ? Long.class : type == boolean.class ? Boolean.class
                : type == double.class ? Double.class : type == char.class ? Character.class
                : type == byte.class ? Byte.class : type == short.class ? Short.class
                : type == float.class ? Float.class : type == void.class ? Void.class : type;
    }
}
