import java.io.*;
import java.util.*;
import java.util.random.RandomGenerator;

public class Codecs {
    static void fails(Runnable r) {
        try {
            r.run();
            System.out.println("no exception");
        } catch (RuntimeException e) {
            System.out.println(e);
        }
    }

    public static void main(String[] args) throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        for (int n = 0; n < 5; n++) {
            byte[] b = Arrays.copyOf(all, n);
            System.out.println(Base64.getEncoder().encodeToString(b) + " " + Base64.getEncoder().withoutPadding().encodeToString(b)
                    + " " + Arrays.toString(Base64.getDecoder().decode(Base64.getEncoder().withoutPadding().encode(b))));
        }
        System.out.println(Base64.getEncoder().encodeToString(all));
        System.out.println(Base64.getUrlEncoder().encodeToString(all));
        String mime = Base64.getMimeEncoder().encodeToString(all);
        System.out.println(mime.replace("\r\n", "|"));
        System.out.println(Arrays.equals(all, Base64.getMimeDecoder().decode(mime)));
        System.out.println(Base64.getMimeEncoder(10, new byte[] {'*', '*'}).encodeToString(Arrays.copyOf(all, 20)));
        System.out.println(Arrays.toString(Base64.getMimeDecoder().decode("A B?C\nDEFG")));
        for (String bad : new String[] {"A", "AB=", "AB=C", "A===", "ABC", "ABCD=", "AB==C", "A*BC", "====", "ABCDE", "é", "AB\n=="}) {
            try {
                System.out.println(bad.trim() + " " + Arrays.toString(Base64.getDecoder().decode(bad)));
            } catch (IllegalArgumentException e) {
                System.out.println(bad.replace("\n", "|") + ": " + e.getMessage());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream o = Base64.getMimeEncoder().wrap(out)) {
            o.write(all, 0, 100);
            o.write(7);
        }
        System.out.println(out.toString().replace("\r\n", "|"));
        System.out.println(Base64.getMimeDecoder().wrap(new ByteArrayInputStream(out.toByteArray())).readAllBytes().length);
        System.out.println(new String(Base64.getDecoder().decode(java.nio.ByteBuffer.wrap("aGVsbG8=".getBytes())).array()));

        HexFormat h = HexFormat.ofDelimiter(", ").withPrefix("0x").withUpperCase();
        System.out.println(h.formatHex(all, 9, 14) + " " + h);
        System.out.println(Arrays.toString(h.parseHex("0x01, 0xFf, 0x80")));
        System.out.println(HexFormat.of().formatHex(new byte[] {-1, 0, 16}) + HexFormat.of().toHexDigits((short) 258)
                + HexFormat.of().toHexDigits(255L, 3) + HexFormat.of().toHexDigits('x'));
        System.out.println(HexFormat.fromHexDigits("7fff") + " " + HexFormat.fromHexDigitsToLong("ffffffffffffffff") + " "
                + HexFormat.isHexDigit('g'));
        fails(() -> HexFormat.of().parseHex("abc"));
        fails(() -> HexFormat.of().parseHex("zz"));
        fails(() -> h.parseHex("0x01; 0x02"));
        fails(() -> HexFormat.fromHexDigits("123456789"));

        SplittableRandom r = new SplittableRandom(42);
        System.out.println(r.nextInt() + " " + r.nextLong() + " " + r.nextInt(100) + " " + r.nextInt(-5, 5) + " " + r.nextDouble()
                + " " + r.nextBoolean() + " " + r.nextLong(1000) + " " + r.nextDouble(2, 3));
        SplittableRandom s = r.split();
        System.out.println(s.nextInt() + " " + r.nextInt());
        byte[] rb = new byte[11];
        s.nextBytes(rb);
        System.out.println(Arrays.toString(rb));
        System.out.println(r.ints(5, 0, 10).sum() + " " + Arrays.toString(s.longs(3).toArray()));
        System.out.println(r.splits(3).mapToInt(RandomGenerator::nextInt).sum() != 0);
        System.out.println(s.nextGaussian() != 0);
        System.out.println(UUID.nameUUIDFromBytes("hello".getBytes()) + " " + UUID.randomUUID().version());
    }
}
