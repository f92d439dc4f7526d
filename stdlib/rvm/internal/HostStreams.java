package rvm.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** Streams over open files of the host. */
public final class HostStreams {
    private HostStreams() {
    }

    /** Reads a file. */
    public static final class In extends InputStream {
        private int fd;

        public In(int fd) {
            this.fd = fd;
        }

        private int number() throws IOException {
            int n = fd;
            if (n < 0) {
                throw new IOException("Stream closed");
            }
            return n;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            Objects.checkFromIndexSize(off, len, b.length);
            if (len == 0) {
                return 0;
            }
            int n = HostIO.check(HostIO.read(number(), b, off, len));
            return n == 0 ? -1 : n;
        }

        @Override
        public int available() throws IOException {
            return HostIO.check(HostIO.available(number()));
        }

        @Override
        public synchronized void close() throws IOException {
            int n = fd;
            fd = -1;
            if (n >= 0) {
                HostIO.check(HostIO.close(n));
            }
        }
    }

    /** Writes a file. */
    public static final class Out extends OutputStream {
        private int fd;

        public Out(int fd) {
            this.fd = fd;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            Objects.checkFromIndexSize(off, len, b.length);
            int n = fd;
            if (n < 0) {
                throw new IOException("Stream Closed");
            }
            HostIO.writeFully(n, b, off, len);
        }

        @Override
        public synchronized void close() throws IOException {
            int n = fd;
            fd = -1;
            if (n >= 0) {
                HostIO.check(HostIO.close(n));
            }
        }
    }
}
