package java.util.regex;

/** A set of code points that one position of the input is tested against. What is Latin-1 is told by a table. */
abstract class CharSet {
    private long[] bits;

    /** Asks for any code point, without the table. */
    abstract boolean test(int c);

    final boolean has(int c) {
        return c < 256 ? (bits()[c >> 6] >>> c & 1) != 0 : test(c);
    }

    /** The first 256 code points, 64 to an element. */
    final long[] bits() {
        long[] b = bits;
        if (b == null) {
            b = table();
            bits = b;
        }
        return b;
    }

    long[] table() {
        long[] b = new long[4];
        for (int c = 0; c < 256; c++) {
            if (test(c)) {
                b[c >> 6] |= 1L << c;
            }
        }
        return b;
    }

    /** A set whose members outside Latin-1 are all others or none. */
    private static final class Latin extends CharSet {
        private final long[] low;
        private final boolean rest;

        Latin(long[] low, boolean rest) {
            this.low = low;
            this.rest = rest;
        }

        @Override
        long[] table() {
            return low;
        }

        @Override
        boolean test(int c) {
            return c < 256 ? (low[c >> 6] >>> c & 1) != 0 : rest;
        }
    }

    CharSet not() {
        CharSet me = this;
        long[] a = bits();
        long[] b = {~a[0], ~a[1], ~a[2], ~a[3]};
        if (me instanceof Latin) {
            return new Latin(b, !((Latin) me).rest);
        }
        return new CharSet() {
            @Override
            long[] table() {
                return b;
            }

            @Override
            boolean test(int c) {
                return !me.has(c);
            }
        };
    }

    CharSet or(CharSet other) {
        CharSet me = this;
        long[] a = bits();
        long[] b = other.bits();
        long[] both = {a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3]};
        if (me instanceof Latin && other instanceof Latin) {
            return new Latin(both, ((Latin) me).rest | ((Latin) other).rest);
        }
        return new CharSet() {
            @Override
            long[] table() {
                return both;
            }

            @Override
            boolean test(int c) {
                return me.has(c) || other.has(c);
            }
        };
    }

    CharSet and(CharSet other) {
        CharSet me = this;
        long[] a = bits();
        long[] b = other.bits();
        long[] both = {a[0] & b[0], a[1] & b[1], a[2] & b[2], a[3] & b[3]};
        if (me instanceof Latin && other instanceof Latin) {
            return new Latin(both, ((Latin) me).rest & ((Latin) other).rest);
        }
        return new CharSet() {
            @Override
            long[] table() {
                return both;
            }

            @Override
            boolean test(int c) {
                return me.has(c) && other.has(c);
            }
        };
    }

    static CharSet one(int wanted) {
        return range(wanted, wanted);
    }

    static CharSet range(int low, int high) {
        long[] b = new long[4];
        for (int c = low; c <= high && c < 256; c++) {
            b[c >> 6] |= 1L << c;
        }
        if (high < 256) {
            return new Latin(b, false);
        }
        return new CharSet() {
            @Override
            long[] table() {
                return b;
            }

            @Override
            boolean test(int c) {
                return low <= c && c <= high;
            }
        };
    }

    /** Any of the characters of a text. */
    static CharSet of(String chars) {
        long[] b = new long[4];
        boolean wide = false;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (c < 256) {
                b[c >> 6] |= 1L << c;
            } else {
                wide = true;
            }
        }
        if (!wide) {
            return new Latin(b, false);
        }
        return new CharSet() {
            @Override
            long[] table() {
                return b;
            }

            @Override
            boolean test(int c) {
                return chars.indexOf(c) >= 0;
            }
        };
    }

    /** One character and those that Unicode's simple case mappings lead to the same; itself alone where it has no cases. */
    static CharSet oneAnyCase(int wanted) {
        int up = Character.toUpperCase(wanted);
        int low = Character.toLowerCase(up);
        if (up == low) {
            return one(wanted);
        }
        return new CharSet() {
            @Override
            boolean test(int c) {
                return c == low || Character.toLowerCase(Character.toUpperCase(c)) == low;
            }
        };
    }

    /** Without regard to case: of ASCII letters, or by Unicode's simple case mappings. */
    static CharSet anyCase(CharSet set, boolean unicode) {
        if (!unicode) {
            long[] b = set.bits().clone();
            long letters = (b[1] | b[1] >>> 32) & 0x7fffffe;
            b[1] |= letters | letters << 32;
            if (set instanceof Latin) {
                return new Latin(b, ((Latin) set).rest);
            }
            return new CharSet() {
                @Override
                long[] table() {
                    return b;
                }

                @Override
                boolean test(int c) {
                    return set.has(c);
                }
            };
        }
        return new CharSet() {
            @Override
            boolean test(int c) {
                if (set.has(c)) {
                    return true;
                }
                int up = Character.toUpperCase(c);
                return set.has(up) || set.has(Character.toLowerCase(up));
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

    static final CharSet ALL = new Latin(new long[] {-1, -1, -1, -1}, true);

    static boolean isLineEnd(int c, boolean unixLines) {
        return c == '\n' || !unixLines && (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029);
    }

    private static final CharSet DOT = new CharSet() {
        @Override
        boolean test(int c) {
            return !isLineEnd(c, false);
        }
    };
    private static final CharSet UNIX_DOT = one('\n').not();

    static CharSet dot(boolean unixLines) {
        return unixLines ? UNIX_DOT : DOT;
    }

    static final CharSet DIGIT = range('0', '9');
    static final CharSet SPACE = of(" \t\n\u000B\f\r");
    static final CharSet WORD = range('a', 'z').or(range('A', 'Z')).or(DIGIT).or(one('_'));
    static final CharSet HORIZONTAL = of(" \t\u00A0\u1680\u180e\u202f\u205f\u3000").or(range(0x2000, 0x200a));
    static final CharSet VERTICAL = of("\n\u000B\f\r\u0085\u2028\u2029");

    static final CharSet UNICODE_WORD = new CharSet() {
        @Override
        boolean test(int c) {
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
        boolean test(int c) {
            int t = Character.getType(c);
            return t == Character.SPACE_SEPARATOR || t == Character.LINE_SEPARATOR || t == Character.PARAGRAPH_SEPARATOR
                    || c >= 9 && c <= 13 || c == 0x85;
        }
    };
}
