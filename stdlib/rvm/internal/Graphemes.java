package rvm.internal;

/** Where what a reader takes for one character ends (Unicode annex 29, extended grapheme clusters). */
public final class Graphemes {
    private static final int ZWJ = 0x200d;

    private Graphemes() {
    }

    private static boolean isRegional(int c) {
        return c >= 0x1f1e6 && c <= 0x1f1ff;
    }

    /** Marks that extend what stands before them. */
    private static boolean extend(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200c || c >= 0x1f3fb && c <= 0x1f3ff
                || c == 0xff9e || c == 0xff9f || c >= 0xe0020 && c <= 0xe007f;
    }

    private static boolean control(int c) {
        if (c == 0x200c || c == ZWJ) {
            return false;
        }
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
                return true;
            case Character.FORMAT:
                return !prepend(c) && (c < 0xe0020 || c > 0xe007f);
            default:
                return false;
        }
    }

    private static boolean prepend(int c) {
        return c >= 0x600 && c <= 0x605 || c == 0x6dd || c == 0x70f || c == 0x8e2 || c == 0x110bd || c == 0x110cd;
    }

    private static boolean pictographic(int c) {
        if (c < 0x2000) {
            return c == 0xa9 || c == 0xae;
        }
        if (c >= 0x1f000) {
            return c <= 0x1faff && !isRegional(c) && (c < 0x1f3fb || c > 0x1f3ff) && (c < 0x1f110 || c > 0x1f16b || c == 0x1f12f);
        }
        return c == 0x203c || c == 0x2049 || c == 0x2122 || c == 0x2139 || c >= 0x2194 && c <= 0x2199 || c == 0x21a9 || c == 0x21aa
                || c == 0x231a || c == 0x231b || c == 0x2328 || c == 0x2388 || c == 0x23cf || c >= 0x23e9 && c <= 0x23f3
                || c >= 0x23f8 && c <= 0x23fa || c == 0x24c2 || c == 0x25aa || c == 0x25ab || c == 0x25b6 || c == 0x25c0
                || c >= 0x25fb && c <= 0x25fe || c >= 0x2600 && c <= 0x27bf && (c < 0x2768 || c > 0x2793) && c != 0x2606
                || c == 0x2934 || c == 0x2935 || c >= 0x2b05 && c <= 0x2b07 || c == 0x2b1b || c == 0x2b1c || c == 0x2b50
                || c == 0x2b55 || c == 0x3030 || c == 0x303d || c == 0x3297 || c == 0x3299;
    }

    /** Parts of a Hangul syllable: 1 leading, 2 vowel, 3 trailing, 4 a syllable without a trailing part, 5 one with; 0 for others. */
    private static int hangul(int c) {
        if (c >= 0x1100 && c <= 0x115f || c >= 0xa960 && c <= 0xa97c) {
            return 1;
        }
        if (c >= 0x1160 && c <= 0x11a7 || c >= 0xd7b0 && c <= 0xd7c6) {
            return 2;
        }
        if (c >= 0x11a8 && c <= 0x11ff || c >= 0xd7cb && c <= 0xd7fb) {
            return 3;
        }
        if (c >= 0xac00 && c <= 0xd7a3) {
            return (c - 0xac00) % 28 == 0 ? 4 : 5;
        }
        return 0;
    }

    private static boolean joined(int a, int b) {
        int x = hangul(a);
        int y = hangul(b);
        return x == 1 && (y == 1 || y == 2 || y == 4 || y == 5) || (x == 2 || x == 4) && (y == 2 || y == 3) || (x == 3 || x == 5) && y == 3;
    }

    /** The end of the cluster that begins at an index below the limit. */
    public static int next(CharSequence text, int from, int limit) {
        int c = Character.codePointAt(text, from);
        int i = from + Character.charCount(c);
        boolean picture = pictographic(c);
        boolean flag = isRegional(c);
        while (i < limit) {
            int d = Character.codePointAt(text, i);
            boolean goesOn;
            if (c == '\r' && d == '\n') {
                goesOn = true;
            } else if (control(c) || control(d)) {
                goesOn = false;
            } else if (extend(d) || d == ZWJ || Character.getType(d) == Character.COMBINING_SPACING_MARK || prepend(c)) {
                goesOn = true;
            } else if (flag && isRegional(c) && isRegional(d)) {
                goesOn = true;
                flag = false;
            } else {
                goesOn = joined(c, d) || picture && c == ZWJ && pictographic(d);
            }
            if (!goesOn) {
                break;
            }
            picture = picture && (extend(d) || d == ZWJ || c == ZWJ && pictographic(d)) || prepend(c) && pictographic(d);
            c = d;
            i += Character.charCount(d);
        }
        return Math.min(i, limit);
    }

    /** Whether no cluster goes across an index, looked at from a start that is a boundary. */
    public static boolean isBoundary(CharSequence text, int start, int at, int limit) {
        int i = start;
        while (i < at) {
            i = next(text, i, limit);
        }
        return i == at;
    }
}
