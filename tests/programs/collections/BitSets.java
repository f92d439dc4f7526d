import java.util.*;

public class BitSets {
    public static void main(String[] args) throws Exception {
        BitSet b = new BitSet();
        for (int i = 0; i < 200; i += 7) b.set(i);
        p(b + " " + b.cardinality() + " " + b.length() + " " + b.size());
        BitSet c = new BitSet();
        c.set(10, 50);
        c.clear(20, 25);
        c.flip(45, 55);
        p(c);
        BitSet d = (BitSet) b.clone();
        d.and(c);
        p(d);
        d.or(b);
        d.xor(c);
        p(d.cardinality() + " " + d.nextSetBit(30) + d.nextClearBit(0) + d.previousSetBit(100) + d.get(7) + d.intersects(b));
        d.andNot(b);
        p(d + "" + d.isEmpty() + d.hashCode() + d.equals(c));
        p(Arrays.toString(c.toLongArray()) + c.get(5, 15) + BitSet.valueOf(new long[] {5, 1}));
        BitSet s = new BitSet(1000);
        s.set(2, 1000);
        for (int i = 2; i * i < 1000; i++) if (s.get(i)) for (int j = i * i; j < 1000; j += i) s.clear(j);
        p(s.cardinality() + " " + s.stream().limit(10).sum());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
