package java.util;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A set of non-negative integers, one bit each. */
public class BitSet implements Cloneable, java.io.Serializable {
    private long[] words;
    /** Words in use: the last of them is not 0. */
    private transient int used;
    /** Whether the length was chosen by the user; a clone then keeps it. */
    private transient boolean sizeIsSticky;

    public BitSet() {
        words = new long[1];
    }

    public BitSet(int nbits) {
        if (nbits < 0) {
            throw new NegativeArraySizeException("nbits < 0: " + nbits);
        }
        words = new long[((nbits - 1) >> 6) + 1];
        sizeIsSticky = true;
    }

    private BitSet(long[] words) {
        this.words = words;
        this.used = words.length;
        trim();
    }

    public static BitSet valueOf(long[] longs) {
        int n = longs.length;
        while (n > 0 && longs[n - 1] == 0) {
            n--;
        }
        return new BitSet(Arrays.copyOf(longs, n));
    }

    public static BitSet valueOf(LongBuffer lb) {
        lb = lb.slice();
        long[] a = new long[lb.remaining()];
        lb.get(a);
        return valueOf(a);
    }

    public static BitSet valueOf(byte[] bytes) {
        return fromBytes(bytes, bytes.length);
    }

    private static BitSet fromBytes(byte[] bytes, int n) {
        while (n > 0 && bytes[n - 1] == 0) {
            n--;
        }
        long[] words = new long[(n + 7) >> 3];
        for (int i = 0; i < n; i++) {
            words[i >> 3] |= (bytes[i] & 0xffL) << ((i & 7) << 3);
        }
        return new BitSet(words);
    }

    public static BitSet valueOf(ByteBuffer bb) {
        bb = bb.slice().order(ByteOrder.LITTLE_ENDIAN);
        byte[] a = new byte[bb.remaining()];
        bb.get(a);
        return fromBytes(a, a.length);
    }

    public byte[] toByteArray() {
        int n = used;
        if (n == 0) {
            return new byte[0];
        }
        byte[] bytes = new byte[((n - 1) << 3) + ((64 - Long.numberOfLeadingZeros(words[n - 1]) + 7) >> 3)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (words[i >> 3] >>> ((i & 7) << 3));
        }
        return bytes;
    }

    public long[] toLongArray() {
        return Arrays.copyOf(words, used);
    }

    private void trim() {
        int n = used;
        while (n > 0 && words[n - 1] == 0) {
            n--;
        }
        used = n;
    }

    /** Makes room for the word with this index and counts it as used. */
    private void reach(int word) {
        if (used <= word) {
            if (words.length <= word) {
                words = Arrays.copyOf(words, Math.max(2 * words.length, word + 1));
                sizeIsSticky = false;
            }
            used = word + 1;
        }
    }

    private static void checkIndex(int bitIndex) {
        if (bitIndex < 0) {
            throw new IndexOutOfBoundsException("bitIndex < 0: " + bitIndex);
        }
    }

    private static void checkFrom(int fromIndex) {
        if (fromIndex < 0) {
            throw new IndexOutOfBoundsException("fromIndex < 0: " + fromIndex);
        }
    }

    private static void checkRange(int fromIndex, int toIndex) {
        checkFrom(fromIndex);
        if (toIndex < 0) {
            throw new IndexOutOfBoundsException("toIndex < 0: " + toIndex);
        }
        if (fromIndex > toIndex) {
            throw new IndexOutOfBoundsException("fromIndex: " + fromIndex + " > toIndex: " + toIndex);
        }
    }

    public void flip(int bitIndex) {
        checkIndex(bitIndex);
        reach(bitIndex >> 6);
        words[bitIndex >> 6] ^= 1L << bitIndex;
        trim();
    }

    /** The bits of one word that lie in [from, to), which touches that word. */
    private static long mask(int word, int from, int to) {
        long mask = -1L;
        if (word == from >> 6) {
            mask &= -1L << from;
        }
        if (word == (to - 1) >> 6) {
            mask &= -1L >>> -to;
        }
        return mask;
    }

    public void flip(int fromIndex, int toIndex) {
        checkRange(fromIndex, toIndex);
        if (fromIndex == toIndex) {
            return;
        }
        int last = (toIndex - 1) >> 6;
        reach(last);
        for (int i = fromIndex >> 6; i <= last; i++) {
            words[i] ^= mask(i, fromIndex, toIndex);
        }
        trim();
    }

    public void set(int bitIndex) {
        checkIndex(bitIndex);
        int word = bitIndex >> 6;
        if (used <= word) {
            reach(word);
        }
        words[word] |= 1L << bitIndex;
    }

    public void set(int bitIndex, boolean value) {
        if (value) {
            set(bitIndex);
        } else {
            clear(bitIndex);
        }
    }

    public void set(int fromIndex, int toIndex) {
        checkRange(fromIndex, toIndex);
        if (fromIndex == toIndex) {
            return;
        }
        int last = (toIndex - 1) >> 6;
        reach(last);
        for (int i = fromIndex >> 6; i <= last; i++) {
            words[i] |= mask(i, fromIndex, toIndex);
        }
    }

    public void set(int fromIndex, int toIndex, boolean value) {
        if (value) {
            set(fromIndex, toIndex);
        } else {
            clear(fromIndex, toIndex);
        }
    }

    public void clear(int bitIndex) {
        checkIndex(bitIndex);
        int word = bitIndex >> 6;
        if (word < used) {
            words[word] &= ~(1L << bitIndex);
            trim();
        }
    }

    public void clear(int fromIndex, int toIndex) {
        checkRange(fromIndex, toIndex);
        if (fromIndex == toIndex) {
            return;
        }
        int last = Math.min((toIndex - 1) >> 6, used - 1);
        for (int i = fromIndex >> 6; i <= last; i++) {
            words[i] &= ~mask(i, fromIndex, toIndex);
        }
        trim();
    }

    public void clear() {
        while (used > 0) {
            words[--used] = 0;
        }
    }

    public boolean get(int bitIndex) {
        checkIndex(bitIndex);
        int word = bitIndex >> 6;
        return word < used && (words[word] & (1L << bitIndex)) != 0;
    }

    public BitSet get(int fromIndex, int toIndex) {
        checkRange(fromIndex, toIndex);
        int end = Math.min(toIndex, length());
        if (end <= fromIndex) {
            return new BitSet(0);
        }
        int n = end - fromIndex;
        BitSet result = new BitSet(n);
        long[] to = result.words;
        int from = fromIndex >> 6;
        for (int i = 0; i < to.length; i++, from++) {
            long low = words[from] >>> fromIndex;
            boolean split = (fromIndex & 63) != 0 && from + 1 < used;
            to[i] = split ? low | words[from + 1] << -fromIndex : low;
        }
        to[to.length - 1] &= -1L >>> -n;
        result.used = to.length;
        result.trim();
        return result;
    }

    public int nextSetBit(int fromIndex) {
        checkFrom(fromIndex);
        int i = fromIndex >> 6;
        if (i >= used) {
            return -1;
        }
        long word = words[i] & (-1L << fromIndex);
        while (word == 0) {
            if (++i == used) {
                return -1;
            }
            word = words[i];
        }
        return (i << 6) + Long.numberOfTrailingZeros(word);
    }

    public int nextClearBit(int fromIndex) {
        checkFrom(fromIndex);
        int i = fromIndex >> 6;
        if (i >= used) {
            return fromIndex;
        }
        long word = ~words[i] & (-1L << fromIndex);
        while (word == 0) {
            if (++i == used) {
                return used << 6;
            }
            word = ~words[i];
        }
        return (i << 6) + Long.numberOfTrailingZeros(word);
    }

    private static boolean noneBefore(int fromIndex) {
        if (fromIndex < -1) {
            throw new IndexOutOfBoundsException("fromIndex < -1: " + fromIndex);
        }
        return fromIndex == -1;
    }

    public int previousSetBit(int fromIndex) {
        if (fromIndex < 0 && noneBefore(fromIndex)) {
            return -1;
        }
        int i = fromIndex >> 6;
        if (i >= used) {
            return length() - 1;
        }
        long word = words[i] & (-1L >>> -(fromIndex + 1));
        while (word == 0) {
            if (i-- == 0) {
                return -1;
            }
            word = words[i];
        }
        return (i << 6) + 63 - Long.numberOfLeadingZeros(word);
    }

    public int previousClearBit(int fromIndex) {
        if (fromIndex < 0 && noneBefore(fromIndex)) {
            return -1;
        }
        int i = fromIndex >> 6;
        if (i >= used) {
            return fromIndex;
        }
        long word = ~words[i] & (-1L >>> -(fromIndex + 1));
        while (word == 0) {
            if (i-- == 0) {
                return -1;
            }
            word = ~words[i];
        }
        return (i << 6) + 63 - Long.numberOfLeadingZeros(word);
    }

    public int length() {
        return used == 0 ? 0 : (used << 6) - Long.numberOfLeadingZeros(words[used - 1]);
    }

    public boolean isEmpty() {
        return used == 0;
    }

    public boolean intersects(BitSet set) {
        for (int i = Math.min(used, set.used) - 1; i >= 0; i--) {
            if ((words[i] & set.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    public int cardinality() {
        int n = 0;
        for (int i = 0; i < used; i++) {
            n += Long.bitCount(words[i]);
        }
        return n;
    }

    public void and(BitSet set) {
        if (this == set) {
            return;
        }
        while (used > set.used) {
            words[--used] = 0;
        }
        for (int i = 0; i < used; i++) {
            words[i] &= set.words[i];
        }
        trim();
    }

    public void or(BitSet set) {
        if (this == set) {
            return;
        }
        if (set.used > 0) {
            reach(set.used - 1);
        }
        for (int i = 0; i < set.used; i++) {
            words[i] |= set.words[i];
        }
    }

    public void xor(BitSet set) {
        if (set.used > 0) {
            reach(set.used - 1);
        }
        for (int i = set.used - 1; i >= 0; i--) {
            words[i] ^= set.words[i];
        }
        trim();
    }

    public void andNot(BitSet set) {
        for (int i = Math.min(used, set.used) - 1; i >= 0; i--) {
            words[i] &= ~set.words[i];
        }
        trim();
    }

    public int hashCode() {
        long h = 1234;
        for (int i = used; --i >= 0; ) {
            h ^= words[i] * (i + 1);
        }
        return (int) ((h >> 32) ^ h);
    }

    public int size() {
        return words.length << 6;
    }

    public boolean equals(Object obj) {
        if (!(obj instanceof BitSet)) {
            return false;
        }
        BitSet set = (BitSet) obj;
        if (used != set.used) {
            return false;
        }
        for (int i = 0; i < used; i++) {
            if (words[i] != set.words[i]) {
                return false;
            }
        }
        return true;
    }

    public Object clone() {
        if (!sizeIsSticky && used != words.length) {
            words = Arrays.copyOf(words, used);
        }
        try {
            BitSet copy = (BitSet) super.clone();
            copy.words = words.clone();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }

    public String toString() {
        StringBuilder sb = new StringBuilder();
        sb.append('{');
        int i = nextSetBit(0);
        while (i >= 0) {
            sb.append(i);
            i = i == Integer.MAX_VALUE ? -1 : nextSetBit(i + 1);
            if (i >= 0) {
                sb.append(", ");
            }
        }
        return sb.append('}').toString();
    }

    public IntStream stream() {
        return StreamSupport.intStream(() -> Spliterators.spliterator(bits(), cardinality(), STREAM),
            STREAM | Spliterator.SUBSIZED, false);
    }

    private PrimitiveIterator.OfInt bits() {
        return new PrimitiveIterator.OfInt() {
            private int next = nextSetBit(0);

            @Override
            public boolean hasNext() {
                return next >= 0;
            }

            @Override
            public int nextInt() {
                int bit = next;
                if (bit < 0) {
                    throw new NoSuchElementException();
                }
                next = bit == Integer.MAX_VALUE ? -1 : nextSetBit(bit + 1);
                return bit;
            }
        };
    }

    private static final int STREAM =
        Spliterator.SIZED | Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.SORTED;

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.putFields().put("bits", sizeIsSticky ? words : Arrays.copyOf(words, used));
        out.writeFields();
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        long[] bits = (long[]) in.readFields().get("bits", null);
        words = bits == null ? new long[0] : bits;
        used = words.length;
        trim();
        sizeIsSticky = words.length > 0 && words[words.length - 1] == 0;
    }
}
