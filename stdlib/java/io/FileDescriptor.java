package java.io;

import rvm.internal.HostIO;

/** An open file of the host. */
public final class FileDescriptor {
    public static final FileDescriptor in = new FileDescriptor(0);
    public static final FileDescriptor out = new FileDescriptor(1);
    public static final FileDescriptor err = new FileDescriptor(2);

    /** The host's number; -1 when closed. */
    int fd;

    public FileDescriptor() {
        fd = -1;
    }

    FileDescriptor(int fd) {
        this.fd = fd;
    }

    public boolean valid() {
        return fd >= 0;
    }

    public void sync() throws SyncFailedException {
        if (HostIO.sync(fd) < 0) {
            throw new SyncFailedException("sync failed");
        }
    }

    /** Takes the number away and closes the file, once. The standard streams stay open in the host. */
    void close() throws IOException {
        int n;
        synchronized (this) {
            n = fd;
            fd = -1;
        }
        if (n >= 0) {
            HostIO.check(HostIO.close(n));
        }
    }

    int number() throws IOException {
        int n = fd;
        if (n < 0) {
            throw new IOException("Stream Closed");
        }
        return n;
    }
}
