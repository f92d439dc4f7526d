package java.lang;

/**
 * Operations on the two encodings that strings and builders keep their characters in: a byte a character (coder 0,
 * Latin-1) or two bytes a character (coder 1, UTF-16, little-endian).
 */
final class Utf16 {
    private static final int MAX_CHARS = (Integer.MAX_VALUE - 8) >> 1;

    private Utf16() {
    }

    static char get(byte[] v, int i) {
        i <<= 1;
        return (char) ((v[i] & 0xff) | (v[i + 1] << 8));
    }

    static void put(byte[] v, int i, int c) {
        i <<= 1;
        v[i] = (byte) c;
        v[i + 1] = (byte) (c >> 8);
    }

    static char charAt(byte[] v, byte coder, int i) {
        return coder == 0 ? (char) (v[i] & 0xff) : get(v, i);
    }

    /** An array for so many UTF-16 characters. */
    static byte[] make(int chars) {
        if (chars > MAX_CHARS) {
            throw new OutOfMemoryError("UTF16 String size is " + chars + ", should be less than " + MAX_CHARS);
        }
        return new byte[chars << 1];
    }

    /** Copies Latin-1 characters into a UTF-16 array. */
    static void inflate(byte[] src, int srcPos, byte[] dst, int dstPos, int len) {
        for (int d = dstPos << 1; len > 0; len--, d += 2) {
            dst[d] = src[srcPos++];
            dst[d + 1] = 0;
        }
    }

    /** The Latin-1 form of so many UTF-16 characters from {@code pos} on, or null when one does not fit. */
    static byte[] compress(byte[] v, int pos, int len) {
        // Most often the first or the last character already tells.
        if (len > 0 && (v[(pos << 1) + 1] != 0 || v[((pos + len) << 1) - 1] != 0)) {
            return null;
        }
        byte[] out = new byte[len];
        for (int i = 0, s = pos << 1; i < len; i++, s += 2) {
            if (v[s + 1] != 0) {
                return null;
            }
            out[i] = v[s];
        }
        return out;
    }

    /** The Latin-1 form of characters, or null when one does not fit. */
    static byte[] compress(char[] v, int pos, int len) {
        // Most often the first or the last character already tells.
        if (len > 0 && (v[pos] > 0xff || v[pos + len - 1] > 0xff)) {
            return null;
        }
        byte[] out = new byte[len];
        int all = 0;
        for (int i = 0; i < len; i++) {
            int c = v[pos + i];
            out[i] = (byte) c;
            all |= c;
        }
        return all > 0xff ? null : out;
    }

    static byte[] fromChars(char[] v, int pos, int len) {
        byte[] out = make(len);
        for (int i = 0, d = 0; i < len; i++, d += 2) {
            char c = v[pos + i];
            out[d] = (byte) c;
            out[d + 1] = (byte) (c >> 8);
        }
        return out;
    }

    /** A string of a part of a UTF-16 array, in the narrower encoding when that holds it. */
    static String toString(byte[] v, int pos, int len) {
        if (len == 0) {
            return "";
        }
        byte[] narrow = compress(v, pos, len);
        if (narrow != null) {
            return new String(narrow, String.LATIN1);
        }
        byte[] copy = make(len);
        System.arraycopy(v, pos << 1, copy, 0, len << 1);
        return new String(copy, String.UTF16);
    }

    static String latin1String(byte[] v, int pos, int len) {
        if (len == 0) {
            return "";
        }
        byte[] copy = new byte[len];
        System.arraycopy(v, pos, copy, 0, len);
        return new String(copy, String.LATIN1);
    }

    static void getChars(byte[] v, byte coder, int from, int to, char[] dst, int at) {
        if (coder == 0) {
            while (from < to) {
                dst[at++] = (char) (v[from++] & 0xff);
            }
        } else {
            for (int s = from << 1, end = to << 1; s < end; s += 2) {
                dst[at++] = (char) ((v[s] & 0xff) | (v[s + 1] << 8));
            }
        }
    }

    static int codePointAt(byte[] v, byte coder, int i, int end) {
        if (coder == 0) {
            return v[i] & 0xff;
        }
        char c = get(v, i);
        if (c >= Character.MIN_HIGH_SURROGATE && c <= Character.MAX_HIGH_SURROGATE && i + 1 < end) {
            char d = get(v, i + 1);
            if (Character.isLowSurrogate(d)) {
                return Character.toCodePoint(c, d);
            }
        }
        return c;
    }

    static int codePointBefore(byte[] v, byte coder, int i) {
        if (coder == 0) {
            return v[i - 1] & 0xff;
        }
        char d = get(v, i - 1);
        if (Character.isLowSurrogate(d) && i >= 2) {
            char c = get(v, i - 2);
            if (Character.isHighSurrogate(c)) {
                return Character.toCodePoint(c, d);
            }
        }
        return d;
    }

    static int codePointCount(byte[] v, byte coder, int from, int to) {
        int n = to - from;
        if (coder == 0) {
            return n;
        }
        for (int i = from; i < to - 1; i++) {
            if (Character.isHighSurrogate(get(v, i)) && Character.isLowSurrogate(get(v, i + 1))) {
                n--;
                i++;
            }
        }
        return n;
    }

    /** The first index at or after {@code from} and before {@code end} of a code point, or -1. */
    static int indexOf(byte[] v, byte coder, int end, int ch, int from) {
        if (from < 0) {
            from = 0;
        }
        if (coder == 0) {
            if (ch >>> 8 != 0) {
                return -1;
            }
            byte b = (byte) ch;
            for (int i = from; i < end; i++) {
                if (v[i] == b) {
                    return i;
                }
            }
        } else if (ch >>> 16 == 0) {
            byte lo = (byte) ch;
            byte hi = (byte) (ch >> 8);
            for (int i = from; i < end; i++) {
                if (v[i << 1] == lo && v[(i << 1) + 1] == hi) {
                    return i;
                }
            }
        } else if (Character.isValidCodePoint(ch)) {
            char high = Character.highSurrogate(ch);
            char low = Character.lowSurrogate(ch);
            for (int i = from; i < end - 1; i++) {
                if (get(v, i) == high && get(v, i + 1) == low) {
                    return i;
                }
            }
        }
        return -1;
    }

    static int lastIndexOf(byte[] v, byte coder, int len, int ch, int from) {
        int i = from < len - 1 ? from : len - 1;
        if (coder == 0) {
            if (ch >>> 8 != 0) {
                return -1;
            }
            byte b = (byte) ch;
            for (; i >= 0; i--) {
                if (v[i] == b) {
                    return i;
                }
            }
        } else if (ch >>> 16 == 0) {
            for (; i >= 0; i--) {
                if (get(v, i) == ch) {
                    return i;
                }
            }
        } else if (Character.isValidCodePoint(ch)) {
            char high = Character.highSurrogate(ch);
            char low = Character.lowSurrogate(ch);
            for (i = i < len - 2 ? i : len - 2; i >= 0; i--) {
                if (get(v, i) == high && get(v, i + 1) == low) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The first index at or after {@code from} where the {@code m} characters of {@code w} stand in the {@code n} of {@code v}. */
    static int indexOf(byte[] v, byte coder, int n, byte[] w, byte wcoder, int m, int from) {
        if (from < 0) {
            from = 0;
        }
        if (from >= n) {
            return m == 0 ? n : -1;
        }
        if (m == 0) {
            return from;
        }
        int last = n - m;
        if (coder == 0) {
            if (wcoder != 0) {
                return -1;
            }
            byte first = w[0];
            for (int i = from; i <= last; i++) {
                if (v[i] == first) {
                    int k = 1;
                    while (k < m && v[i + k] == w[k]) {
                        k++;
                    }
                    if (k == m) {
                        return i;
                    }
                }
            }
            return -1;
        }
        char first = charAt(w, wcoder, 0);
        for (int i = from; i <= last; i++) {
            if (get(v, i) == first) {
                int k = 1;
                while (k < m && get(v, i + k) == charAt(w, wcoder, k)) {
                    k++;
                }
                if (k == m) {
                    return i;
                }
            }
        }
        return -1;
    }

    static int lastIndexOf(byte[] v, byte coder, int n, byte[] w, byte wcoder, int m, int from) {
        int i = from < n - m ? from : n - m;
        if (i < 0) {
            return -1;
        }
        if (m == 0) {
            return i;
        }
        if (coder == 0 && wcoder != 0) {
            return -1;
        }
        char first = charAt(w, wcoder, 0);
        for (; i >= 0; i--) {
            if (charAt(v, coder, i) == first) {
                int k = 1;
                while (k < m && charAt(v, coder, i + k) == charAt(w, wcoder, k)) {
                    k++;
                }
                if (k == m) {
                    return i;
                }
            }
        }
        return -1;
    }

    static boolean regionEquals(byte[] v, byte coder, int i, byte[] w, byte wcoder, int j, int len) {
        if (coder == wcoder) {
            i <<= coder;
            j <<= coder;
            for (int end = i + (len << coder); i < end; i++, j++) {
                if (v[i] != w[j]) {
                    return false;
                }
            }
            return true;
        }
        for (; len > 0; len--) {
            if (charAt(v, coder, i++) != charAt(w, wcoder, j++)) {
                return false;
            }
        }
        return true;
    }

    static int compare(byte[] v, byte coder, int n, byte[] w, byte wcoder, int m) {
        int lim = n < m ? n : m;
        if (coder == 0 && wcoder == 0) {
            for (int i = 0; i < lim; i++) {
                if (v[i] != w[i]) {
                    return (v[i] & 0xff) - (w[i] & 0xff);
                }
            }
        } else {
            for (int i = 0; i < lim; i++) {
                char a = charAt(v, coder, i);
                char b = charAt(w, wcoder, i);
                if (a != b) {
                    return a - b;
                }
            }
        }
        return n - m;
    }
}
