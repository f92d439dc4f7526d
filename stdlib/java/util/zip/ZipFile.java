package java.util.zip;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Stream;

/** A zip file on disk, read by its directory. */
public class ZipFile implements ZipConstants, Closeable {
    public static final int OPEN_READ = 1;
    public static final int OPEN_DELETE = 4;

    private final String name;
    private final RandomAccessFile file;
    private final LinkedHashMap<String, ZipEntry> entries = new LinkedHashMap<>();
    private final File toDelete;
    private String comment;
    private boolean closed;

    public ZipFile(String name) throws IOException {
        this(new File(name), OPEN_READ);
    }

    public ZipFile(File file, int mode) throws IOException {
        this(file, mode, StandardCharsets.UTF_8);
    }

    public ZipFile(File file) throws ZipException, IOException {
        this(file, OPEN_READ);
    }

    public ZipFile(File file, int mode, Charset charset) throws IOException {
        if (mode != OPEN_READ && mode != (OPEN_READ | OPEN_DELETE)) {
            throw new IllegalArgumentException("Illegal mode: 0x" + Integer.toHexString(mode));
        }
        Objects.requireNonNull(charset, "charset");
        this.name = file.getPath();
        this.file = new RandomAccessFile(file, "r");
        toDelete = (mode & OPEN_DELETE) != 0 ? file : null;
        boolean ok = false;
        try {
            readDirectory(charset);
            ok = true;
        } finally {
            if (!ok) {
                this.file.close();
            }
        }
        if (toDelete != null) {
            toDelete.delete();
        }
    }

    public ZipFile(String name, Charset charset) throws IOException {
        this(new File(name), OPEN_READ, charset);
    }

    public ZipFile(File file, Charset charset) throws IOException {
        this(file, OPEN_READ, charset);
    }

    private void read(long at, byte[] b, int off, int len) throws IOException {
        synchronized (file) {
            file.seek(at);
            file.readFully(b, off, len);
        }
    }

    private void readDirectory(Charset charset) throws IOException {
        long length = file.length();
        if (length == 0) {
            throw new ZipException("zip file is empty");
        }
        int tail = (int) Math.min(length, ENDHDR + 0xffff);
        byte[] b = new byte[tail];
        read(length - tail, b, 0, tail);
        int end = tail - ENDHDR;
        while (end >= 0 && !(ZipBytes.u32(b, end) == ENDSIG && end + ENDHDR + ZipBytes.u16(b, end + ENDCOM) <= tail)) {
            end--;
        }
        if (end < 0) {
            throw new ZipException("zip END header not found");
        }
        long size = ZipBytes.u32(b, end + ENDSIZ);
        long start = ZipBytes.u32(b, end + ENDOFF);
        long total = ZipBytes.u16(b, end + ENDTOT);
        int n = ZipBytes.u16(b, end + ENDCOM);
        if (n > 0) {
            comment = new String(b, end + ENDHDR, n, charset);
        }
        long endAt = length - tail + end;
        if ((size == 0xffffffffL || start == 0xffffffffL || total == 0xffff) && endAt >= 20) {
            byte[] locator = new byte[20];
            read(endAt - 20, locator, 0, 20);
            if (ZipBytes.u32(locator, 0) == 0x07064b50L) {
                byte[] record = new byte[56];
                read(ZipBytes.u64(locator, 8), record, 0, 56);
                size = ZipBytes.u64(record, 40);
                start = ZipBytes.u64(record, 48);
                endAt = ZipBytes.u64(locator, 8);
            }
        }
        if (size > endAt || size < 0) {
            throw new ZipException("invalid END header (bad central directory size)");
        }
        // What stands before the archive (a script, say) shifts all offsets.
        long shift = endAt - size - start;
        if (shift < 0) {
            throw new ZipException("invalid END header (bad central directory offset)");
        }
        byte[] directory = new byte[(int) Math.min(size, Integer.MAX_VALUE - 8)];
        read(endAt - size, directory, 0, directory.length);
        readEntries(directory, shift, charset);
    }

    private void readEntries(byte[] d, long shift, Charset charset) throws ZipException {
        int at = 0;
        while (at + CENHDR <= d.length) {
            if (ZipBytes.u32(d, at) != CENSIG) {
                throw new ZipException("invalid CEN header (bad signature)");
            }
            int nameLength = ZipBytes.u16(d, at + CENNAM);
            int extraLength = ZipBytes.u16(d, at + CENEXT);
            int commentLength = ZipBytes.u16(d, at + CENCOM);
            int next = at + CENHDR + nameLength + extraLength + commentLength;
            if (next > d.length) {
                throw new ZipException("invalid CEN header (bad header size)");
            }
            int flag = ZipBytes.u16(d, at + CENFLG);
            if ((flag & 1) != 0) {
                throw new ZipException("invalid CEN header (encrypted entry)");
            }
            int method = ZipBytes.u16(d, at + CENHOW);
            if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
                throw new ZipException("invalid CEN header (bad compression method: " + method + ")");
            }
            Charset cs = (flag & 0x800) != 0 ? StandardCharsets.UTF_8 : charset;
            ZipEntry e = new ZipEntry(new String(d, at + CENHDR, nameLength, cs));
            e.flag = flag;
            e.method = method;
            e.dosTime = ZipBytes.u32(d, at + CENTIM);
            e.crc = ZipBytes.u32(d, at + CENCRC);
            e.csize = ZipBytes.u32(d, at + CENSIZ);
            e.size = ZipBytes.u32(d, at + CENLEN);
            e.offset = ZipBytes.u32(d, at + CENOFF);
            e.externalAttributes = (int) ZipBytes.u32(d, at + CENATX);
            int extraAt = at + CENHDR + nameLength;
            if (extraLength > 0) {
                e.extra = java.util.Arrays.copyOfRange(d, extraAt, extraAt + extraLength);
                e.readExtra(false);
            }
            if (commentLength > 0) {
                e.comment = new String(d, extraAt + extraLength, commentLength, cs);
            }
            e.offset += shift;
            entries.put(e.name, e);
            at = next;
        }
    }

    private void ensureOpen() {
        if (closed) {
            throw new IllegalStateException("zip file closed");
        }
    }

    public String getComment() {
        synchronized (this) {
            ensureOpen();
            return comment;
        }
    }

    public ZipEntry getEntry(String name) {
        Objects.requireNonNull(name, "name");
        synchronized (this) {
            ensureOpen();
            ZipEntry e = entries.get(name);
            if (e == null && !name.endsWith("/")) {
                e = entries.get(name + "/");
            }
            return e == null ? null : (ZipEntry) e.clone();
        }
    }

    public InputStream getInputStream(ZipEntry entry) throws IOException {
        Objects.requireNonNull(entry, "entry");
        ZipEntry e;
        synchronized (this) {
            ensureOpen();
            e = entries.get(entry.name);
        }
        if (e == null) {
            return null;
        }
        byte[] h = new byte[LOCHDR];
        read(e.offset, h, 0, LOCHDR);
        if (ZipBytes.u32(h, 0) != LOCSIG) {
            throw new ZipException("ZipFile invalid LOC header (bad signature)");
        }
        long data = e.offset + LOCHDR + ZipBytes.u16(h, LOCNAM) + ZipBytes.u16(h, LOCEXT);
        InputStream raw = new Part(data, e.csize);
        if (e.method == ZipEntry.STORED) {
            return raw;
        }
        return new Inflating(raw, e.size);
    }

    private static final class Inflating extends InflaterInputStream {
        private final long size;
        private boolean ended;
        private boolean over;

        Inflating(InputStream in, long size) {
            super(in, new Inflater(true), (int) Math.max(Math.min(size > 65536 ? 65536 : size + 2, 65536), 512));
            this.size = size;
        }

        @Override
        protected void fill() throws IOException {
            if (over) {
                throw new EOFException("Unexpected end of ZLIB input stream");
            }
            len = in.read(buf, 0, buf.length);
            if (len == -1) {
                // The inflater wants one more byte behind a bare stream.
                buf[0] = 0;
                len = 1;
                over = true;
            }
            inf.setInput(buf, 0, len);
        }

        @Override
        public int available() throws IOException {
            return ended ? 0 : (int) Math.min(size - inf.getBytesWritten(), Integer.MAX_VALUE);
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                ended = true;
                super.close();
                inf.end();
            }
        }
    }

    /** The bytes of one entry as they are stored. */
    private final class Part extends InputStream {
        private long at;
        private long left;

        Part(long at, long left) {
            this.at = at;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            Objects.checkFromIndexSize(off, len, b.length);
            if (len == 0) {
                return 0;
            }
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(len, left);
            synchronized (file) {
                if (closed) {
                    throw new ZipException("ZipFile closed");
                }
                file.seek(at);
                n = file.read(b, off, n);
            }
            if (n == -1) {
                return -1;
            }
            at += n;
            left -= n;
            return n;
        }

        @Override
        public long skip(long n) {
            long k = Math.max(0, Math.min(n, left));
            at += k;
            left -= k;
            return k;
        }

        @Override
        public int available() {
            return (int) Math.min(left, Integer.MAX_VALUE);
        }
    }

    public String getName() {
        return name;
    }

    public Enumeration<? extends ZipEntry> entries() {
        synchronized (this) {
            ensureOpen();
            Iterator<ZipEntry> i = entries.values().iterator();
            return new Enumeration<ZipEntry>() {
                @Override
                public boolean hasMoreElements() {
                    return i.hasNext();
                }

                @Override
                public ZipEntry nextElement() {
                    return (ZipEntry) i.next().clone();
                }

                @Override
                public Iterator<ZipEntry> asIterator() {
                    return Collections.list(this).iterator();
                }
            };
        }
    }

    public Stream<? extends ZipEntry> stream() {
        synchronized (this) {
            ensureOpen();
            return entries.values().stream().map(e -> (ZipEntry) e.clone());
        }
    }

    public int size() {
        synchronized (this) {
            ensureOpen();
            return entries.size();
        }
    }

    @Override
    public String toString() {
        return name + "@" + Integer.toHexString(System.identityHashCode(this));
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        synchronized (file) {
            file.close();
        }
    }
}
