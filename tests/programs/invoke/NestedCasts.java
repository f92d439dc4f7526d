import java.lang.invoke.*;
/** A cast around the cast of a call that takes its type from it. */
public class NestedCasts { int count = 70000; static final VarHandle V; static final MethodHandle M;
 static { try { V = MethodHandles.lookup().findVarHandle(NestedCasts.class, "count", int.class); M = MethodHandles.lookup().findVirtual(String.class, "length", MethodType.methodType(int.class)); } catch (Exception e) { throw new Error(e); } }
 public static void main(String[] a) throws Throwable { NestedCasts q = new NestedCasts();
  System.out.println((long) (int) V.get(q)); System.out.println((int) (char) ((int) V.getVolatile(q))); System.out.println((Object) (int) V.get(q)); System.out.println((byte) ((int) M.invokeExact("abc")));
  Object o = V.get(q); System.out.println(o); int k = (int) (V.get(q)); System.out.println(k); System.out.println((Integer) (Object) V.get(q)); V.set(q, (char) (int) V.get(q)); System.out.println(q.count); } }
