package java.util.zip;

import java.nio.ByteBuffer;
import java.util.Objects;
import rvm.internal.Zlib;

/** The checksum of zip files and Ethernet. */
public class CRC32 implements Checksum {
    private int sum;

    public CRC32() {
    }

    @Override
    public void update(int b) {
        sum = Zlib.crc32(sum, new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void update(byte[] b, int off, int len) {
        if (b == null) {
            throw new NullPointerException();
        }
        if (off < 0 || len < 0 || off > b.length - len) {
            throw new ArrayIndexOutOfBoundsException();
        }
        sum = Zlib.crc32(sum, b, off, len);
    }

    @Override
    public void update(byte[] b) {
        Objects.requireNonNull(b);
        sum = Zlib.crc32(sum, b, 0, b.length);
    }

    @Override
    public void update(ByteBuffer buffer) {
        Checksum.super.update(buffer);
    }

    @Override
    public long getValue() {
        return sum & 0xffffffffL;
    }

    @Override
    public void reset() {
        sum = 0;
    }
}
