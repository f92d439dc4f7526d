import java.util.HashMap;

/** A map of a million entries, filled, read, partly replaced. */
public class Million {
    public static void main(String[] args) {
        HashMap<Integer, String> map = new HashMap<>();
        for (int i = 0; i < 1000000; i++) map.put(i, "v" + (i & 1023));
        Live.report(args);
        long sum = 0;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1000000; i += 3) map.put(i, "w" + (i + round));
            for (int i = 0; i < 1000000; i += 2) sum += map.get(i).length();
        }
        System.out.println(sum + " " + map.size());
    }
}
