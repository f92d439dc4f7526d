import java.io.*;

public class Writers {
    public static void main(String[] args) throws Exception {
        StringWriter w = new StringWriter();
        PrintWriter pw = new PrintWriter(w);
        pw.print(1);
        pw.println("x");
        pw.printf("%03d", 7);
        pw.write("abc", 1, 1);
        pw.append('c').append("de");
        pw.flush();
        p(w.toString());
        ByteArrayOutputStream o = new ByteArrayOutputStream();
        OutputStreamWriter ow = new OutputStreamWriter(o, "UTF-8");
        ow.write("é中");
        p(o.size());
        ow.flush();
        p(o.size());
        PrintStream ps = new PrintStream(o, true);
        ps.print('c');
        ps.println(new char[] {'h'});
        ps.print((Object) null);
        p(o.toString("UTF-8"));
        BufferedWriter bw = new BufferedWriter(w);
        bw.newLine();
        bw.write("end");
        bw.close();
        p(w.getBuffer().length());
        CharArrayWriter ca = new CharArrayWriter();
        ca.write("q");
        p(ca.toString() + ca.size());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
