import java.nio.*;

/** Reads and writes of several bytes of a buffer, mixed with single bytes of the same array, in both orders and at odd places. */
public class BytesAtOnce {
    static long mixed(ByteBuffer b, byte[] a, int n) {
        long sum = 0;
        for (int i = 0; i + 8 <= n; i++) {
            a[i] = (byte) i;
            sum += b.getInt(i);
            b.putInt(i, i * 0x01020304);
            sum = sum * 31 + a[i] + a[i + 3];
            a[i + 1] = 7;
            sum += b.getLong(i) ^ b.getShort(i + 1) ^ b.getChar(i + 2);
            b.putLong(i, sum);
            b.putShort(i + 3, (short) sum);
            sum -= a[i + 4];
        }
        return sum;
    }

    static int filled(ByteBuffer b, byte[] a, int with) {
        int before = b.getInt(4);
        for (int i = 0; i < a.length; i++) {
            a[i] = (byte) with;
        }
        int after = b.getInt(4);
        b.putInt(4, 0x01020304);
        int sum = 0;
        for (byte x : a) {
            sum += x;
        }
        for (int i = 0; i < a.length; i++) {
            a[i] += 1;
        }
        return before ^ after ^ sum ^ b.getInt(4);
    }

    static int fresh(int v, ByteOrder order) {
        byte[] a = new byte[8];
        ByteBuffer b = ByteBuffer.wrap(a).order(order);
        b.putInt(v).putFloat(v);
        return a[0] * 3 + a[3] * 5 + a[4] + (int) b.getFloat(4) + b.getInt(1);
    }

    static String edges(ByteBuffer b, int i) {
        try {
            return "" + b.getInt(i);
        } catch (IndexOutOfBoundsException e) {
            return "out";
        }
    }

    static long streamed(ByteBuffer b) {
        b.clear();
        int n = 0;
        while (b.remaining() >= 14) {
            b.putInt(n).put((byte) n).putLong(-n).put((byte) 1);
            n++;
        }
        b.flip();
        long sum = 0;
        while (b.remaining() >= 14) {
            sum = sum * 17 + b.getInt() + b.get() + b.getLong() * b.get();
        }
        try {
            b.getLong();
        } catch (BufferUnderflowException e) {
            sum++;
        }
        return sum;
    }

    public static void main(String[] args) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] a = new byte[203];
            ByteBuffer b = ByteBuffer.wrap(a).order(order);
            long sum = 0;
            for (int k = 0; k < 600; k++) {
                b.clear();
                sum = sum * 31 + mixed(b, a, 200 - k % 5);
                sum = sum * 31 + filled(b, a, k);
                sum = sum * 31 + fresh(k * 0x123457, order);
                sum = sum * 31 + streamed(b);
            }
            System.out.println(order + " " + sum);
            StringBuilder all = new StringBuilder();
            for (int i : new int[] {-1, 0, 199, 200, 203, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                all.append(edges(b.position(0).limit(203), i)).append(' ');
            }
            ByteBuffer part = ((ByteBuffer) b.position(5).limit(11)).slice().order(order);
            all.append(edges(part, 0)).append(' ').append(edges(part, 2)).append(' ').append(edges(part, 3)).append(' ');
            try {
                part.asReadOnlyBuffer().putLong(1);
            } catch (ReadOnlyBufferException e) {
                all.append("read-only ");
            }
            CharBuffer c = part.asCharBuffer();
            c.put('\u1234').put('x').put('\uffff');
            all.append(a[5]).append(' ').append(a[6]).append(' ').append((int) c.get(2)).append(' ').append(c.remaining());
            b.limit(203);
            DoubleBuffer d = ((ByteBuffer) b.position(3)).asDoubleBuffer();
            d.put(1, Math.PI);
            all.append(' ').append(d.get(1)).append(' ').append(d.capacity()).append(' ').append(a[11]);
            System.out.println(all);
        }
    }
}
