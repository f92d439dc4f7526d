package java.util;

/** Splits a text at delimiter characters. */
public class StringTokenizer implements Enumeration<Object> {
    private final String text;
    private String delimiters;
    private final boolean returnDelims;
    private int position;

    public StringTokenizer(String str, String delim, boolean returnDelims) {
        this.text = Objects.requireNonNull(str);
        this.delimiters = delim;
        this.returnDelims = returnDelims;
    }

    public StringTokenizer(String str, String delim) {
        this(str, delim, false);
    }

    public StringTokenizer(String str) {
        this(str, " \t\n\r\f", false);
    }

    private boolean isDelimiter(int codePoint) {
        return delimiters.indexOf(codePoint) >= 0;
    }

    /** The start of the next token at or behind {@code from}. */
    private int skip(int from) {
        if (delimiters == null) {
            throw new NullPointerException();
        }
        int i = from;
        while (!returnDelims && i < text.length()) {
            int c = text.codePointAt(i);
            if (!isDelimiter(c)) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** The end of the token that starts at {@code from}. */
    private int scan(int from) {
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isDelimiter(c)) {
                return returnDelims && i == from ? i + Character.charCount(c) : i;
            }
            i += Character.charCount(c);
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
        delimiters = delim;
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
