package java.net;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Texts as HTML forms send them. */
public class URLEncoder {
    private URLEncoder() {
    }

    @Deprecated
    public static String encode(String s) {
        return encode(s, Charset.defaultCharset());
    }

    public static String encode(String s, String enc) throws UnsupportedEncodingException {
        if (enc == null) {
            throw new NullPointerException("charsetName");
        }
        try {
            return encode(s, Charset.forName(enc));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnsupportedEncodingException(enc);
        }
    }

    private static boolean plain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' || c == '*';
    }

    public static String encode(String s, Charset charset) {
        java.util.Objects.requireNonNull(charset, "charset");
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length();) {
            char c = s.charAt(i);
            if (plain(c) || c == ' ') {
                out.append(c == ' ' ? '+' : c);
                i++;
                continue;
            }
            int end = i;
            while (end < s.length() && !plain(s.charAt(end)) && s.charAt(end) != ' ') {
                end++;
            }
            for (byte b : s.substring(i, end).getBytes(charset)) {
                UriParser.escape(out, b);
            }
            i = end;
        }
        return out.toString();
    }
}
