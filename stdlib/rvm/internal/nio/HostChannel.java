package rvm.internal.nio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Objects;
import rvm.internal.HostIO;

/** A file of the host. */
public final class HostChannel extends FileChannel {
    private static final int CHUNK = 8192;
    private static final ArrayList<Lock> LOCKS = new ArrayList<>();

    private final int fd;
    private final boolean readable;
    private final boolean writable;
    private final boolean append;
    private final String deleteOnClose;
    private final java.io.Closeable owner;
    private final Object lock = new Object();

    /** A channel of an open file; {@code owner}, if any, is closed instead of the file's number. */
    public HostChannel(int fd, boolean readable, boolean writable, boolean append, String deleteOnClose, java.io.Closeable owner) {
        this.fd = fd;
        this.readable = readable;
        this.writable = writable;
        this.append = append;
        this.deleteOnClose = deleteOnClose;
        this.owner = owner;
    }

    private void open() throws ClosedChannelException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    private void reading() throws ClosedChannelException {
        open();
        if (!readable) {
            throw new NonReadableChannelException();
        }
    }

    private void writing() throws ClosedChannelException {
        open();
        if (!writable) {
            throw new NonWritableChannelException();
        }
    }

    @Override
    public int read(ByteBuffer dst) throws IOException {
        reading();
        synchronized (lock) {
            return readInto(dst);
        }
    }

    private int readInto(ByteBuffer dst) throws IOException {
        if (dst.isReadOnly()) {
            throw new IllegalArgumentException("Read-only buffer");
        }
        int want = dst.remaining();
        if (want == 0) {
            return 0;
        }
        if (dst.hasArray()) {
            int n = HostIO.check(HostIO.read(fd, dst.array(), dst.arrayOffset() + dst.position(), want));
            dst.position(dst.position() + n);
            return n == 0 ? -1 : n;
        }
        byte[] b = new byte[Math.min(want, CHUNK)];
        int n = HostIO.check(HostIO.read(fd, b, 0, b.length));
        dst.put(b, 0, n);
        return n == 0 ? -1 : n;
    }

    private int writeFrom(ByteBuffer src) throws IOException {
        int total = 0;
        byte[] b = src.hasArray() ? null : new byte[Math.min(Math.max(src.remaining(), 1), CHUNK)];
        while (src.hasRemaining()) {
            int n;
            if (b == null) {
                n = HostIO.check(HostIO.write(fd, src.array(), src.arrayOffset() + src.position(), src.remaining()));
            } else {
                int at = src.position();
                int k = Math.min(src.remaining(), b.length);
                src.get(b, 0, k).position(at);
                n = HostIO.check(HostIO.write(fd, b, 0, k));
            }
            src.position(src.position() + n);
            total += n;
        }
        return total;
    }

    @Override
    public long read(ByteBuffer[] dsts, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, dsts.length);
        reading();
        synchronized (lock) {
            long total = 0;
            for (int i = offset; i < offset + length; i++) {
                while (dsts[i].hasRemaining()) {
                    int n = readInto(dsts[i]);
                    if (n < 0) {
                        return total == 0 ? -1 : total;
                    }
                    total += n;
                }
            }
            return total;
        }
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
        writing();
        synchronized (lock) {
            return writeFrom(src);
        }
    }

    @Override
    public long write(ByteBuffer[] srcs, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, srcs.length);
        writing();
        synchronized (lock) {
            long total = 0;
            for (int i = offset; i < offset + length; i++) {
                total += writeFrom(srcs[i]);
            }
            return total;
        }
    }

    @Override
    public long position() throws IOException {
        open();
        synchronized (lock) {
            return append ? HostIO.check(HostIO.size(fd)) : HostIO.check(HostIO.seek(fd, 0, HostIO.FROM_HERE));
        }
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        open();
        if (newPosition < 0) {
            throw new IllegalArgumentException();
        }
        synchronized (lock) {
            HostIO.check(HostIO.seek(fd, newPosition, HostIO.FROM_START));
        }
        return this;
    }

    @Override
    public long size() throws IOException {
        open();
        return HostIO.check(HostIO.size(fd));
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        open();
        if (size < 0) {
            throw new IllegalArgumentException("Negative size");
        }
        writing();
        synchronized (lock) {
            long at = append ? 0 : HostIO.check(HostIO.seek(fd, 0, HostIO.FROM_HERE));
            if (size < HostIO.check(HostIO.size(fd))) {
                HostIO.check(HostIO.truncate(fd, size));
            }
            if (at > size) {
                HostIO.check(HostIO.seek(fd, size, HostIO.FROM_START));
            }
        }
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        open();
        HostIO.check(HostIO.sync(fd));
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        open();
        if (!target.isOpen()) {
            throw new ClosedChannelException();
        }
        reading();
        if (position < 0 || count < 0) {
            throw new IllegalArgumentException();
        }
        long left = Math.min(count, Math.max(0, size() - position));
        long done = 0;
        ByteBuffer b = ByteBuffer.allocate((int) Math.min(Math.max(left, 1), CHUNK));
        while (left > 0) {
            b.clear().limit((int) Math.min(left, b.capacity()));
            int n = read(b, position + done);
            if (n <= 0) {
                break;
            }
            b.flip();
            int w = target.write(b);
            done += w;
            left -= w;
            if (w != n) {
                break;
            }
        }
        return done;
    }

    @Override
    public long transferFrom(ReadableByteChannel src, long position, long count) throws IOException {
        open();
        if (!src.isOpen()) {
            throw new ClosedChannelException();
        }
        writing();
        if (position < 0 || count < 0) {
            throw new IllegalArgumentException();
        }
        if (position > size()) {
            return 0;
        }
        long done = 0;
        ByteBuffer b = ByteBuffer.allocate((int) Math.min(Math.max(count, 1), CHUNK));
        while (done < count) {
            b.clear().limit((int) Math.min(count - done, b.capacity()));
            int n = src.read(b);
            if (n <= 0) {
                break;
            }
            b.flip();
            while (b.hasRemaining()) {
                done += write(b, position + done);
            }
        }
        return done;
    }

    @Override
    public int read(ByteBuffer dst, long position) throws IOException {
        if (position < 0) {
            throw new IllegalArgumentException("Negative position");
        }
        reading();
        synchronized (lock) {
            long at = HostIO.check(HostIO.seek(fd, 0, HostIO.FROM_HERE));
            try {
                HostIO.check(HostIO.seek(fd, position, HostIO.FROM_START));
                return readInto(dst);
            } finally {
                HostIO.seek(fd, at, HostIO.FROM_START);
            }
        }
    }

    @Override
    public int write(ByteBuffer src, long position) throws IOException {
        if (position < 0) {
            throw new IllegalArgumentException("Negative position");
        }
        writing();
        synchronized (lock) {
            long at = HostIO.check(HostIO.seek(fd, 0, HostIO.FROM_HERE));
            try {
                HostIO.check(HostIO.seek(fd, position, HostIO.FROM_START));
                return writeFrom(src);
            } finally {
                HostIO.seek(fd, at, HostIO.FROM_START);
            }
        }
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        Objects.requireNonNull(mode, "Mode is null");
        reading();
        if (mode == MapMode.READ_WRITE) {
            writing();
            throw new UnsupportedOperationException("FileChannel.map(READ_WRITE)");
        }
        if (position < 0) {
            throw new IllegalArgumentException("Negative position");
        }
        if (size < 0) {
            throw new IllegalArgumentException("Negative size");
        }
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Size exceeds Integer.MAX_VALUE");
        }
        if (size() < position + size) {
            throw new IOException("Channel not open for writing - cannot extend file to required size");
        }
        ByteBuffer content = ByteBuffer.allocate((int) size);
        while (content.hasRemaining() && read(content, position + content.position()) > 0) {
            // Until all is there.
        }
        return Mapping.of(content.array(), mode == MapMode.READ_ONLY);
    }

    /** A lock of a region, POSIX's (of the process) with a list of our own against overlapping ones in this process. */
    private static final class Lock extends FileLock {
        private boolean valid = true;
        private final long device;
        private final long inode;

        Lock(HostChannel channel, long position, long size, boolean shared, long device, long inode) {
            super(channel, position, size, shared);
            this.device = device;
            this.inode = inode;
        }

        @Override
        public boolean isValid() {
            return valid && acquiredBy().isOpen();
        }

        @Override
        public void release() throws IOException {
            HostChannel c = (HostChannel) acquiredBy();
            if (!c.isOpen()) {
                throw new ClosedChannelException();
            }
            synchronized (LOCKS) {
                if (valid) {
                    valid = false;
                    LOCKS.remove(this);
                    HostIO.check(HostIO.lock(c.fd, position(), size(), HostIO.UNLOCK, false));
                }
            }
        }
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return lock(position, size, shared, true);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return lock(position, size, shared, false);
    }

    private FileLock lock(long position, long size, boolean shared, boolean wait) throws IOException {
        open();
        if (shared && !readable) {
            throw new NonReadableChannelException();
        }
        if (!shared && !writable) {
            throw new NonWritableChannelException();
        }
        long[] stat = new long[HostIO.STAT_SLOTS];
        HostIO.check(HostIO.statOpen(fd, stat));
        Lock mine = new Lock(this, position, size, shared, stat[HostIO.DEVICE], stat[HostIO.INODE]);
        synchronized (LOCKS) {
            for (Lock other : LOCKS) {
                if (other.device == mine.device && other.inode == mine.inode && other.overlaps(position, size)) {
                    throw new OverlappingFileLockException();
                }
            }
            LOCKS.add(mine);
        }
        int result = HostIO.lock(fd, position, size, shared ? HostIO.SHARED : HostIO.EXCLUSIVE_LOCK, wait);
        if (result < 0) {
            synchronized (LOCKS) {
                LOCKS.remove(mine);
            }
            if (!wait && (result == -HostIO.EAGAIN || result == -HostIO.EACCES)) {
                return null;
            }
            HostIO.check(result);
        }
        return mine;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        synchronized (LOCKS) {
            LOCKS.removeIf(l -> l.acquiredBy() == this);
        }
        if (owner != null) {
            owner.close();
        } else {
            HostIO.check(HostIO.close(fd));
        }
        if (deleteOnClose != null) {
            HostIO.unlink(deleteOnClose);
        }
    }
}
