import java.io.*;

public class StreamChain {
    static class Upper extends FilterInputStream {
        Upper(InputStream i) {
            super(i);
        }
        @Override public int read() throws IOException {
            int c = super.read();
            return c >= 'a' && c <= 'z' ? c - 32 : c;
        }
        @Override public int read(byte[] b, int o, int l) throws IOException {
            int n = 0;
            for (int c; n < l && (c = read()) >= 0; n++) b[o + n] = (byte) c;
            return n == 0 ? -1 : n;
        }
    }

    public static void main(String[] args) throws Exception {
        p(new String(new Upper(new BufferedInputStream(new ByteArrayInputStream("hello World".getBytes()))).readAllBytes()));
        SequenceInputStream s = new SequenceInputStream(new ByteArrayInputStream(new byte[] {1, 2}), new ByteArrayInputStream(new byte[] {3}));
        int c;
        while ((c = s.read()) != -1) p(c);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
