import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions of our own: parser, Thompson's automaton, a set simulation, a backtracking matcher with groups, a lazy DFA; all against each other. */
public class RegexEngine {
    abstract static class Node {
        static final class Chars extends Node {
            final BitSet set;
            Chars(BitSet set) { this.set = set; }
        }
        static final class Seq extends Node {
            final List<Node> parts = new ArrayList<>();
        }
        static final class Alt extends Node {
            final List<Node> choices = new ArrayList<>();
        }
        static final class Repeat extends Node {
            final Node body;
            final int least;
            final int most;
            final boolean greedy;
            Repeat(Node body, int least, int most, boolean greedy) {
                this.body = body;
                this.least = least;
                this.most = most;
                this.greedy = greedy;
            }
        }
        static final class Group extends Node {
            final Node body;
            final int number;
            Group(Node body, int number) {
                this.body = body;
                this.number = number;
            }
        }
        static final class Edge extends Node {
            final char kind;
            Edge(char kind) { this.kind = kind; }
        }
    }

    static final class BadPattern extends Exception {
        private static final long serialVersionUID = 1L;
        final int at;

        BadPattern(String what, int at) {
            super(what);
            this.at = at;
        }

        @Override
        public String getMessage() {
            return super.getMessage() + " near " + at;
        }
    }

    static final class Parser {
        private final String text;
        private int at;
        int groups;

        Parser(String text) { this.text = text; }

        Node parse() throws BadPattern {
            Node n = alternatives();
            if (at < text.length()) {
                throw new BadPattern("unmatched )", at);
            }
            return n;
        }

        private boolean more() { return at < text.length(); }

        private Node alternatives() throws BadPattern {
            Node.Alt alt = new Node.Alt();
            do {
                Node.Seq seq = new Node.Seq();
                while (more() && text.charAt(at) != '|' && text.charAt(at) != ')') {
                    seq.parts.add(repeated());
                }
                alt.choices.add(seq);
            } while (more() && text.charAt(at) == '|' && at++ >= 0);
            return alt.choices.size() == 1 ? alt.choices.get(0) : alt;
        }

        private Node repeated() throws BadPattern {
            Node n = atom();
            while (more()) {
                int least;
                int most;
                switch (text.charAt(at)) {
                    case '*': least = 0; most = -1; break;
                    case '+': least = 1; most = -1; break;
                    case '?': least = 0; most = 1; break;
                    case '{': {
                        int end = text.indexOf('}', at);
                        if (end < 0) {
                            throw new BadPattern("open {", at);
                        }
                        String[] parts = text.substring(at + 1, end).split(",", -1);
                        try {
                            least = Integer.parseInt(parts[0]);
                            most = parts.length == 1 ? least : parts[1].isEmpty() ? -1 : Integer.parseInt(parts[1]);
                        } catch (NumberFormatException e) {
                            throw new BadPattern("count", at);
                        }
                        at = end;
                        break;
                    }
                    default:
                        return n;
                }
                at++;
                boolean greedy = !(more() && text.charAt(at) == '?');
                if (!greedy) {
                    at++;
                }
                n = new Node.Repeat(n, least, most, greedy);
            }
            return n;
        }

        private Node atom() throws BadPattern {
            char c = text.charAt(at++);
            switch (c) {
                case '(': {
                    boolean capture = !text.startsWith("?:", at);
                    int number = capture ? ++groups : 0;
                    at += capture ? 0 : 2;
                    Node inner = alternatives();
                    if (!more()) {
                        throw new BadPattern("unclosed group", at);
                    }
                    at++;
                    return capture ? new Node.Group(inner, number) : inner;
                }
                case '[': return set();
                case '.': {
                    BitSet all = new BitSet();
                    all.set(0, 128);
                    all.clear('\n');
                    return new Node.Chars(all);
                }
                case '^': case '$': return new Node.Edge(c);
                case '*': case '+': case '?': throw new BadPattern("dangling " + c, at - 1);
                case '\\':
                    if (!more()) {
                        throw new BadPattern("escape", at);
                    }
                    return new Node.Chars(escape(text.charAt(at++)));
                default: {
                    BitSet one = new BitSet();
                    one.set(c);
                    return new Node.Chars(one);
                }
            }
        }

        private static BitSet escape(char c) {
            BitSet s = new BitSet();
            switch (Character.toLowerCase(c)) {
                case 'd': s.set('0', '9' + 1); break;
                case 'w': s.set('0', '9' + 1); s.set('a', 'z' + 1); s.set('A', 'Z' + 1); s.set('_'); break;
                case 's': s.set(' '); s.set('\t'); s.set('\n'); s.set('\r'); s.set('\f'); s.set(11); break;
                default: s.set(c); return s;
            }
            if (Character.isUpperCase(c)) {
                s.flip(0, 128);
            }
            return s;
        }

        private Node set() throws BadPattern {
            BitSet s = new BitSet();
            boolean not = more() && text.charAt(at) == '^';
            at += not ? 1 : 0;
            boolean first = true;
            while (more() && (first || text.charAt(at) != ']')) {
                first = false;
                char c = text.charAt(at++);
                if (c == '\\' && more()) {
                    s.or(escape(text.charAt(at++)));
                } else if (at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']') {
                    s.set(c, text.charAt(at + 1) + 1);
                    at += 2;
                } else {
                    s.set(c);
                }
            }
            if (!more()) {
                throw new BadPattern("unclosed [", at);
            }
            at++;
            if (not) {
                s.flip(0, 128);
            }
            return new Node.Chars(s);
        }
    }

    /** One instruction of the automaton: a character set, a split, a save, an edge or the end. */
    static final class Op {
        static final int CHARS = 0, SPLIT = 1, SAVE = 2, EDGE = 3, MATCH = 4, JUMP = 5;
        final int kind;
        BitSet set;
        int a;
        int b;

        Op(int kind) { this.kind = kind; }

        @Override
        public String toString() {
            switch (kind) {
                case CHARS: return "chars" + set.cardinality();
                case SPLIT: return "split " + a + "," + b;
                case SAVE: return "save " + a;
                case EDGE: return "edge " + (char) a;
                case JUMP: return "jump " + a;
                default: return "match";
            }
        }
    }

    final List<Op> program = new ArrayList<>();
    final int groups;

    RegexEngine(String pattern) throws BadPattern {
        Parser p = new Parser(pattern);
        Node n = p.parse();
        groups = p.groups;
        emit(new Node.Group(n, 0));
        add(Op.MATCH);
    }

    private Op add(int kind) {
        Op op = new Op(kind);
        program.add(op);
        return op;
    }

    private void emit(Node n) {
        if (n instanceof Node.Chars) {
            add(Op.CHARS).set = ((Node.Chars) n).set;
        } else if (n instanceof Node.Seq) {
            ((Node.Seq) n).parts.forEach(this::emit);
        } else if (n instanceof Node.Alt) {
            List<Op> ends = new ArrayList<>();
            List<Node> choices = ((Node.Alt) n).choices;
            for (int i = 0; i < choices.size(); i++) {
                if (i < choices.size() - 1) {
                    Op split = add(Op.SPLIT);
                    split.a = program.size();
                    emit(choices.get(i));
                    ends.add(add(Op.JUMP));
                    split.b = program.size();
                } else {
                    emit(choices.get(i));
                }
            }
            ends.forEach(e -> e.a = program.size());
        } else if (n instanceof Node.Group) {
            Node.Group g = (Node.Group) n;
            add(Op.SAVE).a = 2 * g.number;
            emit(g.body);
            add(Op.SAVE).a = 2 * g.number + 1;
        } else if (n instanceof Node.Edge) {
            add(Op.EDGE).a = ((Node.Edge) n).kind;
        } else {
            Node.Repeat r = (Node.Repeat) n;
            for (int i = 0; i < r.least; i++) {
                emit(r.body);
            }
            if (r.most < 0) {
                int start = program.size();
                Op split = add(Op.SPLIT);
                emit(r.body);
                add(Op.JUMP).a = start;
                aim(split, start + 1, program.size(), r.greedy);
            } else {
                List<Op> splits = new ArrayList<>();
                for (int i = r.least; i < r.most; i++) {
                    splits.add(add(Op.SPLIT));
                    splits.get(splits.size() - 1).a = program.size();
                    emit(r.body);
                }
                splits.forEach(s -> aim(s, s.a, program.size(), r.greedy));
            }
        }
    }

    private static void aim(Op split, int into, int past, boolean greedy) {
        split.a = greedy ? into : past;
        split.b = greedy ? past : into;
    }

    int steps;

    /** Backtracking: the places of the groups, or null. */
    int[] match(String s, int from) {
        int[] saved = new int[2 * groups + 2];
        Arrays.fill(saved, -1);
        steps = 0;
        return run(s, 0, from, saved, new HashMap<>()) ? saved : null;
    }

    private boolean run(String s, int pc, int at, int[] saved, Map<Integer, Integer> loops) {
        while (true) {
            steps++;
            Op op = program.get(pc);
            switch (op.kind) {
                case Op.MATCH: return true;
                case Op.JUMP: pc = op.a; break;
                case Op.CHARS:
                    if (at >= s.length() || !op.set.get(s.charAt(at))) {
                        return false;
                    }
                    at++;
                    pc++;
                    break;
                case Op.EDGE:
                    if (op.a == '^' ? at != 0 : at != s.length()) {
                        return false;
                    }
                    pc++;
                    break;
                case Op.SAVE: {
                    int old = saved[op.a];
                    saved[op.a] = at;
                    if (run(s, pc + 1, at, saved, loops)) {
                        return true;
                    }
                    saved[op.a] = old;
                    return false;
                }
                default: {
                    Integer last = loops.get(pc);
                    if (last != null && last == at) {
                        return run(s, Math.max(op.a, op.b), at, saved, loops);
                    }
                    loops.put(pc, at);
                    boolean ok = run(s, op.a, at, saved, loops);
                    if (!ok) {
                        loops.put(pc, at);
                        ok = run(s, op.b, at, saved, loops);
                    }
                    if (last == null) {
                        loops.remove(pc);
                    } else {
                        loops.put(pc, last);
                    }
                    return ok;
                }
            }
        }
    }

    private void close(BitSet states, int pc, int at, int end) {
        if (states.get(pc)) {
            return;
        }
        states.set(pc);
        Op op = program.get(pc);
        switch (op.kind) {
            case Op.JUMP: close(states, op.a, at, end); break;
            case Op.SPLIT: close(states, op.a, at, end); close(states, op.b, at, end); break;
            case Op.SAVE: close(states, pc + 1, at, end); break;
            case Op.EDGE:
                if (op.a == '^' ? at == 0 : at == end) {
                    close(states, pc + 1, at, end);
                }
                break;
            default: break;
        }
    }

    /** All states at once: does the whole text match? */
    boolean simulate(String s) {
        BitSet now = new BitSet();
        close(now, 0, 0, s.length());
        for (int i = 0; i < s.length(); i++) {
            BitSet next = new BitSet();
            for (int pc = now.nextSetBit(0); pc >= 0; pc = now.nextSetBit(pc + 1)) {
                Op op = program.get(pc);
                if (op.kind == Op.CHARS && op.set.get(s.charAt(i))) {
                    close(next, pc + 1, i + 1, s.length());
                }
            }
            now = next;
        }
        return now.get(program.size() - 1);
    }

    final Map<BitSet, Map<Character, BitSet>> table = new LinkedHashMap<>();

    /** The same by states made on demand (for patterns without edges). */
    boolean lazy(String s) {
        BitSet state = new BitSet();
        close(state, 0, -1, -2);
        for (char c : s.toCharArray()) {
            BitSet from = state;
            state = table.computeIfAbsent(from, k -> new HashMap<>()).computeIfAbsent(c, k -> {
                BitSet next = new BitSet();
                from.stream().filter(pc -> program.get(pc).kind == Op.CHARS && program.get(pc).set.get(c))
                        .forEach(pc -> close(next, pc + 1, -1, -2));
                return next;
            });
        }
        return state.get(program.size() - 1);
    }

    String find(String s) {
        for (int i = 0; i <= s.length(); i++) {
            int[] m = match(s, i);
            if (m != null) {
                StringBuilder b = new StringBuilder();
                for (int g = 0; g <= groups; g++) {
                    b.append(g == 0 ? "" : ",").append(m[2 * g] < 0 || m[2 * g + 1] < 0 ? "null" : "'" + s.substring(m[2 * g], m[2 * g + 1]) + "'");
                }
                return b.append("@").append(i).toString();
            }
        }
        return "no match";
    }

    static String library(String pattern, String s) {
        Matcher m = Pattern.compile(pattern).matcher(s);
        if (!m.find()) {
            return "no match";
        }
        StringBuilder b = new StringBuilder();
        for (int g = 0; g <= m.groupCount(); g++) {
            b.append(g == 0 ? "" : ",").append(m.group(g) == null ? "null" : "'" + m.group(g) + "'");
        }
        return b.append("@").append(m.start()).toString();
    }

    public static void main(String[] args) throws BadPattern {
        System.out.println(new RegexEngine("(a|b)*c{2,3}?").program);
        String[] patterns = {"a+b", "(a|b)*abb", "^(\\w+)@(\\w+)\\.(com|org)$", "[^aeiou\\s]{3,}", "x*", "(\\d+)-(\\d+)?-(\\d{2,4})", "a.c",
            "(?:ab|a)(bc|c)", "<.+?>", "<.+>", "([a-c]+)(\\1x)?", "a?b?c?d?$", "((a)|(b))+", "\\D\\S\\W"};
        String[] texts = {"aaab", "xxabbabb", "joe@site.org", "strength in numbers", "", "tel 12--345 or 1-22-3333", "abc a\nc", "<a><bc>", "abcabx", "ab+ -"};
        int same = 0;
        int all = 0;
        for (String p : patterns) {
            if (p.contains("\\1")) {
                continue;
            }
            RegexEngine e = new RegexEngine(p);
            for (String t : texts) {
                String ours = e.find(t);
                String theirs = library(p, t);
                all++;
                if (ours.equals(theirs)) {
                    same++;
                } else {
                    System.out.println("differs: " + p + " on " + t + ": " + ours + " / " + theirs);
                }
                if (!ours.equals("no match") && !ours.startsWith("''")) {
                    System.out.println(p + "  " + t.replace("\n", "\\n") + "  " + ours);
                }
                boolean whole = e.simulate(t);
                if (whole != Pattern.matches(p, t) || !p.contains("^") && !p.contains("$") && whole != e.lazy(t)) {
                    System.out.println("whole differs: " + p + " on " + t);
                }
            }
        }
        System.out.println(same + " of " + all + " as the library");
        RegexEngine slow = new RegexEngine("(a*)*b");
        for (int n = 2; n <= 10; n += 4) {
            slow.match("a".repeat(n), 0);
            System.out.println("a^" + n + ": " + slow.steps + " steps, simulated " + slow.simulate("a".repeat(n) + "b") + ", lazy " + slow.lazy("a".repeat(n)) + ", states " + slow.table.size());
        }
        for (String bad : new String[] {"(a", "a)", "*a", "a{x}", "a{2", "[abc", "a\\"}) {
            try {
                new RegexEngine(bad);
                System.out.println("accepted " + bad);
            } catch (BadPattern e) {
                System.out.println(bad + ": " + e.getMessage() + " (" + e.at + ")");
            }
        }
    }
}
