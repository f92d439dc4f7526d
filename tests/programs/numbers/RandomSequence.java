import java.util.*;
import java.util.stream.*;

public class RandomSequence {
    public static void main(String[] args) throws Exception {
        Random r = new Random(42);
        for (int i = 0; i < 5; i++) p(r.nextInt() + " " + r.nextInt(100) + " " + r.nextLong() + " " + r.nextDouble() + " " + r.nextFloat() + " " + r.nextBoolean() + " " + r.nextInt(64));
        byte[] b = new byte[10];
        r.nextBytes(b);
        p(Arrays.toString(b));
        p(r.nextGaussian() + " " + r.nextGaussian());
        r.setSeed(7);
        p(r.nextInt());
        p(new Random(1).ints(5, 0, 10).boxed().collect(Collectors.toList()));
        p(Arrays.toString(new Random(3).doubles(2).toArray()));
        List<Integer> l = IntStream.range(0, 10).boxed().collect(Collectors.toList());
        Collections.shuffle(l, new Random(5));
        p(l);
        try {
            r.nextInt(0);
        }  catch (IllegalArgumentException e) {
            p(e.getMessage());
        }
        p(new Random(0).longs(2).sum());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
