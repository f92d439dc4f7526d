import java.util.*;

public class ArrayMessages {
    static void t(Runnable r) {
        try {
            r.run();
            p("none");
        }  catch (RuntimeException e) {
            p(e.getClass().getName() + ": " + e.getMessage());
        }
    }
    static int[] a = new int[3]; static Object[] objs = new String[2]; static int neg = -3;

    public static void main(String[] args) throws Exception {
        t(() -> a[3]++);
        t(() -> a[-1] = 0);
        t(() -> p(new String[0][0].length));
        t(() -> objs[0] = 1);
        t(() -> objs[1] = new int[0]);
        t(() -> p(new int[neg]));
        t(() -> p(new long[2][neg]));
        t(() -> System.arraycopy(a, 1, a, 2, 2));
        t(() -> System.arraycopy(a, -1, a, 0, 1));
        t(() -> System.arraycopy(a, 0, a, 0, -1));
        t(() -> System.arraycopy(a, 0, new long[3], 0, 1));
        t(() -> System.arraycopy("x", 0, a, 0, 1));
        t(() -> System.arraycopy(new Object[] {1, "x"}, 0, new Integer[2], 0, 2));
        t(() -> Arrays.copyOfRange(a, 5, 6));
        t(() -> Arrays.copyOf(a, -1));
        t(() -> Arrays.fill(a, 1, 9, 0));
        t(() -> Arrays.asList(1, 2).get(2));
        t(() -> Arrays.asList(1, 2).add(3));
        t(() -> ((Object[]) (Object) a)[0] = 1);
        t(() -> Arrays.sort(a, 2, 1));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
