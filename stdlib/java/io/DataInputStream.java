package java.io;

import java.util.Objects;

/** Reads values of primitive types from a stream. */
public class DataInputStream extends FilterInputStream implements DataInput {
    private final byte[] word = new byte[8];

    public DataInputStream(InputStream in) {
        super(in);
    }

    @Override
    public final int read(byte[] b) throws IOException {
        return in.read(b, 0, b.length);
    }

    @Override
    public final int read(byte[] b, int off, int len) throws IOException {
        return in.read(b, off, len);
    }

    @Override
    public final void readFully(byte[] b) throws IOException {
        readFully(b, 0, b.length);
    }

    @Override
    public final void readFully(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        int n = 0;
        while (n < len) {
            int k = in.read(b, off + n, len - n);
            if (k < 0) {
                throw new EOFException();
            }
            n += k;
        }
    }

    @Override
    public final int skipBytes(int n) throws IOException {
        int total = 0;
        while (total < n) {
            int k = (int) in.skip(n - total);
            if (k <= 0) {
                break;
            }
            total += k;
        }
        return total;
    }

    private long get(int n) throws IOException {
        readFully(word, 0, n);
        long v = 0;
        for (int i = 0; i < n; i++) {
            v = v << 8 | word[i] & 0xff;
        }
        return v;
    }

    @Override
    public final boolean readBoolean() throws IOException {
        return readUnsignedByte() != 0;
    }

    @Override
    public final byte readByte() throws IOException {
        return (byte) readUnsignedByte();
    }

    @Override
    public final int readUnsignedByte() throws IOException {
        int c = in.read();
        if (c < 0) {
            throw new EOFException();
        }
        return c;
    }

    @Override
    public final short readShort() throws IOException {
        return (short) get(2);
    }

    @Override
    public final int readUnsignedShort() throws IOException {
        return (int) get(2);
    }

    @Override
    public final char readChar() throws IOException {
        return (char) get(2);
    }

    @Override
    public final int readInt() throws IOException {
        return (int) get(4);
    }

    @Override
    public final long readLong() throws IOException {
        return get(8);
    }

    @Override
    public final float readFloat() throws IOException {
        return Float.intBitsToFloat(readInt());
    }

    @Override
    public final double readDouble() throws IOException {
        return Double.longBitsToDouble(readLong());
    }

    @Deprecated
    @Override
    public final String readLine() throws IOException {
        StringBuilder sb = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (c == '\r') {
                int next = in.read();
                if (next != '\n' && next != -1) {
                    if (!(in instanceof PushbackInputStream)) {
                        in = new PushbackInputStream(in);
                    }
                    ((PushbackInputStream) in).unread(next);
                }
                break;
            }
            sb.append((char) c);
            c = in.read();
        }
        return sb.toString();
    }

    @Override
    public final String readUTF() throws IOException {
        return readUTF(this);
    }

    public static final String readUTF(DataInput in) throws IOException {
        int n = in.readUnsignedShort();
        byte[] b = new byte[n];
        in.readFully(b, 0, n);
        StringBuilder sb = new StringBuilder(n);
        int i = 0;
        while (i < n) {
            int c = b[i] & 0xff;
            int need = c < 0x80 ? 1 : c >> 5 == 6 ? 2 : c >> 4 == 14 ? 3 : 0;
            if (need == 0) {
                throw new UTFDataFormatException("malformed input around byte " + i);
            }
            if (i + need > n) {
                throw new UTFDataFormatException("malformed input: partial character at end");
            }
            int v = need == 1 ? c : need == 2 ? c & 0x1f : c & 0x0f;
            for (int k = 1; k < need; k++) {
                if ((b[i + k] & 0xc0) != 0x80) {
                    throw new UTFDataFormatException("malformed input around byte " + (i + k));
                }
                v = v << 6 | b[i + k] & 0x3f;
            }
            sb.append((char) v);
            i += need;
        }
        return sb.toString();
    }
}
