package java.lang;

/** Upper and lower case of whole strings, and comparison that ignores it. */
final class StringCase {
    private static final int DOT_ABOVE = 0x307;

    private StringCase() {
    }

    /** Characters that become several in upper case: each, the number of those, those. */
    private static final class Expansions {
        private static final String TABLE =
                "\u01492\u02bcN\u01f02J\u030c\u03903\u0399\u0308\u0301\u03b03\u03a5\u0308\u0301"
                + "\u05872\u0535\u0552\u1e962H\u0331\u1e972T\u0308\u1e982W\u030a"
                + "\u1e992Y\u030a\u1e9a2A\u02be\u1f502\u03a5\u0313\u1f523\u03a5\u0313\u0300"
                + "\u1f543\u03a5\u0313\u0301\u1f563\u03a5\u0313\u0342\u1f802\u1f08\u0399\u1f812\u1f09\u0399"
                + "\u1f822\u1f0a\u0399\u1f832\u1f0b\u0399\u1f842\u1f0c\u0399\u1f852\u1f0d\u0399"
                + "\u1f862\u1f0e\u0399\u1f872\u1f0f\u0399\u1f882\u1f08\u0399\u1f892\u1f09\u0399"
                + "\u1f8a2\u1f0a\u0399\u1f8b2\u1f0b\u0399\u1f8c2\u1f0c\u0399\u1f8d2\u1f0d\u0399"
                + "\u1f8e2\u1f0e\u0399\u1f8f2\u1f0f\u0399\u1f902\u1f28\u0399\u1f912\u1f29\u0399"
                + "\u1f922\u1f2a\u0399\u1f932\u1f2b\u0399\u1f942\u1f2c\u0399\u1f952\u1f2d\u0399"
                + "\u1f962\u1f2e\u0399\u1f972\u1f2f\u0399\u1f982\u1f28\u0399\u1f992\u1f29\u0399"
                + "\u1f9a2\u1f2a\u0399\u1f9b2\u1f2b\u0399\u1f9c2\u1f2c\u0399\u1f9d2\u1f2d\u0399"
                + "\u1f9e2\u1f2e\u0399\u1f9f2\u1f2f\u0399\u1fa02\u1f68\u0399\u1fa12\u1f69\u0399"
                + "\u1fa22\u1f6a\u0399\u1fa32\u1f6b\u0399\u1fa42\u1f6c\u0399\u1fa52\u1f6d\u0399"
                + "\u1fa62\u1f6e\u0399\u1fa72\u1f6f\u0399\u1fa82\u1f68\u0399\u1fa92\u1f69\u0399"
                + "\u1faa2\u1f6a\u0399\u1fab2\u1f6b\u0399\u1fac2\u1f6c\u0399\u1fad2\u1f6d\u0399"
                + "\u1fae2\u1f6e\u0399\u1faf2\u1f6f\u0399\u1fb22\u1fba\u0399\u1fb32\u0391\u0399"
                + "\u1fb42\u0386\u0399\u1fb62\u0391\u0342\u1fb73\u0391\u0342\u0399\u1fbc2\u0391\u0399"
                + "\u1fc22\u1fca\u0399\u1fc32\u0397\u0399\u1fc42\u0389\u0399\u1fc62\u0397\u0342"
                + "\u1fc73\u0397\u0342\u0399\u1fcc2\u0397\u0399\u1fd23\u0399\u0308\u0300\u1fd33\u0399\u0308\u0301"
                + "\u1fd62\u0399\u0342\u1fd73\u0399\u0308\u0342\u1fe23\u03a5\u0308\u0300\u1fe33\u03a5\u0308\u0301"
                + "\u1fe42\u03a1\u0313\u1fe62\u03a5\u0342\u1fe73\u03a5\u0308\u0342\u1ff22\u1ffa\u0399"
                + "\u1ff32\u03a9\u0399\u1ff42\u038f\u0399\u1ff62\u03a9\u0342\u1ff73\u03a9\u0342\u0399"
                + "\u1ffc2\u03a9\u0399\ufb002FF\ufb012FI\ufb022FL"
                + "\ufb033FFI\ufb043FFL\ufb052ST\ufb062ST"
                + "\ufb132\u0544\u0546\ufb142\u0544\u0535\ufb152\u0544\u053b\ufb162\u054e\u0546"
                + "\ufb172\u0544\u053d";

        static String upper(char c) {
            for (int i = 0; i < TABLE.length(); i += 2 + TABLE.charAt(i + 1) - '0') {
                if (TABLE.charAt(i) == c) {
                    return TABLE.substring(i + 2, i + 2 + TABLE.charAt(i + 1) - '0');
                }
            }
            return null;
        }
    }

    /** Lower-cases a Latin-1 character. */
    private static int lower(int c) {
        return c >= 'A' && c <= 'Z' || c >= 0xc0 && c <= 0xde && c != 0xd7 ? c + 32 : c;
    }

    private static boolean isSpecial(String lang) {
        if (lang.length() != 2) {
            return false;
        }
        char first = lang.charAt(0);
        return lang.charAt(1) == (first == 't' ? 'r' : first == 'a' ? 'z' : first == 'l' ? 't' : 0);
    }

    static String toLowerCase(String s, String lang) {
        byte[] v = s.value();
        boolean special = isSpecial(lang);
        if (s.coder() == String.LATIN1 && !special) {
            int i = 0;
            while (i < v.length && lower(v[i] & 0xff) == (v[i] & 0xff)) {
                i++;
            }
            if (i == v.length) {
                return s;
            }
            byte[] r = v.clone();
            for (; i < r.length && r[i] >= 0; i++) {
                // 32 for a letter, without a branch.
                r[i] ^= (char) (r[i] - 'A') - 26 >> 31 & 32;
            }
            for (; i < r.length; i++) {
                r[i] = (byte) lower(r[i] & 0xff);
            }
            return new String(r, String.LATIN1);
        }
        int n = s.length();
        StringBuilder sb = new StringBuilder(n);
        boolean changed = false;
        for (int i = 0; i < n;) {
            int c = s.codePointAt(i);
            int size = Character.charCount(c);
            String whole = special ? lowerSpecial(s, i, c, lang) : null;
            if (whole == null && c == 0x130) {
                whole = "i\u0307";
            }
            if (whole != null) {
                sb.append(whole);
                changed = true;
            } else {
                int l = c == 0x3a3 ? isFinal(s, i) ? 0x3c2 : 0x3c3 : Character.toLowerCase(c);
                sb.appendCodePoint(l);
                changed |= l != c;
            }
            i += size;
        }
        return changed ? sb.toString() : s;
    }

    static String toUpperCase(String s, String lang) {
        byte[] v = s.value();
        boolean special = isSpecial(lang);
        if (s.coder() == String.LATIN1 && !special) {
            int i = 0;
            while (i < v.length && (char) (v[i] - 'a') >= 26 && v[i] >= 0) {
                i++;
            }
            if (i == v.length) {
                return s;
            }
            byte[] r = v.clone();
            // The first is a small letter or none of ASCII.
            boolean changed = v[i] >= 0;
            for (; i < r.length && r[i] >= 0; i++) {
                // 32 for a letter, without a branch.
                r[i] ^= (char) (r[i] - 'a') - 26 >> 31 & 32;
            }
            for (; i < r.length; i++) {
                int c = r[i];
                if ((char) (c - 'a') < 26) {
                    r[i] = (byte) (c - 32);
                    changed = true;
                } else if (c < 0) {
                    c &= 0xff;
                    if (c == 0xb5 || c == 0xdf || c == 0xff) {
                        break;
                    }
                    if (c >= 0xe0 && c != 0xf7) {
                        r[i] = (byte) (c - 32);
                        changed = true;
                    }
                }
            }
            if (i == r.length) {
                return changed ? new String(r, String.LATIN1) : s;
            }
        }
        int n = s.length();
        StringBuilder sb = new StringBuilder(n);
        boolean changed = false;
        for (int i = 0; i < n;) {
            int c = s.codePointAt(i);
            String whole = special ? upperSpecial(s, i, c, lang) : null;
            if (whole == null && c == 0xdf) {
                whole = "SS";
            } else if (whole == null && c >= 0x149 && c <= 0xffff) {
                whole = c <= 0x587 && c != 0x149 && c != 0x1f0 && c != 0x390 && c != 0x3b0 && c != 0x587
                        || c > 0x587 && c < 0x1e96 || c > 0x1fff && c < 0xfb00 || c > 0xfb17 ? null
                        : Expansions.upper((char) c);
            }
            if (whole != null) {
                sb.append(whole);
                changed = true;
            } else {
                int u = Character.toUpperCase(c);
                sb.appendCodePoint(u);
                changed |= u != c;
            }
            i += Character.charCount(c);
        }
        return changed ? sb.toString() : s;
    }

    /** What Turkish, Azeri and Lithuanian say otherwise; null when they don't. */
    private static String lowerSpecial(String s, int i, int c, String lang) {
        if (lang.equals("lt")) {
            switch (c) {
                case 'I':
                    return moreAbove(s, i) ? "i\u0307" : null;
                case 'J':
                    return moreAbove(s, i) ? "j\u0307" : null;
                case 0x12e:
                    return moreAbove(s, i) ? "\u012f\u0307" : null;
                case 0xcc:
                    return "i\u0307\u0300";
                case 0xcd:
                    return "i\u0307\u0301";
                case 0x128:
                    return "i\u0307\u0303";
                default:
                    return null;
            }
        }
        if (c == 0x130) {
            return "i";
        }
        if (c == 'I') {
            return beforeDot(s, i) ? "i" : "\u0131";
        }
        return c == DOT_ABOVE && afterI(s, i) ? "" : null;
    }

    private static String upperSpecial(String s, int i, int c, String lang) {
        if (lang.equals("lt")) {
            return c == DOT_ABOVE && afterSoftDotted(s, i) ? "" : null;
        }
        return c == 'i' ? "\u0130" : null;
    }

    // Canonical combining class 230 is what stands above: of the marks that these languages use, those up to U+0314
    // and a few more; 0 is what is no mark at all.
    private static boolean isAbove(int c) {
        return c >= 0x300 && c <= 0x314 || c >= 0x33d && c <= 0x344 || c == 0x346 || c >= 0x34a && c <= 0x34c
                || c >= 0x350 && c <= 0x352 || c == 0x357 || c == 0x35b || c >= 0x363 && c <= 0x36f
                || c >= 0x483 && c <= 0x487 || c >= 0x1dc0 && c <= 0x1dc1 || c >= 0x20d0 && c <= 0x20d1;
    }

    private static boolean isMark(int c) {
        int t = Character.getType(c);
        return t == Character.NON_SPACING_MARK || t == Character.ENCLOSING_MARK;
    }

    private static boolean moreAbove(String s, int i) {
        for (int k = i + 1; k < s.length();) {
            int c = s.codePointAt(k);
            if (isAbove(c)) {
                return true;
            }
            if (!isMark(c)) {
                return false;
            }
            k += Character.charCount(c);
        }
        return false;
    }

    private static boolean beforeDot(String s, int i) {
        for (int k = i + 1; k < s.length();) {
            int c = s.codePointAt(k);
            if (c == DOT_ABOVE) {
                return true;
            }
            if (!isMark(c) || isAbove(c)) {
                return false;
            }
            k += Character.charCount(c);
        }
        return false;
    }

    /** The base character that a mark belongs to with no other mark above between them, or -1. */
    private static int baseBefore(String s, int i) {
        while (i > 0) {
            int c = s.codePointBefore(i);
            if (!isMark(c)) {
                return c;
            }
            if (isAbove(c)) {
                return -1;
            }
            i -= Character.charCount(c);
        }
        return -1;
    }

    private static boolean afterI(String s, int i) {
        return baseBefore(s, i) == 'I';
    }

    private static boolean afterSoftDotted(String s, int i) {
        switch (baseBefore(s, i)) {
            case 'i':
            case 'j':
            case 0x12f:
            case 0x268:
            case 0x1e2d:
            case 0x1ecb:
                return true;
            default:
                return false;
        }
    }

    private static boolean isCased(int c) {
        int t = Character.getType(c);
        return t == Character.UPPERCASE_LETTER || t == Character.LOWERCASE_LETTER || t == Character.TITLECASE_LETTER
                || c >= 0x2b0 && c <= 0x2b8 || c == 0x2c0 || c == 0x2c1 || c >= 0x2e0 && c <= 0x2e4 || c == 0x37a
                || c >= 0x1d2c && c <= 0x1d61 || c >= 0x2160 && c <= 0x217f || c >= 0x24b6 && c <= 0x24e9;
    }

    /** Whether a word goes on over the character at {@code i}. */
    private static boolean isInside(String s, int i) {
        int c = s.codePointAt(i);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK:
            case Character.ENCLOSING_MARK:
            case Character.COMBINING_SPACING_MARK:
            case Character.FORMAT:
            case Character.CONNECTOR_PUNCTUATION:
                return true;
            default:
                return (c == '\'' || c == '"' || c == '-' || c == '.' || c == 0xb7 || c == 0x2019) && i > 0
                        && i + 1 < s.length() && Character.isLetter(s.codePointBefore(i))
                        && Character.isLetter(s.codePointAt(i + 1));
        }
    }

    /** Whether a sigma stands at the end of a word, after something that has case. */
    private static boolean isFinal(String s, int i) {
        boolean cased = false;
        for (int k = i; k > 0 && !cased;) {
            int c = s.codePointBefore(k);
            cased = isCased(c);
            k -= Character.charCount(c);
            if (!cased && !isInside(s, k)) {
                break;
            }
        }
        if (!cased) {
            return false;
        }
        for (int k = i + 1; k < s.length();) {
            int c = s.codePointAt(k);
            if (isCased(c)) {
                return false;
            }
            if (!isInside(s, k)) {
                return true;
            }
            k += Character.charCount(c);
        }
        return true;
    }

    /** Whether two Latin-1 characters that differ are the two cases of a letter. */
    private static boolean sameLetter(int a, int b) {
        int c = a | 0x20;
        return (a ^ b) == 0x20 && (c >= 'a' && c <= 'z' || c >= 0xe0 && c < 0xff && c != 0xf7);
    }

    private static int fold(int c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    static boolean regionEquals(byte[] v, byte coder, int i, byte[] w, byte wcoder, int j, int len) {
        int end = i + len;
        int wend = j + len;
        if (coder == 0 && wcoder == 0) {
            for (; i < end; i++, j++) {
                if (v[i] != w[j] && !sameLetter(v[i] & 0xff, w[j] & 0xff)) {
                    return false;
                }
            }
            return true;
        }
        while (i < end) {
            int a = Utf16.codePointAt(v, coder, i, end);
            int b = Utf16.codePointAt(w, wcoder, j, wend);
            if (a != b && fold(a) != fold(b)) {
                return false;
            }
            int size = Character.charCount(a);
            if (size != Character.charCount(b)) {
                return false;
            }
            i += size;
            j += size;
        }
        return true;
    }

    static int compareIgnoreCase(byte[] v, byte coder, byte[] w, byte wcoder) {
        int n = v.length >> coder;
        int m = w.length >> wcoder;
        int i = 0;
        int j = 0;
        if (coder != wcoder) {
            for (; i < n && i < m; i++) {
                int a = Utf16.charAt(v, coder, i);
                int b = Utf16.charAt(w, wcoder, i);
                if (a != b && fold(a) != fold(b)) {
                    return fold(a) - fold(b);
                }
            }
            return n - m;
        }
        if (coder == 0) {
            for (; i < n && i < m; i++) {
                if (v[i] != w[i] && !sameLetter(v[i] & 0xff, w[i] & 0xff)) {
                    return fold(v[i] & 0xff) - fold(w[i] & 0xff);
                }
            }
            return n - m;
        }
        while (i < n && j < m) {
            int a = Utf16.codePointAt(v, coder, i, n);
            int b = Utf16.codePointAt(w, wcoder, j, m);
            if (a != b) {
                int x = fold(a);
                int y = fold(b);
                if (x != y) {
                    return x - y;
                }
            }
            i += Character.charCount(a);
            j += Character.charCount(b);
        }
        return n - m;
    }
}
