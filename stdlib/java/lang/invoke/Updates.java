package java.lang.invoke;

/** The arithmetic of VarHandle's getAnd... accesses, on boxes of one type. */
final class Updates {
    private Updates() {
    }

    static Object apply(String name, Object a, Object b) {
        if (a instanceof Boolean) {
            boolean x = (Boolean) a;
            boolean y = (Boolean) b;
            return name.startsWith("getAndBitwiseOr") ? x | y : name.startsWith("getAndBitwiseAnd") ? x & y : x ^ y;
        }
        if (a instanceof Double) {
            return (Double) a + (Double) b;
        }
        if (a instanceof Float) {
            return (Float) a + (Float) b;
        }
        long r = combine(name, toLong(a), toLong(b));
        if (a instanceof Long) {
            return r;
        }
        if (a instanceof Integer) {
            return (int) r;
        }
        if (a instanceof Short) {
            return (short) r;
        }
        return a instanceof Character ? (Object) (char) r : (Object) (byte) r;
    }

    private static long toLong(Object o) {
        return o instanceof Character ? (Character) o : ((Number) o).longValue();
    }

    private static long combine(String name, long a, long b) {
        if (name.startsWith("getAndAdd")) {
            return a + b;
        }
        return name.startsWith("getAndBitwiseOr") ? a | b : name.startsWith("getAndBitwiseAnd") ? a & b : a ^ b;
    }
}
