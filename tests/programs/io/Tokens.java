import java.io.*;

public class Tokens {
    static void run(String text, java.util.function.Consumer<StreamTokenizer> setup) throws IOException {
        StreamTokenizer t = new StreamTokenizer(new StringReader(text));
        setup.accept(t);
        while (t.nextToken() != StreamTokenizer.TT_EOF) {
            System.out.println(t + " " + t.ttype + " " + t.sval + " " + t.nval);
        }
        System.out.println(t + " end " + t.lineno());
    }

    public static void main(String[] args) throws Exception {
        run("hello 12.5 -3 -x .5 a.b \"quo\\tted\\101\\0\" 'c' / rest of line is comment\nnext -. 1.2.3 x=y;", t -> { });
        run("A b\n\nC // no\n/* multi\r\nline */ D 'open\nE", t -> {
            t.eolIsSignificant(true);
            t.slashSlashComments(true);
            t.slashStarComments(true);
            t.lowerCaseMode(true);
        });
        run("1 2 three#four\nfive_six", t -> {
            t.resetSyntax();
            t.wordChars('a', 'z');
            t.wordChars('_', '_');
            t.whitespaceChars(' ', ' ');
            t.ordinaryChar('1');
            t.commentChar('#');
        });
        StreamTokenizer t = new StreamTokenizer(new StringReader("a b"));
        System.out.println(t);
        t.pushBack();
        t.nextToken();
        t.pushBack();
        t.nextToken();
        System.out.println(t);
        PipedOutputStream po = new PipedOutputStream();
        PipedInputStream pi = new PipedInputStream(po, 8);
        Thread w = new Thread(() -> {
            try (po) {
                for (int i = 0; i < 50; i++) {
                    po.write(("chunk" + i + " ").getBytes());
                }
            } catch (IOException e) {
                System.out.println(e);
            }
        });
        w.start();
        System.out.println(new String(pi.readAllBytes()));
        w.join();
        PipedWriter pw = new PipedWriter();
        PipedReader pr = new PipedReader(pw);
        pw.write("hello\n");
        pw.write("there");
        pw.close();
        BufferedReader br = new BufferedReader(pr);
        System.out.println(br.readLine() + br.readLine() + br.readLine());
        try {
            new PipedInputStream().read();
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        try {
            new PipedOutputStream(pi);
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(System.console() == null);
    }
}
