import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.StringTokenizer;
import java.util.UUID;

/** Operations that take a shorter way for what is common: texts of all kinds, numbers near the limits, and what is just not common. */
public class QuickWays {
    static final String[] ALPHABETS = {"abcXYZ019 ", "aAbBzZ@`[{", "\u00e0\u00c0\u00fe\u00de\u00f7\u00d7\u00df\u00ff\u00b5aA", "\u03c3\u03a3iIk\u0416\u0436", "aA\u4e2d\u00e9\uff41\uff21z"};

    static String text(Random r, int most) {
        String from = ALPHABETS[r.nextInt(ALPHABETS.length)];
        StringBuilder sb = new StringBuilder();
        for (int i = r.nextInt(most); i > 0; i--) {
            sb.append(from.charAt(r.nextInt(from.length())));
        }
        return sb.toString();
    }

    static String swapCase(String s, Random r) {
        StringBuilder sb = new StringBuilder();
        for (char c : s.toCharArray()) {
            sb.append(r.nextInt(3) == 0 ? c : Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return sb.toString();
    }

    public static void main(String[] args) {
        Random r = new Random(3);
        long hash = 0;
        for (int i = 0; i < 20000; i++) {
            String a = text(r, 30);
            String b = r.nextBoolean() ? swapCase(a, r) : text(r, 30);
            String line = a.equalsIgnoreCase(b) + " " + Integer.signum(a.compareToIgnoreCase(b)) + " " + a.toUpperCase() + a.toLowerCase() + a.hashCode() + " "
                    + String.join(b, a, null, b, a) + String.join("", a) + Arrays.toString(a.getBytes(StandardCharsets.UTF_8))
                    + new String(b.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) + new String(a.toCharArray()).equals(a) + a.regionMatches(true, 1, b, 1, 3);
            hash = hash * 31 + line.hashCode();
            if (i % 2000 == 0) {
                System.out.println(i + " " + hash);
            }
        }
        System.out.println("text " + hash);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = new byte[r.nextInt(40)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) (r.nextInt(12) == 0 ? r.nextInt() : 'a' + k % 26);
            }
            hash = hash * 31 + new String(bytes, StandardCharsets.UTF_8).hashCode();
        }
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = new byte[r.nextInt(40)];
            r.nextBytes(bytes);
            String plain = Base64.getEncoder().encodeToString(bytes);
            String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            StringBuilder broken = new StringBuilder(plain);
            if (plain.length() > 0) {
                broken.setCharAt(r.nextInt(plain.length()), "=A-\u00e9 ".charAt(r.nextInt(5)));
            }
            String result = plain + url + Arrays.equals(bytes, Base64.getDecoder().decode(plain)) + Arrays.equals(bytes, Base64.getUrlDecoder().decode(url));
            try {
                result += Arrays.toString(Base64.getDecoder().decode(broken.toString()));
            } catch (IllegalArgumentException e) {
                result += e.getMessage();
            }
            hash = hash * 31 + result.hashCode();
        }
        System.out.println("decoded " + hash);
        hash = 0;

        String[] numbers = {"0", "-0", "+0", "", "-", "+", "--1", "1-", "2147483647", "2147483648", "-2147483648", "-2147483649", "999999999", "1000000000", "-999999999", "0000000000012", " 1",
            "1 ", "\u0661\u0662", "1\u0660", "12a", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "999999999999999999", "1L", "0x1", "1.5", ".5", "5.", ".",
            "-.5", "+1.25", "1e5", "1E-3", "1.5f", "123456789012345", "1234567890123456", "0.000000000000001", "0.1234567890123456", "9007199254740993", "1.0000001", "16777217", "1234567.", "0.1234567", "NaN", "-Infinity",
            "1..2", "1.2.3", " 3.5 ", "3.5d", "0.0", "-0.0", "00000.1", "/1", ":1", "1/", "1:", "\u00b91", null};
        for (String n : numbers) {
            StringBuilder sb = new StringBuilder(String.valueOf(n == null ? null : n.replaceAll("[^ -~]", "?")));
            try {
                sb.append(" int ").append(Integer.parseInt(n));
            } catch (NumberFormatException e) {
                sb.append(" ").append(n == null ? e.getMessage() : e.getMessage().replaceAll("[^ -~]", "?"));
            }
            try {
                sb.append(" long ").append(Long.parseLong(n));
            } catch (NumberFormatException e) {
                sb.append(" -");
            }
            try {
                double d = Double.parseDouble(n);
                sb.append(" double ").append(Long.toHexString(Double.doubleToLongBits(d))).append(" float ").append(Integer.toHexString(Float.floatToIntBits(Float.parseFloat(n))));
            } catch (NumberFormatException e) {
                sb.append(" -");
            } catch (NullPointerException e) {
                sb.append(" null");
            }
            System.out.println(sb);
        }
        for (int i = 0; i < 20000; i++) {
            String s = r.nextInt(1 << r.nextInt(31)) + (r.nextBoolean() ? "" : "." + r.nextInt(1 << r.nextInt(31))) + (r.nextInt(9) == 0 ? "e" + (r.nextInt(40) - 20) : "");
            hash = hash * 31 + Double.doubleToLongBits(Double.parseDouble(s));
            hash = hash * 31 + Float.floatToIntBits(Float.parseFloat(s));
        }
        System.out.println("parsed " + hash);
        int wrong = 0;
        for (int i = 0; i < 60000; i++) {
            double d = i % 3 == 0 ? r.nextInt(100000) / Math.pow(10, r.nextInt(9)) : i % 3 == 1 ? i * 0.37 - 5000 : Math.scalb(r.nextDouble(), r.nextInt(60) - 30);
            String s = Double.toString(d);
            if (Double.parseDouble(s) != d || s.endsWith("0") && !s.endsWith(".0") && !s.contains("E")) {
                wrong++;
            }
            // Where the form of JDK 19 and later is no other.
            if (i % 3 == 0 && s.length() < 9) {
                hash = hash * 31 + s.hashCode();
            }
        }
        System.out.println("printed " + hash + " wrong " + wrong);
        for (double d : new double[] {0.001, 0.0012, 0.1, 0.5, 1.5, 9.999999, 12.0001, 123.456, 999999.9, 1234567.8, 9999999.5, 9999999.999999, 0.00100000001, -0.25, 100.01, 5e-3, 0.9999999999999999, 1.0000000000000002})
            System.out.print(d + " ");
        System.out.println();
        for (int v : new int[] {0, 9, 10, 99, 100, 999, 1000, 9999, 10000, 99999, 100000, 999999, 1000000, 9999999, 10000000, 99999999, 100000000, 999999999, 1000000000, Integer.MAX_VALUE, Integer.MIN_VALUE})
            System.out.print(v + " " + -v + " " + new StringBuilder("x").append(v).append(-v) + " ");
        System.out.println();

        System.out.println(new UUID(0x0123456789abcdefL, 0xfedcba9876543210L) + " " + new UUID(0, -1) + " " + UUID.fromString("1-2-3-4-5") + " " + new UUID(Long.MIN_VALUE, 1));

        StringBuilder tokens = new StringBuilder();
        String[] delimiters = {" ", " \t\n", "ab", "\u4e2d ", "\ud83d\ude00,", "", "z{~", "?@"};
        for (String d : delimiters) {
            for (int k = 0; k < 2; k++) {
                StringTokenizer t = new StringTokenizer("one, two\tthree abz? \u4e2dx\ud83d\ude00yz @end ", d, k == 1);
                tokens.append(t.countTokens());
                while (t.hasMoreTokens()) {
                    tokens.append('<').append(t.nextToken()).append('>');
                }
            }
        }
        StringTokenizer changing = new StringTokenizer("a b,c d");
        System.out.println(tokens.toString().hashCode() + " " + tokens.length() + " " + changing.nextToken() + changing.nextToken(",") + changing.nextToken(" "));
        try {
            changing.nextToken();
            changing.nextToken();
        } catch (NoSuchElementException e) {
            System.out.println("no more");
        }
        try {
            new StringTokenizer("a", null).hasMoreTokens();
        } catch (NullPointerException e) {
            System.out.println("null delimiters");
        }

        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            ByteBuffer b = ByteBuffer.allocate(64);
            b.position(3);
            ByteBuffer s = b.slice().order(order);
            s.putInt(0x80fe7f01).putLong(0x8070605040302010L).putShort((short) 0x80ff).putChar('\uff80').putFloat(-1.5f).putDouble(Math.PI).putInt(40, -2).putLong(44, -3L).putShort(52, (short) -4);
            System.out.println(Arrays.toString(b.array()));
            s.flip();
            System.out.println(s.getInt() + " " + s.getLong() + " " + s.getShort() + " " + (int) s.getChar() + " " + s.getFloat() + " " + s.getDouble() + " " + s + s.duplicate().clear().getInt(4));
            byte[] part = new byte[10];
            s.get(2, part, 1, 8);
            s.rewind();
            s.get(part, 0, 1);
            ByteBuffer copy = ByteBuffer.allocate(40).put(s);
            System.out.println(Arrays.toString(part) + s + copy + Arrays.hashCode(copy.array()));
            try {
                copy.position(37).limit(40);
                copy.putInt(1);
            } catch (BufferOverflowException e) {
                System.out.println("overflow " + copy);
            }
            try {
                copy.getInt();
            } catch (BufferUnderflowException e) {
                System.out.println("underflow " + copy);
            }
            try {
                copy.getInt(37);
            } catch (IndexOutOfBoundsException e) {
                System.out.println("bounds");
            }
            b.position(10).limit(20);
            b.compact();
            System.out.println(b + " " + Arrays.hashCode(b.array()));
        }
        List<List<Integer>> lists = new ArrayList<>(List.of(List.of(), List.of(1), List.of(1, 2), List.of(1, 2, 3, 4, 5, 3)));
        for (List<Integer> l : lists) {
            System.out.println(l.contains(3) + " " + l.indexOf(3) + " " + l.lastIndexOf(3) + " " + l.subList(0, l.size()).indexOf(2) + (l.size() > 4 ? " " + l.subList(1, 4).indexOf(5) + l.subList(1, 5).contains(5)
                    + l.subList(2, 6).subList(1, 4).indexOf(3) + l.subList(2, 6).subList(1, 4).lastIndexOf(3) : ""));
            try {
                System.out.println(l.contains(null));
            } catch (NullPointerException e) {
                System.out.println("null refused");
            }
        }
        System.out.println(java.util.stream.Stream.of(1, null, 3).toList().indexOf(null) + " " + java.util.stream.Stream.of(1, 2).toList().contains(null));
    }
}
