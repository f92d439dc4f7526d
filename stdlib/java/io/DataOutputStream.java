package java.io;

/** Writes values of primitive types to a stream. */
public class DataOutputStream extends FilterOutputStream implements DataOutput {
    protected int written;
    private final byte[] word = new byte[8];

    public DataOutputStream(OutputStream out) {
        super(out);
    }

    private void count(int n) {
        int sum = written + n;
        written = sum < 0 ? Integer.MAX_VALUE : sum;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        out.write(b);
        count(1);
    }

    @Override
    public synchronized void write(byte[] b, int off, int len) throws IOException {
        out.write(b, off, len);
        count(len);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private void put(long v, int n) throws IOException {
        for (int i = 0; i < n; i++) {
            word[i] = (byte) (v >>> 8 * (n - 1 - i));
        }
        out.write(word, 0, n);
        count(n);
    }

    @Override
    public final void writeBoolean(boolean v) throws IOException {
        out.write(v ? 1 : 0);
        count(1);
    }

    @Override
    public final void writeByte(int v) throws IOException {
        out.write(v);
        count(1);
    }

    @Override
    public final void writeShort(int v) throws IOException {
        put(v, 2);
    }

    @Override
    public final void writeChar(int v) throws IOException {
        put(v, 2);
    }

    @Override
    public final void writeInt(int v) throws IOException {
        put(v, 4);
    }

    @Override
    public final void writeLong(long v) throws IOException {
        put(v, 8);
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
        for (int i = 0; i < s.length(); i++) {
            out.write((byte) s.charAt(i));
        }
        count(s.length());
    }

    @Override
    public final void writeChars(String s) throws IOException {
        for (int i = 0; i < s.length(); i++) {
            writeChar(s.charAt(i));
        }
    }

    @Override
    public final void writeUTF(String str) throws IOException {
        byte[] b = encode(str);
        out.write(b, 0, b.length);
        count(b.length);
    }

    /** Length and modified UTF-8 of a text. */
    static byte[] encode(String s) throws UTFDataFormatException {
        int n = s.length();
        long size = 0;
        for (int i = 0; i < n; i++) {
            char c = s.charAt(i);
            size += c >= 1 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        if (size > 65535) {
            throw new UTFDataFormatException("encoded string (" + s.substring(0, 8) + "..." + s.substring(n - 8) + ") too long: " + size + " bytes");
        }
        byte[] b = new byte[(int) size + 2];
        b[0] = (byte) (size >>> 8);
        b[1] = (byte) size;
        int at = 2;
        for (int i = 0; i < n; i++) {
            char c = s.charAt(i);
            if (c >= 1 && c < 0x80) {
                b[at++] = (byte) c;
            } else if (c < 0x800) {
                b[at++] = (byte) (0xc0 | c >> 6);
                b[at++] = (byte) (0x80 | c & 0x3f);
            } else {
                b[at++] = (byte) (0xe0 | c >> 12);
                b[at++] = (byte) (0x80 | c >> 6 & 0x3f);
                b[at++] = (byte) (0x80 | c & 0x3f);
            }
        }
        return b;
    }

    public final int size() {
        return written;
    }
}
