import java.lang.invoke.*;
import java.util.function.*;
import java.util.*;
import java.io.*;
public class HandleKinds {
  interface SF<A,B> extends Function<A,B>, Serializable {}
  static String cat(String a, Object b){return a+b;}
  record P(int x, String y, double z) {}
  String pre="p"; String inst(int i){return pre+i;}
  static class Base { protected String hi(){return "base";} }
  static class Der extends Base { protected String hi(){return "der";} 
    static String sup(Der d) throws Throwable { return (String) MethodHandles.lookup().findSpecial(Base.class,"hi",MethodType.methodType(String.class),Der.class).invokeExact(d); } }
  interface Df { default String q(){return "dflt";} }
  static class Im implements Df { public String q(){return "im/"+Df.super.q();} }
  int f=3; volatile long lv=5; static int sf=1; static String sref="a"; byte bb=1; char cc='a'; boolean zz; short ss=2; float ff=1.5f; double dd=2.5; Object ref="r"; final int fin=9;
  static boolean isPos(int x){return x>0;}
  static int dbl(int x){return 2*x;} static int neg(int x){return -x;}
  static int boom(int x){ if (x>5) throw new IllegalStateException("boom"+x); return x; }
  static int handler(IllegalStateException e, int x){ return -x; }
  static int clean(Throwable t, int r, int x){ System.out.println("clean "+t+" "+r+" "+x); return r+100; }
  static long sum(long a,int b,double c,float d,Object e){return (long)(a+b+c+d)+e.hashCode();}
  static int add(int a,int b){return a+b;}
  static boolean lt5(int v,int n){return v<n;}
  public static void main(String[] a) throws Throwable {
    var l = MethodHandles.lookup();
    // explicit metafactory
    MethodHandle cat = l.findStatic(HandleKinds.class,"cat",MethodType.methodType(String.class,String.class,Object.class));
    CallSite cs = LambdaMetafactory.metafactory(l,"apply",MethodType.methodType(Function.class,String.class),MethodType.methodType(Object.class,Object.class),cat,MethodType.methodType(String.class,Integer.class));
    Function<Integer,String> fn=(Function<Integer,String>)cs.getTarget().invokeExact("pre-");
    System.out.println(fn.apply(5));
    CallSite c2 = LambdaMetafactory.metafactory(l,"applyAsInt",MethodType.methodType(IntUnaryOperator.class),MethodType.methodType(int.class,int.class),l.findStatic(HandleKinds.class,"dbl",MethodType.methodType(int.class,int.class)),MethodType.methodType(int.class,int.class));
    System.out.println(((IntUnaryOperator)c2.getTarget().invokeExact()).applyAsInt(21));
    // serializable lambda
    int k=7; String s="cap";
    SF<String,String> sf=(x)->x+k+s;
    ByteArrayOutputStream bo=new ByteArrayOutputStream(); new ObjectOutputStream(bo).writeObject(sf);
    SF<String,String> sf2=(SF<String,String>)new ObjectInputStream(new ByteArrayInputStream(bo.toByteArray())).readObject();
    System.out.println(sf2.apply("in-"));
    SF<String,Integer> ml=String::length;
    bo=new ByteArrayOutputStream(); new ObjectOutputStream(bo).writeObject(ml);
    System.out.println(((SF<String,Integer>)new ObjectInputStream(new ByteArrayInputStream(bo.toByteArray())).readObject()).apply("four"));
    Runnable r=(Runnable&Serializable)()->System.out.println("ran "+k);
    r.run(); System.out.println(r instanceof Serializable);
    var wr=sf.getClass().getDeclaredMethod("writeReplace"); wr.setAccessible(true); SerializedLambda sl=(SerializedLambda)wr.invoke(sf);
    System.out.println(sl.getImplClass()+" "+sl.getFunctionalInterfaceClass()+" "+sl.getFunctionalInterfaceMethodName()+" "+sl.getFunctionalInterfaceMethodSignature()+" "+sl.getImplMethodKind()+" "+sl.getImplMethodSignature()+" "+sl.getInstantiatedMethodType()+" "+sl.getCapturedArgCount()+" "+sl.getCapturedArg(0)+sl.getCapturedArg(1)+sl.getCapturingClass());
    // concat
    CallSite cc=StringConcatFactory.makeConcatWithConstants(l,"x",MethodType.methodType(String.class,int.class,long.class,char.class,Object.class,double.class,byte.class,boolean.class),"a\1b\1\2\1-\1 \1\1\1","K");
    System.out.println((String)cc.getTarget().invokeExact(1,2L,'c',(Object)"o",1.5,(byte)3,true));
    // records
    MethodHandle[] g={l.findGetter(P.class,"x",int.class),l.findGetter(P.class,"y",String.class),l.findGetter(P.class,"z",double.class)};
    CallSite t=(CallSite)java.lang.runtime.ObjectMethods.bootstrap(l,"toString",MethodType.methodType(String.class,P.class),P.class,"x;y;z",g);
    System.out.println((String)t.getTarget().invokeExact(new P(1,"q",2.5)));
    CallSite e=(CallSite)java.lang.runtime.ObjectMethods.bootstrap(l,"equals",MethodType.methodType(boolean.class,P.class,Object.class),P.class,"x;y;z",g);
    System.out.println((boolean)e.getTarget().invokeExact(new P(1,"q",2.5),(Object)new P(1,"q",2.5))+" "+(boolean)e.getTarget().invokeExact(new P(1,"q",2.5),(Object)new P(1,"q",2.6)));
    // special
    System.out.println(Der.sup(new Der())+" "+new Im().q());
    // var handles
    HandleKinds o=new HandleKinds();
    VarHandle f=l.findVarHandle(HandleKinds.class,"f",int.class);
    System.out.println(f.compareAndSet(o,3,4)+" "+(int)f.get(o)+" "+(int)f.getAndAdd(o,10)+" "+o.f+" "+(int)f.getAndSet(o,1)+" "+(int)f.compareAndExchange(o,1,77)+" "+(int)f.compareAndExchange(o,1,78)+" "+(int)f.getVolatile(o)+" "+(int)f.getAndBitwiseOr(o,128)+" "+o.f);
    f.setVolatile(o,5); f.set(o,6); f.setRelease(o,7); f.setOpaque(o,8); System.out.println((int)f.getAcquire(o)+(int)f.getOpaque(o));
    VarHandle lv=l.findVarHandle(HandleKinds.class,"lv",long.class);
    System.out.println(lv.compareAndSet(o,5L,6L)+" "+(long)lv.getAndAdd(o,1)+" "+o.lv+" "+lv.weakCompareAndSetPlain(o,7L,-1L)+o.lv);
    VarHandle b=l.findVarHandle(HandleKinds.class,"bb",byte.class);
    System.out.println(b.compareAndSet(o,(byte)1,(byte)-3)+" "+(byte)b.getAndAdd(o,(byte)-126)+" "+o.bb+" "+(byte)b.getAndSet(o,(byte)4)+(byte)b.getAndBitwiseXor(o,(byte)-1)+o.bb);
    VarHandle c=l.findVarHandle(HandleKinds.class,"cc",char.class);
    System.out.println(c.compareAndSet(o,'a','b')+" "+(char)c.getAndAdd(o,(char)1)+o.cc);
    VarHandle z=l.findVarHandle(HandleKinds.class,"zz",boolean.class);
    System.out.println(z.compareAndSet(o,false,true)+" "+(boolean)z.getAndBitwiseAnd(o,false)+o.zz+(boolean)z.getAndSet(o,true)+o.zz);
    VarHandle sh=l.findVarHandle(HandleKinds.class,"ss",short.class);
    System.out.println(sh.compareAndSet(o,(short)2,(short)-2)+" "+(short)sh.getAndAdd(o,(short)1)+o.ss);
    VarHandle fl=l.findVarHandle(HandleKinds.class,"ff",float.class);
    System.out.println(fl.compareAndSet(o,1.5f,-2.5f)+" "+(float)fl.getAndAdd(o,1f)+o.ff+(float)fl.compareAndExchange(o,-1.5f,3f)+o.ff);
    VarHandle d=l.findVarHandle(HandleKinds.class,"dd",double.class);
    System.out.println(d.compareAndSet(o,2.5,-2.5)+" "+(double)d.getAndAdd(o,1.0)+o.dd);
    VarHandle rf=l.findVarHandle(HandleKinds.class,"ref",Object.class);
    System.out.println(rf.compareAndSet(o,"r",(Object)"q")+" "+rf.getAndSet(o,"t")+o.ref+rf.compareAndExchange(o,"t",null)+o.ref);
    VarHandle st=l.findStaticVarHandle(HandleKinds.class,"sf",int.class);
    System.out.println(st.compareAndSet(1,2)+" "+(int)st.getAndAdd(5)+HandleKinds.sf+(int)st.get());
    VarHandle sr=l.findStaticVarHandle(HandleKinds.class,"sref",String.class);
    System.out.println(sr.compareAndSet("a","b")+" "+(String)sr.getAndSet("c")+HandleKinds.sref+(String)sr.getVolatile());
    VarHandle fin=l.findVarHandle(HandleKinds.class,"fin",int.class);
    try { fin.set(o,3); } catch(Throwable x){System.out.println(x);}
    System.out.println((int)fin.get(o)+" "+fin.isAccessModeSupported(VarHandle.AccessMode.SET)+d.isAccessModeSupported(VarHandle.AccessMode.GET_AND_BITWISE_AND));
    try { f.get((HandleKinds)null); } catch(Throwable x){System.out.println(x);}
    try { f.compareAndSet((HandleKinds)null,1,2); } catch(Throwable x){System.out.println(x);}
    System.out.println(f+" "+st+" "+f.toMethodHandle(VarHandle.AccessMode.GET_AND_ADD)+" "+(int)f.toMethodHandle(VarHandle.AccessMode.GET_AND_ADD).invoke(o,1)+o.f);
    for (Class<?> ac : new Class<?>[]{int[].class,long[].class,byte[].class,char[].class,short[].class,boolean[].class,float[].class,double[].class}) {
      VarHandle ah=MethodHandles.arrayElementVarHandle(ac); Object arr=java.lang.reflect.Array.newInstance(ac.getComponentType(),3);
      Object one= ac==boolean[].class?(Object)true: ac==char[].class?(Object)'x': MethodHandles.identity(ac.getComponentType()).asType(MethodType.methodType(Object.class,byte.class)).invoke((byte)-5);
      System.out.print(ah.toMethodHandle(VarHandle.AccessMode.GET_AND_SET).invoke(arr,1,one)+" "+ah.toMethodHandle(VarHandle.AccessMode.GET_VOLATILE).invoke(arr,1)+" "+java.lang.reflect.Array.get(arr,0)+java.lang.reflect.Array.get(arr,2)+"; ");
    }
    System.out.println();
    VarHandle oa=MethodHandles.arrayElementVarHandle(String[].class); String[] sa={"a","b"};
    System.out.println(oa.compareAndSet(sa,1,"b","c")+sa[1]+oa.getAndSet(sa,0,"z")+sa[0]);
    try { MethodHandles.arrayElementVarHandle(Object[].class).compareAndSet((Object[])sa,0,(Object)"z",(Object)5);} catch(Throwable x){System.out.println(x);}
    byte[] bytes=new byte[16];
    VarHandle bi=MethodHandles.byteArrayViewVarHandle(int[].class,java.nio.ByteOrder.BIG_ENDIAN);
    bi.set(bytes,1,0x01020304); System.out.println(Arrays.toString(bytes)+(int)bi.get(bytes,1)+" "+bi.compareAndSet(bytes,4,bi.get(bytes,4),9));
    try { bi.get(bytes,13);} catch(Throwable x){System.out.println(x);}
    VarHandle bl=MethodHandles.byteArrayViewVarHandle(long[].class,java.nio.ByteOrder.LITTLE_ENDIAN);
    bl.set(bytes,8,0x0102030405060708L); System.out.println(Arrays.toString(bytes)+Long.toHexString((long)bl.get(bytes,8)));
    java.nio.ByteBuffer bb=java.nio.ByteBuffer.allocate(16);
    VarHandle bd=MethodHandles.byteBufferViewVarHandle(double[].class,java.nio.ByteOrder.BIG_ENDIAN);
    bd.set(bb,0,1.25); System.out.println(bb.getDouble(0)+" "+(double)bd.get(bb,0));
    // combinators
    MethodHandle dbl=l.findStatic(HandleKinds.class,"dbl",MethodType.methodType(int.class,int.class)), neg=l.findStatic(HandleKinds.class,"neg",MethodType.methodType(int.class,int.class)), pos=l.findStatic(HandleKinds.class,"isPos",MethodType.methodType(boolean.class,int.class));
    MethodHandle gw=MethodHandles.guardWithTest(pos,dbl,neg);
    System.out.println((int)gw.invokeExact(4)+" "+(int)gw.invokeExact(-4));
    MethodHandle boom=l.findStatic(HandleKinds.class,"boom",MethodType.methodType(int.class,int.class));
    MethodHandle ce=MethodHandles.catchException(boom,IllegalStateException.class,l.findStatic(HandleKinds.class,"handler",MethodType.methodType(int.class,IllegalStateException.class,int.class)));
    System.out.println((int)ce.invokeExact(3)+" "+(int)ce.invokeExact(9));
    MethodHandle tf=MethodHandles.tryFinally(boom,l.findStatic(HandleKinds.class,"clean",MethodType.methodType(int.class,Throwable.class,int.class,int.class)));
    System.out.println((int)tf.invokeExact(3)); try { int q=(int)tf.invokeExact(8); } catch(IllegalStateException x){ System.out.println(x); for (StackTraceElement el: x.getStackTrace()) System.out.println("  "+el);}
    MethodHandle sum=l.findStatic(HandleKinds.class,"sum",MethodType.methodType(long.class,long.class,int.class,double.class,float.class,Object.class));
    System.out.println((long)sum.invokeExact(1L,2,3.0,4f,(Object)5)+" "+sum.invoke((int)1,(short)2,3f,4L,5)+" "+sum.invokeWithArguments(1,2,3,4,5));
    MethodHandle pm=MethodHandles.permuteArguments(sum,MethodType.methodType(long.class,Object.class,int.class,long.class,float.class,double.class),2,1,4,3,0);
    System.out.println((long)pm.invokeExact((Object)5,2,1L,4f,3.0));
    System.out.println((long)MethodHandles.insertArguments(sum,1,7,2.5).invokeExact(1L,4f,(Object)5));
    System.out.println((long)MethodHandles.dropArguments(sum,1,double.class,String.class).invokeExact(1L,9.0,"",2,3.0,4f,(Object)5));
    System.out.println(sum.asSpreader(Object[].class,3).invoke(1L,2,new Object[]{3.0,4f,5})+" "+MethodHandles.filterReturnValue(sum,MethodHandles.explicitCastArguments(neg,MethodType.methodType(int.class,long.class))).invoke(1L,2,3.0,4f,5));
    MethodHandle fold=MethodHandles.foldArguments(l.findStatic(HandleKinds.class,"add",MethodType.methodType(int.class,int.class,int.class)),dbl);
    System.out.println((int)fold.invokeExact(5));
    System.out.println((int)MethodHandles.collectArguments(dbl,0,l.findStatic(HandleKinds.class,"add",MethodType.methodType(int.class,int.class,int.class))).invokeExact(5,6));
    System.out.println(Arrays.toString((int[])MethodHandles.identity(int[].class).asCollector(int[].class,3).invokeExact(1,2,3)));
    MethodHandle asl=l.findStatic(Arrays.class,"asList",MethodType.methodType(List.class,Object[].class));
    System.out.println(asl.isVarargsCollector()+" "+asl.invoke(1,"b",'c')+asl.invoke()+asl.invoke((Object[])new String[]{"x"})+asl.invokeWithArguments(1,2,3)+asl.bindTo(new Object[]{1}).invoke());
    // loops
    MethodHandle add=l.findStatic(HandleKinds.class,"add",MethodType.methodType(int.class,int.class,int.class));
    System.out.println((int)MethodHandles.countedLoop(MethodHandles.constant(int.class,10),MethodHandles.constant(int.class,0),add).invoke());
    MethodHandle wl=MethodHandles.whileLoop(MethodHandles.identity(int.class),l.findStatic(HandleKinds.class,"lt5",MethodType.methodType(boolean.class,int.class,int.class)),add);
    System.out.println(wl.type());
    MethodHandle lt=l.findStatic(HandleKinds.class,"lt5",MethodType.methodType(boolean.class,int.class,int.class));
    System.out.println((int)MethodHandles.doWhileLoop(MethodHandles.constant(int.class,1),add,lt).invoke(20));
    MethodHandle it=MethodHandles.iteratedLoop(null,MethodHandles.constant(int.class,0),MethodHandles.explicitCastArguments(add,MethodType.methodType(int.class,int.class,Object.class)));
    System.out.println(it.type()+" "+(int)it.invoke(List.of(1,2,3)));
    // call sites
    MutableCallSite ms=new MutableCallSite(dbl); MethodHandle di=ms.dynamicInvoker(); System.out.print((int)di.invokeExact(4)); ms.setTarget(neg); System.out.println(" "+(int)di.invokeExact(4));
    SwitchPoint sp=new SwitchPoint(); MethodHandle sg=sp.guardWithTest(dbl,neg); System.out.print((int)sg.invokeExact(3)); SwitchPoint.invalidateAll(new SwitchPoint[]{sp}); System.out.println(" "+(int)sg.invokeExact(3)+sp.hasBeenInvalidated());
    System.out.println((int)MethodHandles.exactInvoker(dbl.type()).invokeExact(dbl,4)+" "+MethodHandles.invoker(MethodType.methodType(Object.class,Object.class)).invoke(dbl,4)+" "+MethodHandles.spreadInvoker(add.type(),1).invoke(add,4,new Object[]{5}));
    System.out.println((int)MethodHandles.varHandleInvoker(VarHandle.AccessMode.GET,MethodType.methodType(int.class,HandleKinds.class)).invokeExact(f,o));
    MethodHandle ts=MethodHandles.tableSwitch(MethodHandles.dropArguments(MethodHandles.constant(String.class,"def"),0,int.class),MethodHandles.dropArguments(MethodHandles.constant(String.class,"zero"),0,int.class));
    System.out.println((String)ts.invokeExact(0)+(String)ts.invokeExact(1));
    @SuppressWarnings("unchecked") Comparator<String> cmp=(Comparator<String>)(Object)MethodHandleProxies.asInterfaceInstance(Comparator.class,l.findVirtual(String.class,"compareTo",MethodType.methodType(int.class,String.class)));
    System.out.println(cmp.compare("a","b")+" "+cmp.reversed().compare("a","b"));
    MethodHandle ctor=l.findConstructor(StringBuilder.class,MethodType.methodType(void.class,String.class));
    System.out.println(((StringBuilder)ctor.invokeExact("sb")).append(1)+" "+ctor);
    System.out.println(l.unreflect(HandleKinds.class.getDeclaredMethod("inst",int.class)).invoke(o,5)+" "+l.revealDirect(l.unreflect(HandleKinds.class.getDeclaredMethod("inst",int.class))).reflectAs(java.lang.reflect.Method.class,l));
    System.out.println(l.findVirtual(List.class,"size",MethodType.methodType(int.class)).invoke(List.of(1,2))+" "+l.findVirtual(Object.class,"toString",MethodType.methodType(String.class)).invoke((Object)List.of(3))+" "+l.findVirtual(List.class,"hashCode",MethodType.methodType(int.class)).invoke(List.of(1)));
    try { dbl.invokeExact("x"); } catch(Throwable x){ System.out.println(x); for (StackTraceElement el: x.getStackTrace()) if (el.getClassName().equals("HandleKinds")) System.out.println("  "+el); }
    try { MethodHandles.filterReturnValue(boom,neg).invoke(7); } catch(Throwable x){ System.out.println(x); for (StackTraceElement el: x.getStackTrace()) System.out.println("  "+el); }
  }
}
