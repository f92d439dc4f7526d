import java.lang.reflect.*; import java.util.*;
public class RepeatedCalls { 
 public static class T { public int v; private final String s; public T(int v, String s) { this.v = v; this.s = s; if (v < 0) throw new IllegalStateException("neg " + v); } public T() { this(1, "d"); }
  public int add(int a, long b, double c) { return (int) (v + a + b + c); } public String str() { return s; } public void nothing() { v++; } private static char ch(char c, byte b, short h, boolean z, float f) { return (char) (c + b + h + (z ? 1 : 0) + f); } public static int[] arr(int... x) { return x; } public void fail(String m) throws java.io.IOException { throw new java.io.IOException(m); } 
  protected long w(Long l, Integer i) { return l + i; } }
 static class Bad { static { if (true) throw new RuntimeException("init"); } public static void m() {} }
 interface I { default String d() { return "d" + x(); } String x(); }
 static class II implements I { public String x() { return "II"; } }
 public static void main(String[] a) throws Exception {
  for (int r = 0; r < 100; r += 33) { System.out.println("== " + (r > 0));
   Method add = T.class.getMethod("add", int.class, long.class, double.class), str = T.class.getMethod("str"), no = T.class.getMethod("nothing"), ch = T.class.getDeclaredMethod("ch", char.class, byte.class, short.class, boolean.class, float.class), arr = T.class.getMethod("arr", int[].class), fail = T.class.getMethod("fail", String.class), w = T.class.getDeclaredMethod("w", Long.class, Integer.class), d = I.class.getMethod("d");
   Constructor<T> c = T.class.getConstructor(int.class, String.class), c0 = T.class.getConstructor(); ch.setAccessible(true);
   T t = null;
   for (int i = 0; i <= r; i++) { t = c.newInstance(i, "s" + i); c0.newInstance(); Object x = add.invoke(t, i, (byte) 3, 2.5f); if (i == r) System.out.println(x); x = str.invoke(t); if (i == r) System.out.println(x); x = no.invoke(t, (Object[]) null); if (i == r) System.out.println(x + " " + t.v); x = ch.invoke(null, 'a', (byte) 1, (short) 2, true, 1.5f); if (i == r) System.out.println(x + " " + x.getClass()); x = arr.invoke(null, new int[]{1, 2}); if (i == r) System.out.println(((int[]) x).length); x = w.invoke(t, 5L, 6); if (i == r) System.out.println(x); x = d.invoke(new II()); if (i == r) System.out.println(x);
    for (int k = 0; k < 9; k++) { try { switch (k) { case 0: fail.invoke(t, "m" + (i == r)); break; case 1: c.newInstance(-1, null); break; case 2: add.invoke(t, 1, 2); break; case 3: add.invoke(t, "x", 2L, 3.0); break; case 4: add.invoke("no", 1, 2L, 3.0); break; case 5: add.invoke(null, 1, 2L, 3.0); break; case 6: add.invoke(t, null, 2L, 3.0); break; case 7: w.invoke(t, 1, 1); break; case 8: add.invoke(t, 1, 2.0, 3.0); } System.out.println("none"); } catch (Exception e) { if (i == r) System.out.println(k + " " + e.getClass() + " / " + e.getCause()); } } }
  }
  try { Bad.class.getMethod("m").invoke(null); } catch (Throwable e) { System.out.println(e + " " + e.getCause()); }
  try { Bad.class.getMethod("m").invoke(null); } catch (Throwable e) { System.out.println(e); }
 } }
