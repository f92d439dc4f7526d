import java.io.*;

/** Stack traces: nested and circular causes, suppressed ones inside causes, common frames, lambdas, constructors, static initialisers, bridge methods. */
public class StackTraceForms {
    static class Res implements AutoCloseable {
        final String name;
        Res(String name) { this.name = name; }
        @Override public void close() throws IOException { throw new IOException("close " + name); }
    }
    interface Job<T> { T run(T t) throws Exception; }
    static class Impl implements Job<String> { public String run(String s) { return s.substring(5); } }
    static void level3(int n) { if (n == 0) { throw new IllegalStateException("deep\nsecond line"); } level3(n - 1); }
    static void level2() { try { level3(2); } catch (IllegalStateException e) { throw new RuntimeException("middle", e); } }
    static void level1() throws Exception { try { level2(); } finally { System.out.println("finally"); } }
    static class Init { static final int V = Integer.parseInt("x"); }
    static class Loop extends Exception { Loop(String m) { super(m); } @Override public String toString() { return "Loop<" + getMessage() + ">"; } }
    static String text(Throwable t) { StringWriter w = new StringWriter(); t.printStackTrace(new PrintWriter(w)); return w.toString().replaceAll("java\\.base/.*", "java.base/...").replaceAll("Lambda\\$\\d+/0x[0-9a-f]+", "Lambda"); }
    static void show(Job<Void> j) { try { j.run(null); } catch (Throwable t) { System.out.print(text(t)); System.out.println("--"); } }
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static void main(String[] args) throws Exception {
        show(x -> { level1(); return null; });
        show(x -> { try (Res a = new Res("a"); Res b = new Res("b")) { throw new Exception("body"); } });
        show(x -> { System.out.println(Init.V); return null; });
        show(x -> { System.out.println(Init.V); return null; });
        show(x -> { Job raw = new Impl(); raw.run("abc"); return null; });
        show(x -> { Job raw = new Impl(); raw.run(5); return null; });
        show(x -> { Loop a = new Loop("a"); Loop b = new Loop("b"); a.initCause(b); b.initCause(a); throw a; });
        show(x -> { Exception e = new Exception("top", new Error("cause")); e.addSuppressed(new RuntimeException("s1", new Error("s1 cause"))); e.getCause().addSuppressed(new Error("in cause")); throw e; });
        show(x -> { Throwable t = new Throwable("no trace", null, true, false) { }; t.addSuppressed(new Exception("sup")); throw (Exception) new Exception("has").initCause(t); });
        show(x -> { Exception e = new Exception("cut"); e.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.B", "m", "B.java", 7), new StackTraceElement("a.C", "n", null, -1), new StackTraceElement("a.D", "o", "D.java", -2), new StackTraceElement("cl", "mod", "1.0", "p.Q", "r", "Q.java", 3)}); throw e; });
        show(x -> { new Object() { { level3(0); } }; return null; });
        Runnable r = StackTraceForms::level2; show(x -> { r.run(); return null; });
        show(x -> { Object[] o = new Integer[1]; o[0] = "s"; return null; });
        show(x -> { throw new Exception((String) null); }); show(x -> { throw new Exception(new Error("only cause")); }); show(x -> { throw new Exception((Throwable) null); });
        StackTraceElement[] st = new Exception().getStackTrace(); System.out.println(st.length + " " + st[0] + " " + st[0].getMethodName() + " " + st[0].getLineNumber() + " " + st[0].isNativeMethod() + " " + st[0].getClassName() + " " + st[0].getFileName() + " " + st[0].equals(new StackTraceElement(null, null, null, "StackTraceForms", "main", "StackTraceForms.java", st[0].getLineNumber())));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(); new Exception("to stream").printStackTrace(new PrintStream(bytes)); System.out.print(bytes);
        System.out.println(new Exception("m").equals(new Exception("m")) + " " + new Exception().getMessage() + " " + new Exception("x").getLocalizedMessage() + " " + new Error(new Exception("y")).getMessage() + " " + new Exception("z", null).getCause());
    }
}
