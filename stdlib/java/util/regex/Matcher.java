package java.util.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Matches a pattern against a text. */
public final class Matcher implements MatchResult {
    private Pattern pattern;
    CharSequence input;
    /** The input where it is a string, which is most often. */
    private String text;

    // The region, and how its bounds look to anchors and lookaround.
    int from;
    int to;
    boolean anchoring = true;
    boolean transparent;

    // The match under way.
    int[] groups;
    int[] locals;
    int first = -1;
    int last;
    boolean wholeRegion;
    int stoppedAt;
    int lookbehindTo;
    boolean hitEnd;
    boolean requireEnd;

    /** Where the last match ended, for {@code \G}. */
    int previousEnd;
    private int appendPosition;
    private int changes;

    Matcher(Pattern pattern, CharSequence input) {
        this.pattern = pattern;
        this.input = Objects.requireNonNull(input);
        this.text = input instanceof String ? (String) input : null;
        allocate();
        reset();
    }

    char at(int i) {
        String s = text;
        return s != null ? s.charAt(i) : input.charAt(i);
    }

    private void allocate() {
        groups = new int[pattern.groupRoom * 2];
        locals = new int[pattern.localCount];
    }

    public Pattern pattern() {
        return pattern;
    }

    public MatchResult toMatchResult() {
        return new Snapshot(first, last, groups.clone(), pattern.groupCount, input.toString());
    }

    /** A match as it was. */
    private static final class Snapshot implements MatchResult {
        private final int first;
        private final int last;
        private final int[] groups;
        private final int count;
        private final String text;

        Snapshot(int first, int last, int[] groups, int count, String text) {
            this.first = first;
            this.last = last;
            this.groups = groups;
            this.count = count;
            this.text = text;
        }

        private void check(int group) {
            if (first < 0) {
                throw new IllegalStateException("No match found");
            }
            if (group < 0 || group > count) {
                throw new IndexOutOfBoundsException("No group " + group);
            }
        }

        @Override
        public int start() {
            check(0);
            return first;
        }

        @Override
        public int start(int group) {
            check(group);
            return groups[group * 2];
        }

        @Override
        public int end() {
            check(0);
            return last;
        }

        @Override
        public int end(int group) {
            check(group);
            return groups[group * 2 + 1];
        }

        @Override
        public String group() {
            return group(0);
        }

        @Override
        public String group(int group) {
            check(group);
            int s = groups[group * 2];
            return s < 0 ? null : text.substring(s, groups[group * 2 + 1]);
        }

        @Override
        public int groupCount() {
            return count;
        }
    }

    public Matcher usePattern(Pattern newPattern) {
        if (newPattern == null) {
            throw new IllegalArgumentException("Pattern cannot be null");
        }
        pattern = newPattern;
        allocate();
        Arrays.fill(groups, -1);
        first = -1;
        changes++;
        return this;
    }

    public Matcher reset() {
        first = -1;
        last = 0;
        previousEnd = -1;
        Arrays.fill(groups, -1);
        appendPosition = 0;
        from = 0;
        to = input.length();
        changes++;
        return this;
    }

    public Matcher reset(CharSequence input) {
        this.input = Objects.requireNonNull(input);
        this.text = input instanceof String ? (String) input : null;
        return reset();
    }

    private void check() {
        if (first < 0) {
            throw new IllegalStateException("No match available");
        }
    }

    private void checkGroup(int group) {
        if (group < 0 || group > groupCount()) {
            throw new IndexOutOfBoundsException("No group " + group);
        }
    }

    private int named(String name) {
        Objects.requireNonNull(name, "Group name");
        Integer group = pattern.names.get(name);
        if (group == null) {
            throw new IllegalArgumentException("No group with name <" + name + ">");
        }
        return group;
    }

    @Override
    public int start() {
        check();
        return first;
    }

    @Override
    public int start(int group) {
        check();
        checkGroup(group);
        return groups[group * 2];
    }

    public int start(String name) {
        return groups[named(name) * 2];
    }

    @Override
    public int end() {
        check();
        return last;
    }

    @Override
    public int end(int group) {
        check();
        checkGroup(group);
        return groups[group * 2 + 1];
    }

    public int end(String name) {
        return groups[named(name) * 2 + 1];
    }

    @Override
    public String group() {
        return group(0);
    }

    @Override
    public String group(int group) {
        if (first < 0) {
            throw new IllegalStateException("No match found");
        }
        checkGroup(group);
        int s = groups[group * 2];
        return s < 0 ? null : input.subSequence(s, groups[group * 2 + 1]).toString();
    }

    public String group(String name) {
        Objects.requireNonNull(name, "Group name");
        if (first < 0) {
            throw new IllegalStateException("No match found");
        }
        return group(named(name));
    }

    @Override
    public int groupCount() {
        return pattern.groupCount;
    }

    public boolean matches() {
        return attempt(from, true);
    }

    public boolean lookingAt() {
        return attempt(from, false);
    }

    /** Matches at one position. */
    private boolean attempt(int at, boolean whole) {
        begin();
        if (previousEnd < 0) {
            previousEnd = from;
        }
        wholeRegion = whole;
        first = at;
        boolean found = pattern.root.match(this, at);
        finish(found);
        return found;
    }

    private void begin() {
        hitEnd = false;
        requireEnd = false;
        Arrays.fill(groups, -1);
        Arrays.fill(locals, -1);
        changes++;
    }

    private void finish(boolean found) {
        if (!found) {
            first = -1;
        }
        previousEnd = last;
    }

    public boolean find() {
        int at = last;
        if (at == first) {
            at++;
        }
        if (at < from) {
            at = from;
        }
        if (at > to) {
            Arrays.fill(groups, -1);
            first = -1;
            return false;
        }
        return search(at);
    }

    public boolean find(int start) {
        if (start < 0 || start > input.length()) {
            throw new IndexOutOfBoundsException("Illegal start index");
        }
        reset();
        return search(start);
    }

    private boolean search(int start) {
        begin();
        wholeRegion = false;
        if (previousEnd < 0) {
            previousEnd = from;
        }
        Node root = pattern.root;
        long[] can = pattern.firstBits;
        for (int i = Math.max(start, 0); i <= to; i++) {
            if (can != null && (i = skip(i, can)) >= to) {
                break;
            }
            first = i;
            if (root.match(this, i)) {
                finish(true);
                return true;
            }
            // Not from inside a surrogate pair.
            if (i + 1 < to && Character.isHighSurrogate(at(i)) && Character.isLowSurrogate(at(i + 1))) {
                i++;
            }
        }
        hitEnd = true;
        finish(false);
        return false;
    }

    /** The first position from {@code i} on that is not Latin-1 or in the table; the end of the region if there is none. */
    private int skip(int i, long[] can) {
        int end = to;
        while (i < end) {
            char c = at(i);
            if (c > 255 || (can[c >> 6] >>> c & 1) != 0) {
                break;
            }
            i++;
        }
        return i;
    }

    public static String quoteReplacement(String s) {
        if (s.indexOf('\\') < 0 && s.indexOf('$') < 0) {
            return s;
        }
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '\\' || c == '$') {
                sb.append('\\');
            }
            sb.append(c);
        }
        return sb.toString();
    }

    /** A replacement with its references to groups resolved. */
    private String expanded(String replacement) {
        if (replacement.length() == 0 || replacement.indexOf('\\') < 0 && replacement.indexOf('$') < 0) {
            return replacement;
        }
        StringBuilder out = new StringBuilder();
        expand(replacement, out);
        return out.toString();
    }

    /** Appends a replacement with its references to groups resolved. */
    private void expand(String replacement, StringBuilder out) {
        int n = replacement.length();
        int i = 0;
        while (i < n) {
            char c = replacement.charAt(i++);
            if (c == '\\') {
                if (i == n) {
                    throw new IllegalArgumentException("character to be escaped is missing");
                }
                out.append(replacement.charAt(i++));
            } else if (c == '$') {
                if (i == n) {
                    throw new IllegalArgumentException("Illegal group reference: group index is missing");
                }
                i = expandGroup(replacement, i, out);
            } else {
                out.append(c);
            }
        }
    }

    private int expandGroup(String replacement, int at, StringBuilder out) {
        int n = replacement.length();
        int i = at;
        int group;
        char c = replacement.charAt(i);
        if (c == '{') {
            int start = ++i;
            while (i < n && isNameChar(replacement.charAt(i))) {
                i++;
            }
            if (i == start) {
                throw new IllegalArgumentException("named capturing group is missing trailing '}'");
            }
            if (i == n || replacement.charAt(i) != '}') {
                throw new IllegalArgumentException("named capturing group is missing trailing '}'");
            }
            String name = replacement.substring(start, i);
            if (name.charAt(0) >= '0' && name.charAt(0) <= '9') {
                throw new IllegalArgumentException("capturing group name {" + name + "} starts with digit character");
            }
            Integer number = pattern.names.get(name);
            if (number == null) {
                throw new IllegalArgumentException("No group with name {" + name + "}");
            }
            group = number;
            i++;
        } else {
            group = c - '0';
            if (group < 0 || group > 9) {
                throw new IllegalArgumentException("Illegal group reference");
            }
            i++;
            while (i < n) {
                int d = replacement.charAt(i) - '0';
                if (d < 0 || d > 9 || group * 10 + d > groupCount()) {
                    break;
                }
                group = group * 10 + d;
                i++;
            }
        }
        String text = group(group);
        if (text != null) {
            out.append(text);
        }
        return i;
    }

    private static boolean isNameChar(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    public Matcher appendReplacement(StringBuffer sb, String replacement) {
        check();
        String text = expanded(replacement);
        sb.append(input, appendPosition, first);
        sb.append(text);
        appendPosition = last;
        changes++;
        return this;
    }

    public Matcher appendReplacement(StringBuilder sb, String replacement) {
        check();
        String text = expanded(replacement);
        sb.append(input, appendPosition, first);
        sb.append(text);
        appendPosition = last;
        changes++;
        return this;
    }

    public StringBuffer appendTail(StringBuffer sb) {
        sb.append(input, appendPosition, input.length());
        return sb;
    }

    public StringBuilder appendTail(StringBuilder sb) {
        sb.append(input, appendPosition, input.length());
        return sb;
    }

    public String replaceAll(String replacement) {
        reset();
        if (!find()) {
            return input.toString();
        }
        StringBuilder sb = new StringBuilder();
        do {
            appendReplacement(sb, replacement);
        } while (find());
        return appendTail(sb).toString();
    }

    public String replaceAll(Function<MatchResult, String> replacer) {
        Objects.requireNonNull(replacer);
        reset();
        if (!find()) {
            return input.toString();
        }
        StringBuilder sb = new StringBuilder();
        do {
            int seen = changes;
            String replacement = replacer.apply(this);
            if (seen != changes) {
                throw new ConcurrentModificationException();
            }
            appendReplacement(sb, replacement);
        } while (find());
        return appendTail(sb).toString();
    }

    public Stream<MatchResult> results() {
        ArrayList<MatchResult> list = new ArrayList<>();
        reset();
        while (find()) {
            list.add(toMatchResult());
        }
        return list.stream();
    }

    public String replaceFirst(String replacement) {
        Objects.requireNonNull(replacement, "replacement");
        reset();
        if (!find()) {
            return input.toString();
        }
        StringBuilder sb = new StringBuilder();
        appendReplacement(sb, replacement);
        return appendTail(sb).toString();
    }

    public String replaceFirst(Function<MatchResult, String> replacer) {
        Objects.requireNonNull(replacer);
        reset();
        if (!find()) {
            return input.toString();
        }
        StringBuilder sb = new StringBuilder();
        int seen = changes;
        String replacement = replacer.apply(this);
        if (seen != changes) {
            throw new ConcurrentModificationException();
        }
        appendReplacement(sb, replacement);
        return appendTail(sb).toString();
    }

    public Matcher region(int start, int end) {
        if (start < 0 || start > input.length()) {
            throw new IndexOutOfBoundsException("start");
        }
        if (end < 0 || end > input.length()) {
            throw new IndexOutOfBoundsException("end");
        }
        if (start > end) {
            throw new IndexOutOfBoundsException("start > end");
        }
        reset();
        from = start;
        to = end;
        return this;
    }

    public int regionStart() {
        return from;
    }

    public int regionEnd() {
        return to;
    }

    public boolean hasTransparentBounds() {
        return transparent;
    }

    public Matcher useTransparentBounds(boolean b) {
        transparent = b;
        return this;
    }

    public boolean hasAnchoringBounds() {
        return anchoring;
    }

    public Matcher useAnchoringBounds(boolean b) {
        anchoring = b;
        return this;
    }

    @Override
    public String toString() {
        return "java.util.regex.Matcher[pattern=" + pattern + " region=" + from + "," + to + " lastmatch="
                + (first >= 0 && group() != null ? group() : "") + "]";
    }

    public boolean hitEnd() {
        return hitEnd;
    }

    public boolean requireEnd() {
        return requireEnd;
    }
}
