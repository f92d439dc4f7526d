package java.lang;

import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Strings to bytes and back; the everyday charsets are done here, the rest by their encoders and decoders. */
final class StringCodec {
    private static final int REPLACEMENT = 0xfffd;

    private StringCodec() {
    }

    static Charset charset(String name) throws UnsupportedEncodingException {
        if (name == null) {
            throw new NullPointerException("charsetName");
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnsupportedEncodingException(name);
        }
    }

    static String decode(Charset cs, byte[] b, int off, int len) {
        if (len == 0) {
            return "";
        }
        if (cs == StandardCharsets.UTF_8) {
            return decodeUtf8(b, off, len);
        }
        String name = cs.name();
        if (name.equals("UTF-8")) {
            return decodeUtf8(b, off, len);
        }
        if (name.equals("ISO-8859-1")) {
            return Utf16.latin1String(b, off, len);
        }
        if (name.equals("US-ASCII")) {
            return decodeAscii(b, off, len);
        }
        return cs.decode(ByteBuffer.wrap(b, off, len)).toString();
    }

    static byte[] encode(Charset cs, String s, byte[] v, byte coder) {
        if (cs == StandardCharsets.UTF_8) {
            return encodeUtf8(v, coder);
        }
        String name = cs.name();
        if (name.equals("UTF-8")) {
            return encodeUtf8(v, coder);
        }
        if (name.equals("ISO-8859-1")) {
            return encodeNarrow(v, coder, 0xff);
        }
        if (name.equals("US-ASCII")) {
            return encodeNarrow(v, coder, 0x7f);
        }
        ByteBuffer bytes = cs.encode(CharBuffer.wrap(s));
        byte[] r = new byte[bytes.remaining()];
        bytes.get(r);
        return r;
    }

    private static int countAscii(byte[] b, int off, int len) {
        int i = off;
        int end = off + len;
        // Eight at a time: one branch for all of them.
        for (int last = end - 8; i <= last; i += 8) {
            if ((b[i] | b[i + 1] | b[i + 2] | b[i + 3] | b[i + 4] | b[i + 5] | b[i + 6] | b[i + 7]) < 0) {
                break;
            }
        }
        for (; i < end && b[i] >= 0; i++) {
        }
        return i - off;
    }

    private static String decodeAscii(byte[] b, int off, int len) {
        if (countAscii(b, off, len) == len) {
            return Utf16.latin1String(b, off, len);
        }
        byte[] r = Utf16.make(len);
        for (int i = 0; i < len; i++) {
            int c = b[off + i];
            Utf16.put(r, i, c >= 0 ? c : REPLACEMENT);
        }
        return new String(r, String.UTF16);
    }

    private static String decodeUtf8(byte[] b, int off, int len) {
        int ascii = countAscii(b, off, len);
        if (ascii == len) {
            return Utf16.latin1String(b, off, len);
        }
        int i = off + ascii;
        int end = off + len;
        byte[] narrow = new byte[len];
        System.arraycopy(b, off, narrow, 0, ascii);
        int n = ascii;
        // As long as all of it is Latin-1.
        while (i < end) {
            int c = b[i];
            if (c >= 0) {
                narrow[n++] = (byte) c;
                i++;
            } else if ((c == (byte) 0xc2 || c == (byte) 0xc3) && i + 1 < end && (b[i + 1] & 0xc0) == 0x80) {
                narrow[n++] = (byte) (c << 6 | b[i + 1] & 0x3f);
                i += 2;
            } else {
                break;
            }
        }
        if (i == end) {
            return Utf16.latin1String(narrow, 0, n);
        }
        byte[] r = Utf16.make(len);
        Utf16.inflate(narrow, 0, r, 0, n);
        while (i < end) {
            int c = b[i] & 0xff;
            if (c < 0x80) {
                Utf16.put(r, n++, c);
                i++;
                continue;
            }
            int need = c < 0xc2 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : c < 0xf5 ? 3 : 0;
            int got = 0;
            int cp = need == 1 ? c & 0x1f : need == 2 ? c & 0xf : c & 7;
            while (got < need && i + got + 1 < end) {
                int d = b[i + got + 1];
                if ((d & 0xc0) != 0x80 || got == 0 && !secondFits(c, d & 0xff)) {
                    break;
                }
                cp = cp << 6 | d & 0x3f;
                got++;
            }
            if (need == 0 || got < need) {
                Utf16.put(r, n++, REPLACEMENT);
                i += got + 1;
            } else {
                i += need + 1;
                if (cp >= 0x10000) {
                    Utf16.put(r, n++, Character.highSurrogate(cp));
                    Utf16.put(r, n++, Character.lowSurrogate(cp));
                } else {
                    Utf16.put(r, n++, cp >= 0xd800 && cp < 0xe000 ? REPLACEMENT : cp);
                }
            }
        }
        return Utf16.toString(r, 0, n);
    }

    /** Whether a second byte makes neither an overlong form nor something beyond U+10FFFF. */
    private static boolean secondFits(int first, int second) {
        switch (first) {
            case 0xe0:
                return second >= 0xa0;
            case 0xf0:
                return second >= 0x90;
            case 0xf4:
                return second < 0x90;
            default:
                return true;
        }
    }

    private static byte[] encodeUtf8(byte[] v, byte coder) {
        if (coder == String.LATIN1) {
            int ascii = countAscii(v, 0, v.length);
            if (ascii == v.length) {
                return v.clone();
            }
            int size = v.length;
            for (int i = ascii; i < v.length; i++) {
                if (v[i] < 0) {
                    size++;
                }
            }
            if (size < 0) {
                throw new OutOfMemoryError("Required length exceeds implementation limit");
            }
            byte[] r = new byte[size];
            System.arraycopy(v, 0, r, 0, ascii);
            for (int i = ascii, at = ascii; i < v.length; i++) {
                int c = v[i];
                if (c >= 0) {
                    r[at++] = (byte) c;
                } else {
                    r[at++] = (byte) (0xc0 | (c & 0xff) >> 6);
                    r[at++] = (byte) (0x80 | c & 0x3f);
                }
            }
            return r;
        }
        int chars = v.length >> 1;
        long size = 0;
        for (int i = 0; i < chars; i++) {
            char c = Utf16.get(v, i);
            if (c < 0x80) {
                size++;
            } else if (c < 0x800) {
                size += 2;
            } else if (c < 0xd800 || c > 0xdfff) {
                size += 3;
            } else if (Utf16.codePointAt(v, coder, i, chars) > 0xffff) {
                size += 4;
                i++;
            } else {
                size++;
            }
        }
        if (size > Integer.MAX_VALUE) {
            throw new OutOfMemoryError("Required length exceeds implementation limit");
        }
        byte[] r = new byte[(int) size];
        for (int i = 0, at = 0; i < chars; i++) {
            char c = Utf16.get(v, i);
            if (c < 0x80) {
                r[at++] = (byte) c;
            } else if (c < 0x800) {
                r[at++] = (byte) (0xc0 | c >> 6);
                r[at++] = (byte) (0x80 | c & 0x3f);
            } else if (c < 0xd800 || c > 0xdfff) {
                r[at++] = (byte) (0xe0 | c >> 12);
                r[at++] = (byte) (0x80 | c >> 6 & 0x3f);
                r[at++] = (byte) (0x80 | c & 0x3f);
            } else {
                int cp = Utf16.codePointAt(v, coder, i, chars);
                if (cp > 0xffff) {
                    r[at++] = (byte) (0xf0 | cp >> 18);
                    r[at++] = (byte) (0x80 | cp >> 12 & 0x3f);
                    r[at++] = (byte) (0x80 | cp >> 6 & 0x3f);
                    r[at++] = (byte) (0x80 | cp & 0x3f);
                    i++;
                } else {
                    r[at++] = '?';
                }
            }
        }
        return r;
    }

    /** A byte a character; what is above {@code max} becomes a question mark. */
    private static byte[] encodeNarrow(byte[] v, byte coder, int max) {
        if (coder == String.LATIN1) {
            byte[] r = v.clone();
            if (max < 0xff) {
                for (int i = 0; i < r.length; i++) {
                    if (r[i] < 0) {
                        r[i] = '?';
                    }
                }
            }
            return r;
        }
        int chars = v.length >> 1;
        byte[] r = new byte[chars];
        int at = 0;
        for (int i = 0; i < chars; i++) {
            int c = Utf16.codePointAt(v, coder, i, chars);
            if (c > 0xffff) {
                i++;
            }
            r[at++] = (byte) (c <= max ? c : '?');
        }
        if (at == chars) {
            return r;
        }
        byte[] cut = new byte[at];
        System.arraycopy(r, 0, cut, 0, at);
        return cut;
    }
}
