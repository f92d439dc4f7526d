package java.util.zip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads a zip file from a stream, entry by entry. */
public class ZipInputStream extends InflaterInputStream implements ZipConstants {
    private final Charset charset;
    private final CRC32 crc = new CRC32();
    private ZipEntry entry;
    private boolean entryEnds = true;
    private long remaining;
    private boolean closed;

    public ZipInputStream(InputStream in) {
        this(in, StandardCharsets.UTF_8);
    }

    public ZipInputStream(InputStream in, Charset charset) {
        super(new PushbackInputStream(check(in), 512), new Inflater(true), 512);
        usesDefaultInflater = true;
        if (charset == null) {
            throw new NullPointerException("charset is null");
        }
        this.charset = charset;
    }

    private static InputStream check(InputStream in) {
        if (in == null) {
            throw new NullPointerException("in is null");
        }
        return in;
    }

    private void ensureOpen() throws IOException {
        if (closed) {
            throw new IOException("Stream closed");
        }
    }

    public ZipEntry getNextEntry() throws IOException {
        ensureOpen();
        if (entry != null) {
            closeEntry();
        }
        crc.reset();
        inf.reset();
        entry = readLocal();
        if (entry == null) {
            return null;
        }
        if (entry.method == ZipEntry.STORED) {
            remaining = entry.size;
        }
        entryEnds = false;
        return entry;
    }

    public void closeEntry() throws IOException {
        ensureOpen();
        byte[] some = new byte[512];
        while (read(some, 0, some.length) != -1) {
            continue;
        }
        entryEnds = true;
    }

    @Override
    public int available() throws IOException {
        ensureOpen();
        return entryEnds ? 0 : 1;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        ensureOpen();
        java.util.Objects.checkFromIndexSize(off, len, b.length);
        if (len == 0) {
            return 0;
        }
        if (entry == null) {
            return -1;
        }
        if (entry.method == ZipEntry.DEFLATED) {
            int n = super.read(b, off, len);
            if (n == -1) {
                readEnd(entry);
                entryEnds = true;
                entry = null;
            } else {
                crc.update(b, off, n);
                remaining -= n;
            }
            return n;
        }
        if (remaining <= 0) {
            entryEnds = true;
            entry = null;
            return -1;
        }
        int n = in.read(b, off, (int) Math.min(len, remaining));
        if (n == -1) {
            throw new ZipException("unexpected EOF");
        }
        crc.update(b, off, n);
        remaining -= n;
        if (remaining == 0 && entry.crc != crc.getValue()) {
            throw new ZipException("invalid entry CRC (expected 0x" + Long.toHexString(entry.crc) + " but got 0x"
                    + Long.toHexString(crc.getValue()) + ")");
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        if (n < 0) {
            throw new IllegalArgumentException("negative skip length");
        }
        ensureOpen();
        byte[] some = new byte[512];
        long total = 0;
        while (total < n) {
            int k = read(some, 0, (int) Math.min(n - total, some.length));
            if (k == -1) {
                entryEnds = true;
                break;
            }
            total += k;
        }
        return total;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            super.close();
            closed = true;
        }
    }

    private void readFully(byte[] b, int off, int len) throws IOException {
        int got = 0;
        while (got < len) {
            int n = in.read(b, off + got, len - got);
            if (n == -1) {
                throw new EOFException();
            }
            got += n;
        }
    }

    private ZipEntry readLocal() throws IOException {
        byte[] h = new byte[LOCHDR];
        try {
            readFully(h, 0, LOCHDR);
        } catch (EOFException e) {
            return null;
        }
        if (ZipBytes.u32(h, 0) != LOCSIG) {
            return null;
        }
        int flag = ZipBytes.u16(h, LOCFLG);
        byte[] name = new byte[ZipBytes.u16(h, LOCNAM)];
        readFully(name, 0, name.length);
        ZipEntry e = createZipEntry(new String(name, (flag & 0x800) != 0 ? StandardCharsets.UTF_8 : charset));
        if ((flag & 1) == 1) {
            throw new ZipException("encrypted ZIP entry not supported");
        }
        e.flag = flag;
        e.method = ZipBytes.u16(h, LOCHOW);
        e.dosTime = ZipBytes.u32(h, LOCTIM);
        if ((flag & 8) == 8) {
            if (e.method != ZipEntry.DEFLATED) {
                throw new ZipException("only DEFLATED entries can have EXT descriptor");
            }
        } else {
            e.crc = ZipBytes.u32(h, LOCCRC);
            e.csize = ZipBytes.u32(h, LOCSIZ);
            e.size = ZipBytes.u32(h, LOCLEN);
        }
        int n = ZipBytes.u16(h, LOCEXT);
        if (n > 0) {
            byte[] extra = new byte[n];
            readFully(extra, 0, n);
            e.extra = extra;
            e.readExtra(true);
        }
        return e;
    }

    protected ZipEntry createZipEntry(String name) {
        return new ZipEntry(name);
    }

    /** What stands behind a deflated entry's data. */
    private void readEnd(ZipEntry e) throws IOException {
        int n = inf.getRemaining();
        if (n > 0) {
            ((PushbackInputStream) in).unread(buf, len - n, n);
        }
        if ((e.flag & 8) == 8) {
            boolean big = inf.getBytesWritten() > 0xffffffffL || inf.getBytesRead() > 0xffffffffL;
            byte[] d = new byte[big ? EXTHDR + 8 : EXTHDR];
            readFully(d, 0, d.length);
            int at = 4;
            if (ZipBytes.u32(d, 0) != EXTSIG) {
                // The signature may be left out.
                at = 0;
                ((PushbackInputStream) in).unread(d, d.length - 4, 4);
            }
            e.crc = ZipBytes.u32(d, at);
            e.csize = big ? ZipBytes.u64(d, at + 4) : ZipBytes.u32(d, at + 4);
            e.size = big ? ZipBytes.u64(d, at + 12) : ZipBytes.u32(d, at + 8);
        }
        if (e.size != inf.getBytesWritten()) {
            throw new ZipException("invalid entry size (expected " + e.size + " but got " + inf.getBytesWritten()
                    + " bytes)");
        }
        if (e.csize != inf.getBytesRead()) {
            throw new ZipException("invalid entry compressed size (expected " + e.csize + " but got "
                    + inf.getBytesRead() + " bytes)");
        }
        if (e.crc != crc.getValue()) {
            throw new ZipException("invalid entry CRC (expected 0x" + Long.toHexString(e.crc) + " but got 0x"
                    + Long.toHexString(crc.getValue()) + ")");
        }
    }
}
