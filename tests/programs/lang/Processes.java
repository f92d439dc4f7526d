import java.io.*;
import java.util.*;
import java.util.concurrent.*;
public class Processes {
  static String all(InputStream in) throws IOException { return new String(in.readAllBytes()); }
  public static void main(String[] a) throws Exception {
    Process p = new ProcessBuilder("sh", "-c", "echo out; echo err >&2; cat; exit 3").start();
    p.getOutputStream().write("hello\n".getBytes()); p.getOutputStream().close();
    System.out.print(all(p.getInputStream())); System.out.print(all(p.getErrorStream()));
    System.out.println(p.waitFor() + " " + p.exitValue() + " " + p.isAlive());
    System.out.println(p.toString().replaceAll("\\d+,", "N,"));
    ProcessBuilder b = new ProcessBuilder("sh", "-c", "echo $X $Y; pwd; echo e >&2").redirectErrorStream(true).directory(new File("/tmp"));
    b.environment().put("X", "ex"); b.environment().remove("Y");
    System.out.print(all(b.start().getInputStream()));
    try { new ProcessBuilder("no-such-program-x", "y").start(); } catch (IOException e) { System.out.println(e + " / " + e.getCause()); }
    try { new ProcessBuilder("ls").directory(new File("/nonexist")).start(); } catch (IOException e) { System.out.println(e + " / " + e.getCause()); }
    try { new ProcessBuilder("/tmp").start(); } catch (IOException e) { System.out.println(e); }
    try { new ProcessBuilder().start(); } catch (IndexOutOfBoundsException e) { System.out.println(e); }
    try { new ProcessBuilder("a", null).start(); } catch (NullPointerException e) { System.out.println("NPE"); }
    try { new ProcessBuilder("a\0b").start(); } catch (IOException e) { System.out.println(e); }
    Process s = Runtime.getRuntime().exec("sleep 100");
    System.out.println(s.waitFor(50, TimeUnit.MILLISECONDS) + " " + s.isAlive());
    try { s.exitValue(); } catch (IllegalThreadStateException e) { System.out.println(e); }
    System.out.println(s.toHandle().isAlive() + " " + (s.toHandle().pid() == s.pid()) + " " + s.info().command().isPresent() + " " + s.supportsNormalTermination());
    System.out.println(ProcessHandle.current().children().anyMatch(h -> h.pid() == s.pid()) + " " + s.toHandle().parent().get().equals(ProcessHandle.current()));
    CompletableFuture<Process> f = s.onExit();
    s.destroy();
    System.out.println(f.get().exitValue() + " " + s.waitFor());
    Process k = new ProcessBuilder("sleep", "100").start().destroyForcibly(); System.out.println(k.waitFor());
    File t = File.createTempFile("ppp", ".txt");
    new ProcessBuilder("echo", "one").redirectOutput(t).start().waitFor();
    new ProcessBuilder("echo", "two").redirectOutput(ProcessBuilder.Redirect.appendTo(t)).start().waitFor();
    System.out.print(all(new ProcessBuilder("cat").redirectInput(t).start().getInputStream()));
    t.delete();
    System.out.flush();
    new ProcessBuilder("echo", "inherited").inheritIO().start().waitFor();
    List<Process> pl = ProcessBuilder.startPipeline(List.of(new ProcessBuilder("printf", "c\\na\\nb\\n"), new ProcessBuilder("sort"), new ProcessBuilder("head", "-2")));
    System.out.print(all(pl.get(2).getInputStream()));
    for (Process q : pl) System.out.println(q.waitFor());
    System.out.print(all(Runtime.getRuntime().exec(new String[]{"env"}, new String[]{"A=1", "B=2=3"}).getInputStream()));
    System.out.println(ProcessBuilder.Redirect.to(new File("x")) + " " + ProcessBuilder.Redirect.PIPE + " " + ProcessBuilder.Redirect.INHERIT + " " + ProcessBuilder.Redirect.DISCARD+" "+ProcessBuilder.Redirect.from(new File("y")).type());
    try { Runtime.getRuntime().exec(""); } catch (IllegalArgumentException e) { System.out.println(e); }
    try { b.redirectInput(ProcessBuilder.Redirect.to(new File("x"))); } catch (IllegalArgumentException e) { System.out.println(e); }
    System.out.println(new ProcessBuilder("sh", "-c", "kill -9 $$").start().waitFor());
    System.out.println(ProcessHandle.of(999999999L).isPresent() + " " + ProcessHandle.current().isAlive());
    try (BufferedReader r = new ProcessBuilder("seq", "3").start().inputReader()) { r.lines().forEach(System.out::println); }
    try { ProcessHandle.current().destroy(); } catch (IllegalStateException e) { System.out.println(e); }
    try { b.environment().put("A=B", "c"); } catch (IllegalArgumentException e) { System.out.println(e); }
    try { b.environment().put(null, "c"); } catch (NullPointerException e) { System.out.println("npe"); }
  }
}
