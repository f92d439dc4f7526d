package rvm.internal;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The standard input; its buffer is made when the first byte is wanted. */
public final class ConsoleInput extends InputStream {
    private InputStream in;

    public ConsoleInput() {
    }

    private synchronized InputStream in() {
        if (in == null) {
            in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
        }
        return in;
    }

    @Override
    public int read() throws IOException {
        return in().read();
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        return in().read(b, off, len);
    }

    @Override
    public long skip(long n) throws IOException {
        return in().skip(n);
    }

    @Override
    public int available() throws IOException {
        return in().available();
    }

    @Override
    public void mark(int limit) {
        in().mark(limit);
    }

    @Override
    public void reset() throws IOException {
        in().reset();
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void close() throws IOException {
        in().close();
    }
}
