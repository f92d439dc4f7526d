package java.io;

import java.nio.channels.FileChannel;
import java.util.Objects;
import rvm.internal.HostIO;

/** A file that is read and written at any position. */
public class RandomAccessFile implements DataOutput, DataInput, Closeable {
    private final FileDescriptor fd;
    private final String path;
    private boolean closed;
    private boolean writable;
    private FileChannel channel;

    public RandomAccessFile(String name, String mode) throws FileNotFoundException {
        this(name != null ? new File(name) : null, mode);
    }

    public RandomAccessFile(File file, String mode) throws FileNotFoundException {
        int flags;
        switch (mode) {
            case "r":
                flags = HostIO.READ;
                break;
            case "rw":
                flags = HostIO.READ | HostIO.WRITE | HostIO.CREATE;
                break;
            case "rws":
                flags = HostIO.READ | HostIO.WRITE | HostIO.CREATE | HostIO.SYNC;
                break;
            case "rwd":
                flags = HostIO.READ | HostIO.WRITE | HostIO.CREATE | HostIO.DATA_SYNC;
                break;
            default:
                throw new IllegalArgumentException("Illegal mode \"" + mode
                        + "\" must be one of \"r\", \"rw\", \"rws\", or \"rwd\"");
        }
        path = file.getPath();
        file.checkPath();
        int n = HostIO.open(path, flags, 0666);
        if (n >= 0 && file.isDirectory()) {
            HostIO.close(n);
            throw new FileNotFoundException(path, "Is a directory");
        }
        if (n < 0) {
            throw new FileNotFoundException(path, HostIO.errorText(-n));
        }
        fd = new FileDescriptor(n);
        writable = (flags & HostIO.WRITE) != 0;
    }

    public final FileDescriptor getFD() throws IOException {
        return fd;
    }

    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    public int read(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        if (len == 0) {
            return 0;
        }
        int n = HostIO.check(HostIO.read(fd.number(), b, off, len));
        return n == 0 ? -1 : n;
    }

    public int read(byte[] b) throws IOException {
        return read(b, 0, b.length);
    }

    @Override
    public final void readFully(byte[] b) throws IOException {
        readFully(b, 0, b.length);
    }

    @Override
    public final void readFully(byte[] b, int off, int len) throws IOException {
        int got = 0;
        do {
            int n = read(b, off + got, len - got);
            if (n < 0) {
                throw new EOFException();
            }
            got += n;
        } while (got < len);
    }

    @Override
    public int skipBytes(int n) throws IOException {
        if (n <= 0) {
            return 0;
        }
        long here = getFilePointer();
        long there = Math.min(here + n, Math.max(length(), here));
        seek(there);
        return (int) (there - here);
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
        Objects.checkFromIndexSize(off, len, b.length);
        HostIO.writeFully(fd.number(), b, off, len);
    }

    public long getFilePointer() throws IOException {
        return HostIO.check(HostIO.seek(fd.number(), 0, HostIO.FROM_HERE));
    }

    public void seek(long pos) throws IOException {
        if (pos < 0) {
            throw new IOException("Negative seek offset");
        }
        HostIO.check(HostIO.seek(fd.number(), pos, HostIO.FROM_START));
    }

    public long length() throws IOException {
        return HostIO.check(HostIO.size(fd.number()));
    }

    public void setLength(long newLength) throws IOException {
        long here = getFilePointer();
        HostIO.check(HostIO.truncate(fd.number(), newLength));
        if (here > newLength) {
            seek(newLength);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        FileChannel c = channel;
        if (c != null && c.isOpen()) {
            c.close();
        }
        fd.close();
    }

    private int need() throws IOException {
        int b = read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    @Override
    public final boolean readBoolean() throws IOException {
        return need() != 0;
    }

    @Override
    public final byte readByte() throws IOException {
        return (byte) need();
    }

    @Override
    public final int readUnsignedByte() throws IOException {
        return need();
    }

    private long number(int bytes) throws IOException {
        byte[] b = new byte[bytes];
        readFully(b, 0, bytes);
        long v = 0;
        for (byte x : b) {
            v = v << 8 | x & 0xff;
        }
        return v;
    }

    @Override
    public final short readShort() throws IOException {
        return (short) number(2);
    }

    @Override
    public final int readUnsignedShort() throws IOException {
        return (int) number(2);
    }

    @Override
    public final char readChar() throws IOException {
        return (char) number(2);
    }

    @Override
    public final int readInt() throws IOException {
        return (int) number(4);
    }

    @Override
    public final long readLong() throws IOException {
        return number(8);
    }

    @Override
    public final float readFloat() throws IOException {
        return Float.intBitsToFloat(readInt());
    }

    @Override
    public final double readDouble() throws IOException {
        return Double.longBitsToDouble(readLong());
    }

    @Override
    public final String readLine() throws IOException {
        StringBuilder sb = new StringBuilder();
        int c = read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (c == '\r') {
                long here = getFilePointer();
                if (read() != '\n') {
                    seek(here);
                }
                break;
            }
            sb.append((char) c);
            c = read();
        }
        return sb.toString();
    }

    @Override
    public final String readUTF() throws IOException {
        return DataInputStream.readUTF(this);
    }

    private void writeNumber(long v, int bytes) throws IOException {
        byte[] b = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            b[i] = (byte) (v >>> 8 * (bytes - 1 - i));
        }
        write(b, 0, bytes);
    }

    @Override
    public final void writeBoolean(boolean v) throws IOException {
        write(v ? 1 : 0);
    }

    @Override
    public final void writeByte(int v) throws IOException {
        write(v);
    }

    @Override
    public final void writeShort(int v) throws IOException {
        writeNumber(v, 2);
    }

    @Override
    public final void writeChar(int v) throws IOException {
        writeNumber(v, 2);
    }

    @Override
    public final void writeInt(int v) throws IOException {
        writeNumber(v, 4);
    }

    @Override
    public final void writeLong(long v) throws IOException {
        writeNumber(v, 8);
    }

    @Override
    public final void writeFloat(float v) throws IOException {
        writeInt(Float.floatToIntBits(v));
    }

    @Override
    public final void writeDouble(double v) throws IOException {
        writeLong(Double.doubleToLongBits(v));
    }

    @Override
    public final void writeBytes(String s) throws IOException {
        byte[] b = new byte[s.length()];
        for (int i = 0; i < b.length; i++) {
            b[i] = (byte) s.charAt(i);
        }
        write(b, 0, b.length);
    }

    @Override
    public final void writeChars(String s) throws IOException {
        byte[] b = new byte[2 * s.length()];
        for (int i = 0; i < s.length(); i++) {
            b[2 * i] = (byte) (s.charAt(i) >> 8);
            b[2 * i + 1] = (byte) s.charAt(i);
        }
        write(b, 0, b.length);
    }

    @Override
    public final void writeUTF(String str) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeUTF(str);
        write(bytes.toByteArray());
    }

    public final FileChannel getChannel() {
        synchronized (this) {
            if (channel == null) {
                channel = new rvm.internal.nio.HostChannel(fd.fd, true, writable, false, null, this);
            }
            return channel;
        }
    }
}
