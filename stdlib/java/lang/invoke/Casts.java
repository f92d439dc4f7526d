package java.lang.invoke;

import rvm.internal.Conversions;

/** Conversions that the code behind method handles calls, and the exceptions it throws. */
final class Casts {
    static {
        MethodHandles.hide(Casts.class);
    }

    private Casts() {
    }

    /** A cast has failed. */
    static Object refuse(Object value, Class<?> to) {
        throw new ClassCastException("Cannot cast " + value.getClass().getName() + " to " + to.getName());
    }

    static Object nobody(Object receiver) {
        throw new NullPointerException();
    }

    static void absent(String text) {
        throw new NullPointerException(text);
    }

    /** The primitive value in a box, widened to that type, as a box of it. */
    private static Object box(Object value, Class<?> to) {
        Class<?> from = Conversions.unboxed(value);
        if (from == null) {
            if (value == null) {
                throw new NullPointerException("Cannot invoke \"java.lang.Number.intValue()\" because the return value of "
                        + "\"sun.invoke.util.ValueConversions.primitiveConversion(sun.invoke.util.Wrapper, Object, boolean)"
                        + "\" is null");
            }
            // As a cast of the machine fails.
            Number n = (Number) value;
            throw new ClassCastException("Cannot cast " + n.getClass().getName() + " to "
                    + Conversions.boxOf(to).getName());
        }
        if (!Conversions.widens(from, to)) {
            throw new ClassCastException("Cannot cast " + value.getClass().getName() + " to "
                    + Conversions.boxOf(to).getName());
        }
        return Conversions.convert(value, to, null);
    }

    static boolean toBoolean(Object o) {
        return o instanceof Boolean ? (Boolean) o : (Boolean) box(o, boolean.class);
    }

    static byte toByte(Object o) {
        return o instanceof Byte ? (Byte) o : (Byte) box(o, byte.class);
    }

    static char toChar(Object o) {
        return o instanceof Character ? (Character) o : (Character) box(o, char.class);
    }

    static short toShort(Object o) {
        return o instanceof Short ? (Short) o : (Short) box(o, short.class);
    }

    static int toInt(Object o) {
        return o instanceof Integer ? (Integer) o : (Integer) box(o, int.class);
    }

    static long toLong(Object o) {
        return o instanceof Long ? (Long) o : (Long) box(o, long.class);
    }

    static float toFloat(Object o) {
        return o instanceof Float ? (Float) o : (Float) box(o, float.class);
    }

    static double toDouble(Object o) {
        return o instanceof Double ? (Double) o : (Double) box(o, double.class);
    }

    // The conversions of explicitCastArguments: null is zero, and any primitive type becomes any other.

    private static long integral(Object o) {
        if (o == null) {
            return 0;
        }
        if (o instanceof Boolean) {
            return (Boolean) o ? 1 : 0;
        }
        if (o instanceof Character) {
            return (Character) o;
        }
        if (o instanceof Double || o instanceof Float) {
            return (long) ((Number) o).doubleValue();
        }
        return ((Number) o).longValue();
    }

    /** As an int: floating-point numbers saturate at its limits. */
    private static int narrow(Object o) {
        return o instanceof Double || o instanceof Float ? (int) ((Number) o).doubleValue() : (int) integral(o);
    }

    static boolean castBoolean(Object o) {
        return (narrow(o) & 1) != 0;
    }

    static byte castByte(Object o) {
        return (byte) narrow(o);
    }

    static char castChar(Object o) {
        return (char) narrow(o);
    }

    static short castShort(Object o) {
        return (short) narrow(o);
    }

    static int castInt(Object o) {
        return narrow(o);
    }

    static long castLong(Object o) {
        return integral(o);
    }

    static float castFloat(Object o) {
        return o instanceof Float || o instanceof Double ? ((Number) o).floatValue() : (float) integral(o);
    }

    static double castDouble(Object o) {
        return o instanceof Float || o instanceof Double ? ((Number) o).doubleValue() : (double) integral(o);
    }

    /** Checks an array that is to be spread. */
    static Object spreadable(Object array, int length) {
        if (array == null) {
            if (length == 0) {
                return null;
            }
            throw new NullPointerException("null array reference");
        }
        if (java.lang.reflect.Array.getLength(array) != length) {
            throw new IllegalArgumentException("array is not of length " + length);
        }
        return array;
    }

    /** The handle, if it has that type. */
    static MethodHandle exact(MethodHandle h, MethodType type) {
        if (h.type != type) {
            throw new WrongMethodTypeException("expected " + h.type + " but found " + type);
        }
        return h;
    }
}
