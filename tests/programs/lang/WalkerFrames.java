import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a stack walker's frames know. */
public class WalkerFrames {
    static void show(StackWalker walker) {
        for (StackWalker.StackFrame f : walker.walk(s -> s.limit(3).collect(Collectors.toList()))) {
            System.out.println(f + " " + f.getMethodName() + f.getDescriptor() + " at " + (f.getByteCodeIndex() >= 0));
            try {
                System.out.println(f.getMethodType() + " " + f.getDeclaringClass());
            } catch (UnsupportedOperationException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    static String deeper(int[] a, List<String> b, long c) {
        show(StackWalker.getInstance(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE)));
        return null;
    }

    public static void main(String[] args) throws Exception {
        deeper(null, null, 0);
        show(StackWalker.getInstance());
        Thread sleeper = new Thread(() -> {
            try {
                Thread.sleep(100000);
            } catch (InterruptedException e) {
                System.out.println(e.getStackTrace()[0]);
            }
        });
        sleeper.start();
        while (sleeper.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        StackTraceElement[] trace = sleeper.getStackTrace();
        System.out.println(trace[0].getMethodName() + " " + trace[1]);
        sleeper.interrupt();
        sleeper.join();
        synchronized (args) {
            Thread.currentThread().interrupt();
            try {
                args.wait();
            } catch (InterruptedException e) {
                System.out.println(e.getStackTrace()[0]);
            }
        }
        long[] none = null;
        try {
            none.clone();
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
    }
}
