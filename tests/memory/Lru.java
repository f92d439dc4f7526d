import java.util.LinkedHashMap;
import java.util.Map;

/** A cache that forgets the least recently used: everything dies old. */
public class Lru {
    public static void main(String[] args) {
        int most = 200000;
        LinkedHashMap<Integer, byte[]> cache = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
                return size() > most;
            }
        };
        for (int i = 0; i < most; i++) cache.put(i, new byte[100]);
        Live.report(args);
        long hits = 0, seed = 7;
        for (int i = 0; i < 1500000; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            int key = (int) ((seed >>> 33) % (most * 2));
            if (cache.get(key) != null) hits++;
            else cache.put(key, new byte[100]);
        }
        System.out.println(hits);
    }
}
