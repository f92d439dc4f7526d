import java.util.*;
import java.util.function.*;
public class FlowAndSwitches {
    static StringBuilder log = new StringBuilder();
    static int f(String s, int v) { log.append(s); return v; }
    static int[] arr(String s, int[] a) { log.append(s); return a; }
    static int tryRet() { int x = 1; try { return x; } finally { x = 2; } }
    @SuppressWarnings("finally") static int tryRet2() { try { throw new RuntimeException("a"); } finally { return 7; } }
    static String tryNest() {
        StringBuilder b = new StringBuilder();
        outer:
        for (int i = 0; i < 4; i++) {
            try {
                b.append(i);
                for (;;) {
                    try { if (i == 1) continue outer; if (i == 3) break outer; b.append('a'); break; }
                    finally { b.append('f'); if (i == 2) { b.append('!'); continue outer; } }
                }
                b.append('b');
            } catch (RuntimeException e) { b.append('c'); }
            finally { b.append('F'); }
        }
        return b.toString();
    }
    static class Res implements AutoCloseable {
        final String n; Res(String n) { this.n = n; log.append("+" + n); }
        @Override public void close() throws Exception { log.append("-" + n); if (n.equals("b")) throw new Exception("close " + n); }
    }
    static void twr() throws Exception {
        try (Res a = new Res("a"); Res b = new Res("b"); Res nul = null) { throw new IllegalStateException("body"); }
    }
    static int twr2() throws Exception { final Res r = new Res("r"); try (r; var q = new Res("q")) { return log.length(); } finally { log.append("#"); } }
    static int sw(Object o) {
        return switch (o.toString()) {
            case "Aa", "BB" -> 1;      // hash collision
            case "AaAa" -> 2; case "BBBB" -> 3; case "AaBB" -> 4;
            case "" -> { int r = 0; for (int i = 0; i < 3; i++) { if (i == 1) continue; r += i; } yield r; }
            default -> { try { yield Integer.parseInt(o.toString()); } catch (NumberFormatException e) { yield -1; } finally { log.append("s"); } }
        };
    }
    static int old(int i) { int r = 0; switch (i) { case 1: r++; case 2: r += 10; break; default: r = -1; case 5: r -= 5; case 6: { r *= 2; break; } } return r; }
    enum E { A, B, C { void m() {} }; void m() {} }
    static String en(E e, int k) { return switch (e) { case A -> switch (k) { case 1, 2 -> "a12"; case Integer.MAX_VALUE -> "max"; default -> { String s = switch (k % 2) { case 0: yield "even"; default: yield "odd"; }; yield s + k; } }; case B -> "b"; case C -> { if (k > 0) yield "cp"; else yield "cn"; } }; }
    static boolean bsw(E e) { return !switch (e) { case A: yield true; case B: case C: yield false; } && e != null; }
    static int nested(Object o) { if (!(o instanceof String s) || s.isEmpty()) return 0; return s.length(); }
    static String pat(Object o) {
        if (o instanceof Integer i && i > 5) return "big" + i; else if (o instanceof Integer i) return "int" + i;
        while (!(o instanceof String t)) { o = o.toString(); }
        return t.concat("!") + (o instanceof final CharSequence cs && cs.length() > 2 ? cs.subSequence(0, 2) : "short");
    }
    static byte bb = 10; static short ss = 3; static char cc = 'a'; static Integer boxed = 5; static Character bc = 'x'; static String str = "s"; static Object obj = "o";
    class In { int v = 1; class In2 { int w = v + k; class In3 { int z = w + v + k; } } }
    int k = 40;
    public static void main(String[] args) throws Exception {
        System.out.println(tryRet() + " " + tryRet2() + " " + tryNest());
        try { twr(); } catch (Exception e) { System.out.println(e.getMessage() + Arrays.toString(e.getSuppressed()) + log); }
        log.setLength(0); System.out.println(twr2() + " " + log); log.setLength(0);
        for (String s : new String[]{"Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa", "", "12", "z"}) System.out.print(sw(s) + " "); System.out.println(log);
        for (int i = 0; i < 8; i++) System.out.print(old(i) + " ");
        for (E e : E.values()) System.out.print(en(e, 1) + en(e, 4) + en(e, Integer.MAX_VALUE) + bsw(e) + " ");
        System.out.println(nested("abc") + nested(3) + pat(3) + pat(7) + pat('c') + pat(12345L));
        int[] a = {1, 2, 3}; int i = 0; log.setLength(0);
        arr("A", a)[f("i", 1)] += f("v", 5); a[i++] <<= i++; a[i] = i = 0; System.out.println(Arrays.toString(a) + i + log);
        i = 5; i = i++ + ++i; System.out.println(i); i += i++ * 2 + (i = 3); System.out.println(i);
        bb += 300; ss *= 2.7; cc++; cc += 1; boxed++; boxed += 2; bc++; str += 1 + 2; str += 'c'; obj += "p"; System.out.println(bb + " " + ss + cc + boxed + bc + str + obj);
        Integer[] ba = {1, 2}; ba[0]++; ba[1] += ba[0]--; System.out.println(Arrays.toString(ba)); long L = 5; L >>>= 1L; L ^= 0xFFL; int sh = 1 << 33; int neg = -17 >> 2, neg2 = -17 >>> 28, rem = -17 % 5; System.out.println(L + " " + sh + neg + " " + neg2 + rem);
        double d = 1e300 * 1e10; float fl = (float) 1e40; int ni = (int) Double.NaN, ci = (int) 3e10; long cl = (long) -1e30f; byte cb = (byte) 200; char cch = (char) -1; System.out.println(d + " " + fl + ni + " " + ci + cl + cb + (int) cch + (short) 70000 + (5 / 2.0f) + 07 + 0b101 + 1_000 + 0x1.8p3 + 'a' + (char) ('a' + 1));
        FlowAndSwitches x = new FlowAndSwitches(); FlowAndSwitches.In.In2.In3 z = x.new In().new In2().new In3(); System.out.println(z.z);
        final int cap = 3; int eff = 4;
        class Loc { int m = cap + eff; class LocIn { int q = m + cap * eff; } Supplier<LocIn> s() { return () -> new LocIn(); } Supplier<LocIn> t = LocIn::new; }
        System.out.println(new Loc().s().get().q + new Loc().t.get().q);
        Object anon = new Object() { int c = eff; { c += cap; } int go() { return c++ + this.c; } @Override public String toString() { return "anon" + go() + new Object() { public String toString() { return "in" + c + eff; } }; } };
        System.out.println(anon); System.out.println(new Object() { int h() { return 99; } }.h()); var v = new Object() { int y = 5; }; v.y++; System.out.println(v.y);
        record P(int a, String... rest) { P { if (a < 0) throw new IllegalArgumentException("neg"); } static int cnt = 7; P(String s) { this(s.length(), s, s); } int sum() { return a + rest.length; } }
        System.out.println(new P("abc").sum() + P.cnt); try { new P(-1); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
        enum Loc2 { X { int f() { return 1; } }, Y; int f() { return 2; } } interface Loc3 { int q(int a); default int qq() { return q(4); } } Loc3 l3 = w -> w * Loc2.X.f(); System.out.println(l3.qq() + Loc2.Y.f());
        lab: { if (cap == 3) break lab; System.out.println("no"); } do { if (i > 100) break; i += 50; continue; } while (i < 1000); System.out.println(i);
        String tb = """
            Hello \
            World "quotes" \"""
              indent\tTab \s
            trail   
            \u0041\101\0end
            """; System.out.println(tb.replace("\0", "0")); System.out.println("""
            a
           b""" + """
            c""".length());
        System.out.println(((Function<Integer, Integer>) q -> q + 1).apply(1)); int \u0061\u0062 = 3; System.out.println(ab);
        int[][] jag = {{1}, {2, 3}, {}}; int tot = 0; for (int[] row : jag) for (int c : row) tot += c; System.out.println(tot + jag[1].length); int[] dims[] = new int[2][]; dims[0] = new int[]{4}; System.out.println(dims[0][0]);
        char c2 = 'b'; c2 += 1; switch (c2) { case 'c': System.out.println("c"); } final byte fb = 10; byte fb2 = fb + 5; System.out.println(fb2); assert i > 0 : "msg" + i; try { assert i < 0 : i; } catch (AssertionError e) { System.out.println(e.getMessage()); }
        System.out.println(1 + 2 + "x" + 1 + 2 + 'c' + null + 1.0f + 2.0 + true + new int[0].length); final String cs = "a" + 1 + 'b' + 2L + 3.5f + true; System.out.println(cs == ("a1b23.5true") ? "same" : "diff");
        synchronized (log) { log.append("sync"); } Iterator<Integer> it = new Iterator<>() { int n = 0; public boolean hasNext() { return n < 3; } public Integer next() { return n++; } }; Iterable<Integer> itb = () -> it; for (int q : itb) System.out.print(q); System.out.println();
        long sum = 0; for (long m = 0, n = 10; m < n; m++, n--) sum += m * n; System.out.println(sum); for (var en : Map.of("k", 1).entrySet()) System.out.println(en.getKey() + en.getValue());
    }
}
