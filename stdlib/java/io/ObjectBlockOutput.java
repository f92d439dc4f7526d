package java.io;

/** The lower half of an object output stream: values as bytes, in block-data mode cut into blocks with headers. */
final class ObjectBlockOutput {
    private static final int BLOCK = 1024;

    private final OutputStream out;
    private final byte[] buffer = new byte[BLOCK];
    private int used;
    private boolean blocks;

    ObjectBlockOutput(OutputStream out) {
        this.out = out;
    }

    boolean setBlocks(boolean on) throws IOException {
        if (blocks == on) {
            return on;
        }
        drain();
        blocks = on;
        return !on;
    }

    boolean inBlocks() {
        return blocks;
    }

    void drain() throws IOException {
        if (used == 0) {
            return;
        }
        if (blocks) {
            header(used);
        }
        int n = used;
        used = 0;
        out.write(buffer, 0, n);
    }

    private void header(int length) throws IOException {
        if (length <= 0xff) {
            out.write(new byte[] {ObjectStreamConstants.TC_BLOCKDATA, (byte) length});
        } else {
            out.write(new byte[] {ObjectStreamConstants.TC_BLOCKDATALONG, (byte) (length >> 24), (byte) (length >> 16),
                (byte) (length >> 8), (byte) length});
        }
    }

    void flush() throws IOException {
        drain();
        out.flush();
    }

    void close() throws IOException {
        flush();
        out.close();
    }

    void write(int b) throws IOException {
        if (used == BLOCK) {
            drain();
        }
        buffer[used++] = (byte) b;
    }

    void write(byte[] b, int off, int len) throws IOException {
        int at = off;
        int left = len;
        while (left > 0) {
            if (used == BLOCK) {
                drain();
            }
            if (used == 0 && left >= BLOCK) {
                if (blocks) {
                    header(BLOCK);
                }
                out.write(b, at, BLOCK);
                at += BLOCK;
                left -= BLOCK;
                continue;
            }
            int n = Math.min(left, BLOCK - used);
            System.arraycopy(b, at, buffer, used, n);
            used += n;
            at += n;
            left -= n;
        }
    }

    void writeShort(int v) throws IOException {
        write(v >> 8);
        write(v);
    }

    void writeInt(int v) throws IOException {
        if (used + 4 <= BLOCK) {
            byte[] b = buffer;
            int at = used;
            b[at] = (byte) (v >> 24);
            b[at + 1] = (byte) (v >> 16);
            b[at + 2] = (byte) (v >> 8);
            b[at + 3] = (byte) v;
            used = at + 4;
            return;
        }
        writeShort(v >> 16);
        writeShort(v);
    }

    void writeLong(long v) throws IOException {
        writeInt((int) (v >> 32));
        writeInt((int) v);
    }

    /** The length of a string in modified UTF-8. */
    static long utfLength(String s) {
        long n = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            n += c >= 1 && c <= 0x7f ? 1 : c <= 0x7ff ? 2 : 3;
        }
        return n;
    }

    void writeUtfBody(String s) throws IOException {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= 1 && c <= 0x7f) {
                write(c);
            } else if (c > 0x7ff) {
                write(0xe0 | c >> 12);
                write(0x80 | c >> 6 & 0x3f);
                write(0x80 | c & 0x3f);
            } else {
                write(0xc0 | c >> 6);
                write(0x80 | c & 0x3f);
            }
        }
    }

    void writeUTF(String s) throws IOException {
        long n = utfLength(s);
        if (n > 0xffff) {
            throw new UTFDataFormatException();
        }
        writeShort((int) n);
        writeUtfBody(s);
    }

    /** One value of a primitive type, from its box. */
    void writeBoxed(char code, Object v) throws IOException {
        switch (code) {
            case 'Z':
                write((Boolean) v ? 1 : 0);
                break;
            case 'B':
                write((Byte) v);
                break;
            case 'C':
                writeShort((Character) v);
                break;
            case 'S':
                writeShort((Short) v);
                break;
            case 'I':
                writeInt((Integer) v);
                break;
            case 'F':
                writeInt(Float.floatToIntBits((Float) v));
                break;
            case 'J':
                writeLong((Long) v);
                break;
            default:
                writeLong(Double.doubleToLongBits((Double) v));
        }
    }
}
