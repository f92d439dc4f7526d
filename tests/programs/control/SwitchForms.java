import java.util.*;

/** Every form of switch: statements and expressions, dense and sparse, arrows, yields, fall through, nested, strings that collide. */
public class SwitchForms {
    enum Day { MON, TUE, WED, THU, FRI, SAT, SUN; Day next() { return values()[(ordinal() + 1) % 7]; } }
    static int dense(int x) { switch (x) { case 0: return 10; case 1: return 11; case 2: case 3: return 12; case 5: x++; default: return x; case -1: return 99; } }
    static String sparse(int x) { return switch (x) { case Integer.MIN_VALUE -> "min"; case -1000000 -> "-1M"; case 0 -> "zero"; case 77, 78, 79 -> "seventies"; case Integer.MAX_VALUE -> "max"; default -> "other" + x; }; }
    static String chars(char c) { switch (c) { case 'a': case 'e': case 'i': case 'o': case 'u': return "vowel"; case '0': return "zero"; case '\n': return "newline"; case '\u20ac': return "euro"; default: return Character.isLetter(c) ? "consonant" : "other"; } }
    static int bytes(byte b) { return switch (b) { case -128 -> 1; case 127 -> 2; case 0 -> 3; default -> b; }; }
    static String strings(String s) { switch (s) { case "Aa": return "Aa"; case "BB": return "BB"; case "AaBB": case "BBAa": return "four"; case "": return "empty"; case "\u00e9": return "e acute"; default: return "?" + s.hashCode(); } }
    static int yields(Day d) { return switch (d) { case MON -> { int s = 0; for (int i = 0; i < 5; i++) { if (i == 3) { continue; } s += i; } yield s; } case TUE, WED -> { try { yield Integer.parseInt("x"); } catch (NumberFormatException e) { yield -1; } finally { System.out.print("[f]"); } } case THU -> throw new IllegalStateException("thursday"); default -> d.name().length(); }; }
    static int oldYield(int k) { int r = switch (k) { case 1: System.out.print("one "); case 2: yield 20; case 3: { int q = k * 2; yield q; } default: yield switch (k % 2) { case 0 -> 100; default -> 101; }; }; return r + 1; }
    static int boxed(Integer i) { switch (i) { case 1: return 1; case 1000: return 2; } return 3; }
    static final int K1 = 5; static final int K2 = K1 * 2; static final char C = 'c'; static final String S = "con" + "stant"; static final byte B = 3;
    static String constants(int x) { switch (x) { case K1: return "K1"; case K2: return "K2"; case C: return "C"; case B: return "B"; case (int) 3.9e1: return "39"; case ~0: return "-1"; case 1 << 4 | 1: return "17"; } return "none"; }
    static String loops() { StringBuilder b = new StringBuilder(); outer: for (int i = 0; ; i++) { switch (i) { case 0: continue; case 1: b.append("one,"); break; case 2: continue outer; case 3: for (;;) { switch (b.length()) { case 4: b.append("x"); break; case 5: b.append("y"); continue; default: break outer; } } default: return "bad"; } b.append(i); } return b.toString(); }
    static Object mixed(int k) { return switch (k) { case 0 -> 1; case 1 -> 2.5; case 2 -> 'c'; default -> 4L; }; }
    static Object mixedRef(int k) { return switch (k) { case 0 -> "s"; case 1 -> 2.5; case 2 -> new int[] {3}; default -> null; }; }
    static <T extends Comparable<T>> int sign(T a, T b) { return switch (Integer.signum(a.compareTo(b))) { case -1 -> -100; case 0 -> 0; default -> 100; }; }
    static int nested(String a, String b) { return switch (a) { case "x" -> switch (b) { case "x" -> 1; case "y" -> 2; default -> { int t = switch (b.length()) { case 0 -> 7; case 1 -> 8; default -> 9; }; yield t * 10; } }; case "y" -> b.isEmpty() ? 3 : 4; default -> 5; }; }
    static void empty(int i) { switch (i) { } switch (i) { default: } switch (i) { case 1: } System.out.print("e" + i + " "); }
    static int scopes(int k) { switch (k) { case 0: int v = 4; return v; case 1: v = 6; return v + 1; default: v = k; { int w = v; v = w * 2; } return v; } }
    static boolean cond(int k) { return switch (k) { case 1 -> true; default -> false; } && switch (k + 1) { case 2 -> true; default -> false; }; }
    static String inArgs(int k) { return String.format("%s-%d", switch (k) { case 1 -> "a"; default -> "b"; }, switch (k) { case 1 -> 10; default -> 20; }); }
    static int stack(int a, int k) { return a + 2 * switch (k) { case 0 -> { try { yield Integer.parseInt("7"); } catch (Exception e) { yield 0; } } default -> a; } - new int[] {1, 2, 3}[switch (k) { case 0 -> { try { throw new Error("e"); } catch (Error e) { yield 2; } } default -> 0; }]; }
    public static void main(String[] args) {
        for (int i = -2; i < 8; i++) { System.out.print(dense(i) + " "); }
        System.out.println();
        for (int i : new int[] {Integer.MIN_VALUE, -1000000, 0, 76, 77, 79, 80, Integer.MAX_VALUE}) { System.out.print(sparse(i) + " "); }
        System.out.println();
        for (char c : "ab0\n\u20ac!".toCharArray()) { System.out.print(chars(c) + " "); }
        System.out.println();
        for (int b : new int[] {-128, 127, 0, 5}) { System.out.print(bytes((byte) b) + " "); }
        System.out.println();
        for (String s : new String[] {"Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa", "", "\u00e9", "zz"}) { System.out.print(strings(s) + " "); }
        System.out.println();
        for (Day d : Day.values()) { try { System.out.print(yields(d) + " "); } catch (IllegalStateException e) { System.out.print(e.getMessage() + " "); } }
        System.out.println();
        for (int i = 0; i < 5; i++) { System.out.print(oldYield(i) + " "); }
        System.out.println();
        System.out.println(boxed(1) + " " + boxed(1000) + " " + boxed(3));
        for (int i : new int[] {5, 10, 'c', 3, 39, -1, 17, 0}) { System.out.print(constants(i) + " "); }
        System.out.println(loops());
        for (int i = 0; i < 4; i++) { Object o = mixed(i); System.out.print(o + ":" + o.getClass().getSimpleName() + " "); Object r = mixedRef(i); System.out.print((r instanceof int[] ? "array" : r) + " "); }
        System.out.println();
        System.out.println(sign("a", "b") + " " + sign(3, 3) + " " + sign(2.5, 1.5));
        System.out.println(nested("x", "x") + " " + nested("x", "y") + " " + nested("x", "") + " " + nested("x", "zz") + " " + nested("y", "") + " " + nested("y", "q") + " " + nested("", ""));
        empty(0); empty(1); System.out.println(scopes(0) + " " + scopes(1) + " " + scopes(9) + " " + cond(1) + " " + cond(2) + " " + inArgs(1) + " " + inArgs(2) + " " + stack(5, 0) + " " + stack(5, 1));
        Map<Day, Integer> work = new EnumMap<>(Day.class);
        for (Day d : Day.values()) { work.merge(switch (d) { case SAT, SUN -> Day.SUN; default -> Day.MON; }, 1, Integer::sum); }
        System.out.println(work + " " + Day.SUN.next());
        switch (Day.valueOf("FRI")) { case FRI -> System.out.println("friday"); case MON -> System.out.println("monday"); default -> { } }
        try { Day n = null; switch (n) { case MON: break; } } catch (NullPointerException e) { System.out.println("NPE"); }
        long acc = 0; for (int i = 0; i < 1000; i++) { acc = acc * 31 + switch (i % 7) { case 0 -> i; case 1 -> -i; case 2 -> i << 2; case 3 -> { if (i % 2 == 0) yield 5; yield 6; } default -> 1L; }; }
        System.out.println(acc);
    }
}
