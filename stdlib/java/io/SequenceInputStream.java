package java.io;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;

/** The bytes of several streams, one after the other. */
public class SequenceInputStream extends InputStream {
    private final Enumeration<? extends InputStream> rest;
    private InputStream in;

    public SequenceInputStream(Enumeration<? extends InputStream> e) {
        rest = e;
        if (e.hasMoreElements()) {
            in = Objects.requireNonNull(e.nextElement());
        }
    }

    public SequenceInputStream(InputStream s1, InputStream s2) {
        this(Collections.enumeration(List.of(s1, s2)));
    }

    private void next() throws IOException {
        if (in != null) {
            in.close();
        }
        in = rest.hasMoreElements() ? Objects.requireNonNull(rest.nextElement()) : null;
    }

    @Override
    public int available() throws IOException {
        return in == null ? 0 : in.available();
    }

    @Override
    public int read() throws IOException {
        while (in != null) {
            int c = in.read();
            if (c != -1) {
                return c;
            }
            next();
        }
        return -1;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (in == null) {
            return -1;
        }
        Objects.checkFromIndexSize(off, len, b.length);
        if (len == 0) {
            return 0;
        }
        do {
            int n = in.read(b, off, len);
            if (n > 0) {
                return n;
            }
            next();
        } while (in != null);
        return -1;
    }

    @Override
    public void close() throws IOException {
        while (in != null) {
            next();
        }
    }
}
