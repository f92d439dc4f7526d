package java.net;

import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Reads texts of HTML forms. */
public class URLDecoder {
    public URLDecoder() {
    }

    @Deprecated
    public static String decode(String s) {
        return decode(s, Charset.defaultCharset());
    }

    public static String decode(String s, String enc) throws UnsupportedEncodingException {
        if (enc.isEmpty()) {
            throw new UnsupportedEncodingException("URLDecoder: empty string enc parameter");
        }
        try {
            return decode(s, Charset.forName(enc));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnsupportedEncodingException(enc);
        }
    }

    public static String decode(String s, Charset charset) {
        java.util.Objects.requireNonNull(charset, "Charset");
        int n = s.length();
        StringBuilder out = new StringBuilder(n);
        for (int i = 0; i < n;) {
            char c = s.charAt(i);
            if (c == '+') {
                out.append(' ');
                i++;
            } else if (c == '%') {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                while (i < n && s.charAt(i) == '%') {
                    if (i + 2 >= n) {
                        throw new IllegalArgumentException("URLDecoder: Incomplete trailing escape (%) pattern");
                    }
                    int v;
                    try {
                        v = Integer.parseInt(s, i + 1, i + 3, 16);
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException("URLDecoder: Illegal hex characters in escape (%) pattern - " + e.getMessage());
                    }
                    if (v < 0) {
                        throw new IllegalArgumentException(
                                "URLDecoder: Illegal hex characters in escape (%) pattern - negative value");
                    }
                    bytes.write(v);
                    i += 3;
                }
                out.append(bytes.toString(charset));
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }
}
