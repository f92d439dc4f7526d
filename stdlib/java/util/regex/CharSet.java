package java.util.regex;

/** A set of code points that one position of the input is tested against. */
abstract class CharSet {
    abstract boolean has(int c);

    CharSet not() {
        CharSet me = this;
        return new CharSet() {
            @Override
            boolean has(int c) {
                return !me.has(c);
            }
        };
    }

    CharSet or(CharSet other) {
        CharSet me = this;
        return new CharSet() {
            @Override
            boolean has(int c) {
                return me.has(c) || other.has(c);
            }
        };
    }

    CharSet and(CharSet other) {
        CharSet me = this;
        return new CharSet() {
            @Override
            boolean has(int c) {
                return me.has(c) && other.has(c);
            }
        };
    }

    static CharSet one(int wanted) {
        return new CharSet() {
            @Override
            boolean has(int c) {
                return c == wanted;
            }
        };
    }

    static CharSet range(int low, int high) {
        return new CharSet() {
            @Override
            boolean has(int c) {
                return low <= c && c <= high;
            }
        };
    }

    /** Any of the characters of a text. */
    static CharSet of(String chars) {
        return new CharSet() {
            @Override
            boolean has(int c) {
                return chars.indexOf(c) >= 0;
            }
        };
    }

    /** Without regard to case: of ASCII letters, or by Unicode's simple case mappings. */
    static CharSet anyCase(CharSet set, boolean unicode) {
        return new CharSet() {
            @Override
            boolean has(int c) {
                if (set.has(c)) {
                    return true;
                }
                if (unicode) {
                    int up = Character.toUpperCase(c);
                    return set.has(up) || set.has(Character.toLowerCase(up)) || set.has(Character.toLowerCase(c));
                }
                return c >= 'a' && c <= 'z' ? set.has(c - 32) : c >= 'A' && c <= 'Z' && set.has(c + 32);
            }
        };
    }

    static boolean equalAnyCase(int a, int b, boolean unicode) {
        if (a == b) {
            return true;
        }
        if (unicode) {
            int x = Character.toUpperCase(a);
            int y = Character.toUpperCase(b);
            return x == y || Character.toLowerCase(x) == Character.toLowerCase(y);
        }
        return a < 128 && b < 128 && Character.toLowerCase(a) == Character.toLowerCase(b);
    }

    /** The same set, with the answers for Latin-1 kept in a table. */
    static CharSet fast(CharSet set) {
        long[] bits = new long[4];
        for (int c = 0; c < 256; c++) {
            if (set.has(c)) {
                bits[c >> 6] |= 1L << c;
            }
        }
        return new CharSet() {
            @Override
            boolean has(int c) {
                return c < 256 ? (bits[c >> 6] >>> c & 1) != 0 : set.has(c);
            }
        };
    }

    static final CharSet ALL = new CharSet() {
        @Override
        boolean has(int c) {
            return true;
        }
    };

    static boolean isLineEnd(int c, boolean unixLines) {
        return c == '\n' || !unixLines && (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029);
    }

    static CharSet dot(boolean unixLines) {
        return new CharSet() {
            @Override
            boolean has(int c) {
                return !isLineEnd(c, unixLines);
            }
        };
    }

    static final CharSet DIGIT = range('0', '9');
    static final CharSet SPACE = of(" \t\n\u000B\f\r");
    static final CharSet WORD = range('a', 'z').or(range('A', 'Z')).or(DIGIT).or(one('_'));
    static final CharSet HORIZONTAL = of(" \t\u00A0\u1680\u180e\u202f\u205f\u3000").or(range(0x2000, 0x200a));
    static final CharSet VERTICAL = of("\n\u000B\f\r\u0085\u2028\u2029");

    static final CharSet UNICODE_WORD = new CharSet() {
        @Override
        boolean has(int c) {
            if (Character.isAlphabetic(c)) {
                return true;
            }
            int t = Character.getType(c);
            return t == Character.NON_SPACING_MARK || t == Character.ENCLOSING_MARK || t == Character.COMBINING_SPACING_MARK
                    || t == Character.DECIMAL_DIGIT_NUMBER || t == Character.CONNECTOR_PUNCTUATION || c == 0x200c || c == 0x200d;
        }
    };

    static final CharSet UNICODE_SPACE = new CharSet() {
        @Override
        boolean has(int c) {
            int t = Character.getType(c);
            return t == Character.SPACE_SEPARATOR || t == Character.LINE_SEPARATOR || t == Character.PARAGRAPH_SEPARATOR
                    || c >= 9 && c <= 13 || c == 0x85;
        }
    };
}
