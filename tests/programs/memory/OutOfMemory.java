import java.util.*;

/** Running out of memory a hundred times, and going on. */
public class OutOfMemory {
    static Object keep;

    public static void main(String[] args) {
        int caught = 0;
        for (int i = 0; i < 100; i++) {
            try {
                List<Object> list = new ArrayList<>();
                keep = list;
                while (true) {
                    if (i % 3 == 0) list.add(new int[20000]);
                    else if (i % 3 == 1) list.add(new byte[300000]);
                    else list.add(new StringBuilder().append(i).append(new char[10000]));
                }
            } catch (OutOfMemoryError e) {
                keep = null;
                caught++;
                if (i < 3) System.out.println(e.getMessage());
            }
        }
        System.out.println(caught);
        try {
            System.out.println(new long[Integer.MAX_VALUE].length);
        } catch (OutOfMemoryError e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(new long[Integer.MAX_VALUE - 8].length);
        } catch (OutOfMemoryError e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(new byte[10][100000000].length);
        } catch (OutOfMemoryError e) {
            System.out.println(e.getMessage());
        }
        List<Object> leak = new LinkedList<>();
        while (true) leak.add(new long[100]);
    }
}
