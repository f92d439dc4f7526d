import java.util.HashMap;
import java.util.Map;

/** A thread ends, with all that is said of it, while the heap is full; a class of the library whose making lacked room works later. */
public class DiesInFullHeap {
    static Map<Integer, String> map = new HashMap<>();

    public static void main(String[] args) throws Exception {
        Thread leaker = new Thread(() -> {
            for (int i = 0;; i++) {
                map.put(i, "v" + i + new String(new char[1000]));
            }
        }, "leaker");
        leaker.start();
        leaker.join();
        map = null;
        System.out.println("main goes on");
        throw new IllegalStateException("x");
    }
}
