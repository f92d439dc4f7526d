package java.util;

/** Splits a text at delimiter characters. */
public class StringTokenizer implements Enumeration<Object> {
    private final String text;
    private String delimiters;
    private final boolean returnDelims;
    private int position;
    /** The delimiters below 64. */
    private long mask;
    private boolean others;

    public StringTokenizer(String str, String delim, boolean returnDelims) {
        this.text = Objects.requireNonNull(str);
        this.returnDelims = returnDelims;
        use(delim);
    }

    private void use(String delim) {
        delimiters = delim;
        long low = 0;
        boolean more = false;
        for (int i = 0, n = delim == null ? 0 : delim.length(); i < n; i++) {
            char c = delim.charAt(i);
            if (c < 64) {
                low |= 1L << c;
            } else {
                more = true;
            }
        }
        mask = low;
        others = more;
    }

    public StringTokenizer(String str, String delim) {
        this(str, delim, false);
    }

    public StringTokenizer(String str) {
        this(str, " \t\n\r\f", false);
    }

    private boolean isDelimiter(int codePoint) {
        return codePoint < 64 ? (mask >>> codePoint & 1) != 0 : others && delimiters.indexOf(codePoint) >= 0;
    }

    /** The start of the next token at or behind {@code from}. */
    private int skip(int from) {
        if (delimiters == null) {
            throw new NullPointerException();
        }
        int i = from;
        String s = text;
        while (!returnDelims && i < s.length()) {
            int c = s.charAt(i);
            if (c >= 0xd800) {
                c = s.codePointAt(i);
            }
            if (!isDelimiter(c)) {
                break;
            }
            i += c < 0x10000 ? 1 : 2;
        }
        return i;
    }

    /** The end of the token that starts at {@code from}. */
    private int scan(int from) {
        int i = from;
        String s = text;
        while (i < s.length()) {
            int c = s.charAt(i);
            if (c >= 0xd800) {
                c = s.codePointAt(i);
            }
            if (isDelimiter(c)) {
                return returnDelims && i == from ? i + Character.charCount(c) : i;
            }
            i += c < 0x10000 ? 1 : 2;
        }
        return i;
    }

    public boolean hasMoreTokens() {
        return skip(position) < text.length();
    }

    public String nextToken() {
        int start = skip(position);
        if (start >= text.length()) {
            throw new NoSuchElementException();
        }
        position = scan(start);
        return text.substring(start, position);
    }

    public String nextToken(String delim) {
        use(delim);
        return nextToken();
    }

    @Override
    public boolean hasMoreElements() {
        return hasMoreTokens();
    }

    @Override
    public Object nextElement() {
        return nextToken();
    }

    public int countTokens() {
        int count = 0;
        int i = skip(position);
        while (i < text.length()) {
            count++;
            i = skip(scan(i));
        }
        return count;
    }
}
