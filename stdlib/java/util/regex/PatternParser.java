package java.util.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compiles the text of a pattern to nodes. */
final class PatternParser {
    private final String pattern;
    private final int length;
    private int flags;
    private int i;
    int groupCount;
    int localCount;
    final Map<String, Integer> names = new LinkedHashMap<>();
    private int depth;

    /** Nesting of groups and classes beyond which a pattern is refused. */
    private static final int MAX_DEPTH = 2000;

    PatternParser(String pattern, int flags) {
        this.pattern = pattern;
        this.length = pattern.length();
        this.flags = flags;
    }

    /** A chain of nodes. */
    private static final class Seq {
        Node first;
        Node last;
        int least;
        int most;

        void add(Node n) {
            add(n, n, n.least(), n.most());
        }

        void add(Node from, Node to, int min, int max) {
            if (first == null) {
                first = from;
            } else {
                last.next = from;
            }
            last = to;
            least = Node.plus(least, min);
            most = Node.plus(most, max);
        }

        void add(Seq s) {
            add(s.first, s.last, s.least, s.most);
        }
    }

    private boolean on(int flag) {
        return (flags & flag) != 0;
    }

    PatternSyntaxException error(String text) {
        return new PatternSyntaxException(text, pattern, i - 1);
    }

    private PatternSyntaxException errorAt(String text, int at) {
        return new PatternSyntaxException(text, pattern, at);
    }

    Node parse() {
        Node accept = new Node.Accept();
        Seq s;
        if (on(Pattern.LITERAL)) {
            s = literal(pattern);
        } else {
            s = alternatives();
            if (i < length) {
                // Only a closing parenthesis stops the parser early.
                i++;
                throw errorAt("Unmatched closing ')'", i - 2);
            }
        }
        s.last.next = accept;
        return s.first;
    }

    private Seq literal(String text) {
        Seq s = new Seq();
        if (text.isEmpty()) {
            s.add(new Node.Empty());
        } else if (on(Pattern.CASE_INSENSITIVE)) {
            for (int k = 0; k < text.length();) {
                int c = text.codePointAt(k);
                s.add(new Node.One(single(c)));
                k += Character.charCount(c);
            }
        } else {
            s.add(new Node.Text(text));
        }
        return s;
    }

    private CharSet single(int c) {
        return !on(Pattern.CASE_INSENSITIVE) ? CharSet.one(c)
                : on(Pattern.UNICODE_CASE) ? CharSet.oneAnyCase(c) : CharSet.anyCase(CharSet.one(c), false);
    }

    /** Skips white space and comments under COMMENTS. */
    private void skipComments() {
        while (on(Pattern.COMMENTS) && i < length) {
            char c = pattern.charAt(i);
            if (c == ' ' || c >= 9 && c <= 13) {
                i++;
            } else if (c == '#') {
                while (i < length && !CharSet.isLineEnd(pattern.charAt(i), on(Pattern.UNIX_LINES))) {
                    i++;
                }
            } else {
                break;
            }
        }
    }

    private int peek() {
        skipComments();
        return i < length ? pattern.codePointAt(i) : -1;
    }

    private int take() {
        int c = peek();
        if (c >= 0) {
            i += Character.charCount(c);
        }
        return c;
    }

    private void deeper() {
        if (++depth > MAX_DEPTH) {
            throw error("Nesting of more than " + MAX_DEPTH + " groups is not supported");
        }
    }

    private Seq alternatives() {
        deeper();
        Seq first = sequence();
        if (peek() != '|') {
            depth--;
            return first;
        }
        ArrayList<Seq> list = new ArrayList<>();
        list.add(first);
        while (peek() == '|') {
            i++;
            list.add(sequence());
        }
        Node join = new Node.Join();
        Node[] options = new Node[list.size()];
        int min = Node.UNBOUNDED;
        int max = 0;
        for (int k = 0; k < options.length; k++) {
            Seq s = list.get(k);
            s.last.next = join;
            options[k] = s.first;
            min = Math.min(min, s.least);
            max = Math.max(max, s.most);
        }
        Seq result = new Seq();
        result.add(new Node.Choice(options), join, min, max);
        depth--;
        return result;
    }

    private Seq sequence() {
        Seq s = new Seq();
        StringBuilder plain = null;
        while (true) {
            int c = peek();
            if (c < 0 || c == '|' || c == ')') {
                break;
            }
            int start = i;
            // Runs of ordinary characters become one text.
            if (!on(Pattern.CASE_INSENSITIVE) && "\\[(.^$*+?{".indexOf(c) < 0) {
                take();
                if (!quantifierFollows()) {
                    if (plain == null) {
                        plain = new StringBuilder();
                    }
                    plain.appendCodePoint(c);
                    continue;
                }
                i = start;
            }
            if (plain != null) {
                s.add(new Node.Text(plain.toString()));
                plain = null;
            }
            element(s);
        }
        if (plain != null) {
            s.add(new Node.Text(plain.toString()));
        }
        if (s.first == null) {
            s.add(new Node.Empty());
        }
        return s;
    }

    private boolean quantifierFollows() {
        int c = peek();
        return c == '*' || c == '+' || c == '?' || c == '{';
    }

    /** One atom with its quantifier. */
    private void element(Seq out) {
        int at = i;
        int c = take();
        Seq atom = new Seq();
        switch (c) {
            case '(':
                atom = group();
                if (atom == null) {
                    return;
                }
                break;
            case '[':
                atom.add(new Node.One(charClass()));
                break;
            case '.':
                atom.add(new Node.One(on(Pattern.DOTALL) ? CharSet.ALL : CharSet.dot(on(Pattern.UNIX_LINES))));
                break;
            case '^':
                atom.add(on(Pattern.MULTILINE) ? new Bounds.LineBegin(on(Pattern.UNIX_LINES)) : new Bounds.Begin());
                break;
            case '$':
                atom.add(new Bounds.LineEnd(on(Pattern.MULTILINE), on(Pattern.UNIX_LINES)));
                break;
            case '{':
                throw errorAt("Illegal repetition", at + 1);
            case '*':
            case '+':
            case '?':
                throw errorAt("Dangling meta character '" + (char) c + "'", at);
            case '\\':
                escape(atom);
                break;
            default:
                atom.add(new Node.One(single(c)));
        }
        Seq result = quantified(atom);
        // Counted repetition may follow another quantifier.
        while (peek() == '{') {
            result = quantified(result);
        }
        out.add(result);
    }

    private Seq quantified(Seq atom) {
        Seq result = atom;
        int c = peek();
        int min;
        int max;
        if (c == '*') {
            min = 0;
            max = Node.UNBOUNDED;
            i++;
        } else if (c == '+') {
            min = 1;
            max = Node.UNBOUNDED;
            i++;
        } else if (c == '?') {
            min = 0;
            max = 1;
            i++;
        } else if (c == '{') {
            i++;
            if (!isDigit(peekRaw())) {
                throw errorAt("Illegal repetition", i);
            }
            min = number();
            max = min;
            if (peekRaw() == ',') {
                i++;
                max = peekRaw() == '}' ? Node.UNBOUNDED : isDigit(peekRaw()) ? number() : -2;
            }
            if (peekRaw() != '}') {
                i++;
                throw errorAt("Unclosed counted closure", Math.min(i, length + 1) - 1);
            }
            if (max < min) {
                throw errorAt("Illegal repetition range", i);
            }
            i++;
        } else {
            return result;
        }
        int kind = Node.Loop.GREEDY;
        c = peek();
        if (c == '?') {
            kind = Node.Loop.LAZY;
            i++;
        } else if (c == '+') {
            kind = Node.Loop.POSSESSIVE;
            i++;
        }
        return loop(result, min, max, kind);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private int peekRaw() {
        return i < length ? pattern.charAt(i) : -1;
    }

    private int number() {
        long n = 0;
        while (isDigit(peekRaw())) {
            n = n * 10 + (peekRaw() - '0');
            if (n > Integer.MAX_VALUE) {
                throw errorAt("Illegal repetition range", i);
            }
            i++;
        }
        return (int) Math.min(n, Node.UNBOUNDED);
    }

    private Seq loop(Seq atom, int min, int max, int kind) {
        Seq out = new Seq();
        if (atom.first == atom.last && atom.first instanceof Node.One) {
            out.add(new Node.Run(((Node.One) atom.first).set, min, max, kind));
            return out;
        }
        int least = Node.times(atom.least, min);
        int most = Node.times(atom.most, max);
        if (kind == Node.Loop.POSSESSIVE) {
            atom.last.next = new Node.Stop();
            Node n = new Node.Atomic(atom.first, min, max);
            out.add(n, n, least, most);
            return out;
        }
        Node.Loop loop = new Node.Loop(localCount, min, max, kind == Node.Loop.LAZY);
        localCount += 2;
        loop.body = atom.first;
        atom.last.next = loop;
        out.add(new Node.Enter(loop), loop, least, most);
        return out;
    }

    /** Behind an opening parenthesis; null for flags that hold to the end of the group around. */
    private Seq group() {
        int saved = flags;
        Seq out = new Seq();
        if (peekRaw() != '?') {
            capture(out, ++groupCount);
            flags = saved;
            return out;
        }
        i++;
        int c = peekRaw();
        i++;
        switch (c) {
            case ':':
                out = alternatives();
                break;
            case '=':
            case '!': {
                Seq body = alternatives();
                body.last.next = new Node.Stop();
                out.add(new Node.Ahead(body.first, c == '='));
                break;
            }
            case '>': {
                Seq body = alternatives();
                body.last.next = new Node.Stop();
                Node n = new Node.Atomic(body.first, 1, 1);
                out.add(n, n, body.least, body.most);
                break;
            }
            case '<': {
                int d = peekRaw();
                if (d == '=' || d == '!') {
                    i++;
                    int start = i;
                    Seq body = alternatives();
                    if (body.most >= Node.UNBOUNDED) {
                        throw errorAt("Look-behind group does not have an obvious maximum length", i - 1);
                    }
                    body.last.next = new Node.StopAt();
                    out.add(new Node.Behind(body.first, d == '=', body.least, body.most));
                    break;
                }
                String name = groupName();
                if (names.containsKey(name)) {
                    throw error("Named capturing group <" + name + "> is already defined");
                }
                names.put(name, groupCount + 1);
                capture(out, ++groupCount);
                flags = saved;
                return out;
            }
            case -1:
                throw errorAt("Unknown inline modifier", length);
            default:
                i--;
                inlineFlags();
                c = peekRaw();
                i++;
                if (c == ')') {
                    return null;
                }
                if (c != ':') {
                    throw error("Unknown inline modifier");
                }
                out = alternatives();
        }
        close();
        flags = saved;
        return out;
    }

    private void close() {
        if (peek() != ')') {
            throw errorAt("Unclosed group", length);
        }
        i++;
    }

    private void capture(Seq out, int group) {
        int local = localCount++;
        Seq body = alternatives();
        close();
        out.add(new Node.Open(local));
        out.add(body);
        out.add(new Node.Close(local, group));
    }

    private String groupName() {
        int start = i;
        int c = peekRaw();
        if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
            throw errorAt("capturing group name does not start with a Latin letter", i);
        }
        while (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c)) {
            i++;
            c = peekRaw();
        }
        if (c != '>') {
            throw errorAt("named capturing group is missing trailing '>'", i);
        }
        i++;
        return pattern.substring(start, i - 1);
    }

    private void inlineFlags() {
        boolean set = true;
        while (true) {
            int flag;
            switch (peekRaw()) {
                case 'i':
                    flag = Pattern.CASE_INSENSITIVE;
                    break;
                case 'm':
                    flag = Pattern.MULTILINE;
                    break;
                case 's':
                    flag = Pattern.DOTALL;
                    break;
                case 'd':
                    flag = Pattern.UNIX_LINES;
                    break;
                case 'u':
                    flag = Pattern.UNICODE_CASE;
                    break;
                case 'x':
                    flag = Pattern.COMMENTS;
                    break;
                case 'U':
                    flag = Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE;
                    break;
                case 'c':
                    throw errorAt("Canonical equivalence is not supported", i);
                case '-':
                    if (!set) {
                        return;
                    }
                    set = false;
                    i++;
                    continue;
                default:
                    return;
            }
            flags = set ? flags | flag : flags & ~flag;
            i++;
        }
    }

    /** Behind a backslash, outside a class. */
    private void escape(Seq out) {
        int c = i < length ? pattern.codePointAt(i) : -1;
        if (c < 0) {
            throw errorAt("Unexpected internal error", length);
        }
        boolean unicode = on(Pattern.UNICODE_CHARACTER_CLASS);
        switch (c) {
            case 'A':
                i++;
                out.add(new Bounds.Begin());
                return;
            case 'z':
                i++;
                out.add(new Bounds.End());
                return;
            case 'Z':
                i++;
                out.add(new Bounds.LineEnd(false, on(Pattern.UNIX_LINES)));
                return;
            case 'G':
                i++;
                out.add(new Bounds.LastMatch());
                return;
            case 'b':
                i++;
                if (pattern.startsWith("{g}", i)) {
                    i += 3;
                    out.add(new Bounds.ClusterBound());
                    return;
                }
                out.add(new Bounds.WordBound(true, unicode));
                return;
            case 'B':
                i++;
                out.add(new Bounds.WordBound(false, unicode));
                return;
            case 'R':
                i++;
                lineBreak(out);
                return;
            case 'X':
                i++;
                out.add(new Node.Cluster());
                return;
            case 'Q': {
                i++;
                int end = pattern.indexOf("\\E", i);
                String text = pattern.substring(i, end < 0 ? length : end);
                i = end < 0 ? length : end + 2;
                // A quantifier belongs to the last character alone.
                int last = text.isEmpty() ? 0 : text.offsetByCodePoints(text.length(), -1);
                if (last > 0 && quantifierFollows()) {
                    out.add(literal(text.substring(0, last)));
                    Seq tail = quantified(literal(text.substring(last)));
                    out.add(tail);
                } else {
                    out.add(literal(text));
                }
                return;
            }
            case 'E':
                throw errorAt("Illegal/unsupported escape sequence", i);
            case 'k': {
                i++;
                if (peekRaw() != '<') {
                    throw errorAt("\\k is not followed by '<' for named capturing group", i);
                }
                i++;
                String name = groupName();
                Integer group = names.get(name);
                if (group == null) {
                    throw error("named capturing group <" + name + "> does not exist");
                }
                out.add(new Node.Back(group, on(Pattern.CASE_INSENSITIVE), on(Pattern.UNICODE_CASE)));
                return;
            }
            default:
        }
        if (c >= '1' && c <= '9') {
            int group = c - '0';
            i++;
            // More digits belong to the number while there are so many groups.
            while (isDigit(peekRaw())) {
                int more = group * 10 + (peekRaw() - '0');
                if (more > groupCount) {
                    break;
                }
                group = more;
                i++;
            }
            if (group > groupCount) {
                // A group that does not exist (yet) never matches.
                maxBackReference = Math.max(maxBackReference, group);
            }
            out.add(new Node.Back(group, on(Pattern.CASE_INSENSITIVE), on(Pattern.UNICODE_CASE)));
            return;
        }
        CharSet set = escapedSet();
        if (set != null) {
            out.add(new Node.One(set));
        } else {
            out.add(new Node.One(single(escapedChar())));
        }
    }

    int maxBackReference;

    private void lineBreak(Seq out) {
        Node join = new Node.Join();
        Node crlf = new Node.Text("\r\n");
        crlf.next = join;
        Node one = new Node.One(CharSet.VERTICAL);
        one.next = join;
        out.add(new Node.Choice(new Node[] {crlf, one}), join, 1, 2);
    }

    /** A predefined class behind a backslash, or null; takes it. */
    private CharSet escapedSet() {
        boolean unicode = on(Pattern.UNICODE_CHARACTER_CLASS);
        int c = peekRaw();
        CharSet set;
        switch (c) {
            case 'd':
            case 'D':
                set = unicode ? CharProperty.of("Digit", true) : CharSet.DIGIT;
                break;
            case 'w':
            case 'W':
                set = unicode ? CharSet.UNICODE_WORD : CharSet.WORD;
                break;
            case 's':
            case 'S':
                set = unicode ? CharSet.UNICODE_SPACE : CharSet.SPACE;
                break;
            case 'h':
            case 'H':
                set = CharSet.HORIZONTAL;
                break;
            case 'v':
            case 'V':
                set = CharSet.VERTICAL;
                break;
            case 'p':
            case 'P':
                i++;
                set = property();
                return c == 'P' ? set.not() : set;
            default:
                return null;
        }
        i++;
        return c < 'a' ? set.not() : set;
    }

    private CharSet property() {
        String name;
        if (peekRaw() == '{') {
            int end = pattern.indexOf('}', i);
            if (end < 0) {
                throw errorAt("Unclosed character family", length);
            }
            name = pattern.substring(i + 1, end);
            i = end + 1;
            if (name.isEmpty()) {
                throw error("Empty character family");
            }
        } else {
            if (i >= length) {
                throw errorAt("Unknown character property name {\0}", i);
            }
            name = pattern.substring(i, i + 1);
            i++;
        }
        int eq = name.indexOf('=');
        CharSet set;
        if (eq >= 0) {
            set = CharProperty.of(name.substring(0, eq), name.substring(eq + 1));
            String key = name.substring(0, eq);
            if (set != null && on(Pattern.CASE_INSENSITIVE)
                    && (key.equalsIgnoreCase("gc") || key.equalsIgnoreCase("general_category"))) {
                CharSet both = CharProperty.anyCase(name.substring(eq + 1), false);
                return both != null ? both : set;
            }
            if (set == null) {
                throw error("Unknown Unicode property {name=<" + name.substring(0, eq) + ">, value=<" + name.substring(eq + 1) + ">}");
            }
            return set;
        }
        set = CharProperty.of(name, on(Pattern.UNICODE_CHARACTER_CLASS));
        if (set == null) {
            throw error("Unknown character property name {" + name + "}");
        }
        CharSet both = on(Pattern.CASE_INSENSITIVE) ? CharProperty.anyCase(name, on(Pattern.UNICODE_CHARACTER_CLASS)) : null;
        return both != null ? both : set;
    }

    /** An escaped single character behind a backslash. */
    private int escapedChar() {
        int c = pattern.codePointAt(i);
        i += Character.charCount(c);
        switch (c) {
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 'f':
                return '\f';
            case 'a':
                return 7;
            case 'e':
                return 27;
            case '0': {
                int n = 0;
                int digits = 0;
                while (digits < 3 && peekRaw() >= '0' && peekRaw() <= '7' && n * 8 + (peekRaw() - '0') <= 0377) {
                    n = n * 8 + (peekRaw() - '0');
                    i++;
                    digits++;
                }
                if (digits == 0) {
                    throw errorAt("Illegal octal escape sequence", i);
                }
                return n;
            }
            case 'x':
                if (peekRaw() == '{') {
                    int end = pattern.indexOf('}', i);
                    if (end < 0) {
                        throw errorAt("Unclosed hexadecimal escape sequence", i);
                    }
                    int v;
                    try {
                        v = Integer.parseInt(pattern.substring(i + 1, end), 16);
                    } catch (NumberFormatException e) {
                        throw errorAt("Illegal hexadecimal escape sequence", i);
                    }
                    if (v < 0 || v > Character.MAX_CODE_POINT) {
                        throw errorAt("Hexadecimal codepoint is too big", i);
                    }
                    i = end + 1;
                    return v;
                }
                return hex(2, "Illegal hexadecimal escape sequence");
            case 'u': {
                int v = hex(4, "Illegal Unicode escape sequence");
                if (Character.isHighSurrogate((char) v) && pattern.startsWith("\\u", i)) {
                    int saved = i;
                    i += 2;
                    int low = hex(4, "Illegal Unicode escape sequence");
                    if (Character.isLowSurrogate((char) low)) {
                        return Character.toCodePoint((char) v, (char) low);
                    }
                    i = saved;
                }
                return v;
            }
            case 'c':
                if (i >= length) {
                    throw errorAt("Illegal control escape sequence", i - 1);
                }
                return pattern.charAt(i++) ^ 64;
            case 'N':
                if (peekRaw() != '{') {
                    throw errorAt("Illegal character name escape sequence", i);
                }
                throw errorAt("Character names (\\N{...}) are not supported", i);
            default:
                if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '1' && c <= '9') {
                    throw errorAt("Illegal/unsupported escape sequence", i - 1);
                }
                return c;
        }
    }

    private int hex(int digits, String message) {
        int v = 0;
        for (int k = 0; k < digits; k++) {
            int d = i < length ? Character.digit(pattern.charAt(i), 16) : -1;
            if (d < 0) {
                throw errorAt(message, i);
            }
            v = v * 16 + d;
            i++;
        }
        return v;
    }

    /** Behind an opening bracket: a class up to its closing bracket. */
    private CharSet charClass() {
        deeper();
        boolean negate = false;
        if (peekRaw() == '^') {
            negate = true;
            i++;
        }
        CharSet set = null;
        boolean first = true;
        while (true) {
            int c = on(Pattern.COMMENTS) ? peek() : i < length ? pattern.codePointAt(i) : -1;
            if (c < 0) {
                throw errorAt("Unclosed character class", length - 1);
            }
            if (c == ']' && !first) {
                i++;
                break;
            }
            if (c == '&' && pattern.startsWith("&&", i)) {
                i += 2;
                while (pattern.startsWith("&&", i)) {
                    i += 2;
                }
                CharSet right = intersected();
                if (right != null) {
                    set = set == null ? right : set.and(right);
                } else if (set == null) {
                    throw errorAt("Bad class syntax", i);
                }
                first = false;
                continue;
            }
            CharSet part;
            if (c == '[') {
                i++;
                part = charClass();
            } else {
                part = classRange();
            }
            set = set == null ? part : set.or(part);
            first = false;
        }
        depth--;
        return negate ? set.not() : set;
    }

    /** What stands right of {@code &&}: up to the next {@code &&} or the end of the class. */
    private CharSet intersected() {
        CharSet set = null;
        while (i < length && pattern.charAt(i) != ']' && !pattern.startsWith("&&", i)) {
            CharSet part;
            if (pattern.charAt(i) == '[') {
                i++;
                part = charClass();
            } else {
                part = classRange();
            }
            set = set == null ? part : set.or(part);
        }
        return set;
    }

    /** A character, a range or a predefined class inside brackets. */
    private CharSet classRange() {
        int c = pattern.codePointAt(i);
        if (c == '\\') {
            i++;
            if (i >= length) {
                throw errorAt("Unclosed character class", length - 1);
            }
            if (peekRaw() == 'Q') {
                i++;
                int end = pattern.indexOf("\\E", i);
                String text = pattern.substring(i, end < 0 ? length : end);
                i = end < 0 ? length : end + 2;
                CharSet quoted = CharSet.of("");
                for (int k = 0; k < text.length(); k += Character.charCount(text.codePointAt(k))) {
                    quoted = quoted.or(single(text.codePointAt(k)));
                }
                return quoted;
            }
            if (peekRaw() == 'R' || peekRaw() == 'b') {
                throw errorAt("Illegal/unsupported escape sequence", i);
            }
            CharSet set = escapedSet();
            if (set != null) {
                return set;
            }
            c = escapedChar();
        } else {
            i += Character.charCount(c);
        }
        if (peekRaw() == '-' && i + 1 < length && pattern.charAt(i + 1) != ']' && pattern.charAt(i + 1) != '[') {
            i++;
            int high = pattern.codePointAt(i);
            i += Character.charCount(high);
            if (high == '\\') {
                if (i >= length) {
                    throw errorAt("Unclosed character class", length - 1);
                }
                high = escapedChar();
            }
            if (high < c) {
                throw error("Illegal character range");
            }
            CharSet range = CharSet.range(c, high);
            return on(Pattern.CASE_INSENSITIVE) ? CharSet.anyCase(range, on(Pattern.UNICODE_CASE)) : range;
        }
        return single(c);
    }
}
