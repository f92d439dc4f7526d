package java.util.zip;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;

/** One file of a zip file. */
public class ZipEntry implements ZipConstants, Cloneable {
    public static final int STORED = 0;
    public static final int DEFLATED = 8;

    String name;
    /** MS-DOS time; -1 unknown. */
    long dosTime = -1;
    /** Milliseconds since 1970 from the extra field; Long.MIN_VALUE unknown. */
    long modified = Long.MIN_VALUE;
    long accessed = Long.MIN_VALUE;
    long created = Long.MIN_VALUE;
    long crc = -1;
    long size = -1;
    long csize = -1;
    int method = -1;
    int flag;
    byte[] extra;
    String comment;
    /** Where the entry's header is in its file. */
    long offset;
    int externalAttributes;

    public ZipEntry(String name) {
        Objects.requireNonNull(name, "name");
        if (name.length() > 0xffff) {
            throw new IllegalArgumentException("entry name too long");
        }
        this.name = name;
    }

    public ZipEntry(ZipEntry e) {
        Objects.requireNonNull(e, "entry");
        name = e.name;
        dosTime = e.dosTime;
        modified = e.modified;
        accessed = e.accessed;
        created = e.created;
        crc = e.crc;
        size = e.size;
        csize = e.csize;
        method = e.method;
        flag = e.flag;
        extra = e.extra;
        comment = e.comment;
        offset = e.offset;
        externalAttributes = e.externalAttributes;
    }

    public String getName() {
        return name;
    }

    public void setTime(long time) {
        dosTime = ZipBytes.toDos(time);
        // Times that MS-DOS cannot hold go into the extra field.
        long last = ZipBytes.toMillis((long) 0x7f9f << 25 & 0xffffffffL);
        modified = dosTime == (1 << 21 | 1 << 16) || time > last ? time : Long.MIN_VALUE;
    }

    public long getTime() {
        return modified != Long.MIN_VALUE ? modified : dosTime != -1 ? ZipBytes.toMillis(dosTime) : -1;
    }

    public void setTimeLocal(LocalDateTime time) {
        int year = time.getYear();
        if (year < 1980) {
            dosTime = 1 << 21 | 1 << 16;
        } else {
            dosTime = ((long) (year - 1980) << 25 | time.getMonthValue() << 21 | time.getDayOfMonth() << 16
                    | time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() >> 1) & 0xffffffffL;
        }
        modified = year < 1980 || year > 2099
                ? time.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli() : Long.MIN_VALUE;
    }

    public LocalDateTime getTimeLocal() {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(getTime()), ZoneId.systemDefault());
    }

    public ZipEntry setLastModifiedTime(FileTime time) {
        modified = time.toMillis();
        dosTime = ZipBytes.toDos(modified);
        return this;
    }

    public FileTime getLastModifiedTime() {
        return modified != Long.MIN_VALUE ? FileTime.fromMillis(modified) : dosTime == -1 ? null
                : FileTime.fromMillis(getTime());
    }

    public ZipEntry setLastAccessTime(FileTime time) {
        accessed = time.toMillis();
        return this;
    }

    public FileTime getLastAccessTime() {
        return accessed == Long.MIN_VALUE ? null : FileTime.fromMillis(accessed);
    }

    public ZipEntry setCreationTime(FileTime time) {
        created = time.toMillis();
        return this;
    }

    public FileTime getCreationTime() {
        return created == Long.MIN_VALUE ? null : FileTime.fromMillis(created);
    }

    public void setSize(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("invalid entry size");
        }
        this.size = size;
    }

    public long getSize() {
        return size;
    }

    public long getCompressedSize() {
        return csize;
    }

    public void setCompressedSize(long csize) {
        this.csize = csize;
    }

    public void setCrc(long crc) {
        if (crc < 0 || crc > 0xffffffffL) {
            throw new IllegalArgumentException("invalid entry crc-32");
        }
        this.crc = crc;
    }

    public long getCrc() {
        return crc;
    }

    public void setMethod(int method) {
        if (method != STORED && method != DEFLATED) {
            throw new IllegalArgumentException("invalid compression method");
        }
        this.method = method;
    }

    public int getMethod() {
        return method;
    }

    public void setExtra(byte[] extra) {
        if (extra != null && extra.length > 0xffff) {
            throw new IllegalArgumentException("invalid extra field length");
        }
        this.extra = extra;
        if (extra != null) {
            readExtra(true);
        }
    }

    public byte[] getExtra() {
        return extra;
    }

    /** Takes times and, of central records, the long sizes from the extra field. */
    void readExtra(boolean local) {
        byte[] b = extra;
        for (int at = 0; at + 4 <= b.length;) {
            int tag = ZipBytes.u16(b, at);
            int n = ZipBytes.u16(b, at + 2);
            at += 4;
            if (at + n > b.length) {
                break;
            }
            if (tag == 1) {
                readLongSizes(b, at, at + n);
            } else if (tag == 0x5455 && n >= 1) {
                readUnixTimes(b, at, n, local);
            } else if (tag == 10 && n >= 32 && ZipBytes.u16(b, at + 4) == 1 && ZipBytes.u16(b, at + 6) == 24) {
                modified = fromNtfs(ZipBytes.u64(b, at + 8));
                accessed = fromNtfs(ZipBytes.u64(b, at + 16));
                created = fromNtfs(ZipBytes.u64(b, at + 24));
            }
            at += n;
        }
    }

    private static long fromNtfs(long t) {
        return t == Long.MIN_VALUE ? t : Math.floorDiv(t, 10000L) - 11644473600000L;
    }

    private void readLongSizes(byte[] b, int from, int to) {
        int at = from;
        if (size == 0xffffffffL && at + 8 <= to) {
            size = ZipBytes.u64(b, at);
            at += 8;
        }
        if (csize == 0xffffffffL && at + 8 <= to) {
            csize = ZipBytes.u64(b, at);
            at += 8;
        }
        if (offset == 0xffffffffL && at + 8 <= to) {
            offset = ZipBytes.u64(b, at);
        }
    }

    private void readUnixTimes(byte[] b, int from, int n, boolean local) {
        int flags = b[from];
        int at = from + 1;
        int end = from + n;
        if ((flags & 1) != 0 && at + 4 <= end) {
            modified = (int) ZipBytes.u32(b, at) * 1000L;
            at += 4;
        }
        if (local && (flags & 2) != 0 && at + 4 <= end) {
            accessed = (int) ZipBytes.u32(b, at) * 1000L;
            at += 4;
        }
        if (local && (flags & 4) != 0 && at + 4 <= end) {
            created = (int) ZipBytes.u32(b, at) * 1000L;
        }
    }

    public void setComment(String comment) {
        this.comment = comment;
    }

    public String getComment() {
        return comment;
    }

    public boolean isDirectory() {
        return name.endsWith("/");
    }

    @Override
    public String toString() {
        return getName();
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public Object clone() {
        try {
            ZipEntry e = (ZipEntry) super.clone();
            e.extra = extra == null ? null : extra.clone();
            return e;
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }
}
