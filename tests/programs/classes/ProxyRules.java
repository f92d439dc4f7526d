import java.lang.reflect.*;
public class ProxyRules {
  interface Pk { void x(); }
  public interface Pub { void y(); }
  private interface Pri { default int z() { return 3; } }
  public static void main(String[] a) throws Exception {
    InvocationHandler h = (p, m, as) -> { System.out.println(m); if (m.getName().equals("z")) return InvocationHandler.invokeDefault(p, m, as); return null; };
    for (Class<?>[] is : new Class<?>[][]{{Pk.class}, {Pub.class}, {Pri.class}, {Pk.class, Pub.class}, {Runnable.class}, {}, {java.util.List.class, Pub.class}}) {
      Object o = Proxy.newProxyInstance(ProxyRules.class.getClassLoader(), is, h);
      Class<?> c = o.getClass();
      System.out.println(Modifier.toString(c.getModifiers()) + " [" + c.getPackageName() + "] " + c.getName().replaceAll("\\d+", "N") + " " + c.isSynthetic() + " " + c.getSuperclass() + " " + java.util.Arrays.toString(c.getInterfaces()));
      if (o instanceof Pk q) q.x();
      if (o instanceof Pub q) q.y();
      if (o instanceof Pri q) System.out.println(q.z());
    }
    for (Object o : new Object[]{new Class<?>[]{String.class}, new Class<?>[]{Pk.class, Pk.class}}) try {
      Proxy.newProxyInstance(ProxyRules.class.getClassLoader(), (Class<?>[]) o, h); } catch (Exception e) { System.out.println(e); }
    try { Proxy.newProxyInstance(null, new Class<?>[]{Pk.class}, h); } catch (Exception e) { System.out.println(e); }
    try { Proxy.getInvocationHandler("x"); } catch (Exception e) { System.out.println(e); }
    interface A { Object m(); } interface B { String m(); }
    Object o = Proxy.newProxyInstance(ProxyRules.class.getClassLoader(), new Class<?>[]{A.class, B.class}, (p, m, as) -> { System.out.println(m); return "s"; });
    System.out.println(((A) o).m() + ((B) o).m());
    interface C { int m(); } 
    try { Proxy.newProxyInstance(ProxyRules.class.getClassLoader(), new Class<?>[]{A.class, C.class}, h); } catch (Exception e) { System.out.println(e); }
    interface D { int p(); } try { ((D) Proxy.newProxyInstance(ProxyRules.class.getClassLoader(), new Class<?>[]{D.class}, (p, m, as) -> null)).p(); } catch (Exception e) { System.out.println(e); }
    try { ((D) Proxy.newProxyInstance(ProxyRules.class.getClassLoader(), new Class<?>[]{D.class}, (p, m, as) -> "s")).p(); } catch (Exception e) { System.out.println(e.getClass()); }
  }
}
