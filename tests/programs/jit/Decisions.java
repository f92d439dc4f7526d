import java.util.*;
import java.util.function.IntPredicate;

/** Tests of ranges, methods that say yes or no and are asked at once, and the kinds of characters. */
public class Decisions {
    static final int MIN = Integer.MIN_VALUE, MAX = Integer.MAX_VALUE;
    static int calls;

    static boolean digit(int c) { return c >= '0' && c <= '9'; }
    static boolean letter(int c) { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'; }
    static boolean word(int c) { return letter(c) || digit(c); }
    static boolean notWord(int c) { return !word(c); }
    static boolean outside(int c) { return c < -7 || c > 12; }
    static boolean low(int c) { return c >= MIN && c < MIN + 3; }
    static boolean high(int c) { return c > MAX - 3 && c <= MAX; }
    static boolean all(int c) { return c >= MIN && c <= MAX; }
    static boolean none(int c) { return c > 5 && c < 5; }
    static boolean one(int c) { return c > 4 && c < 6; }
    static boolean twisted(int c) { return 10 <= c && 20 > c; }
    static boolean seen(int c) { calls++; return c % 3 == 0; }
    static boolean both(int c) { return seen(c) && seen(c + 1) || digit(c); }

    static int kinds(int c) {
        int k = 0;
        if (digit(c)) k |= 1;
        if (letter(c)) { k |= 2; } else { k |= 0x1000; }
        if (!word(c)) k |= 4;
        if (notWord(c) && !outside(c)) k |= 8;
        k |= outside(c) ? 16 : 0;
        while (low(c)) { k |= 32; c += 3; }
        if (high(c) || none(c)) k |= 64;
        if (all(c) != none(c)) k |= 128;
        if (one(c) == twisted(c)) k |= 256;
        if (both(c)) k |= 512;
        boolean kept = word(c);
        if (kept) k |= 1024;
        return kept ? k | 2048 : k;
    }

    static int scan(String text) {
        int words = 0, i = 0;
        while (i < text.length() && !notWord(text.charAt(i)) || i == 0) {
            i++;
        }
        boolean inside = false;
        for (; i < text.length(); i++) {
            boolean now = word(text.charAt(i));
            if (now && !inside) words++;
            inside = now;
        }
        return words * 100 + (inside ? 1 : 0);
    }

    static final class Count implements Iterator<Integer> {
        int at;
        final int end;
        Count(int end) { this.end = end; }
        public boolean hasNext() { return at < end && at >= 0; }
        public Integer next() { if (!hasNext()) throw new NoSuchElementException(); return at++; }
    }

    static int drain(int n) {
        int sum = 0;
        Count c = new Count(n);
        while (c.hasNext()) { sum += c.next(); }
        try { c.next(); } catch (NoSuchElementException e) { sum = -sum; }
        return sum;
    }

    static long ask(IntPredicate p, int from, int to) {
        long sum = 0;
        for (int i = from; i != to; i++) { if (p.test(i)) sum = sum * 31 + i; else sum ^= i; }
        return sum;
    }

    public static void main(String[] args) {
        int[] edges = { MIN, MIN + 1, MIN + 2, MIN + 3, -8, -7, -1, 0, 4, 5, 6, 9, 10, 12, 13, 19, 20, 47, 48, 57, 58, 64, 65, 90, 91, 95, 96, 97,
            122, 123, 127, 128, 255, 256, MAX - 3, MAX - 2, MAX - 1, MAX };
        long sum = 0;
        for (int round = 0; round < 3000; round++) {
            for (int c : edges) { sum = sum * 31 + kinds(c); }
            sum = sum * 31 + scan("a1 b__2, ;c" + round + " { }") + drain(round % 5);
        }
        for (int round = 0; round < 300; round++) {
            sum += ask(Decisions::word, -200, 300) * 3 + ask(Decisions::outside, -20, 20) + ask(Decisions::high, MAX - 9, MIN + 9);
            sum = sum * 31 + ask(c -> c > 3 && c <= 7 && c != 5, -3, 12) + ask(c -> !(c < 3 || 7 < c), -3, 12);
        }
        System.out.println(sum + " " + calls);
        long kinds = 0;
        for (int round = 0; round < 200; round++) {
            for (int c = -3; c < 0x250; c++) {
                int k = (Character.isLetterOrDigit(c) ? 1 : 0) | (Character.isWhitespace(c) ? 2 : 0) | (Character.isLetter(c) ? 4 : 0)
                    | (Character.isDigit(c) ? 8 : 0) | (Character.isUpperCase(c) ? 16 : 0);
                kinds = kinds * 7 + k;
            }
        }
        System.out.println(kinds);
    }
}
