package java.io;

/**
 * The lower half of an object input stream: values from bytes, in block-data mode out of blocks. Never reads further than the byte it needs,
 * but for the rest of a block.
 */
final class ObjectBlockInput {
    private static final int NOTHING = -2;

    private final InputStream in;
    private final ObjectInputStream owner;
    private int peeked = NOTHING;
    private boolean blocks;
    private final byte[] buffer = new byte[1024];
    private int at;
    private int end;
    /** What is left of the block behind the buffer. */
    private int unread;
    private boolean ended;

    ObjectBlockInput(InputStream in, ObjectInputStream owner) {
        this.in = in;
        this.owner = owner;
    }

    boolean inBlocks() {
        return blocks;
    }

    boolean setBlocks(boolean on) {
        if (blocks == on) {
            return on;
        }
        if (on) {
            at = 0;
            end = 0;
            unread = 0;
            ended = false;
        } else if (at < end || unread > 0) {
            throw new IllegalStateException("unread block data");
        }
        blocks = on;
        return !on;
    }

    int remaining() {
        return end - at + unread;
    }

    /** The next byte of the stream itself, without taking it; -1 at the end. */
    private int rawPeek() throws IOException {
        if (peeked == NOTHING) {
            peeked = in.read();
        }
        return peeked;
    }

    private int rawRead() throws IOException {
        if (peeked != NOTHING) {
            int b = peeked;
            peeked = NOTHING;
            return b;
        }
        return in.read();
    }

    private int rawRead(byte[] b, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        if (peeked == NOTHING) {
            return in.read(b, off, len);
        }
        if (peeked < 0) {
            return -1;
        }
        b[off] = (byte) peeked;
        peeked = NOTHING;
        int n = len > 1 ? in.read(b, off + 1, len - 1) : 0;
        return n < 0 ? 1 : n + 1;
    }

    private int rawByte() throws IOException {
        int b = rawRead();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    private void rawFully(byte[] b, int off, int len) throws IOException {
        int got = 0;
        while (got < len) {
            int n = rawRead(b, off + got, len - got);
            if (n < 0) {
                throw new EOFException();
            }
            got += n;
        }
    }

    /** Goes on to the next block that has data; false at the end of the block data. */
    private boolean refill() throws IOException {
        while (at == end) {
            if (unread > 0) {
                int n = rawRead(buffer, 0, Math.min(unread, buffer.length));
                if (n < 0) {
                    throw new StreamCorruptedException("unexpected EOF in middle of data block");
                }
                at = 0;
                end = n;
                unread -= n;
            } else if (ended || owner.dataEnds() || !nextHeader()) {
                return false;
            }
        }
        return true;
    }

    private boolean nextHeader() throws IOException {
        while (true) {
            int tc = rawPeek();
            switch (tc) {
                case ObjectStreamConstants.TC_BLOCKDATA:
                    rawRead();
                    unread = rawByte();
                    return true;
                case ObjectStreamConstants.TC_BLOCKDATALONG:
                    rawRead();
                    unread = rawByte() << 24 | rawByte() << 16 | rawByte() << 8 | rawByte();
                    if (unread < 0) {
                        throw new StreamCorruptedException("illegal block data header length: " + unread);
                    }
                    return true;
                case ObjectStreamConstants.TC_RESET:
                    rawRead();
                    owner.handleReset();
                    break;
                default:
                    if (tc >= 0 && (tc < ObjectStreamConstants.TC_BASE || tc > ObjectStreamConstants.TC_MAX)) {
                        throw new StreamCorruptedException(String.format("invalid type code: %02X", tc));
                    }
                    return false;
            }
        }
    }

    /** The next byte without taking it; -1 at the end of the data. */
    int peek() throws IOException {
        if (!blocks) {
            return rawPeek();
        }
        return refill() ? buffer[at] & 0xff : -1;
    }

    /** As peek, but the end is an error. */
    int peekByte() throws IOException {
        int b = peek();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    int read() throws IOException {
        if (!blocks) {
            return rawRead();
        }
        return refill() ? buffer[at++] & 0xff : -1;
    }

    int read(byte[] b, int off, int len) throws IOException {
        if (!blocks || len == 0) {
            return rawRead(b, off, len);
        }
        if (!refill()) {
            return -1;
        }
        int n = Math.min(len, end - at);
        System.arraycopy(buffer, at, b, off, n);
        at += n;
        return n;
    }

    int available() throws IOException {
        if (!blocks) {
            return peeked >= 0 ? in.available() + 1 : in.available();
        }
        if (remaining() == 0 && in.available() > 0 && !ended) {
            refill();
        }
        return end - at + (unread > 0 ? Math.min(in.available(), unread) : 0);
    }

    /** Passes over what is left of the block data. */
    void skipBlocks() throws IOException {
        while (blocks && refill()) {
            at = end;
        }
    }

    void close() throws IOException {
        ended = true;
        in.close();
    }

    int readByte() throws IOException {
        int b = read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    void readFully(byte[] b, int off, int len) throws IOException {
        if (!blocks) {
            rawFully(b, off, len);
            return;
        }
        int got = 0;
        while (got < len) {
            int n = read(b, off + got, len - got);
            if (n < 0) {
                throw new EOFException();
            }
            got += n;
        }
    }

    int readShort() throws IOException {
        int high = readByte();
        return high << 8 | readByte();
    }

    int readInt() throws IOException {
        if (blocks && end - at >= 4) {
            int p = at;
            at = p + 4;
            return buffer[p] << 24 | (buffer[p + 1] & 0xff) << 16 | (buffer[p + 2] & 0xff) << 8 | buffer[p + 3] & 0xff;
        }
        int high = readShort();
        return high << 16 | readShort();
    }

    long readLong() throws IOException {
        long high = readInt();
        return high << 32 | readInt() & 0xffffffffL;
    }

    String readUTF(long length) throws IOException {
        StringBuilder sb = new StringBuilder((int) Math.min(length, 1 << 16));
        long left = length;
        while (left > 0) {
            int b = readByte();
            left--;
            if (b < 0x80) {
                sb.append((char) b);
            } else if (b >> 5 == 6 && left >= 1) {
                left--;
                sb.append((char) ((b & 0x1f) << 6 | tail()));
            } else if (b >> 4 == 14 && left >= 2) {
                left -= 2;
                int middle = tail();
                sb.append((char) ((b & 0x0f) << 12 | middle << 6 | tail()));
            } else {
                throw new UTFDataFormatException();
            }
        }
        return sb.toString();
    }

    private int tail() throws IOException {
        int b = readByte();
        if ((b & 0xc0) != 0x80) {
            throw new UTFDataFormatException();
        }
        return b & 0x3f;
    }

    /** One value of a primitive type, boxed. */
    Object readBoxed(char code) throws IOException {
        switch (code) {
            case 'Z':
                return readByte() != 0;
            case 'B':
                return (byte) readByte();
            case 'C':
                return (char) readShort();
            case 'S':
                return (short) readShort();
            case 'I':
                return readInt();
            case 'F':
                return Float.intBitsToFloat(readInt());
            case 'J':
                return readLong();
            default:
                return Double.longBitsToDouble(readLong());
        }
    }
}
