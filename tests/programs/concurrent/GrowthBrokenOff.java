import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;

/** A map whose growth broke off goes on with it; a phaser that ended says what it was like then. */
public class GrowthBrokenOff {
    public static void main(String[] args) {
        ConcurrentHashMap<Integer, Object> m = new ConcurrentHashMap<>();
        for (int i = 0; i < 8; i++) {
            m.put(i, i);
        }
        try {
            m.computeIfAbsent(15, k -> {
                for (int i = 100; i < 1000; i++) {
                    m.put(i * 16 + 7, i);
                }
                return k;
            });
        } catch (IllegalStateException e) {
            System.out.println(e);
        }
        for (int i = 20000; i < 29000; i++) {
            m.put(i, i);
        }
        int missing = 0;
        for (int i = 20000; i < 29000; i++) {
            if (m.get(i) == null) {
                missing++;
            }
        }
        for (Integer k : m.keySet()) {
            if (m.get(k) == null) {
                missing++;
            }
        }
        System.out.println("missing " + missing);

        Phaser ends = new Phaser(2) {
            @Override
            protected boolean onAdvance(int phase, int registered) {
                return phase == 1;
            }
        };
        for (int i = 0; i < 5; i++) {
            System.out.println(ends.arrive() + " " + ends.getArrivedParties() + " " + ends.getUnarrivedParties());
        }
        System.out.println(ends.toString().replaceAll("@[0-9a-f]+", ""));
    }
}
