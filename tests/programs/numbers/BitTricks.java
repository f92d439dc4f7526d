public class BitTricks {
    static int pop(int x) {
        int c = 0;
        while (x != 0) {
            x &= x - 1;
            c++;
        }
        return c;
    }
    static int log2(int x) {
        int r = 0;
        if (x >>> 16 != 0) {
            x >>>= 16;
            r += 16;
        }
        if (x >>> 8 != 0) {
            x >>>= 8;
            r += 8;
        }
        if (x >>> 4 != 0) {
            x >>>= 4;
            r += 4;
        }
        if (x >>> 2 != 0) {
            x >>>= 2;
            r += 2;
        }
        return r + (x >>> 1);
    }
    static int isqrt(int n) {
        int r = 0;
        for (int b = 1 << 15; b != 0; b >>= 1) if ((r | b) * (long) (r | b) <= n) r |= b;
        return r;
    }

    public static void main(String[] args) throws Exception {
        int h = 0;
        for (int i = 0; i < 1000; i++) {
            int x = i * 0x9E3779B9;
            h = h * 31 + pop(x) + log2(x | 1) + isqrt(x >>> 1);
            if (pop(x) != Integer.bitCount(x)) p("bad " + x);
        }
        p(h);
        int a = 5, b = 9;
        a ^= b;
        b ^= a;
        a ^= b;
        p(a + " " + b);
        p((a & -a) + " " + (a & (a - 1)) + " " + (a | (a + 1)));
        int gray = 0;
        for (int i = 0; i < 16; i++) gray = gray * 3 + (i ^ i >> 1);
        p(gray);
        long crc = 0xFFFFFFFFL;
        for (byte c : "123456789".getBytes()) {
            crc ^= c & 0xff;
            for (int k = 0; k < 8; k++) crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xEDB88320L : crc >>> 1;
        }
        p(Long.toHexString(crc ^ 0xFFFFFFFFL));
        int fnv = 0x811c9dc5;
        for (char c : "hello".toCharArray()) fnv = (fnv ^ c) * 16777619;
        p(Integer.toHexString(fnv));
        int s = 12345;
        for (int i = 0; i < 100; i++) {
            s ^= s << 13;
            s ^= s >>> 17;
            s ^= s << 5;
        }
        p(s);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
