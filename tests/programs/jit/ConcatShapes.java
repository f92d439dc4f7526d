import java.util.*;
public class ConcatShapes {
    record P(int x, long y, String s, boolean b, char c) {}
    static String all(String s, Object o, int i, long l, boolean b, char c, byte by, short sh, float f, double d) {
        return "<" + s + '|' + o + "," + i + ";" + l + " " + b + c + by + "_" + sh + "=" + f + "/" + d + ">";
    }
    static String two(String a, String b) { return a + b; }
    static String ints(int a, int b) { return a + ":" + b; }
    static String longs(long a, long b) { return a + "" + b; }
    static String chars(char a, char b) { return "" + a + b; }
    static String bool(boolean a, String s) { return s + a; }
    static String small(byte a, short b) { return "b" + a + "s" + b; }
    static String literal(String s) { return "a literal of more than twenty-four characters: " + s + " and the like of it behind"; }
    static String wide(String s) { return "\u20ac" + s; }
    static String grow(String s) { s += s.length(); return s; }
    static int caught(Object o) {
        int done = 0;
        try { done = 1; String s = "x" + o; done = 2; return s.length() * 10 + done; }
        catch (IllegalStateException e) { return -done; }
    }
    static long h;
    static void add(String s) { h = h * 31 + s.hashCode(); h ^= s.length(); }
    public static void main(String[] args) {
        String[] texts = { "", "a", "ab", "abc", "abcd", "abcdefg", "abcdefgh", "0123456789abcde", "0123456789abcdef",
            "0123456789abcdefg", "\u00e9\u00ff", "\u0100x", "\u20ac", null, "x".repeat(100), "y".repeat(1990), "z".repeat(5000) };
        Object bad = new Object() { public String toString() { throw new IllegalStateException(); } };
        Object none = new Object() { public String toString() { return null; } };
        for (int round = 0; round < 400; round++) {
            for (String a : texts) {
                for (String b : texts) { add(two(a, b)); }
                add(literal(a)); add(wide(a)); add(bool(round % 2 == 0, a));
                if (a != null) add(grow(a));
            }
            for (int i = 0; i < 64; i++) {
                long v = 1L << i;
                add(ints((int) v, (int) -v)); add(ints((int) v - 1, ~(int) v)); add(longs(v, -v)); add(longs(v - 1, ~v));
                add(chars((char) v, (char) (i * 9))); add(small((byte) v, (short) v));
            }
            for (long p = 1, n = 0; n < 19; n++, p *= 10) { add(longs(p, p - 1)); add(longs(-p, 1 - p)); add(ints((int) p, (int) (p + 1))); }
            Object o = round % 3 == 0 ? null : round % 3 == 1 ? (Object) round : none;
            add(all(texts[round % texts.length], o, round, -round, o == null, (char) (round * 3), (byte) round, (short) -round, round / 4f, -round / 8.0));
            add(new P(round, -round, texts[round % texts.length], o == null, (char) ('A' + round % 300)).toString());
            h = h * 31 + caught(round % 7 == 0 ? bad : "ok");
        }
        System.out.println(h);
        System.out.println(all("s", none, Integer.MIN_VALUE, Long.MIN_VALUE, true, '\u00ff', (byte) -128, Short.MIN_VALUE, -0f, Double.NaN));
        System.out.println(two(null, null) + chars('\u20ac', 'a') + literal("\u0394"));
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 300000; i++) { String s = "k" + i + '=' + (i * 7L); if (i % 97 == 0) kept.add(s); }
        long sum = 0; for (String s : kept) sum = sum * 31 + s.hashCode();
        System.out.println(kept.size() + " " + sum + " " + kept.get(kept.size() - 1));
    }
}
