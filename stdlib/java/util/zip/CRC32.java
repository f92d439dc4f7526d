package java.util.zip;

import java.nio.ByteBuffer;
import java.util.Objects;
import rvm.internal.Zlib;

/** The checksum of zip files and Ethernet. */
public class CRC32 implements Checksum {
    private int sum;

    /** What a byte of sum becomes. */
    private static final class Table {
        static final int[] OF_BYTES = new int[256];

        static {
            for (int i = 0; i < 256; i++) {
                int c = i;
                for (int k = 0; k < 8; k++) {
                    c = c >>> 1 ^ (0xedb88320 & -(c & 1));
                }
                OF_BYTES[i] = c;
            }
        }
    }

    public CRC32() {
    }

    @Override
    public void update(int b) {
        int c = ~sum;
        sum = ~(c >>> 8 ^ Table.OF_BYTES[(c ^ b) & 0xff]);
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
