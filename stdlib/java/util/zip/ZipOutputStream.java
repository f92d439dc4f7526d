package java.util.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;

/** Writes a zip file. */
public class ZipOutputStream extends DeflaterOutputStream implements ZipConstants {
    public static final int STORED = ZipEntry.STORED;
    public static final int DEFLATED = ZipEntry.DEFLATED;

    private static final int DESCRIPTOR = 8;
    private static final int UTF8 = 0x800;

    private final Charset charset;
    private final ArrayList<ZipEntry> entries = new ArrayList<>();
    private final HashSet<String> names = new HashSet<>();
    private final CRC32 crc = new CRC32();
    private ZipEntry current;
    private long written;
    private long storedBytes;
    private int method = DEFLATED;
    private byte[] comment = {};
    private boolean finished;
    private boolean closed;

    public ZipOutputStream(OutputStream out) {
        this(out, StandardCharsets.UTF_8);
    }

    public ZipOutputStream(OutputStream out, Charset charset) {
        super(out, out == null ? null : new Deflater(Deflater.DEFAULT_COMPRESSION, true));
        if (charset == null) {
            throw new NullPointerException("charset is null");
        }
        this.charset = charset;
        usesDefaultDeflater = true;
    }

    private void ensureOpen() throws IOException {
        if (closed) {
            throw new IOException("Stream closed");
        }
    }

    public void setComment(String comment) {
        byte[] b = comment == null ? new byte[0] : comment.getBytes(charset);
        if (b.length > 0xffff) {
            throw new IllegalArgumentException("ZIP file comment too long.");
        }
        this.comment = b;
    }

    public void setMethod(int method) {
        if (method != DEFLATED && method != STORED) {
            throw new IllegalArgumentException("invalid compression method");
        }
        this.method = method;
    }

    public void setLevel(int level) {
        def.setLevel(level);
    }

    public void putNextEntry(ZipEntry e) throws IOException {
        ensureOpen();
        if (current != null) {
            closeEntry();
        }
        if (e.dosTime == -1) {
            e.setTime(System.currentTimeMillis());
        }
        if (e.method == -1) {
            e.method = method;
        }
        e.flag = 0;
        if (e.method == DEFLATED) {
            if (e.size == -1 || e.csize == -1 || e.crc == -1) {
                e.flag = DESCRIPTOR;
            }
        } else if (e.method == STORED) {
            if (e.size == -1) {
                e.size = e.csize;
            } else if (e.csize == -1) {
                e.csize = e.size;
            } else if (e.size != e.csize) {
                throw new ZipException("STORED entry where compressed != uncompressed size");
            }
            if (e.size == -1 || e.crc == -1) {
                throw new ZipException("STORED entry missing size, compressed size, or crc-32");
            }
        } else {
            throw new ZipException("unsupported compression method");
        }
        if (!names.add(e.name)) {
            throw new ZipException("duplicate entry: " + e.name);
        }
        if (charset == StandardCharsets.UTF_8) {
            e.flag |= UTF8;
        }
        e.offset = written;
        current = e;
        entries.add(e);
        writeLocal(e);
    }

    private void emit(byte[] b) throws IOException {
        out.write(b, 0, b.length);
        written += b.length;
    }

    private static int version(ZipEntry e) {
        return e.size >= 0xffffffffL || e.csize >= 0xffffffffL || e.offset >= 0xffffffffL ? 45 : e.method == DEFLATED ? 20 : 10;
    }

    /** The user's extra fields without those that are written anew. */
    private static byte[] keptExtra(ZipEntry e) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] b = e.extra;
        if (b != null) {
            int at = 0;
            while (at + 4 <= b.length) {
                int tag = ZipBytes.u16(b, at);
                int n = ZipBytes.u16(b, at + 2) + 4;
                if (at + n > b.length) {
                    break;
                }
                if (tag != 1 && tag != 0x5455) {
                    kept.write(b, at, n);
                }
                at += n;
            }
            if (at < b.length) {
                kept.write(b, at, b.length - at);
            }
        }
        return kept.toByteArray();
    }

    private static byte[] times(ZipEntry e, boolean local) {
        boolean m = e.modified != Long.MIN_VALUE;
        boolean a = e.accessed != Long.MIN_VALUE;
        boolean c = e.created != Long.MIN_VALUE;
        if (!m && !a && !c) {
            return new byte[0];
        }
        int n = local ? (m ? 4 : 0) + (a ? 4 : 0) + (c ? 4 : 0) : m ? 4 : 0;
        byte[] b = new byte[5 + n];
        ZipBytes.put16(b, 0, 0x5455);
        ZipBytes.put16(b, 2, 1 + n);
        b[4] = (byte) ((m ? 1 : 0) | (a ? 2 : 0) | (c ? 4 : 0));
        int at = 5;
        if (m) {
            ZipBytes.put32(b, at, Math.floorDiv(e.modified, 1000L));
            at += 4;
        }
        if (local && a) {
            ZipBytes.put32(b, at, Math.floorDiv(e.accessed, 1000L));
            at += 4;
        }
        if (local && c) {
            ZipBytes.put32(b, at, Math.floorDiv(e.created, 1000L));
        }
        return b;
    }

    private void writeLocal(ZipEntry e) throws IOException {
        byte[] name = e.name.getBytes(charset);
        boolean later = (e.flag & DESCRIPTOR) != 0;
        boolean big = !later && (e.size >= 0xffffffffL || e.csize >= 0xffffffffL);
        byte[] sizes = new byte[big ? 20 : 0];
        if (big) {
            ZipBytes.put16(sizes, 0, 1);
            ZipBytes.put16(sizes, 2, 16);
            ZipBytes.put64(sizes, 4, e.size);
            ZipBytes.put64(sizes, 12, e.csize);
        }
        byte[] times = times(e, true);
        byte[] kept = keptExtra(e);
        byte[] h = new byte[LOCHDR];
        ZipBytes.put32(h, 0, LOCSIG);
        ZipBytes.put16(h, LOCVER, big ? 45 : version(e));
        ZipBytes.put16(h, LOCFLG, e.flag);
        ZipBytes.put16(h, LOCHOW, e.method);
        ZipBytes.put32(h, LOCTIM, e.dosTime);
        if (!later) {
            ZipBytes.put32(h, LOCCRC, e.crc);
            ZipBytes.put32(h, LOCSIZ, big ? 0xffffffffL : e.csize);
            ZipBytes.put32(h, LOCLEN, big ? 0xffffffffL : e.size);
        }
        ZipBytes.put16(h, LOCNAM, name.length);
        ZipBytes.put16(h, LOCEXT, sizes.length + times.length + kept.length);
        emit(h);
        emit(name);
        emit(sizes);
        emit(times);
        emit(kept);
    }

    public void closeEntry() throws IOException {
        ensureOpen();
        ZipEntry e = current;
        if (e == null) {
            return;
        }
        if (e.method == DEFLATED) {
            def.finish();
            while (!def.finished()) {
                deflate();
            }
            if ((e.flag & DESCRIPTOR) == 0) {
                if (e.size != def.getBytesRead()) {
                    throw new ZipException("invalid entry size (expected " + e.size + " but got " + def.getBytesRead()
                            + " bytes)");
                }
                if (e.csize != def.getBytesWritten()) {
                    throw new ZipException("invalid entry compressed size (expected " + e.csize + " but got "
                            + def.getBytesWritten() + " bytes)");
                }
                if (e.crc != crc.getValue()) {
                    throw new ZipException("invalid entry CRC-32 (expected 0x" + Long.toHexString(e.crc)
                            + " but got 0x" + Long.toHexString(crc.getValue()) + ")");
                }
            } else {
                e.size = def.getBytesRead();
                e.csize = def.getBytesWritten();
                e.crc = crc.getValue();
                writeDescriptor(e);
            }
            def.reset();
        } else {
            if (e.size != storedBytes) {
                throw new ZipException("invalid entry size (expected " + e.size + " but got " + storedBytes + " bytes)");
            }
            if (e.crc != crc.getValue()) {
                throw new ZipException("invalid entry crc-32 (expected 0x" + Long.toHexString(e.crc) + " but got 0x"
                        + Long.toHexString(crc.getValue()) + ")");
            }
        }
        storedBytes = 0;
        crc.reset();
        current = null;
    }

    private void writeDescriptor(ZipEntry e) throws IOException {
        boolean big = e.size >= 0xffffffffL || e.csize >= 0xffffffffL;
        byte[] b = new byte[big ? EXTHDR + 8 : EXTHDR];
        ZipBytes.put32(b, 0, EXTSIG);
        ZipBytes.put32(b, EXTCRC, e.crc);
        if (big) {
            ZipBytes.put64(b, 8, e.csize);
            ZipBytes.put64(b, 16, e.size);
        } else {
            ZipBytes.put32(b, EXTSIZ, e.csize);
            ZipBytes.put32(b, EXTLEN, e.size);
        }
        emit(b);
    }

    @Override
    protected void deflate() throws IOException {
        int n = def.deflate(buf, 0, buf.length);
        if (n > 0) {
            out.write(buf, 0, n);
            written += n;
        }
    }

    @Override
    public synchronized void write(byte[] b, int off, int len) throws IOException {
        ensureOpen();
        if (off < 0 || len < 0 || off > b.length - len) {
            throw new IndexOutOfBoundsException();
        }
        if (len == 0) {
            return;
        }
        if (current == null) {
            throw new ZipException("no current ZIP entry");
        }
        if (current.method == DEFLATED) {
            super.write(b, off, len);
        } else {
            storedBytes += len;
            if (storedBytes > current.size) {
                throw new ZipException("attempt to write past end of STORED entry");
            }
            out.write(b, off, len);
            written += len;
        }
        crc.update(b, off, len);
    }

    @Override
    public void finish() throws IOException {
        ensureOpen();
        if (finished) {
            return;
        }
        if (current != null) {
            closeEntry();
        }
        long start = written;
        for (ZipEntry e : entries) {
            writeCentral(e);
        }
        writeEnd(start, written - start);
        finished = true;
    }

    private void writeCentral(ZipEntry e) throws IOException {
        byte[] name = e.name.getBytes(charset);
        byte[] text = e.comment == null ? new byte[0] : e.comment.getBytes(charset);
        boolean bigSize = e.size >= 0xffffffffL;
        boolean bigPacked = e.csize >= 0xffffffffL;
        boolean bigOffset = e.offset >= 0xffffffffL;
        int n = (bigSize ? 8 : 0) + (bigPacked ? 8 : 0) + (bigOffset ? 8 : 0);
        byte[] sizes = new byte[n == 0 ? 0 : n + 4];
        if (n > 0) {
            ZipBytes.put16(sizes, 0, 1);
            ZipBytes.put16(sizes, 2, n);
            int at = 4;
            if (bigSize) {
                ZipBytes.put64(sizes, at, e.size);
                at += 8;
            }
            if (bigPacked) {
                ZipBytes.put64(sizes, at, e.csize);
                at += 8;
            }
            if (bigOffset) {
                ZipBytes.put64(sizes, at, e.offset);
            }
        }
        byte[] times = times(e, false);
        byte[] kept = keptExtra(e);
        byte[] h = new byte[CENHDR];
        int v = version(e);
        ZipBytes.put32(h, 0, CENSIG);
        ZipBytes.put16(h, CENVEM, v);
        ZipBytes.put16(h, CENVER, v);
        ZipBytes.put16(h, CENFLG, e.flag);
        ZipBytes.put16(h, CENHOW, e.method);
        ZipBytes.put32(h, CENTIM, e.dosTime);
        ZipBytes.put32(h, CENCRC, e.crc);
        ZipBytes.put32(h, CENSIZ, bigPacked ? 0xffffffffL : e.csize);
        ZipBytes.put32(h, CENLEN, bigSize ? 0xffffffffL : e.size);
        ZipBytes.put16(h, CENNAM, name.length);
        ZipBytes.put16(h, CENEXT, sizes.length + times.length + kept.length);
        ZipBytes.put16(h, CENCOM, Math.min(text.length, 0xffff));
        ZipBytes.put32(h, CENATX, e.externalAttributes);
        ZipBytes.put32(h, CENOFF, bigOffset ? 0xffffffffL : e.offset);
        emit(h);
        emit(name);
        emit(sizes);
        emit(times);
        emit(kept);
        emit(text.length > 0xffff ? java.util.Arrays.copyOf(text, 0xffff) : text);
    }

    private void writeEnd(long start, long length) throws IOException {
        int count = entries.size();
        boolean big = start >= 0xffffffffL || length >= 0xffffffffL || count >= 0xffff;
        if (big) {
            long at = written;
            byte[] b = new byte[56 + 20];
            ZipBytes.put32(b, 0, 0x06064b50L);
            ZipBytes.put64(b, 4, 44);
            ZipBytes.put16(b, 12, 45);
            ZipBytes.put16(b, 14, 45);
            ZipBytes.put64(b, 24, count);
            ZipBytes.put64(b, 32, count);
            ZipBytes.put64(b, 40, length);
            ZipBytes.put64(b, 48, start);
            ZipBytes.put32(b, 56, 0x07064b50L);
            ZipBytes.put64(b, 64, at);
            ZipBytes.put32(b, 72, 1);
            emit(b);
        }
        byte[] h = new byte[ENDHDR];
        ZipBytes.put32(h, 0, ENDSIG);
        ZipBytes.put16(h, ENDSUB, Math.min(count, 0xffff));
        ZipBytes.put16(h, ENDTOT, Math.min(count, 0xffff));
        ZipBytes.put32(h, ENDSIZ, Math.min(length, 0xffffffffL));
        ZipBytes.put32(h, ENDOFF, Math.min(start, 0xffffffffL));
        ZipBytes.put16(h, ENDCOM, comment.length);
        emit(h);
        emit(comment);
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            super.close();
            closed = true;
        }
    }
}
