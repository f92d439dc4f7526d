package java.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;

/** Compares by rules: letters first, then accents, then case. */
public class RuleBasedCollator extends Collator {
    /** What is not letters, in order: ignored at first, then signs, then digits. */
    private static final String IGNORED = " \u00a0\r\t\n\f\u000b\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0304\u0337\u0327\u0328\u0323-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private static final String SIGNS = "_\u00af,;:!\u00a1?\u00bf/.\u00b4`^\u00a8~\u00b7\u00b8'\"\u00ab\u00bb()[]{}\u00a7\u00b6\u00a9\u00ae@\u00a4\u00a2$\u20ac\u00a3\u00a5*\\&#%+\u00b1\u00f7\u00d7<=>\u00ac|\u00a6\u00b0\u00b50123456789\u00bc\u00bd\u00be";
    /** Letters that are of their own, each with its capital. */
    private static final String LETTERS = "aAbBcCdD\u00f0\u00d0eEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ";

    /** Two letters that are written as one. */
    private static final String JOINED = "&ae,\u00e6&AE,\u00c6&oe,\u0153&OE,\u0152&ss,\u00df&th,\u00fe&TH,\u00de";

    private static RuleBasedCollator root;

    private final String rules;
    private final CollationTable table;

    public RuleBasedCollator(String rules) throws ParseException {
        this.rules = rules;
        table = new CollationTable(rules);
    }

    static synchronized RuleBasedCollator root() {
        if (root == null) {
            StringBuilder sb = new StringBuilder();
            for (char c = 0; c < 160; c++) {
                if (Character.isISOControl(c) && IGNORED.indexOf(c) < 0) {
                    sb.append("='").append(c).append('\'');
                }
            }
            for (int i = 0; i < IGNORED.length(); i++) {
                sb.append(";'").append(IGNORED.charAt(i)).append('\'');
            }
            for (int i = 0; i < SIGNS.length(); i++) {
                char c = SIGNS.charAt(i);
                sb.append("<'").append(c == '\'' ? "" : String.valueOf(c)).append('\'');
            }
            for (int i = 0; i < LETTERS.length(); i += 2) {
                sb.append('<').append(LETTERS.charAt(i)).append(',').append(LETTERS.charAt(i + 1));
            }
            sb.append(JOINED);
            try {
                root = new RuleBasedCollator(sb.toString());
            } catch (ParseException e) {
                throw new InternalError(e);
            }
        }
        return (RuleBasedCollator) root.clone();
    }

    public String getRules() {
        return rules;
    }

    @Override
    public int compare(String source, String target) {
        if (source == null || target == null) {
            throw new NullPointerException();
        }
        int strength = getStrength();
        ArrayList<int[]> a = table.of(source);
        ArrayList<int[]> b = table.of(target);
        for (int level = 0; level <= Math.min(strength, TERTIARY); level++) {
            int c = compare(a, b, level);
            if (c != 0) {
                return c;
            }
        }
        return strength < IDENTICAL ? 0 : Integer.signum(Normalizer.normalize(source, Normalizer.Form.NFD)
                .compareTo(Normalizer.normalize(target, Normalizer.Form.NFD)));
    }

    private static int compare(ArrayList<int[]> a, ArrayList<int[]> b, int level) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < a.size() && a.get(i)[level] == 0) {
                i++;
            }
            while (j < b.size() && b.get(j)[level] == 0) {
                j++;
            }
            if (i == a.size() || j == b.size()) {
                return i < a.size() ? 1 : j < b.size() ? -1 : 0;
            }
            int c = Integer.compare(a.get(i++)[level], b.get(j++)[level]);
            if (c != 0) {
                return c;
            }
        }
    }

    @Override
    public CollationKey getCollationKey(String source) {
        if (source == null) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArrayList<int[]> all = table.of(source);
        int strength = getStrength();
        for (int level = 0; level <= Math.min(strength, TERTIARY); level++) {
            if (level > 0) {
                out.write(0);
                out.write(0);
                out.write(0);
            }
            for (int[] w : all) {
                if (w[level] != 0) {
                    out.write(w[level] >> 16);
                    out.write(w[level] >> 8);
                    out.write(w[level]);
                }
            }
        }
        if (strength == IDENTICAL) {
            out.writeBytes(new byte[3]);
            out.writeBytes(Normalizer.normalize(source, Normalizer.Form.NFD).getBytes(java.nio.charset.StandardCharsets.UTF_16BE));
        }
        return new Key(source, out.toByteArray());
    }

    private static final class Key extends CollationKey {
        private final byte[] bytes;

        Key(String source, byte[] bytes) {
            super(source);
            this.bytes = bytes;
        }

        @Override
        public int compareTo(CollationKey target) {
            return Integer.signum(Arrays.compareUnsigned(bytes, ((Key) target).bytes));
        }

        @Override
        public byte[] toByteArray() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key && Arrays.equals(bytes, ((Key) o).bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    @Override
    public Object clone() {
        return super.clone();
    }

    @Override
    public boolean equals(Object obj) {
        return super.equals(obj) && rules.equals(((RuleBasedCollator) obj).rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }
}
