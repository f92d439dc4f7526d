import java.util.*;
import java.util.stream.*;
import java.io.*;

public class Readers {
    public static void main(String[] args) throws Exception {
        BufferedReader r = new BufferedReader(new StringReader("l1\nl2\r\n\nl4\rlast"));
        String s;
        while ((s = r.readLine()) != null) p("[" + s + "]");
        p(new BufferedReader(new StringReader("a\nb")).lines().collect(Collectors.toList()));
        StringReader q = new StringReader("xyz");
        char[] c = new char[2];
        p(q.read(c) + new String(c) + q.read(c) + q.read(c));
        q.close();
        try {
            q.read();
        }  catch (IOException e) {
            p(e.getMessage());
        }
        InputStreamReader u = new InputStreamReader(new ByteArrayInputStream("é中a".getBytes("UTF-8")), "UTF-8");
        int k;
        while ((k = u.read()) >= 0) p(k);
        PushbackReader pb = new PushbackReader(new StringReader("ab"));
        int x = pb.read();
        pb.unread(x);
        p((char) pb.read());
        LineNumberReader ln = new LineNumberReader(new StringReader("a\nb\n"));
        while (ln.readLine() != null) p(ln.getLineNumber());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
