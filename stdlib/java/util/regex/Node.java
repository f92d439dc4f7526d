package java.util.regex;

/**
 * A part of a compiled pattern. {@code match} says whether the input matches from position {@code i} this part and all that follows it; parts call
 * what follows them, so backtracking is returning false.
 */
abstract class Node {
    Node next;

    abstract boolean match(Matcher m, int i);

    /** Fewest and most characters this part alone takes; {@link #UNBOUNDED} for no bound. */
    int least() {
        return 0;
    }

    int most() {
        return 0;
    }

    /**
     * The code points that a match of this part and what follows can begin with, for a search to skip what cannot; null for any,
     * and where the part may take nothing.
     */
    CharSet first() {
        return null;
    }

    static final int UNBOUNDED = 0x3fffffff;
    /** No bound either, but of a single character class, which look-behind takes. */
    static final int MANY = 0xfffffff;

    static int plus(int a, int b) {
        return Math.min(UNBOUNDED, a + b);
    }

    static int times(int a, int n) {
        long product = (long) a * n;
        return product >= UNBOUNDED ? UNBOUNDED : (int) product;
    }

    /** The end of the pattern. */
    static final class Accept extends Node {
        @Override
        boolean match(Matcher m, int i) {
            if (m.wholeRegion && i != m.to) {
                return false;
            }
            m.groups[0] = m.first;
            m.groups[1] = i;
            m.last = i;
            return true;
        }
    }

    /** The end of a part that is tried by itself: lookaround, atomic groups, conditions of loops. */
    static final class Stop extends Node {
        @Override
        boolean match(Matcher m, int i) {
            m.stoppedAt = i;
            return true;
        }
    }

    /** The end of a lookbehind: must be where it was asked. */
    static final class StopAt extends Node {
        @Override
        boolean match(Matcher m, int i) {
            return i == m.lookbehindTo;
        }
    }

    /** Nothing. */
    static final class Empty extends Node {
        @Override
        boolean match(Matcher m, int i) {
            return next.match(m, i);
        }
    }

    /** A text, each character as it is. */
    static final class Text extends Node {
        private final String text;

        Text(String text) {
            this.text = text;
        }

        @Override
        boolean match(Matcher m, int i) {
            int n = text.length();
            for (int k = 0; k < n; k++) {
                if (i + k >= m.to) {
                    m.hitEnd = true;
                    return false;
                }
                if (m.at(i + k) != text.charAt(k)) {
                    return false;
                }
            }
            return next.match(m, i + n);
        }

        @Override
        CharSet first() {
            return CharSet.one(text.codePointAt(0));
        }

        @Override
        int least() {
            return text.length();
        }

        @Override
        int most() {
            return text.length();
        }
    }

    /** One code point of a set. */
    static final class One extends Node {
        final CharSet set;
        private final long[] bits;

        One(CharSet set) {
            this.set = set;
            this.bits = set.bits();
        }

        @Override
        boolean match(Matcher m, int i) {
            if (i >= m.to) {
                m.hitEnd = true;
                return false;
            }
            char c = m.at(i);
            if (c < 256) {
                return (bits[c >> 6] >>> c & 1) != 0 && next.match(m, i + 1);
            }
            int end = wide(m, i, c, set);
            return end >= 0 && next.match(m, end);
        }

        @Override
        CharSet first() {
            return set;
        }

        @Override
        int least() {
            return 1;
        }

        @Override
        int most() {
            return 2;
        }

        /** The position behind a code point of the set at {@code i}, or -1. */
        static int step(Matcher m, int i, CharSet set) {
            if (i >= m.to) {
                m.hitEnd = true;
                return -1;
            }
            char c = m.at(i);
            if (c < 256) {
                return set.has(c) ? i + 1 : -1;
            }
            return wide(m, i, c, set);
        }

        /** As step, for a character that is not Latin-1. */
        static int wide(Matcher m, int i, char c, CharSet set) {
            if (c < 0xd800 || c > 0xdbff || i + 1 >= m.to) {
                return set.test(c) ? i + 1 : -1;
            }
            char d = m.at(i + 1);
            if (d < 0xdc00 || d > 0xdfff) {
                return set.test(c) ? i + 1 : -1;
            }
            return set.test(Character.toCodePoint(c, d)) ? i + 2 : -1;
        }
    }

    /** Repetition of one code point of a set. */
    static final class Run extends Node {
        private final CharSet set;
        private final long[] bits;
        private final int min;
        private final int max;
        private final int kind;

        Run(CharSet set, int min, int max, int kind) {
            this.set = set;
            this.bits = set.bits();
            this.min = min;
            this.max = max;
            this.kind = kind;
        }

        @Override
        boolean match(Matcher m, int start) {
            int i = start;
            int n = 0;
            while (n < min) {
                i = One.step(m, i, set);
                if (i < 0) {
                    return false;
                }
                n++;
            }
            if (kind == Loop.LAZY) {
                while (!next.match(m, i)) {
                    if (n++ >= max) {
                        return false;
                    }
                    i = One.step(m, i, set);
                    if (i < 0) {
                        return false;
                    }
                }
                return true;
            }
            int low = i;
            i = longest(m, i, max - n);
            if (kind == Loop.POSSESSIVE) {
                return next.match(m, i);
            }
            while (true) {
                if (next.match(m, i)) {
                    return true;
                }
                if (i <= low) {
                    return false;
                }
                i--;
                // Back over a whole surrogate pair.
                if (i > low && Character.isLowSurrogate(m.at(i)) && Character.isHighSurrogate(m.at(i - 1))) {
                    i--;
                }
            }
        }

        /** The position behind as many code points of the set as there are, but no more than so many. */
        private int longest(Matcher m, int i, int most) {
            long[] b = bits;
            int to = m.to;
            for (int n = 0; n < most; n++) {
                if (i >= to) {
                    m.hitEnd = true;
                    return i;
                }
                char c = m.at(i);
                if (c < 256) {
                    if ((b[c >> 6] >>> c & 1) == 0) {
                        return i;
                    }
                    i++;
                } else {
                    int e = One.wide(m, i, c, set);
                    if (e < 0) {
                        return i;
                    }
                    i = e;
                }
            }
            return i;
        }

        @Override
        CharSet first() {
            return min > 0 ? set : null;
        }

        @Override
        int least() {
            return min;
        }

        @Override
        int most() {
            return max == UNBOUNDED ? MANY : times(2, max);
        }
    }

    /** Alternatives, tried in order. Each ends in a node that leads on to what follows. */
    static final class Choice extends Node {
        final Node[] options;

        Choice(Node[] options) {
            this.options = options;
        }

        @Override
        boolean match(Matcher m, int i) {
            for (Node option : options) {
                if (option.match(m, i)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        CharSet first() {
            CharSet all = null;
            for (Node option : options) {
                CharSet one = option.first();
                if (one == null) {
                    return null;
                }
                all = all == null ? one : all.or(one);
            }
            return all;
        }
    }

    /** Where a nested part ends: goes on with what follows the part. */
    static final class Join extends Node {
        @Override
        boolean match(Matcher m, int i) {
            return next.match(m, i);
        }
    }

    /** The beginning of a capturing group: remembers where. */
    static final class Open extends Node {
        private final int local;

        Open(int local) {
            this.local = local;
        }

        @Override
        CharSet first() {
            return next.first();
        }

        @Override
        boolean match(Matcher m, int i) {
            int saved = m.locals[local];
            m.locals[local] = i;
            boolean ok = next.match(m, i);
            m.locals[local] = saved;
            return ok;
        }
    }

    /** The end of a capturing group: sets its bounds, and sets them back if the rest does not match. */
    static final class Close extends Node {
        private final int local;
        private final int group;

        Close(int local, int group) {
            this.local = local;
            this.group = group;
        }

        @Override
        boolean match(Matcher m, int i) {
            int s = m.groups[group * 2];
            int e = m.groups[group * 2 + 1];
            m.groups[group * 2] = m.locals[local];
            m.groups[group * 2 + 1] = i;
            if (next.match(m, i)) {
                return true;
            }
            m.groups[group * 2] = s;
            m.groups[group * 2 + 1] = e;
            return false;
        }
    }

    /** Enters a loop over a group: its counter starts anew. */
    static final class Enter extends Node {
        final Loop loop;

        Enter(Loop loop) {
            this.loop = loop;
        }

        @Override
        boolean match(Matcher m, int i) {
            int count = m.locals[loop.counter];
            int begin = m.locals[loop.counter + 1];
            m.locals[loop.counter] = 0;
            m.locals[loop.counter + 1] = -1;
            boolean ok = loop.match(m, i);
            m.locals[loop.counter] = count;
            m.locals[loop.counter + 1] = begin;
            return ok;
        }
    }

    /** A greedy or lazy loop over a group: the body ends here, and here it is decided whether to go round again. */
    static final class Loop extends Node {
        static final int GREEDY = 0;
        static final int LAZY = 1;
        static final int POSSESSIVE = 2;

        Node body;
        final int counter;
        private final int min;
        private final int max;
        private final boolean lazy;

        Loop(int counter, int min, int max, boolean lazy) {
            this.counter = counter;
            this.min = min;
            this.max = max;
            this.lazy = lazy;
        }

        @Override
        boolean match(Matcher m, int i) {
            int count = m.locals[counter];
            if (count < min) {
                return again(m, i, count);
            }
            // A round that took nothing ends the loop.
            if (i == m.locals[counter + 1]) {
                return leave(m, i);
            }
            if (lazy) {
                return leave(m, i) || count < max && again(m, i, count);
            }
            return count < max && again(m, i, count) || leave(m, i);
        }

        private boolean again(Matcher m, int i, int count) {
            int begin = m.locals[counter + 1];
            m.locals[counter] = count + 1;
            m.locals[counter + 1] = i;
            if (body.match(m, i)) {
                return true;
            }
            m.locals[counter] = count;
            m.locals[counter + 1] = begin;
            return false;
        }

        private boolean leave(Matcher m, int i) {
            return next.match(m, i);
        }
    }

    /** A part that is matched by itself and not tried again: {@code (?>...)} and possessive loops. */
    static final class Atomic extends Node {
        private final Node body;
        private final int min;
        private final int max;

        Atomic(Node body, int min, int max) {
            this.body = body;
            this.min = min;
            this.max = max;
        }

        @Override
        boolean match(Matcher m, int start) {
            int[] saved = m.groups.clone();
            int i = start;
            int n = 0;
            while (n < max && body.match(m, i)) {
                n++;
                int end = m.stoppedAt;
                if (end == i) {
                    n = Math.max(n, min);
                    break;
                }
                i = end;
            }
            if (n >= min && next.match(m, i)) {
                return true;
            }
            System.arraycopy(saved, 0, m.groups, 0, saved.length);
            return false;
        }
    }

    /** Lookahead. */
    static final class Ahead extends Node {
        private final Node body;
        private final boolean wanted;

        Ahead(Node body, boolean wanted) {
            this.body = body;
            this.wanted = wanted;
        }

        @Override
        boolean match(Matcher m, int i) {
            int[] saved = m.groups.clone();
            int to = m.to;
            if (m.transparent) {
                m.to = m.input.length();
            }
            boolean found = body.match(m, i);
            m.to = to;
            if (found == wanted && (wanted || restore(m, saved)) && next.match(m, i)) {
                return true;
            }
            restore(m, saved);
            return false;
        }

        private static boolean restore(Matcher m, int[] saved) {
            System.arraycopy(saved, 0, m.groups, 0, saved.length);
            return true;
        }
    }

    /** Lookbehind of bounded length. */
    static final class Behind extends Node {
        private final Node body;
        private final boolean wanted;
        private final int min;
        private final int max;

        Behind(Node body, boolean wanted, int min, int max) {
            this.body = body;
            this.wanted = wanted;
            this.min = min;
            this.max = max;
        }

        @Override
        boolean match(Matcher m, int i) {
            int from = m.transparent ? 0 : m.from;
            int savedTo = m.lookbehindTo;
            int[] saved = m.groups.clone();
            boolean found = false;
            m.lookbehindTo = i;
            for (int j = i - min; !found && j >= Math.max(from, i - max); j--) {
                found = body.match(m, j);
            }
            m.lookbehindTo = savedTo;
            if (found == wanted && next.match(m, i)) {
                return true;
            }
            System.arraycopy(saved, 0, m.groups, 0, saved.length);
            return false;
        }
    }

    /** {@code \X}, an extended grapheme cluster. */
    static final class Cluster extends Node {
        @Override
        boolean match(Matcher m, int i) {
            if (i >= m.to) {
                m.hitEnd = true;
                return false;
            }
            int end = rvm.internal.Graphemes.next(m.input, i, m.to);
            m.hitEnd |= end == m.to;
            return next.match(m, end);
        }

        @Override
        int least() {
            return 1;
        }

        @Override
        int most() {
            return UNBOUNDED;
        }
    }

    /** What a group captured, once more. */
    static final class Back extends Node {
        private final int group;
        private final boolean anyCase;
        private final boolean unicode;

        Back(int group, boolean anyCase, boolean unicode) {
            this.group = group;
            this.anyCase = anyCase;
            this.unicode = unicode;
        }

        @Override
        boolean match(Matcher m, int i) {
            int s = m.groups[group * 2];
            int n = m.groups[group * 2 + 1] - s;
            if (s < 0) {
                return false;
            }
            if (i + n > m.to) {
                m.hitEnd = true;
                return false;
            }
            for (int k = 0; k < n; k++) {
                char a = m.at(s + k);
                char b = m.at(i + k);
                if (a != b && !(anyCase && CharSet.equalAnyCase(a, b, unicode))) {
                    return false;
                }
            }
            return next.match(m, i + n);
        }

        @Override
        int most() {
            return UNBOUNDED;
        }
    }
}
