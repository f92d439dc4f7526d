package javax.crypto;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a cipher makes of a stream. */
public class CipherInputStream extends FilterInputStream {
    private static final int CHUNK = 8192;
    private final Cipher cipher;
    private byte[] made = new byte[0];
    private int at;
    private boolean done;

    public CipherInputStream(InputStream is, Cipher c) {
        super(is);
        cipher = c;
    }

    private boolean fill() throws IOException {
        while (at == made.length && !done) {
            byte[] chunk = new byte[CHUNK];
            int n = in.read(chunk);
            byte[] next;
            if (n < 0) {
                done = true;
                try {
                    next = cipher.doFinal();
                } catch (IllegalBlockSizeException | BadPaddingException e) {
                    throw new IOException(e);
                }
            } else {
                next = cipher.update(chunk, 0, n);
            }
            made = next == null ? new byte[0] : next;
            at = 0;
        }
        return at < made.length;
    }

    @Override
    public int read() throws IOException {
        return fill() ? made[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] b) throws IOException {
        return read(b, 0, b.length);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (!fill()) {
            return -1;
        }
        int n = Math.min(len, made.length - at);
        System.arraycopy(made, at, b, off, n);
        at += n;
        return n;
    }

    @Override
    public long skip(long n) {
        int k = (int) Math.max(0, Math.min(n, made.length - at));
        at += k;
        return k;
    }

    @Override
    public int available() {
        return made.length - at;
    }

    @Override
    public void close() throws IOException {
        in.close();
        if (!done) {
            done = true;
            try {
                cipher.doFinal();
            } catch (IllegalBlockSizeException | BadPaddingException e) {
                // Not all was read: nobody waits for the rest.
            }
        }
        made = new byte[0];
        at = 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
