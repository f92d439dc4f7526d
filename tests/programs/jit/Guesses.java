import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;

/** Calls that gave objects of one class until the code was compiled, and then give others: in loops, nested, under locks and handlers. */
public class Guesses {
    interface Maker {
        Box make(int i);
    }

    static class Box {
        int value;

        Box(int value) {
            this.value = value;
        }

        int get() {
            return value;
        }
    }

    static final class Twice extends Box {
        Twice(int value) {
            super(value);
        }

        @Override
        int get() {
            return 2 * value;
        }
    }

    static final class Plain implements Maker {
        public Box make(int i) {
            return new Box(i);
        }
    }

    static final class Other implements Maker {
        public Box make(int i) {
            if (i % 97 == 13) {
                throw new IllegalStateException("no " + i);
            }
            return i % 3 == 0 ? null : new Twice(i);
        }
    }

    static long sum(Collection<Integer> all) {
        long sum = 0;
        for (int x : all) {
            sum = sum * 31 + x;
        }
        return sum;
    }

    static long pairs(List<? extends Collection<Integer>> lists) {
        long sum = 0;
        for (Collection<Integer> a : lists) {
            for (Collection<Integer> b : lists) {
                Iterator<Integer> i = a.iterator();
                for (int y : b) {
                    if (!i.hasNext()) {
                        break;
                    }
                    sum = sum * 7 + i.next() * y;
                }
            }
        }
        return sum;
    }

    static synchronized int locked(Maker maker, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            Box box = maker.make(i);
            int k = box.get();
            box.value += k;
            sum = sum * 31 + box.get();
        }
        return sum;
    }

    static int caught(Maker maker, int n) {
        int sum = 0;
        int at = -1;
        for (int i = 0; i < n; i++) {
            try {
                at = i;
                Box box = maker.make(i);
                sum += box.value;
                if (box.getClass() != Box.class) {
                    sum ^= 0x55;
                }
            } catch (NullPointerException e) {
                sum -= at;
            } catch (IllegalStateException e) {
                sum += e.getMessage().length() * at;
            } finally {
                sum++;
            }
        }
        return sum;
    }

    static String modified(List<Integer> list) {
        StringBuilder out = new StringBuilder();
        try {
            for (Integer x : list) {
                out.append(x).append(' ');
                if (x == 3) {
                    list.add(99);
                }
            }
        } catch (ConcurrentModificationException e) {
            out.append("changed");
        }
        Iterator<Integer> it = list.iterator();
        while (it.hasNext()) {
            if (it.next() % 2 == 0) {
                it.remove();
            }
        }
        try {
            it.next();
        } catch (NoSuchElementException e) {
            out.append(" end");
        }
        return out.append(list).toString();
    }

    /** The loop goes on in the middle with what was computed before the guess failed. */
    static long middle(Collection<Integer>[] all) {
        long sum = 1;
        double scale = 0.5;
        int count = 0;
        String last = "";
        for (int round = 0; round < all.length; round++) {
            sum += round;
            long before = sum;
            int own = 0;
            for (int x : all[round]) {
                own += x;
                count++;
                scale = scale * 0.75 + x;
            }
            if (own > 40) {
                last = last.length() > 20 ? "" : last + own;
            }
            sum = before * 31 + own;
        }
        return sum + count * 1000L + (long) scale + last.hashCode();
    }

    @SuppressWarnings("unchecked")
    public static void main(String[] args) {
        List<Integer> numbers = new ArrayList<>(Arrays.asList(5, 3, 8, 1, 9, 2));
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            lists.add(new ArrayList<>(numbers.subList(0, i + 1)));
        }
        Collection<Integer>[] all = new Collection[40];
        long total = 0;
        for (int round = 0; round < 3000; round++) {
            total = total * 31 + sum(numbers) + pairs(lists);
            Arrays.fill(all, numbers);
            total = total * 31 + middle(all);
            total = total * 31 + locked(new Plain(), 20) + caught(new Plain(), 20);
        }
        System.out.println(total);
        List<Collection<Integer>> others =
                List.of(new LinkedList<>(numbers), new TreeSet<>(numbers), new HashSet<>(numbers), new ArrayDeque<>(numbers), numbers);
        for (int round = 0; round < 1500; round++) {
            for (Collection<Integer> other : others) {
                total = total * 31 + sum(other);
            }
            total = total * 31 + pairs(others);
            for (int i = 0; i < all.length; i++) {
                all[i] = i % 11 == 10 ? others.get(round % 5) : numbers;
            }
            total = total * 31 + middle(all);
            total = total * 31 + caught(round % 2 == 0 ? new Plain() : new Other(), 120);
            try {
                total = total * 31 + locked(new Other(), 20 + round % 2);
            } catch (NullPointerException e) {
                total += 3;
            }
            if (Thread.holdsLock(Guesses.class)) {
                System.out.println("still locked");
            }
        }
        System.out.println(total);
        String text = "";
        for (int round = 0; round < 2000; round++) {
            text = modified(new ArrayList<>(numbers));
        }
        System.out.println(text);
        System.out.println(modified(new LinkedList<>(numbers)));
    }
}
