package java.lang;

/**
 * Properties of code points. A packed property holds: general category (bits 0-4), directionality plus 1 (5-9),
 * mirrored (10), other lower case (11), other upper case (12), other alphabetic (13), ideographic (14).
 */
final class UnicodeData {
    static final int MIRRORED = 1 << 10;
    static final int OTHER_LOWER = 1 << 11;
    static final int OTHER_UPPER = 1 << 12;
    static final int OTHER_ALPHABETIC = 1 << 13;
    static final int IDEOGRAPHIC = 1 << 14;

    private static final char[] PROPERTIES = UnicodeTables.PROPERTIES.toCharArray();
    private static final int[] STARTS = new int[UnicodeTables.RUNS.length() / 2];
    private static final byte[] VALUES = new byte[STARTS.length];
    // Filled when a code point of the block is first asked for.
    private static final byte[][] BLOCKS = new byte[0x1100][];

    static {
        String runs = UnicodeTables.RUNS;
        int at = 0;
        for (int i = 0; i < STARTS.length; i++) {
            STARTS[i] = at;
            VALUES[i] = (byte) (runs.charAt(2 * i) - 1);
            at += runs.charAt(2 * i + 1);
        }
    }

    private UnicodeData() {
    }

    static int properties(int c) {
        if (c >>> 8 == 0) {
            return Latin1Data.PROPERTIES[c];
        }
        if (c >>> 16 > 16) {
            return 0;
        }
        byte[] block = BLOCKS[c >> 8];
        if (block == null) {
            block = block(c >> 8);
        }
        return PROPERTIES[block[c & 0xff]];
    }

    private static byte[] block(int number) {
        byte[] block = new byte[256];
        int c = number << 8;
        int run = search(STARTS, c);
        for (int i = 0; i < 256; i++, c++) {
            if (run + 1 < STARTS.length && STARTS[run + 1] <= c) {
                run++;
            }
            block[i] = VALUES[run];
        }
        return BLOCKS[number] = block;
    }

    /** The index of the last start that is not above a code point, or -1. */
    private static int search(int[] starts, int c) {
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= c) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** The value of a decimal digit: they come in rows of ten. */
    static int decimal(int c) {
        return (c - STARTS[search(STARTS, c)]) % 10;
    }

    /** A table of runs: start, count, something that says how the run goes on, number. */
    private static final class Runs {
        private final int[] starts;
        private final String table;
        private final int stepAt;
        private final int numberAt;

        Runs(String table, int stepAt, int numberAt) {
            this.table = table;
            this.stepAt = stepAt;
            this.numberAt = numberAt;
            starts = new int[table.length() / 6];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = table.charAt(6 * i) << 16 | table.charAt(6 * i + 1);
            }
        }

        int find(int c) {
            return search(starts, c);
        }

        int start(int run) {
            return starts[run];
        }

        int count(int run) {
            return table.charAt(6 * run + 2);
        }

        int step(int run) {
            return table.charAt(6 * run + stepAt);
        }

        int number(int run) {
            return table.charAt(6 * run + numberAt) << 16 | table.charAt(6 * run + numberAt + 1);
        }

        /** What a case mapping adds to a code point. */
        int delta(int c) {
            int run = find(c);
            if (run < 0) {
                return 0;
            }
            int away = c - starts[run];
            int stride = step(run);
            return away <= (count(run) - 1) * stride && away % stride == 0 ? number(run) : 0;
        }
    }

    private static final class Upper {
        static final Runs RUNS = new Runs(UnicodeTables.TO_UPPER, 3, 4);
    }

    private static final class Lower {
        static final Runs RUNS = new Runs(UnicodeTables.TO_LOWER, 3, 4);
    }

    private static final class Title {
        static final Runs RUNS = new Runs(UnicodeTables.TO_TITLE, 3, 4);
    }

    private static final class Numeric {
        static final Runs RUNS = new Runs(UnicodeTables.NUMERIC, 5, 3);
    }

    static int toUpper(int c) {
        return c + Upper.RUNS.delta(c);
    }

    static int toLower(int c) {
        return c + Lower.RUNS.delta(c);
    }

    static int toTitle(int c) {
        int delta = Title.RUNS.delta(c);
        // This number stands for a letter that is its own title case but not its own upper case.
        return delta == 0 ? toUpper(c) : delta == 0x7ffffff ? c : c + delta;
    }

    /** The value of a number that is no decimal digit: -1 none, -2 no integer. */
    static int numeric(int c) {
        Runs runs = Numeric.RUNS;
        int run = runs.find(c);
        if (run < 0 || c - runs.start(run) >= runs.count(run)) {
            return -1;
        }
        return runs.number(run) + (c - runs.start(run)) * runs.step(run);
    }
}
