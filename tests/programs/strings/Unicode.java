import java.util.*;
import java.nio.charset.*;

public class Unicode {
    public static void main(String[] args) throws Exception {
        String s = "aé中\ud83d\ude00z";
        p(s.length() + " " + s.codePointCount(0, s.length()) + " " + s.codePointAt(3) + " " + s.offsetByCodePoints(0, 4));
        for (int i = 0; i < s.length(); i += Character.charCount(s.codePointAt(i))) p(Integer.toHexString(s.codePointAt(i)));
        p(Arrays.toString(s.getBytes(StandardCharsets.UTF_8)));
        p(Arrays.toString("aé".getBytes(StandardCharsets.ISO_8859_1)) + Arrays.toString("é中".getBytes(StandardCharsets.US_ASCII)) + Arrays.toString("a中".getBytes(StandardCharsets.UTF_16BE)));
        p(new String(s.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(s));
        p(new String(new byte[] {(byte) 0xC3, (byte) 0x28, 65}, StandardCharsets.UTF_8).codePointAt(0));
        p("straße".toUpperCase() + "İ".length() + "ÀÉ".toLowerCase() + "ΑΣ".toLowerCase());
        p(s.codePoints().sum() + " " + s.chars().max().getAsInt() + new StringBuilder(s).reverse());
        p(new String(new int[] {0x1F600, 65}, 0, 2).length());
        p(s.toUpperCase().hashCode() + " " + s.indexOf(0x1F600) + s.indexOf("\ud83d"));
        p("é".compareTo("z") + " " + "é".equalsIgnoreCase("É"));
        p("中文".getBytes("UTF-8").length);
        try {
            "a".getBytes("nope");
        }  catch (java.io.UnsupportedEncodingException e) {
            p(e);
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
