/** What a NullPointerException calls a parameter that is stored to before, behind or beside the failing place, as code goes. */
public class NpeParameters {
    static void t(Runnable r) { try { r.run(); } catch (NullPointerException e) { System.out.println(e.getMessage()); } }
    static void a(String a, String b) { for (int i = 0; i < 2; i++) { a.length(); a = b; } }
    static void b(String a, String b) { int i = 0; do { a.length(); a = b; } while (i++ < 3); }
    static void c(String a, String b) { int i = 0; while (true) { if (i++ > 0) a.length(); a = b; } }
    static void d(String a, String b, boolean z) { if (z) a = b; a.length(); }
    static void e(String a, String b, boolean z) { for (int i = 0; i < 2; i++) { if (i == 1) { a = b; continue; } a.length(); } a.length(); }
    static void f(String a, String b, int k) { for (int i = 0; i < 3; i++) { switch (k + i) { case 1: a.length(); break; case 0: a = b; break; default: a.length(); } } }
    static void g(String a, String b) { try { a = b; b.length(); } catch (RuntimeException x) { a.length(); } }
    static void h(String a, String b) { try { a.length(); a = b; Integer.parseInt("x"); } catch (IllegalArgumentException x) { a.length(); } }
    static void i(String a, String b) { for (int i = 0; i < 2; i++) { String s = i == 0 ? "" : b; s.length(); a.length(); for (int j = 0; j < 2; j++) { a.length(); a = b; } } }
    static void j(String[] a, int n) { for (int i = n; i < 3; i++) { a[i].length(); a = null; } }
    static void k(String a) { try { Integer.parseInt(a == null ? "1" : "x"); } finally { a.length(); } }
    static void l(String a) { try { try { Integer.parseInt("x"); } finally { a = null; } } catch (Exception e) { a.length(); } }
    static void m(String a) { try { Integer.parseInt("x"); a = "q"; } catch (Exception e) { a.length(); } }
    static void n(String a, boolean z) { while (z) { try { Integer.parseInt("x"); } catch (Exception e) { a.length(); } a = null; } }
    static void o(String a, Object q) { for (;;) { Object s = a == null ? q : a; ((String) s).length(); a = null; q = null; } }
    public static void main(String[] z) {
        String n = null;
        t(() -> a("", n)); t(() -> a(n, n)); t(() -> b("", n)); t(() -> c("", n)); t(() -> d("", n, true)); t(() -> d(n, n, false)); t(() -> e("", n, true)); t(() -> f("", n, 0)); t(() -> f(n, "", 1)); t(() -> g("", n));
        t(() -> h("", n)); t(() -> i("", "")); t(() -> i("", n)); t(() -> i("x", n)); t(() -> j(new String[]{"", "", ""}, 0)); t(() -> k(n)); t(() -> l("")); t(() -> m(n)); t(() -> n("", true)); t(() -> o("", "b"));
    }
}
