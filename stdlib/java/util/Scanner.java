package java.util;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads tokens, numbers and lines from a text. Numbers are those of the root locale. */
public final class Scanner implements Iterator<String>, Closeable {
    private static final Pattern WHITESPACE = Pattern.compile("\\p{javaWhitespace}+");
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u2028\u2029\u0085]");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?(?:NaN|Infinity|\u221e)");
    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}(?:,[0-9]{3})+");

    private final Readable source;
    private final StringBuilder text = new StringBuilder();
    private int position;
    private boolean ended;
    private boolean closed;
    private IOException lastException;
    private Pattern delimiter = WHITESPACE;
    private int defaultRadix = 10;
    private Locale locale = Locale.getDefault(Locale.Category.FORMAT);
    private MatchResult lastMatch;

    /** The token looked at last: its bounds in the text; -1 when none is known. */
    private int tokenStart = -1;
    private int tokenEnd;

    private Scanner(Readable source, int unused) {
        this.source = source;
    }

    public Scanner(Readable source) {
        this(Objects.requireNonNull(source, "source"), 0);
    }

    public Scanner(InputStream source) {
        this(new InputStreamReader(Objects.requireNonNull(source, "source")), 0);
    }

    public Scanner(InputStream source, String charsetName) {
        this(reader(Objects.requireNonNull(source, "source"), charsetName), 0);
    }

    public Scanner(InputStream source, Charset charset) {
        this(new InputStreamReader(Objects.requireNonNull(source, "source"), charset), 0);
    }

    public Scanner(File source) throws FileNotFoundException {
        this(new InputStreamReader(new FileInputStream(source)), 0);
    }

    public Scanner(File source, String charsetName) throws FileNotFoundException {
        this(reader(new FileInputStream(source), charsetName), 0);
    }

    public Scanner(File source, Charset charset) throws IOException {
        this(new InputStreamReader(new FileInputStream(source), charset), 0);
    }

    public Scanner(java.nio.file.Path source) throws IOException {
        this(new InputStreamReader(java.nio.file.Files.newInputStream(source)), 0);
    }

    public Scanner(java.nio.file.Path source, String charsetName) throws IOException {
        this(reader(java.nio.file.Files.newInputStream(source), charsetName), 0);
    }

    public Scanner(java.nio.file.Path source, Charset charset) throws IOException {
        this(new InputStreamReader(java.nio.file.Files.newInputStream(source), charset), 0);
    }

    public Scanner(java.nio.channels.ReadableByteChannel source) {
        this(java.nio.channels.Channels.newInputStream(Objects.requireNonNull(source, "source")));
    }

    public Scanner(java.nio.channels.ReadableByteChannel source, String charsetName) {
        this(java.nio.channels.Channels.newInputStream(Objects.requireNonNull(source, "source")), charsetName);
    }

    public Scanner(java.nio.channels.ReadableByteChannel source, Charset charset) {
        this(java.nio.channels.Channels.newInputStream(Objects.requireNonNull(source, "source")), charset);
    }

    public Scanner(String source) {
        this(new StringReader(source), 0);
    }

    private static Readable reader(InputStream in, String charsetName) {
        Objects.requireNonNull(charsetName, "charsetName");
        try {
            return new InputStreamReader(in, charsetName);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void ensureOpen() {
        if (closed) {
            throw new IllegalStateException("Scanner closed");
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (source instanceof Closeable) {
            try {
                ((Closeable) source).close();
            } catch (IOException e) {
                lastException = e;
            }
        }
        ended = true;
        closed = true;
    }

    public IOException ioException() {
        return lastException;
    }

    public Pattern delimiter() {
        return delimiter;
    }

    public Scanner useDelimiter(Pattern pattern) {
        delimiter = pattern;
        tokenStart = -1;
        return this;
    }

    public Scanner useDelimiter(String pattern) {
        return useDelimiter(Pattern.compile(pattern));
    }

    public Locale locale() {
        return locale;
    }

    public Scanner useLocale(Locale locale) {
        this.locale = Objects.requireNonNull(locale);
        return this;
    }

    public int radix() {
        return defaultRadix;
    }

    private static void checkRadix(int radix) {
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            throw new IllegalArgumentException("radix:" + radix);
        }
    }

    public Scanner useRadix(int radix) {
        checkRadix(radix);
        defaultRadix = radix;
        return this;
    }

    public MatchResult match() {
        if (lastMatch == null) {
            throw new IllegalStateException("No match result available");
        }
        return lastMatch;
    }

    @Override
    public String toString() {
        return "java.util.Scanner[delimiters=" + delimiter + "][position=" + position + "]";
    }

    public Scanner reset() {
        delimiter = WHITESPACE;
        locale = Locale.getDefault(Locale.Category.FORMAT);
        defaultRadix = 10;
        tokenStart = -1;
        return this;
    }

    /** Reads more; false at the end of the source. */
    private boolean more() {
        if (ended) {
            return false;
        }
        // What was scanned is dropped when it is most of the text.
        if (position > 4096 && position * 2 > text.length()) {
            text.delete(0, position);
            position = 0;
            tokenStart = -1;
        }
        CharBuffer buffer = CharBuffer.allocate(1024);
        try {
            int n = source.read(buffer);
            if (n < 0) {
                ended = true;
                return false;
            }
            buffer.flip();
            text.append(buffer);
            return true;
        } catch (IOException e) {
            lastException = e;
            ended = true;
            return false;
        }
    }

    /** Finds the next token; false if there is none. */
    private boolean look() {
        ensureOpen();
        lastMatch = null;
        if (tokenStart >= 0) {
            return true;
        }
        while (true) {
            Matcher m = delimiter.matcher(text);
            int start = position;
            m.region(start, text.length());
            if (m.lookingAt()) {
                // More input could make the delimiter longer.
                if (m.hitEnd() && more()) {
                    continue;
                }
                start = m.end();
            } else if (m.hitEnd() && more()) {
                continue;
            }
            if (start == text.length()) {
                if (more()) {
                    continue;
                }
                return false;
            }
            m = delimiter.matcher(text);
            m.region(start, text.length());
            boolean found = m.find();
            // An empty delimiter at the very start of the token does not end it.
            if (found && m.end() == start) {
                found = m.find();
            }
            if (found) {
                if (m.requireEnd() && more()) {
                    continue;
                }
                tokenStart = start;
                tokenEnd = m.start();
                return true;
            }
            if (more()) {
                continue;
            }
            tokenStart = start;
            tokenEnd = text.length();
            return true;
        }
    }

    private String token() {
        return text.substring(tokenStart, tokenEnd);
    }

    private void take() {
        Matcher m = Pattern.compile(".*", Pattern.DOTALL).matcher(token());
        m.matches();
        lastMatch = m.toMatchResult();
        position = tokenEnd;
        tokenStart = -1;
    }

    private RuntimeException mismatch(String message) {
        if (!look()) {
            return new NoSuchElementException();
        }
        return message == null ? new InputMismatchException() : new InputMismatchException(message);
    }

    @Override
    public boolean hasNext() {
        return look();
    }

    @Override
    public String next() {
        if (!look()) {
            throw new NoSuchElementException();
        }
        String s = token();
        take();
        return s;
    }

    public boolean hasNext(String pattern) {
        return hasNext(Pattern.compile(pattern));
    }

    public String next(String pattern) {
        return next(Pattern.compile(pattern));
    }

    public boolean hasNext(Pattern pattern) {
        Objects.requireNonNull(pattern);
        return look() && pattern.matcher(token()).matches();
    }

    public String next(Pattern pattern) {
        if (!look()) {
            throw new NoSuchElementException();
        }
        Matcher m = pattern.matcher(token());
        if (!m.matches()) {
            throw new InputMismatchException();
        }
        String s = token();
        take();
        lastMatch = m.toMatchResult();
        return s;
    }

    /** Whether there is a line; sets the bounds of it and of its end. */
    private int[] line() {
        ensureOpen();
        lastMatch = null;
        while (true) {
            Matcher m = LINE_END.matcher(text);
            m.region(position, text.length());
            if (m.find()) {
                if (m.end() == text.length() && text.charAt(m.start()) == '\r' && more()) {
                    continue;
                }
                return new int[] {position, m.start(), m.end()};
            }
            if (more()) {
                continue;
            }
            return position < text.length() ? new int[] {position, text.length(), text.length()} : null;
        }
    }

    public boolean hasNextLine() {
        return line() != null;
    }

    public String nextLine() {
        int[] bounds = line();
        if (bounds == null) {
            throw new NoSuchElementException("No line found");
        }
        position = bounds[2];
        tokenStart = -1;
        return text.substring(bounds[0], bounds[1]);
    }

    public String findInLine(String pattern) {
        return findInLine(Pattern.compile(pattern));
    }

    public String findInLine(Pattern pattern) {
        Objects.requireNonNull(pattern);
        int[] bounds = line();
        if (bounds == null) {
            return null;
        }
        return find(pattern, bounds[1]);
    }

    private String find(Pattern pattern, int limit) {
        Matcher m = pattern.matcher(text);
        m.region(position, limit);
        if (!m.find()) {
            return null;
        }
        lastMatch = m.toMatchResult();
        position = m.end();
        tokenStart = -1;
        return m.group();
    }

    public String findWithinHorizon(String pattern, int horizon) {
        return findWithinHorizon(Pattern.compile(pattern), horizon);
    }

    public String findWithinHorizon(Pattern pattern, int horizon) {
        ensureOpen();
        Objects.requireNonNull(pattern);
        if (horizon < 0) {
            throw new IllegalArgumentException("horizon < 0");
        }
        lastMatch = null;
        while ((horizon == 0 || text.length() - position < horizon) && more()) {
        }
        return find(pattern, horizon == 0 ? text.length() : Math.min(text.length(), position + horizon));
    }

    public Scanner skip(Pattern pattern) {
        ensureOpen();
        Objects.requireNonNull(pattern);
        lastMatch = null;
        while (true) {
            Matcher m = pattern.matcher(text);
            m.region(position, text.length());
            boolean found = m.lookingAt();
            if (m.hitEnd() && more()) {
                continue;
            }
            if (!found) {
                throw new NoSuchElementException();
            }
            lastMatch = m.toMatchResult();
            position = m.end();
            tokenStart = -1;
            return this;
        }
    }

    public Scanner skip(String pattern) {
        return skip(Pattern.compile(pattern));
    }

    public boolean hasNextBoolean() {
        return look() && (token().equalsIgnoreCase("true") || token().equalsIgnoreCase("false"));
    }

    public boolean nextBoolean() {
        if (!hasNextBoolean()) {
            throw mismatch(null);
        }
        boolean value = token().equalsIgnoreCase("true");
        take();
        return value;
    }

    /** The token without group separators, if it looks like an integer. */
    private String integerText(int radix) {
        if (!look()) {
            return null;
        }
        String s = token();
        if (GROUPED.matcher(s).matches()) {
            s = s.replace(",", "");
        }
        int from = s.startsWith("-") || s.startsWith("+") ? 1 : 0;
        if (from == s.length()) {
            return null;
        }
        for (int i = from; i < s.length(); i++) {
            if (Character.digit(s.charAt(i), radix) < 0) {
                return null;
            }
        }
        return s;
    }

    private String decimalText(boolean orNotFinite) {
        if (!look()) {
            return null;
        }
        String s = token();
        if (DECIMAL.matcher(s).matches()) {
            return s.replace(",", "");
        }
        return orNotFinite && NOT_FINITE.matcher(s).matches() ? s.replace("\u221e", "Infinity") : null;
    }

    public boolean hasNextByte() {
        return hasNextByte(defaultRadix);
    }

    public boolean hasNextByte(int radix) {
        checkRadix(radix);
        String s = integerText(radix);
        if (s == null) {
            return false;
        }
        try {
            Byte.parseByte(s, radix);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public byte nextByte() {
        return nextByte(defaultRadix);
    }

    public byte nextByte(int radix) {
        checkRadix(radix);
        String s = integerText(radix);
        if (s == null) {
            throw mismatch(null);
        }
        try {
            byte value = Byte.parseByte(s, radix);
            take();
            return value;
        } catch (NumberFormatException e) {
            throw mismatch(e.getMessage());
        }
    }

    public boolean hasNextShort() {
        return hasNextShort(defaultRadix);
    }

    public boolean hasNextShort(int radix) {
        checkRadix(radix);
        String s = integerText(radix);
        if (s == null) {
            return false;
        }
        try {
            Short.parseShort(s, radix);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public short nextShort() {
        return nextShort(defaultRadix);
    }

    public short nextShort(int radix) {
        checkRadix(radix);
        String s = integerText(radix);
        if (s == null) {
            throw mismatch(null);
        }
        try {
            short value = Short.parseShort(s, radix);
            take();
            return value;
        } catch (NumberFormatException e) {
            throw mismatch(e.getMessage());
        }
    }

    public boolean hasNextInt() {
        return hasNextInt(defaultRadix);
    }

    public boolean hasNextInt(int radix) {
        checkRadix(radix);
        String s = integerText(radix);
        if (s == null) {
            return false;
        }
        try {
            Integer.parseInt(s, radix);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public int nextInt() {
        return nextInt(defaultRadix);
    }

    public int nextInt(int radix) {
        checkRadix(radix);
        String s = integerText(radix);
        if (s == null) {
            throw mismatch(null);
        }
        try {
            int value = Integer.parseInt(s, radix);
            take();
            return value;
        } catch (NumberFormatException e) {
            throw mismatch(e.getMessage());
        }
    }

    public boolean hasNextLong() {
        return hasNextLong(defaultRadix);
    }

    public boolean hasNextLong(int radix) {
        checkRadix(radix);
        String s = integerText(radix);
        if (s == null) {
            return false;
        }
        try {
            Long.parseLong(s, radix);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public long nextLong() {
        return nextLong(defaultRadix);
    }

    public long nextLong(int radix) {
        checkRadix(radix);
        String s = integerText(radix);
        if (s == null) {
            throw mismatch(null);
        }
        try {
            long value = Long.parseLong(s, radix);
            take();
            return value;
        } catch (NumberFormatException e) {
            throw mismatch(e.getMessage());
        }
    }

    public boolean hasNextBigInteger() {
        return hasNextBigInteger(defaultRadix);
    }

    public boolean hasNextBigInteger(int radix) {
        checkRadix(radix);
        String s = integerText(radix);
        if (s == null) {
            return false;
        }
        try {
            new BigInteger(s, radix);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public BigInteger nextBigInteger() {
        return nextBigInteger(defaultRadix);
    }

    public BigInteger nextBigInteger(int radix) {
        checkRadix(radix);
        String s = integerText(radix);
        if (s == null) {
            throw mismatch(null);
        }
        try {
            BigInteger value = new BigInteger(s, radix);
            take();
            return value;
        } catch (NumberFormatException e) {
            throw mismatch(e.getMessage());
        }
    }

    public boolean hasNextFloat() {
        String s = decimalText(true);
        return s != null;
    }

    public float nextFloat() {
        String s = decimalText(true);
        if (s == null) {
            throw mismatch(null);
        }
        float value = Float.parseFloat(s);
        take();
        return value;
    }

    public boolean hasNextDouble() {
        String s = decimalText(true);
        return s != null;
    }

    public double nextDouble() {
        String s = decimalText(true);
        if (s == null) {
            throw mismatch(null);
        }
        double value = Double.parseDouble(s);
        take();
        return value;
    }

    public boolean hasNextBigDecimal() {
        String s = decimalText(false);
        return s != null;
    }

    public BigDecimal nextBigDecimal() {
        String s = decimalText(false);
        if (s == null) {
            throw mismatch(null);
        }
        BigDecimal value = new BigDecimal(s);
        take();
        return value;
    }

    public Stream<String> tokens() {
        ensureOpen();
        ArrayList<String> list = new ArrayList<>();
        while (hasNext()) {
            list.add(next());
        }
        return list.stream();
    }

    public Stream<MatchResult> findAll(Pattern pattern) {
        ensureOpen();
        Objects.requireNonNull(pattern);
        ArrayList<MatchResult> list = new ArrayList<>();
        while (findWithinHorizon(pattern, 0) != null) {
            list.add(match());
        }
        return list.stream();
    }

    public Stream<MatchResult> findAll(String patString) {
        return findAll(Pattern.compile(patString));
    }
}
