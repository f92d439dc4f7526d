import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loops that enter a monitor in each iteration, left in every way; and constants in static fields. */
public class JoinedLocks {
    static final Object LOCK = new Object();
    static final int[] DATA = new int[64];
    static final Map<Integer, String> NAMES = new HashMap<>();
    static final Comparator<String> BACKWARDS = (a, b) -> b.compareTo(a);
    static final Object NOTHING = null;
    static int count;
    static volatile boolean go;

    static void plain(int n) {
        for (int i = 0; i < n; i++) {
            synchronized (LOCK) {
                count++;
            }
        }
    }

    static int thrown(int[] a, int n) {
        int i = 0;
        try {
            for (; i < n; i++) {
                synchronized (LOCK) {
                    a[i]++;
                    count += a[i];
                }
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return Thread.holdsLock(LOCK) ? -1 : i;
        }
        return Thread.holdsLock(LOCK) ? -2 : i;
    }

    static int left(int n, int at) {
        int i = 0;
        for (; i < n; i++) {
            synchronized (LOCK) {
                if (DATA[i & 63] == at) {
                    break;
                }
                count ^= i;
            }
        }
        return Thread.holdsLock(LOCK) ? -1 : i;
    }

    static int returned(int n, int at) {
        for (int i = 0; i < n; i++) {
            synchronized (LOCK) {
                if (i * 3 == at) {
                    return i;
                }
                count--;
            }
        }
        return -1;
    }

    static int continued(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            synchronized (LOCK) {
                if ((i & 3) == 1) {
                    continue;
                }
                sum += i;
            }
        }
        return sum;
    }

    /** The lock changes on the way. */
    static int changing(Object[] locks, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            synchronized (locks[i % locks.length]) {
                sum += i % 7;
            }
        }
        return sum;
    }

    static int nested(Object a, Object b, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            synchronized (a) {
                synchronized (b) {
                    sum += i;
                }
            }
        }
        return sum;
    }

    static int caught(int[] a, int n) {
        int bad = 0;
        for (int i = 0; i < n; i++) {
            try {
                synchronized (LOCK) {
                    a[i % (a.length + 2)]++;
                }
            } catch (ArrayIndexOutOfBoundsException e) {
                bad++;
            }
        }
        return bad;
    }

    static class Counter {
        private long value;

        synchronized void add(int by) {
            value += by;
        }

        synchronized long get() {
            return value;
        }
    }

    static long method(Counter c, int n) {
        for (int i = 0; i < n; i++) {
            c.add(i & 15);
        }
        return c.get();
    }

    static int nobody(Object lock, int n) {
        int i = 0;
        try {
            for (; i < n; i++) {
                synchronized (lock) {
                    count++;
                }
            }
        } catch (NullPointerException e) {
            return -1 - i;
        }
        return i;
    }

    /** Waits for another thread that needs the same lock. */
    static int waits(int[] box) {
        int seen = 0;
        while (true) {
            synchronized (LOCK) {
                seen++;
                if (box[0] != 0) {
                    break;
                }
            }
        }
        return seen > 0 ? box[0] : 0;
    }

    public static void main(String[] args) throws Exception {
        for (int i = 0; i < DATA.length; i++) {
            DATA[i] = i;
        }
        for (int round = 0; round < 400; round++) {
            plain(round % 23);
        }
        plain(100_000);
        System.out.println(count);
        for (int n = 0; n < 40; n++) {
            for (int times = 0; times < 30; times++) {
                int[] a = new int[n];
                int r = thrown(a, times % 2 == 0 ? n : n + 5);
                if (r != n) {
                    System.out.println("thrown " + n + " " + r);
                }
            }
        }
        System.out.println(count);
        for (int at = 0; at < 64; at++) {
            if (left(1000, at) != at || returned(1000, at * 3) != at) {
                System.out.println("left " + at);
            }
        }
        System.out.println(left(50_000, 64) + " " + returned(50_000, 1) + " " + count);
        System.out.println(continued(50_001));
        Object[] locks = {new Object(), LOCK, new Object()};
        System.out.println(changing(locks, 50_000) + " " + nested(locks[0], locks[2], 50_000));
        System.out.println(caught(new int[9], 50_000));
        System.out.println(method(new Counter(), 100_003));
        for (int i = 0; i < 2000; i++) {
            nobody(LOCK, i % 19);
        }
        System.out.println(nobody(LOCK, 30_000) + " " + nobody(null, 7) + " " + nobody(null, 0));
        boolean free = true;
        for (Object o : locks) {
            free &= !Thread.holdsLock(o);
        }
        System.out.println(free);

        count = 0;
        Counter shared = new Counter();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Thread thread = new Thread(() -> {
                plain(200_001);
                method(shared, 160_000);
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread t : threads) {
            t.join();
        }
        System.out.println(count + " " + shared.get());

        int[] box = new int[1];
        int[] got = new int[1];
        Thread waiter = new Thread(() -> got[0] = waits(box));
        waiter.start();
        Thread.sleep(20);
        synchronized (LOCK) {
            box[0] = 42;
        }
        waiter.join();
        System.out.println(got[0]);

        constants();
    }

    static void constants() {
        int sum = 0;
        List<String> words = new ArrayList<>(List.of("pear", "apple", "fig"));
        for (int i = 0; i < 20_000; i++) {
            NAMES.put(i & 127, "n" + (i & 7));
            sum += NAMES.get(i & 63 & i).length() + (NOTHING == null ? 1 : 0) + DATA[i & 31];
            if ((i & 1023) == 0) {
                words.sort(BACKWARDS);
                words.set(0, words.get(0) + i % 10);
            }
        }
        System.out.println(sum + " " + NAMES.size() + " " + words);
    }
}
