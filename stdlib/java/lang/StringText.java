package java.lang;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The operations of {@link String} that deal with lines, white space, escapes, splitting and replacing. */
final class StringText {
    private StringText() {
    }

    static String replace(String s, String target, String replacement) {
        int i = s.indexOf(target);
        if (i < 0) {
            return s;
        }
        int n = target.length();
        int step = n == 0 ? 1 : n;
        long grown = (long) s.length() + replacement.length();
        if (grown > Integer.MAX_VALUE) {
            throw new OutOfMemoryError("Required length exceeds implementation limit");
        }
        StringBuilder sb = new StringBuilder((int) grown);
        int done = 0;
        do {
            sb.append(s, done, i).append(replacement);
            done = i + n;
            i = i + step > s.length() ? -1 : s.indexOf(target, i + step);
        } while (i >= 0);
        return sb.append(s, done, s.length()).toString();
    }

    /** The one character that a regular expression stands for, or -1 when it is anything else. */
    private static int literal(String regex) {
        char c;
        if (regex.length() == 1) {
            c = regex.charAt(0);
            if (".$|()[{^?*+\\".indexOf(c) >= 0) {
                return -1;
            }
        } else if (regex.length() == 2 && regex.charAt(0) == '\\') {
            c = regex.charAt(1);
            if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                return -1;
            }
        } else {
            return -1;
        }
        return Character.isSurrogate(c) ? -1 : c;
    }

    static String[] split(String s, String regex, int limit) {
        int c = literal(regex);
        if (c < 0) {
            return Pattern.compile(regex).split(s, limit);
        }
        int next = s.indexOf(c);
        if (next < 0) {
            return new String[] {s};
        }
        ArrayList<String> parts = new ArrayList<String>();
        int from = 0;
        while (next >= 0 && (limit <= 0 || parts.size() < limit - 1)) {
            parts.add(s.substring(from, next));
            from = next + 1;
            next = s.indexOf(c, from);
        }
        parts.add(s.substring(from));
        int size = parts.size();
        if (limit == 0) {
            while (size > 0 && parts.get(size - 1).isEmpty()) {
                size--;
            }
        }
        String[] r = new String[size];
        for (int i = 0; i < size; i++) {
            r[i] = parts.get(i);
        }
        return r;
    }

    /** The index of the first code point that is not white space. */
    static int skipWhitespace(String s) {
        int n = s.length();
        int i = 0;
        while (i < n) {
            int c = s.codePointAt(i);
            if (!Character.isWhitespace(c)) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** The index after the last code point that is not white space. */
    static int skipWhitespaceBack(String s) {
        int i = s.length();
        while (i > 0) {
            int c = s.codePointBefore(i);
            if (!Character.isWhitespace(c)) {
                break;
            }
            i -= Character.charCount(c);
        }
        return i;
    }

    /** The lines of a string, without their ends. */
    static final class Lines implements Spliterator<String>, Iterator<String> {
        private final String s;
        private int at;
        private final int end;

        Lines(String s, int at, int end) {
            this.s = s;
            this.at = at;
            this.end = end;
        }

        private int lineEnd(int from) {
            while (from < end && s.charAt(from) != '\n' && s.charAt(from) != '\r') {
                from++;
            }
            return from;
        }

        private int nextLine(int from) {
            int i = lineEnd(from);
            if (i < end && s.charAt(i++) == '\r' && i < end && s.charAt(i) == '\n') {
                i++;
            }
            return i;
        }

        @Override
        public boolean hasNext() {
            return at < end;
        }

        @Override
        public String next() {
            int from = at;
            int to = lineEnd(from);
            at = nextLine(from);
            return s.substring(from, to);
        }

        @Override
        public boolean tryAdvance(Consumer<? super String> action) {
            if (action == null) {
                throw new NullPointerException("tryAdvance action missing");
            }
            if (at >= end) {
                return false;
            }
            action.accept(next());
            return true;
        }

        @Override
        public void forEachRemaining(Consumer<? super String> action) {
            if (action == null) {
                throw new NullPointerException("forEachRemaining action missing");
            }
            while (at < end) {
                action.accept(next());
            }
        }

        @Override
        public Spliterator<String> trySplit() {
            int middle = nextLine((at + end) >>> 1);
            if (middle <= at || middle >= end) {
                return null;
            }
            int from = at;
            at = middle;
            return new Lines(s, from, middle);
        }

        @Override
        public long estimateSize() {
            return end - at + 1;
        }

        @Override
        public int characteristics() {
            return Spliterator.ORDERED | Spliterator.IMMUTABLE | Spliterator.NONNULL;
        }
    }

    private static List<String> lines(String s) {
        ArrayList<String> list = new ArrayList<String>();
        for (Lines it = new Lines(s, 0, s.length()); it.hasNext();) {
            list.add(it.next());
        }
        return list;
    }

    static String indent(String s, int n) {
        if (s.isEmpty()) {
            return "";
        }
        String spaces = n > 0 ? " ".repeat(n) : "";
        StringBuilder sb = new StringBuilder(s.length());
        for (Lines it = new Lines(s, 0, s.length()); it.hasNext();) {
            String line = it.next();
            if (n >= 0) {
                sb.append(spaces).append(line);
            } else if (n == Integer.MIN_VALUE) {
                sb.append(line.stripLeading());
            } else {
                sb.append(line, Math.min(-n, skipWhitespace(line)), line.length());
            }
            sb.append('\n');
        }
        return sb.toString();
    }

    static String stripIndent(String s) {
        int n = s.length();
        if (n == 0) {
            return "";
        }
        char last = s.charAt(n - 1);
        boolean lastIsOpen = last == '\n' || last == '\r';
        List<String> lines = lines(s);
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int lead = skipWhitespace(line);
            // The last line counts even when it is blank: it holds the closing delimiter.
            if (lead != line.length() || i == lines.size() - 1) {
                least = Math.min(least, lead);
            }
        }
        if (lastIsOpen) {
            least = 0;
        }
        StringBuilder sb = new StringBuilder(n);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i > 0) {
                sb.append('\n');
            }
            int end = skipWhitespaceBack(line);
            if (least < end) {
                sb.append(line, least, end);
            }
        }
        if (lastIsOpen) {
            sb.append('\n');
        }
        return sb.toString();
    }

    static String translateEscapes(String s) {
        int n = s.length();
        if (s.indexOf('\\') < 0) {
            return s;
        }
        StringBuilder sb = new StringBuilder(n);
        for (int i = 0; i < n;) {
            char c = s.charAt(i++);
            if (c != '\\') {
                sb.append(c);
                continue;
            }
            c = i < n ? s.charAt(i++) : 0;
            switch (c) {
                case 'b':
                    sb.append('\b');
                    break;
                case 'f':
                    sb.append('\f');
                    break;
                case 'n':
                    sb.append('\n');
                    break;
                case 'r':
                    sb.append('\r');
                    break;
                case 's':
                    sb.append(' ');
                    break;
                case 't':
                    sb.append('\t');
                    break;
                case '\'':
                case '"':
                case '\\':
                    sb.append(c);
                    break;
                case '0':
                case '1':
                case '2':
                case '3':
                case '4':
                case '5':
                case '6':
                case '7':
                    int code = c - '0';
                    for (int max = i + (c <= '3' ? 2 : 1); i < max && i < n; i++) {
                        char d = s.charAt(i);
                        if (d < '0' || d > '7') {
                            break;
                        }
                        code = code * 8 + d - '0';
                    }
                    sb.append((char) code);
                    break;
                case '\n':
                    break;
                case '\r':
                    if (i < n && s.charAt(i) == '\n') {
                        i++;
                    }
                    break;
                default:
                    String hex = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
                    throw new IllegalArgumentException(
                            "Invalid escape sequence: \\" + c + " \\\\u" + "0000".substring(hex.length()) + hex);
            }
        }
        return sb.toString();
    }
}
