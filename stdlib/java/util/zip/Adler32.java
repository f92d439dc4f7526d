package java.util.zip;

import java.nio.ByteBuffer;
import java.util.Objects;
import rvm.internal.Zlib;

/** The checksum of zlib: weaker than CRC-32, and faster. */
public class Adler32 implements Checksum {
    private int sum = 1;

    public Adler32() {
    }

    @Override
    public void update(int b) {
        int low = ((sum & 0xffff) + (b & 0xff)) % 65521;
        sum = ((sum >>> 16) + low) % 65521 << 16 | low;
    }

    @Override
    public void update(byte[] b, int off, int len) {
        if (b == null) {
            throw new NullPointerException();
        }
        if (off < 0 || len < 0 || off > b.length - len) {
            throw new ArrayIndexOutOfBoundsException();
        }
        sum = Zlib.adler32(sum, b, off, len);
    }

    @Override
    public void update(byte[] b) {
        Objects.requireNonNull(b);
        sum = Zlib.adler32(sum, b, 0, b.length);
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
        sum = 1;
    }
}
