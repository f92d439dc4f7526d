import java.lang.invoke.*;
        import java.util.concurrent.Callable;
        public class FieldErrors { int f;
        static int st;
        private int p;
        void m(){} static void sm(){}
 static void t(Callable<?> c){ try { System.out.println(c.call());
        } catch(Throwable e){ System.out.println((e+"").replaceAll("@[0-9a-f]+","@H")+" / "+(e.getCause()==null?null:e.getCause().getClass()));
        } }
 public static void main(String[] a){ MethodHandles.Lookup L=MethodHandles.lookup(), P=MethodHandles.publicLookup(), O=L;
        t(() -> L.findGetter(FieldErrors.class,"st",int.class));
        t(() -> L.findStaticGetter(FieldErrors.class,"f",int.class));
        t(() -> L.findSetter(FieldErrors.class,"st",int.class));
        t(() -> L.findVarHandle(FieldErrors.class,"st",int.class));
        t(() -> L.findStaticVarHandle(FieldErrors.class,"f",int.class));
        t(() -> L.findVirtual(FieldErrors.class,"sm",MethodType.methodType(void.class)));
        t(() -> L.findStatic(FieldErrors.class,"m",MethodType.methodType(void.class)));
        t(() -> L.findGetter(FieldErrors.class,"zz",int.class));
        t(() -> O.findGetter(Other2.class,"b",byte[].class));
        t(() -> L.findGetter(java.util.AbstractList.class,"modCount",int.class));
        t(() -> P.findGetter(Thread.class,"none",int[].class));
        t(() -> P.findGetter(FieldErrors.class,"p",int.class));
        t(() -> P.findVirtual(FieldErrors.class,"m",MethodType.methodType(void.class)));
        t(() -> P.findStatic(FieldErrors.class,"sm",MethodType.methodType(void.class)));
        t(() -> L.findConstructor(FieldErrors.class,MethodType.methodType(void.class,int.class)));
        t(() -> L.findConstructor(Math.class,MethodType.methodType(void.class)));
        t(() -> L.findVirtual(FieldErrors.class,"<init>",MethodType.methodType(void.class)));
        t(() -> L.findSpecial(Object.class,"toString",MethodType.methodType(String.class),String.class));
        } }
class Other2 { private byte[] b;
        }
