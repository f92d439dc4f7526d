package java.io;

import java.nio.channels.FileChannel;
import java.util.Objects;
import rvm.internal.HostIO;

/** Writes bytes to a file. */
public class FileOutputStream extends OutputStream {
    private final FileDescriptor fd;
    private boolean append;
    private FileChannel channel;

    public FileOutputStream(String name) throws FileNotFoundException {
        this(name != null ? new File(name) : null, false);
    }

    public FileOutputStream(String name, boolean append) throws FileNotFoundException {
        this(name != null ? new File(name) : null, append);
    }

    public FileOutputStream(File file) throws FileNotFoundException {
        this(file, false);
    }

    public FileOutputStream(File file, boolean append) throws FileNotFoundException {
        String path = file.getPath();
        file.checkPath();
        int flags = HostIO.WRITE | HostIO.CREATE | (append ? HostIO.APPEND : HostIO.TRUNCATE);
        int n = HostIO.open(path, flags, 0666);
        if (n < 0) {
            throw new FileNotFoundException(path, HostIO.errorText(-n));
        }
        fd = new FileDescriptor(n);
        this.append = append;
    }

    public FileOutputStream(FileDescriptor fdObj) {
        fd = Objects.requireNonNull(fdObj);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b) throws IOException {
        write(b, 0, b.length);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        if ((off | len | off + len | b.length - (off + len)) < 0) {
            throw new IndexOutOfBoundsException();
        }
        HostIO.writeFully(fd.number(), b, off, len);
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
                channel = new rvm.internal.nio.HostChannel(fd.fd, false, true, append, null, this);
            }
            return channel;
        }
    }
}
