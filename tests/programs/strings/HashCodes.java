import java.util.*;

public class HashCodes {
    public static void main(String[] args) throws Exception {
        for (String s : new String[] {"", "a", "hello", "The quick brown fox", "\u0000", "zzzzzzzzzzzzzzzz"}) p(s.hashCode());
        p(Boolean.hashCode(true) + Boolean.hashCode(false) + " " + Long.hashCode(1L << 33) + Double.hashCode(0.1) + Float.hashCode(0.1f) + Character.hashCode('x'));
        p(Arrays.asList("a", null, 1).hashCode() + " " + new HashSet<>(Arrays.asList(1, 2, "x")).hashCode() + Map.of("a", 1).hashCode() + Arrays.hashCode(new Object[] {null, "b"}) + Arrays.hashCode(new double[] {1.5}) + Optional.of("z").hashCode() + new AbstractMap.SimpleEntry<>("k", 2).hashCode());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
