import java.io.*;
import java.util.*;
import java.util.logging.*;
import java.util.logging.Formatter;

public class Logging {
    static class Cap extends Handler {
        public void publish(LogRecord r) {
            if (!isLoggable(r)) return;
            System.out.println("[" + r.getLoggerName() + "|" + r.getLevel() + "|" + new SimpleFormatter().formatMessage(r) + "|" + r.getSourceClassName() + "." + r.getSourceMethodName() + "|" + r.getThrown() + "|" + Arrays.toString(r.getParameters()) + "]");
        }
        public void flush() { System.out.println("flush"); }
        public void close() { System.out.println("close"); }
    }
    static class Plain extends Formatter {
        public String format(LogRecord r) { return r.getLevel().getLocalizedName() + ": " + formatMessage(r) + "\n"; }
        public String getHead(Handler h) { return "<head>\n"; }
        public String getTail(Handler h) { return "<tail>\n"; }
    }
    static class My extends Level { My() { super("MY", 850); } }
    public static void main(String[] args) throws Exception {
        System.setErr(System.out);
        System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s %3$s %2$s: %5$s%6$s%n");
        Logger root = Logger.getLogger("");
        System.out.println(root.getName().isEmpty() + " " + root.getLevel() + " " + root.getHandlers().length + " " + root.getHandlers()[0].getClass().getName() + " " + root.getHandlers()[0].getLevel() + " " + root.getParent());
        Logger a = Logger.getLogger("a"), abc = Logger.getLogger("a.b.c");
        System.out.println(abc.getParent().getName() + " " + (Logger.getLogger("a") == a));
        Logger ab = Logger.getLogger("a.b");
        System.out.println(abc.getParent().getName() + " " + ab.getParent().getName() + " " + a.getParent().getName().isEmpty() + " " + abc.getLevel());
        a.info("to the console"); a.fine("not");
        a.setLevel(Level.FINE);
        System.out.println(abc.isLoggable(Level.FINE) + " " + abc.isLoggable(Level.FINER));
        Cap cap = new Cap();
        a.addHandler(cap); a.setUseParentHandlers(false);
        abc.info("hello"); abc.fine("fine"); abc.finer("finer"); abc.log(Level.WARNING, "p {0} {1}", new Object[] {1, "x"}); abc.log(Level.SEVERE, "one {0}", 'c');
        abc.log(Level.INFO, "thrown", new IllegalStateException("bad")); abc.log(Level.INFO, () -> "supplied"); abc.logp(Level.INFO, "Cls", "mth", "logp");
        ab.setFilter(r -> !r.getMessage().contains("secret")); ab.info("a secret"); ab.info("no se-cret");
        abc.setLevel(Level.ALL); abc.entering("C", "m"); abc.entering("C", "m", 5); abc.entering("C", "m", new Object[] {1, 2}); abc.exiting("C", "m"); abc.exiting("C", "m", "res"); abc.throwing("C", "m", new Error("e"));
        abc.log(new My(), "own level"); System.out.println(Level.parse("MY") + " " + Level.parse("800") + " " + Level.parse("WARNING").intValue() + " " + Level.parse("123").getName());
        try { Level.parse("nope"); } catch (IllegalArgumentException e) { System.out.println(e); }
        try { a.log((Level) null, "x"); } catch (NullPointerException e) { System.out.println("NPE"); }
        ByteArrayOutputStream out = new ByteArrayOutputStream(); StreamHandler sh = new StreamHandler(out, new Plain());
        Logger s = Logger.getAnonymousLogger(); s.setUseParentHandlers(false); s.addHandler(sh); s.info("anon"); s.config("no"); sh.flush(); System.out.print(out); sh.close(); System.out.print(out); System.out.println(s.getName() + " " + s.getParent().getName().isEmpty());
        MemoryHandler mh = new MemoryHandler(cap, 3, Level.SEVERE); Logger m = Logger.getLogger("mem"); m.setUseParentHandlers(false); m.addHandler(mh);
        for (int i = 0; i < 5; i++) m.info("m" + i); m.severe("push"); m.info("later"); mh.push(); mh.close();
        File dir = File.createTempFile("logging", "d"); dir.delete(); dir.mkdir();
        FileHandler fh = new FileHandler(dir + "/f%g.log", 200, 3); fh.setFormatter(new Plain()); Logger f = Logger.getLogger("file"); f.setUseParentHandlers(false); f.addHandler(fh);
        for (int i = 0; i < 20; i++) f.info("line number " + i);
        fh.close(); String[] names = dir.list(); Arrays.sort(names); System.out.println(Arrays.toString(names));
        for (String n : names) { System.out.println(n + ":"); try (BufferedReader r = new BufferedReader(new FileReader(new File(dir, n)))) { r.lines().forEach(System.out::println); } new File(dir, n).delete(); }
        dir.delete();
        LogRecord r = new LogRecord(Level.INFO, "x < y & {0}"); r.setInstant(java.time.Instant.ofEpochMilli(1234567890123L)); r.setSequenceNumber(7); r.setLongThreadID(1); r.setParameters(new Object[] {"z"}); r.setSourceClassName("C"); r.setSourceMethodName("m"); r.setLoggerName("lg");
        XMLFormatter x = new XMLFormatter(); System.out.print(x.getHead(null).replaceAll("encoding=\"[^\"]*\"", "") + x.format(r) + x.getTail(null)); System.out.print(new SimpleFormatter().format(r));
        ByteArrayOutputStream so = new ByteArrayOutputStream(); try (ObjectOutputStream oos = new ObjectOutputStream(so)) { oos.writeObject(r); oos.writeObject(Level.FINE); }
        try (ObjectInputStream ois = new ObjectInputStream(new ByteArrayInputStream(so.toByteArray()))) { LogRecord q = (LogRecord) ois.readObject(); System.out.println(q.getMessage() + q.getLevel() + Arrays.toString(q.getParameters()) + q.getMillis() + (ois.readObject() == Level.FINE)); }
        LogManager lm = LogManager.getLogManager();
        lm.readConfiguration(new ByteArrayInputStream(".level=WARNING\nq.level=FINEST\nq.handlers=java.util.logging.ConsoleHandler\njava.util.logging.ConsoleHandler.level=ALL\nq.useParentHandlers=false\n".getBytes()));
        Logger q = Logger.getLogger("q"); System.out.println(q.getLevel() + " " + q.getHandlers().length + " " + q.getUseParentHandlers() + " " + root.getLevel() + " " + root.getHandlers().length + " " + a.getHandlers().length + " " + lm.getProperty("q.level") + " " + lm.getProperty("nope"));
        q.finest("finest shown"); Logger.getGlobal().info("not shown"); Logger.getGlobal().severe("no handlers");
        System.out.println(Logger.getGlobal().getName() + " " + (lm.getLogger("a") == a) + " " + lm.getLogger("unknown") + " " + Collections.list(lm.getLoggerNames()).containsAll(List.of("", "a", "a.b", "a.b.c", "global", "q")));
        Handler h = new Cap(); try { h.setEncoding("no-such"); } catch (UnsupportedEncodingException e) { System.out.println(e); }
        h.setErrorManager(new ErrorManager() { public void error(String msg, Exception ex, int code) { System.out.println("error " + msg + ex + code); } });
        System.Logger sl = System.getLogger("q.sys"); sl.log(System.Logger.Level.ERROR, "system {0}", "logger"); sl.log(System.Logger.Level.TRACE, "trace", new Exception("ex").getMessage()); System.out.println(sl.getName() + sl.isLoggable(System.Logger.Level.OFF) + sl.isLoggable(System.Logger.Level.TRACE));
        ResourceBundle b = new ListResourceBundle() { protected Object[][] getContents() { return new Object[][] {{"k", "translated {0}"}}; } };
        System.getLogger("q.loc", b).log(System.Logger.Level.INFO, "k", "arg"); sl.log(System.Logger.Level.INFO, b, "k", "arg2"); q.logrb(Level.INFO, b, "k", "arg3");
        for (System.Logger.Level v : System.Logger.Level.values()) System.out.print(v + " " + v.getName() + " " + v.getSeverity() + "; ");
        System.out.println(System.inheritedChannel());
        lm.reset(); System.out.println(q.getLevel() + " " + q.getHandlers().length + " " + root.getLevel());
    }
}
