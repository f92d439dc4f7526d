package rvm.internal.security;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/** A digest that takes data in blocks. */
abstract class BlockDigest extends MessageDigest implements Cloneable {
    /** The standard's name; the algorithm is called what the program called it. */
    final String standard;
    private final int length;
    private byte[] block;
    private int filled;
    /** Bytes so far. */
    long count;

    BlockDigest(String name, int length, int blockSize) {
        super(name);
        this.standard = name;
        this.length = length;
        this.block = new byte[blockSize];
    }

    /** Takes in whole blocks. */
    abstract void take(byte[] b, int off, int blocks);

    // The block functions: they change a digest's words.

    static native void md5(int[] words, byte[] b, int off, int blocks);

    static native void sha1(int[] words, byte[] b, int off, int blocks);

    static native void sha256(int[] words, byte[] b, int off, int blocks);

    static native void sha512(long[] words, byte[] b, int off, int blocks);

    /** The digest's words after the last block. */
    abstract byte[] result();

    abstract void initialise();

    /** What ends the data: the first byte of the padding, and how many bytes hold the length (0 for none). */
    abstract void finish(byte[] block, int filled);

    @Override
    protected final int engineGetDigestLength() {
        return length;
    }

    @Override
    protected final void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }

    @Override
    protected final void engineUpdate(byte[] input, int offset, int len) {
        Objects.checkFromIndexSize(offset, len, input.length);
        count += len;
        int off = offset;
        int left = len;
        while (left > 0) {
            if (filled == 0 && left >= block.length) {
                int blocks = left / block.length;
                take(input, off, blocks);
                off += blocks * block.length;
                left -= blocks * block.length;
                continue;
            }
            int n = Math.min(left, block.length - filled);
            System.arraycopy(input, off, block, filled, n);
            filled += n;
            off += n;
            left -= n;
            if (filled == block.length) {
                take(block, 0, 1);
                filled = 0;
            }
        }
    }

    /** Merkle and Damgard's end: a 1 bit, zeros, the length in bits. */
    final void padLength(byte[] b, int at, int lengthBytes, boolean bigEndian) {
        int n = at;
        b[n++] = (byte) 0x80;
        if (n > b.length - lengthBytes) {
            Arrays.fill(b, n, b.length, (byte) 0);
            take(b, 0, 1);
            n = 0;
        }
        Arrays.fill(b, n, b.length, (byte) 0);
        long bits = count << 3;
        for (int i = 0; i < 8; i++) {
            b[bigEndian ? b.length - 1 - i : b.length - 8 + i] = (byte) (bits >>> 8 * i);
        }
        if (lengthBytes > 8) {
            b[b.length - 9] = (byte) (count >>> 61);
        }
        take(b, 0, 1);
    }

    @Override
    protected final byte[] engineDigest() {
        finish(block, filled);
        byte[] digest = Arrays.copyOf(result(), length);
        engineReset();
        return digest;
    }

    @Override
    protected final int engineDigest(byte[] buf, int offset, int len) throws DigestException {
        if (len < length) {
            throw new DigestException("Length must be at least " + length + " for " + getAlgorithm() + "digests");
        }
        if (offset < 0 || len < 0 || offset > buf.length - len) {
            throw new DigestException("Buffer too short to store digest");
        }
        System.arraycopy(engineDigest(), 0, buf, offset, length);
        return length;
    }

    @Override
    protected final void engineReset() {
        count = 0;
        filled = 0;
        Arrays.fill(block, (byte) 0);
        initialise();
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        BlockDigest copy = (BlockDigest) super.clone();
        copy.block = block.clone();
        return copy;
    }
}
