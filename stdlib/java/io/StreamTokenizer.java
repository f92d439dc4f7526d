package java.io;

import java.util.Arrays;

/** Cuts text into words, numbers, quoted strings and single characters, by a table that its user sets up. */
public class StreamTokenizer {
    public static final int TT_EOF = -1;
    public static final int TT_EOL = '\n';
    public static final int TT_NUMBER = -2;
    public static final int TT_WORD = -3;

    private static final int NOTHING = -4;
    private static final int NEED_CHAR = Integer.MAX_VALUE;
    private static final int SKIP_LF = Integer.MAX_VALUE - 1;

    private static final byte WHITESPACE = 1;
    private static final byte DIGIT = 2;
    private static final byte ALPHA = 4;
    private static final byte QUOTE = 8;
    private static final byte COMMENT = 16;

    private final Reader reader;
    private final InputStream input;
    private final byte[] types = new byte[256];
    private char[] word = new char[20];
    private int next = NEED_CHAR;
    private boolean pushedBack;
    private boolean lowerCase;
    private boolean lineEnds;
    private boolean slashSlash;
    private boolean slashStar;
    private int line = 1;

    public int ttype = NOTHING;
    public String sval;
    public double nval;

    private StreamTokenizer(Reader reader, InputStream input) {
        this.reader = reader;
        this.input = input;
        wordChars('a', 'z');
        wordChars('A', 'Z');
        wordChars(128 + 32, 255);
        whitespaceChars(0, ' ');
        commentChar('/');
        quoteChar('"');
        quoteChar('\'');
        parseNumbers();
    }

    @Deprecated
    public StreamTokenizer(InputStream is) {
        this(null, check(is));
    }

    public StreamTokenizer(Reader r) {
        this(check(r), null);
    }

    private static <T> T check(T t) {
        if (t == null) {
            throw new NullPointerException();
        }
        return t;
    }

    public void resetSyntax() {
        Arrays.fill(types, (byte) 0);
    }

    public void wordChars(int low, int hi) {
        for (int c = Math.max(low, 0); c <= Math.min(hi, 255); c++) {
            types[c] |= ALPHA;
        }
    }

    public void whitespaceChars(int low, int hi) {
        for (int c = Math.max(low, 0); c <= Math.min(hi, 255); c++) {
            types[c] = WHITESPACE;
        }
    }

    public void ordinaryChars(int low, int hi) {
        for (int c = Math.max(low, 0); c <= Math.min(hi, 255); c++) {
            types[c] = 0;
        }
    }

    public void ordinaryChar(int ch) {
        ordinaryChars(ch, ch);
    }

    public void commentChar(int ch) {
        if (ch >= 0 && ch < 256) {
            types[ch] = COMMENT;
        }
    }

    public void quoteChar(int ch) {
        if (ch >= 0 && ch < 256) {
            types[ch] = QUOTE;
        }
    }

    public void parseNumbers() {
        for (int c = '0'; c <= '9'; c++) {
            types[c] |= DIGIT;
        }
        types['.'] |= DIGIT;
        types['-'] |= DIGIT;
    }

    public void eolIsSignificant(boolean flag) {
        lineEnds = flag;
    }

    public void slashStarComments(boolean flag) {
        slashStar = flag;
    }

    public void slashSlashComments(boolean flag) {
        slashSlash = flag;
    }

    public void lowerCaseMode(boolean fl) {
        lowerCase = fl;
    }

    private int read() throws IOException {
        return reader != null ? reader.read() : input.read();
    }

    private int type(int c) {
        return c < 0 ? 0 : c < 256 ? types[c] : ALPHA;
    }

    public int nextToken() throws IOException {
        if (pushedBack) {
            pushedBack = false;
            return ttype;
        }
        sval = null;
        int c = next;
        if (c < 0) {
            c = NEED_CHAR;
        }
        if (c == SKIP_LF) {
            c = read();
            if (c < 0) {
                return ttype = TT_EOF;
            }
            if (c == '\n') {
                c = NEED_CHAR;
            }
        }
        if (c == NEED_CHAR) {
            c = read();
            if (c < 0) {
                return ttype = TT_EOF;
            }
        }
        ttype = c;
        next = NEED_CHAR;
        while ((type(c) & WHITESPACE) != 0) {
            if (c == '\r') {
                line++;
                if (lineEnds) {
                    next = SKIP_LF;
                    return ttype = TT_EOL;
                }
                c = read();
                if (c == '\n') {
                    c = read();
                }
            } else {
                if (c == '\n') {
                    line++;
                    if (lineEnds) {
                        return ttype = TT_EOL;
                    }
                }
                c = read();
            }
            if (c < 0) {
                return ttype = TT_EOF;
            }
        }
        int type = type(c);
        if ((type & DIGIT) != 0) {
            int r = number(c);
            if (r != NOTHING) {
                return r;
            }
            return ttype;
        }
        if ((type & ALPHA) != 0) {
            return word(c);
        }
        if ((type & QUOTE) != 0) {
            return quoted(c);
        }
        if (c == '/' && (slashSlash || slashStar)) {
            return slash();
        }
        if ((type & COMMENT) != 0) {
            return toLineEnd();
        }
        return ttype = c;
    }

    private int number(int first) throws IOException {
        int c = first;
        boolean negative = false;
        if (c == '-') {
            c = read();
            if (c != '.' && (c < '0' || c > '9')) {
                next = c;
                return ttype = '-';
            }
            negative = true;
        }
        double v = 0;
        int scale = 0;
        boolean dot = false;
        while (true) {
            if (c == '.' && !dot) {
                dot = true;
            } else if (c >= '0' && c <= '9') {
                v = v * 10 + (c - '0');
                scale += dot ? 1 : 0;
            } else {
                break;
            }
            c = read();
        }
        next = c;
        if (scale != 0) {
            double divisor = 10;
            for (int i = 1; i < scale; i++) {
                divisor *= 10;
            }
            v /= divisor;
        }
        nval = negative ? -v : v;
        return ttype = TT_NUMBER;
    }

    private int word(int first) throws IOException {
        int c = first;
        int n = 0;
        do {
            n = append(n, c);
            c = read();
        } while ((type(c) & (ALPHA | DIGIT)) != 0);
        next = c;
        sval = String.copyValueOf(word, 0, n);
        if (lowerCase) {
            sval = sval.toLowerCase();
        }
        return ttype = TT_WORD;
    }

    private int append(int n, int c) {
        if (n == word.length) {
            word = Arrays.copyOf(word, n * 2);
        }
        word[n] = (char) c;
        return n + 1;
    }

    private int quoted(int quote) throws IOException {
        ttype = quote;
        int n = 0;
        int d = read();
        while (d >= 0 && d != ttype && d != '\n' && d != '\r') {
            int c = d;
            if (d == '\\') {
                c = read();
                int first = c;
                if (c >= '0' && c <= '7') {
                    c -= '0';
                    int c2 = read();
                    if (c2 >= '0' && c2 <= '7') {
                        c = (c << 3) + (c2 - '0');
                        c2 = read();
                        if (c2 >= '0' && c2 <= '7' && first <= '3') {
                            c = (c << 3) + (c2 - '0');
                            d = read();
                        } else {
                            d = c2;
                        }
                    } else {
                        d = c2;
                    }
                } else {
                    c = escape(c);
                    d = read();
                }
            } else {
                d = read();
            }
            n = append(n, c);
        }
        next = d == ttype ? NEED_CHAR : d;
        sval = String.copyValueOf(word, 0, n);
        return ttype;
    }

    private static int escape(int c) {
        switch (c) {
            case 'a':
                return 7;
            case 'b':
                return '\b';
            case 'f':
                return 12;
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return 11;
            default:
                return c;
        }
    }

    private int slash() throws IOException {
        int c = read();
        if (c == '*' && slashStar) {
            int before = 0;
            while ((c = read()) != '/' || before != '*') {
                if (c == '\r') {
                    line++;
                    c = read();
                    if (c == '\n') {
                        c = read();
                    }
                } else if (c == '\n') {
                    line++;
                    c = read();
                }
                if (c < 0) {
                    return ttype = TT_EOF;
                }
                before = c;
            }
            return nextToken();
        }
        if (c == '/' && slashSlash) {
            return toLineEnd();
        }
        if ((types['/'] & COMMENT) != 0) {
            next = c;
            return toLineEnd(c);
        }
        next = c;
        return ttype = '/';
    }

    private int toLineEnd() throws IOException {
        return toLineEnd(read());
    }

    private int toLineEnd(int first) throws IOException {
        int c = first;
        while (c != '\n' && c != '\r' && c >= 0) {
            c = read();
        }
        next = c;
        return nextToken();
    }

    public void pushBack() {
        if (ttype != NOTHING) {
            pushedBack = true;
        }
    }

    public int lineno() {
        return line;
    }

    @Override
    public String toString() {
        String text;
        switch (ttype) {
            case TT_EOF:
                text = "EOF";
                break;
            case TT_EOL:
                text = "EOL";
                break;
            case TT_WORD:
                text = sval;
                break;
            case TT_NUMBER:
                text = "n=" + nval;
                break;
            case NOTHING:
                text = "NOTHING";
                break;
            default:
                text = ttype < 256 && (type(ttype) & QUOTE) != 0 ? sval : "'" + (char) ttype + "'";
        }
        return "Token[" + text + "], line " + line;
    }
}
