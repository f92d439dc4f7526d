package java.util.regex;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A compiled regular expression. */
public final class Pattern implements Serializable {
    public static final int UNIX_LINES = 0x01;
    public static final int CASE_INSENSITIVE = 0x02;
    public static final int COMMENTS = 0x04;
    public static final int MULTILINE = 0x08;
    public static final int LITERAL = 0x10;
    public static final int DOTALL = 0x20;
    public static final int UNICODE_CASE = 0x40;
    public static final int CANON_EQ = 0x80;
    public static final int UNICODE_CHARACTER_CLASS = 0x100;

    private static final int ALL_FLAGS = 0x1ff;

    private final String pattern;
    private final int flags;
    final Node root;
    /** What a match can begin with; null for anything. */
    final long[] firstBits;
    final int groupCount;
    /** Groups that need room in a matcher: those of the pattern, and those that only back references name. */
    final int groupRoom;
    final int localCount;
    final Map<String, Integer> names;

    private Pattern(String pattern, int flags) {
        if ((flags & ~ALL_FLAGS) != 0) {
            throw new IllegalArgumentException("Unknown flag 0x" + Integer.toHexString(flags));
        }
        this.pattern = pattern;
        this.flags = flags;
        int all = (flags & UNICODE_CHARACTER_CLASS) != 0 ? flags | UNICODE_CASE : flags;
        boolean equivalents = !this.pattern.isEmpty() && (flags & (CANON_EQ | LITERAL)) == CANON_EQ;
        PatternParser parser = new PatternParser(equivalents ? Equivalents.expand(pattern) : pattern, all);
        this.root = parser.parse();
        CharSet first = root.first();
        this.firstBits = first == null ? null : first.bits();
        this.groupCount = parser.groupCount;
        this.groupRoom = Math.max(parser.groupCount, parser.maxBackReference) + 1;
        this.localCount = parser.localCount;
        this.names = parser.names;
    }

    public static Pattern compile(String regex) {
        return new Pattern(regex, 0);
    }

    public static Pattern compile(String regex, int flags) {
        return new Pattern(regex, flags);
    }

    public String pattern() {
        return pattern;
    }

    @Override
    public String toString() {
        return pattern;
    }

    public Matcher matcher(CharSequence input) {
        return new Matcher(this, input);
    }

    public int flags() {
        return flags;
    }

    public static boolean matches(String regex, CharSequence input) {
        return compile(regex).matcher(input).matches();
    }

    public String[] split(CharSequence input, int limit) {
        ArrayList<String> parts = new ArrayList<>();
        Matcher m = matcher(input);
        int from = 0;
        while ((limit <= 0 || parts.size() < limit - 1) && m.find()) {
            // An empty match at the beginning gives no leading empty part.
            if (m.end() == 0) {
                continue;
            }
            parts.add(input.subSequence(from, m.start()).toString());
            from = m.end();
        }
        if (from == 0 && parts.isEmpty()) {
            return new String[] {input.toString()};
        }
        parts.add(input.subSequence(from, input.length()).toString());
        int size = parts.size();
        if (limit == 0) {
            while (size > 0 && parts.get(size - 1).isEmpty()) {
                size--;
            }
        }
        String[] result = new String[size];
        for (int i = 0; i < size; i++) {
            result[i] = parts.get(i);
        }
        return result;
    }

    public String[] split(CharSequence input) {
        return split(input, 0);
    }

    public static String quote(String s) {
        if (s.indexOf("\\E") < 0) {
            return "\\Q" + s + "\\E";
        }
        return "\\Q" + s.replace("\\E", "\\E\\\\E\\Q") + "\\E";
    }

    public Predicate<String> asPredicate() {
        return s -> matcher(s).find();
    }

    public Predicate<String> asMatchPredicate() {
        return s -> matcher(s).matches();
    }

    public Stream<String> splitAsStream(CharSequence input) {
        Objects.requireNonNull(input);
        class Parts implements Iterator<String> {
            private Matcher matcher;
            private int current;
            private String next;
            /** Empty parts that come out only if another part follows. */
            private int empty;

            @Override
            public boolean hasNext() {
                if (matcher == null) {
                    matcher = matcher(input);
                    empty = input.length() == 0 ? 1 : 0;
                    if (input.length() == 0) {
                        current = -1;
                        next = "";
                        empty = 0;
                    }
                }
                if (next != null || empty > 0 && next != null) {
                    return true;
                }
                if (current < 0 || current == input.length()) {
                    return false;
                }
                while (matcher.find()) {
                    String part = input.subSequence(current, matcher.start()).toString();
                    current = matcher.end();
                    if (!part.isEmpty()) {
                        next = part;
                        return true;
                    } else if (current > 0) {
                        empty++;
                    }
                }
                String part = input.subSequence(current, input.length()).toString();
                current = input.length();
                if (!part.isEmpty()) {
                    next = part;
                    return true;
                }
                empty = 0;
                return false;
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (empty > 0) {
                    empty--;
                    return "";
                }
                String part = next;
                next = null;
                return part;
            }
        }
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Parts(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    private Object readResolve() {
        return compile(pattern, flags);
    }
}
