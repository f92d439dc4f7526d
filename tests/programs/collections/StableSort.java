import java.util.*;

public class StableSort {
    static class P {
        final String n;
        final int a;
        P(String n, int a) {
            this.n = n;
            this.a = a;
        }
        public String toString() {
            return n + a;
        }
        String n() {
            return n;
        }
        int a() {
            return a;
        }
    }

    public static void main(String[] args) throws Exception {
        List<P> l = new ArrayList<>();
        Random r = new Random(9);
        for (int i = 0; i < 60; i++) l.add(new P("" + (char) ('a' + r.nextInt(5)), i));
        l.sort(Comparator.comparing(P::n));
        p(l);
        l.sort(Comparator.comparingInt(x -> x.a % 4));
        p(l);
        l.sort(Comparator.comparing(P::n, Comparator.reverseOrder()).thenComparing(P::a, (x, y) -> y - x));
        p(l);
        Integer[] big = new Integer[3000];
        for (int i = 0; i < big.length; i++) big[i] = (i * 7919) % 3001;
        Arrays.sort(big, (x, y) -> Integer.compare(x % 10, y % 10));
        p(Arrays.asList(big).subList(0, 20) + "" + Arrays.asList(big).hashCode());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
