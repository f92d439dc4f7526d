package java.io;

import java.nio.channels.FileChannel;
import java.util.Objects;
import rvm.internal.HostIO;

/** Reads bytes from a file. */
public class FileInputStream extends InputStream {
    private final FileDescriptor fd;
    private FileChannel channel;

    public FileInputStream(String name) throws FileNotFoundException {
        this(name != null ? new File(name) : null);
    }

    public FileInputStream(File file) throws FileNotFoundException {
        String path = file.getPath();
        file.checkPath();
        int n = HostIO.open(path, HostIO.READ, 0);
        if (n >= 0 && file.isDirectory()) {
            HostIO.close(n);
            throw new FileNotFoundException(path, "Is a directory");
        }
        if (n < 0) {
            throw new FileNotFoundException(path, HostIO.errorText(-n));
        }
        fd = new FileDescriptor(n);
    }

    public FileInputStream(FileDescriptor fdObj) {
        fd = Objects.requireNonNull(fdObj);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b) throws IOException {
        return read(b, 0, b.length);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        if (len == 0) {
            return 0;
        }
        int n = HostIO.check(HostIO.read(fd.number(), b, off, len));
        return n == 0 ? -1 : n;
    }

    @Override
    public long skip(long n) throws IOException {
        int f = fd.number();
        long here = HostIO.seek(f, 0, HostIO.FROM_HERE);
        if (here < 0) {
            // A pipe or terminal.
            return super.skip(n);
        }
        long there = HostIO.seek(f, n, HostIO.FROM_HERE);
        if (there < 0) {
            throw new IOException("Invalid argument");
        }
        return there - here;
    }

    @Override
    public int available() throws IOException {
        return HostIO.check(HostIO.available(fd.number()));
    }

    @Override
    public void close() throws IOException {
        FileChannel c = channel;
        if (c != null && c.isOpen()) {
            c.close();
        }
        fd.close();
    }

    public final FileDescriptor getFD() throws IOException {
        return fd;
    }

    public FileChannel getChannel() {
        synchronized (this) {
            if (channel == null) {
                channel = new rvm.internal.nio.HostChannel(fd.fd, true, false, false, null, this);
            }
            return channel;
        }
    }
}
