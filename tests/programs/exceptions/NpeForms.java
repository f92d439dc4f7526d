import java.util.function.*;
import java.util.*;

/** The text of a NullPointerException for every kind of access. */
public class NpeForms {
    int i; long l; double d; String s; int[] a; long[][] aa; NpeForms next; Integer boxed; Object o; boolean z; char c; byte b; short sh; float f;
    static NpeForms none; static int[] sa; static String ss; static Object[][] grid; static Boolean flag; static final NpeForms[] list = new NpeForms[3];
    NpeForms self() { return null; }
    static NpeForms make(int x, String y) { return null; }
    int[] array() { return null; }
    int m(int p) { return p; }
    interface Code { void run() throws Throwable; }
    static int count;
    static void t(Code code) {
        count++;
        try { code.run(); System.out.println(count + " no exception"); }
        catch (NullPointerException e) { System.out.println(count + " " + e.getMessage()); }
        catch (Throwable e) { System.out.println(count + " " + e); }
    }
    static void param(NpeForms p, int[] q, String r, Object[] objs, int index) {
        t(() -> System.out.println(p.i));
        t(() -> p.i = 3);
        try { p.i++; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { q[index] = 3; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { q[index]++; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { System.out.println(q[index + 1]); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { System.out.println(q.length); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { System.out.println(r.length()); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { System.out.println(objs[0].toString()); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { objs[1] = "x"; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { synchronized (p) { System.out.println(); } } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { switch (r) { case "a": break; } } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { for (int v : q) { System.out.println(v); } } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { p.self().self(); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
    }
    enum E { A, B }
    void instance() {
        try { next.next.next.i = 4; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { next.a[2] = 4; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { a[2] = 4; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { aa[2][i] = 4L; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { aa = new long[3][]; aa[2][i] = 4L; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { this.s.trim(); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { int k = boxed; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { boxed++; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { self().array()[3]++; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { array()[m(3)]++; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { make(3, "x").m(4); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { E e = null; switch (e) { case A: break; default: } } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { throw (RuntimeException) o; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        try { next.new Inner(); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
    }
    class Inner { int q = i; }
    static long longSlot(long first, double second, NpeForms third, long fourth) { return third.l + fourth; }
    @SuppressWarnings("null")
    public static void main(String[] args) {
        NpeForms n = null; int[] arr = null; long[] la = null; double[] da = null; float[] fa = null; byte[] ba = null; char[] ca = null; short[] sha = null; boolean[] za = null;
        Object[] oa = null; int[][] m2 = new int[2][]; String str = null; Integer boxed = null; Long lb = null; Double db = null; Character cb = null; Boolean zb = null;
        t(() -> System.out.println(n.i)); t(() -> System.out.println(n.l)); t(() -> System.out.println(n.s)); t(() -> n.d = 2); t(() -> n.o = "q");
        t(() -> n.self()); t(() -> n.self().self()); t(() -> System.out.println(arr[0])); t(() -> la[1] = 2); t(() -> System.out.println(la[1])); t(() -> da[1] = 2); t(() -> System.out.println(da[1]));
        t(() -> fa[1] = 2); t(() -> System.out.println(fa[1])); t(() -> ba[1] = 2); t(() -> System.out.println(ba[1])); t(() -> ca[1] = 2); t(() -> System.out.println(ca[1]));
        t(() -> sha[1] = 2); t(() -> System.out.println(sha[1])); t(() -> za[1] = true); t(() -> System.out.println(za[1])); t(() -> oa[1] = ""); t(() -> System.out.println(oa[1]));
        t(() -> System.out.println(m2[1][0])); t(() -> m2[1][0] = 3); t(() -> System.out.println(m2[1].length)); t(() -> str.length()); t(() -> { int x = boxed; }); t(() -> { long x = lb; }); t(() -> { double x = db; }); t(() -> { char x = cb; }); t(() -> { if (zb) { return; } });
        t(() -> { synchronized (n) { count += 0; } }); t(() -> { throw null; }); t(() -> none.i++); t(() -> sa[3] = 1); t(() -> ss.isEmpty()); t(() -> grid[1][2] = null); t(() -> { if (flag) { return; } });
        t(() -> list[1].next.i = 1); t(() -> list[count - count + 2].self()); t(() -> Objects.requireNonNull(null)); t(() -> Objects.requireNonNull(null, "my text")); t(() -> Objects.requireNonNull(null, () -> "supplied"));
        t(() -> { Supplier<String> sup = str::trim; }); t(() -> { Function<NpeForms, NpeForms> f = NpeForms::self; f.apply(null); }); t(() -> { Runnable r = null; r.run(); });
        t(() -> (new int[2][])[1][0]++ ); t(() -> new String[][] {null}[0][1].length()); t(() -> new String[] {null}[0].length()); t(() -> ((String) n.o).length()); t(() -> ((NpeForms) null).m(1)); t(() -> ((int[]) null)[0]++);
        t(() -> (args.length > 5 ? n : none).m(2)); t(() -> longSlot(1L, 2.0, null, 3L)); t(() -> new NpeForms().next.l++); t(() -> new NpeForms().next.aa[1][1] = 5); t(() -> make(1, "a").s.length()); t(() -> "abc".concat(null)); t(() -> new StringBuilder((String) null)); t(() -> Integer.parseInt(null)); t(() -> "a".compareTo(null)); t(() -> List.of(1, null)); t(() -> Map.of("a", null)); t(() -> new TreeMap<String, String>().put(null, "")); t(() -> new ArrayDeque<String>().add(null)); t(() -> Optional.of(null)); t(() -> String.valueOf((char[]) null)); t(() -> new ArrayList<String>((Collection<String>) null)); t(() -> "a".contains(null)); t(() -> String.join(null, "a")); t(() -> Double.parseDouble(null)); t(() -> new PriorityQueue<Integer>().offer(null)); t(() -> Enum.valueOf(E.class, null)); t(() -> E.valueOf(null)); t(() -> System.getProperty(null)); t(() -> Class.forName(null)); t(() -> System.arraycopy(null, 0, null, 0, 0)); t(() -> Arrays.sort((int[]) null)); t(() -> Arrays.fill((int[]) null, 1)); t(() -> Arrays.asList((Object[]) null)); t(() -> String.format(null)); t(() -> new Scanner((String) null)); t(() -> "x".equals(null)); t(() -> "x".split(null)); t(() -> "x".replace("x", null)); t(() -> new Thread((Runnable) null).join()); t(() -> Collections.sort((List<Integer>) null)); t(() -> Collections.max((List<Integer>) null)); t(() -> new HashMap<String, Integer>().merge("a", null, Integer::sum)); t(() -> new HashMap<String, Integer>().computeIfAbsent("a", null)); t(() -> new ArrayList<>(List.of(1)).forEach(null)); t(() -> new StringBuilder().append((char[]) null)); t(() -> new StringBuilder("abc").insert(1, (String) null).length()); t(() -> Integer.valueOf((String) null)); t(() -> new String((byte[]) null)); t(() -> "a".getBytes((String) null)); t(() -> List.copyOf(Arrays.asList(1, null))); t(() -> Set.of((Object) null)); t(() -> List.of().contains(null)); t(() -> Map.of().get(null));
        param(null, null, null, null, 1);
        new NpeForms().instance();
    }
}
