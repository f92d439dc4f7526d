import java.util.*;
import java.io.*;

public class ByteStreams {
    public static void main(String[] args) throws Exception {
        ByteArrayOutputStream o = new ByteArrayOutputStream();
        o.write(65);
        o.write(new byte[] {66, 67, 68}, 1, 2);
        o.write(0x1ff);
        p(o.size() + Arrays.toString(o.toByteArray()));
        ByteArrayInputStream in = new ByteArrayInputStream(o.toByteArray());
        p(in.read() + " " + in.available() + in.skip(1));
        in.mark(0);
        p(in.read() + in.read());
        p(in.read());
        in.reset();
        byte[] b = new byte[10];
        p(in.read(b) + " " + in.read(b));
        p(new String(in.readAllBytes()).isEmpty());
        o.reset();
        p(o.toString().length());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
