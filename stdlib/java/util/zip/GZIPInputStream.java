package java.util.zip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Reads files that gzip wrote; several members follow each other as one. */
public class GZIPInputStream extends InflaterInputStream {
    public static final int GZIP_MAGIC = 0x8b1f;

    private static final int CRC_OF_HEADER = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    protected CRC32 crc = new CRC32();
    protected boolean eos;
    private boolean closed;

    public GZIPInputStream(InputStream in, int size) throws IOException {
        super(in, in == null ? null : new Inflater(true), size);
        usesDefaultInflater = true;
        readHeader(in);
    }

    public GZIPInputStream(InputStream in) throws IOException {
        this(in, 512);
    }

    private void ensureOpen() throws IOException {
        if (closed) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public int read(byte[] buf, int off, int len) throws IOException {
        ensureOpen();
        if (eos) {
            return -1;
        }
        int n = super.read(buf, off, len);
        if (n == -1) {
            if (readTrailer()) {
                eos = true;
            } else {
                return read(buf, off, len);
            }
        } else {
            crc.update(buf, off, n);
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            super.close();
            eos = true;
            closed = true;
        }
    }

    private int readHeader(InputStream source) throws IOException {
        CheckedInputStream in = new CheckedInputStream(source, crc);
        crc.reset();
        if (readShort(in) != GZIP_MAGIC) {
            throw new ZipException("Not in GZIP format");
        }
        if (readByte(in) != 8) {
            throw new ZipException("Unsupported compression method");
        }
        int flags = readByte(in);
        int n = 2 + 2 + 6;
        skip(in, 6);
        if ((flags & EXTRA) == EXTRA) {
            int m = readShort(in);
            skip(in, m);
            n += m + 2;
        }
        if ((flags & NAME) == NAME) {
            n += skipString(in);
        }
        if ((flags & COMMENT) == COMMENT) {
            n += skipString(in);
        }
        if ((flags & CRC_OF_HEADER) == CRC_OF_HEADER) {
            int v = (int) crc.getValue() & 0xffff;
            if (readShort(in) != v) {
                throw new ZipException("Corrupt GZIP header");
            }
            n += 2;
        }
        crc.reset();
        return n;
    }

    private static int skipString(InputStream in) throws IOException {
        int n = 1;
        while (readByte(in) != 0) {
            n++;
        }
        return n;
    }

    /** Checks what follows a member's data; true if nothing follows that. */
    private boolean readTrailer() throws IOException {
        InputStream in = this.in;
        int left = inf.getRemaining();
        if (left > 0) {
            in = new SequenceInputStream(new java.io.ByteArrayInputStream(buf, len - left, left), new Unclosed(in));
        }
        long sum = readInt(in);
        long length = readInt(in);
        if (sum != crc.getValue() || length != (inf.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("Corrupt GZIP trailer");
        }
        if (this.in.available() > 0 || left > 26) {
            int m = 8;
            try {
                m += readHeader(in);
            } catch (IOException e) {
                return true;
            }
            inf.reset();
            if (left > m) {
                inf.setInput(buf, len - left + m, left - m);
            }
            return false;
        }
        return true;
    }

    /** What follows in the stream below, which is not closed with the sequence. */
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
        }
    }

    private static long readInt(InputStream in) throws IOException {
        long low = readShort(in);
        return (long) readShort(in) << 16 | low;
    }

    private static int readShort(InputStream in) throws IOException {
        int b = readByte(in);
        return readByte(in) << 8 | b;
    }

    private static int readByte(InputStream in) throws IOException {
        int b = in.read();
        if (b == -1) {
            throw new EOFException();
        }
        return b;
    }

    private static void skip(InputStream in, int n) throws IOException {
        for (int i = 0; i < n; i++) {
            readByte(in);
        }
    }
}
