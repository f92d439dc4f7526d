import java.lang.invoke.*;
import java.util.*;

// Call sites and constants with bootstrap methods of the program itself; the class that has them is assembled from
// text, as no Java source makes such.
class Boot {
  public static int calls;
  static void log(String s){ System.out.println("  [" + s + "]"); }
  public static CallSite add(MethodHandles.Lookup l, String name, MethodType t, Object... args) throws Exception {
    log("boot " + name + t + Arrays.toString(args) + " from " + l.lookupClass().getName());
    calls++;
    if (name.equals("mutable")) return MUT = new MutableCallSite(l.findStatic(Boot.class, "plus", t));
    if (name.equals("wrongtype")) return new ConstantCallSite(MethodHandles.constant(int.class, 1));
    if (name.equals("nul")) return null;
    if (name.equals("boom")) throw new Exception("checked boom");
    if (name.equals("rt")) throw new IllegalStateException("runtime boom");
    if (name.equals("err")) throw new LinkageError("error boom");
    return new ConstantCallSite(l.findStatic(Boot.class, name, t));
  }
  public static MutableCallSite MUT;
  public static Object notsite(MethodHandles.Lookup l, String name, MethodType t) { return "x"; }
  public static int plus(int a, int b) { return a + b; }
  public static int minus(int a, int b) { return a - b; }
  public static long wide(long a, double b, String c, int d) { return (long) (a + b + c.length() + d); }
  public static Object condy(MethodHandles.Lookup l, String name, Class<?> t, Object... args) throws Exception {
    log("condy " + name + " " + t + Arrays.toString(args)); calls++;
    switch (name) {
      case "list": return new ArrayList<Object>(List.of(1, 2));
      case "i": return 42; case "bigi": return 123456789; case "l": return 1L << 40; case "d": return 2.5; case "f": return 1.5f; case "z": return true; case "c": return 'x'; case "b": return (byte) -3; case "s": return (short) 7;
      case "wide": return 5; case "bad": return "not an int"; case "nul": return null; case "boom": throw new Exception("cboom");
      default: throw new IllegalArgumentException(name);
    }
  }
}
public class Bootstraps { public static void main(String[] a) throws Throwable {
 Class<?> u = MethodHandles.lookup().defineClass(Base64.getDecoder().decode(FILE));
 for (String m : "t1 t2 t3 t4 e0 e1 e2 e3 e4 e5 e6 c0 c10 c11 c12 c13 c14 c15 c16 c17 c18 c19 c20 c21 c22 c23 c24 kH kH2 kT kbad kbadc kbadt kbads kinv hf1 hf2 hn hiv hmh hvh hva".split(" ")) for (int k=0;k<2;k++) { System.out.println(m+":"); try { u.getMethod(m).invoke(null); } catch (java.lang.reflect.InvocationTargetException e) { Throwable t=e.getCause(); System.out.println("  ! "+t); while((t=t.getCause())!=null) System.out.println("  by "+t); }
  if (m.equals("t4")) Boot.MUT.setTarget(java.lang.invoke.MethodHandles.lookup().findStatic(Boot.class,"minus",Boot.MUT.type())); }
 System.out.println(Boot.calls); } 
 static final String FILE = "yv66vgAAAD0BAAEAAVUHAAEBABBqYXZhL2xhbmcvT2JqZWN0BwADAQAEQm9vdAcABQEAA2FkZAEAhihMamF2YS9sYW5nL2ludm9rZS9NZXRob2" +
    "RIYW5kbGVzJExvb2t1cDtMamF2YS9sYW5nL1N0cmluZztMamF2YS9sYW5nL2ludm9rZS9NZXRob2RUeXBlO1tMamF2YS9sYW5nL09iamVjdDsp" +
    "TGphdmEvbGFuZy9pbnZva2UvQ2FsbFNpdGU7DAAHAAgKAAYACQ8GAAoBAANzdHIIAAwDAAAABQUAAAAAAAAABgEADmphdmEvdXRpbC9MaXN0Bw" +
    "ARAQAWKElMamF2YS9sYW5nL1N0cmluZzspVhAAEwEABHBsdXMBAAUoSUkpSQwAFQAWCgAGABcPBgAYAQAQamF2YS9sYW5nL1N0cmluZwcAGgEA" +
    "Bmxlbmd0aAEAAygpSQwAHAAdCgAbAB4PBQAfAQAHbm90c2l0ZQEAaihMamF2YS9sYW5nL2ludm9rZS9NZXRob2RIYW5kbGVzJExvb2t1cDtMam" +
    "F2YS9sYW5nL1N0cmluZztMamF2YS9sYW5nL2ludm9rZS9NZXRob2RUeXBlOylMamF2YS9sYW5nL09iamVjdDsMACEAIgoABgAjDwYAJAEABWNv" +
    "bmR5AQBxKExqYXZhL2xhbmcvaW52b2tlL01ldGhvZEhhbmRsZXMkTG9va3VwO0xqYXZhL2xhbmcvU3RyaW5nO0xqYXZhL2xhbmcvQ2xhc3M7W0" +
    "xqYXZhL2xhbmcvT2JqZWN0OylMamF2YS9sYW5nL09iamVjdDsMACYAJwoABgAoDwYAKQEABGxpc3QBABBMamF2YS91dGlsL0xpc3Q7DAArACwR" +
    "AAMALQEABG5vcGUMAC8AFgoABgAwDwYAMQEABE5vcGUHADMKADQAMA8GADUBAAkoTE5vcGU7KVYQADcPBQAYAQACdDEBAAMoKVYBABBqYXZhL2" +
    "xhbmcvU3lzdGVtBwA8AQADb3V0AQAVTGphdmEvaW8vUHJpbnRTdHJlYW07DAA+AD8JAD0AQBIAAgAXAQATamF2YS9pby9QcmludFN0cmVhbQcA" +
    "QwEAB3ByaW50bG4BAAQoSSlWDABFAEYKAEQARwEABENvZGUBAAJ0MgEABW1pbnVzDABLABYSAAAATAEAAnQzBkAEAAAAAAAAAQADYWJjCABRAQ" +
    "AEd2lkZQEAGChKRExqYXZhL2xhbmcvU3RyaW5nO0kpSgwAUwBUEgAAAFUBAAQoSilWDABFAFcKAEQAWAEAAnQ0AQAHbXV0YWJsZQwAWwAWEgAA" +
    "AFwBAAJlMAEACXdyb25ndHlwZQwAXwAWEgAAAGABAAJlMQEAA251bAwAYwAWEgAAAGQBAAJlMgEABGJvb20MAGcAFhIAAABoAQACZTMBAAJydA" +
    "wAawAWEgAAAGwBAAJlNAEAA2VycgwAbwAWEgAAAHABAAJlNQEAA3p6egwAcwAWEgAAAHQBAAJlNgEAAXgMAHcAFhIAAQB4AQACYzABABUoTGph" +
    "dmEvbGFuZy9PYmplY3Q7KVYMAEUAewoARAB8AQADYzEwAQABaQEAAUkMAH8AgBEABACBAQADYzExAQAEYmlnaQwAhACAEQAEAIUBAANjMTIBAA" +
    "FmAQABRgwAiACJEQAEAIoBAAQoRilWDABFAIwKAEQAjQEAA2MxMwEAAXoBAAFaDACQAJERAAQAkgEABChaKVYMAEUAlAoARACVAQADYzE0AQAB" +
    "YwEAAUMMAJgAmREABACaAQAEKEMpVgwARQCcCgBEAJ0BAANjMTUBAAFiAQABQgwAoAChEQAEAKIBAANjMTYBAAFzAQABUwwApQCmEQAEAKcBAA" +
    "NjMTcBAANiYWQMAKoAgBEABACrAQADYzE4DABjAIARAAQArgEAA2MxOQwAZwCAEQAEALEBAANjMjABAAFsAQABSgwAtAC1EQADALYBAANjMjEB" +
    "AAFkAQABRAwAuQC6EQADALsBAAQoRClWDABFAL0KAEQAvgEAA2MyMgwAUwC1EQADAMEBAANjMjMBABJMamF2YS9sYW5nL1N0cmluZzsMAGMAxB" +
    "EAAwDFAQAVKExqYXZhL2xhbmcvU3RyaW5nOylWDABFAMcKAEQAyAEAA2MyNAwAfwDEEQADAMsBAAJrSAEAA2tIMgEAAmtUAQAEa2JhZAEABWti" +
    "YWRjAQAFa2JhZHQBAAVrYmFkcwEABGtpbnYBAB1qYXZhL2xhbmcvaW52b2tlL01ldGhvZEhhbmRsZQcA1QEAC2ludm9rZUV4YWN0DADXABYKAN" +
    "YA2AEAA2hmMQEABWNhbGxzDADbAIAJAAYA3A8CAN0BAANoZjIPBADdAQACaG4BAAY8aW5pdD4MAOIAOwoABADjDwgA5AEAA2hpdgEABHNpemUM" +
    "AOcAHQsAEgDoDwkA6QEAA2htaAwA1wBGCgDWAOwPBQDtAQADaHZoAQAaamF2YS9sYW5nL2ludm9rZS9WYXJIYW5kbGUHAPABAANnZXQBAAQoSS" +
    "lJDADyAPMKAPEA9A8FAPUBAANodmEBABBqYXZhL3V0aWwvQXJyYXlzBwD4AQAGYXNMaXN0AQAlKFtMamF2YS9sYW5nL09iamVjdDspTGphdmEv" +
    "dXRpbC9MaXN0OwwA+gD7CgD5APwPBgD9AQAQQm9vdHN0cmFwTWV0aG9kcwAhAAIABAAAAAAAKgAJADoAOwABAEkAAAAaAAgAAAAAAA6yAEEIBr" +
    "oAQgAAtgBIsQAAAAAACQBKADsAAQBJAAAAGgAIAAAAAAAOsgBBCAa6AE0AALYASLEAAAAAAAkATgA7AAEASQAAAB8ACAAAAAAAE7IAQQoUAE8S" +
    "UgW6AFYAALYAWbEAAAAAAAkAWgA7AAEASQAAABoACAAAAAAADrIAQQgGugBdAAC2AEixAAAAAAAJAF4AOwABAEkAAAAaAAgAAAAAAA6yAEEIBr" +
    "oAYQAAtgBIsQAAAAAACQBiADsAAQBJAAAAGgAIAAAAAAAOsgBBCAa6AGUAALYASLEAAAAAAAkAZgA7AAEASQAAABoACAAAAAAADrIAQQgGugBp" +
    "AAC2AEixAAAAAAAJAGoAOwABAEkAAAAaAAgAAAAAAA6yAEEIBroAbQAAtgBIsQAAAAAACQBuADsAAQBJAAAAGgAIAAAAAAAOsgBBCAa6AHEAAL" +
    "YASLEAAAAAAAkAcgA7AAEASQAAABoACAAAAAAADrIAQQgGugB1AAC2AEixAAAAAAAJAHYAOwABAEkAAAAaAAgAAAAAAA6yAEEIBroAeQAAtgBI" +
    "sQAAAAAACQB6ADsAAQBJAAAAHQAIAAAAAAARsgBBEi62AH2yAEESLrYAfbEAAAAAAAkAfgA7AAEASQAAABUACAAAAAAACbIAQRKCtgBIsQAAAA" +
    "AACQCDADsAAQBJAAAAFQAIAAAAAAAJsgBBEoa2AEixAAAAAAAJAIcAOwABAEkAAAAVAAgAAAAAAAmyAEESi7YAjrEAAAAAAAkAjwA7AAEASQAA" +
    "ABUACAAAAAAACbIAQRKTtgCWsQAAAAAACQCXADsAAQBJAAAAFQAIAAAAAAAJsgBBEpu2AJ6xAAAAAAAJAJ8AOwABAEkAAAAVAAgAAAAAAAmyAE" +
    "ESo7YASLEAAAAAAAkApAA7AAEASQAAABUACAAAAAAACbIAQRKotgBIsQAAAAAACQCpADsAAQBJAAAAFQAIAAAAAAAJsgBBEqy2AEixAAAAAAAJ" +
    "AK0AOwABAEkAAAAVAAgAAAAAAAmyAEESr7YASLEAAAAAAAkAsAA7AAEASQAAABUACAAAAAAACbIAQRKytgBIsQAAAAAACQCzADsAAQBJAAAAFg" +
    "AIAAAAAAAKsgBBFAC3tgBZsQAAAAAACQC4ADsAAQBJAAAAFgAIAAAAAAAKsgBBFAC8tgC/sQAAAAAACQDAADsAAQBJAAAAFgAIAAAAAAAKsgBB" +
    "FADCtgBZsQAAAAAACQDDADsAAQBJAAAAFQAIAAAAAAAJsgBBEsa2AMmxAAAAAAAJAMoAOwABAEkAAAAVAAgAAAAAAAmyAEESzLYAybEAAAAAAA" +
    "kAzQA7AAEASQAAABUACAAAAAAACbIAQRIZtgB9sQAAAAAACQDOADsAAQBJAAAAFQAIAAAAAAAJsgBBEiC2AH2xAAAAAAAJAM8AOwABAEkAAAAV" +
    "AAgAAAAAAAmyAEESFLYAfbEAAAAAAAkA0AA7AAEASQAAABUACAAAAAAACbIAQRIytgB9sQAAAAAACQDRADsAAQBJAAAAFQAIAAAAAAAJsgBBEj" +
    "a2AH2xAAAAAAAJANIAOwABAEkAAAAVAAgAAAAAAAmyAEESOLYAfbEAAAAAAAkA0wA7AAEASQAAABUACAAAAAAACbIAQRI5tgB9sQAAAAAACQDU" +
    "ADsAAQBJAAAAGgAIAAAAAAAOsgBBEhkHCLYA2bYASLEAAAAAAAkA2gA7AAEASQAAABUACAAAAAAACbIAQRLetgB9sQAAAAAACQDfADsAAQBJAA" +
    "AAFQAIAAAAAAAJsgBBEuC2AH2xAAAAAAAJAOEAOwABAEkAAAAVAAgAAAAAAAmyAEES5bYAfbEAAAAAAAkA5gA7AAEASQAAABUACAAAAAAACbIA" +
    "QRLqtgB9sQAAAAAACQDrADsAAQBJAAAAFQAIAAAAAAAJsgBBEu62AH2xAAAAAAAJAO8AOwABAEkAAAAVAAgAAAAAAAmyAEES9rYAfbEAAAAAAA" +
    "kA9wA7AAEASQAAABUACAAAAAAACbIAQRL+tgB9sQAAAAAAAQD/AAAAJgAFAAsAAAAlAAAACwAGAA0ADgAPABIAFAAZACoAAAAqAAIALgAg";
}
