package java.util.regex;

/** Parts that match positions: anchors and boundaries. */
abstract class Bounds extends Node {
    abstract boolean at(Matcher m, int i);

    @Override
    final boolean match(Matcher m, int i) {
        return at(m, i) && next.match(m, i);
    }

    private static int low(Matcher m) {
        return m.anchoring ? m.from : 0;
    }

    private static int high(Matcher m) {
        return m.anchoring ? m.to : m.input.length();
    }

    /** {@code \A}, and {@code ^} without MULTILINE. */
    static final class Begin extends Bounds {
        @Override
        boolean at(Matcher m, int i) {
            return i == low(m);
        }
    }

    /** {@code \z}. */
    static final class End extends Bounds {
        @Override
        boolean at(Matcher m, int i) {
            if (i != high(m)) {
                return false;
            }
            m.hitEnd = true;
            m.requireEnd = true;
            return true;
        }
    }

    /** {@code \b{g}}. */
    static final class ClusterBound extends Bounds {
        @Override
        boolean at(Matcher m, int i) {
            int low = m.transparent ? 0 : m.from;
            return i == low || rvm.internal.Graphemes.isBoundary(m.input, low, i, m.transparent ? m.input.length() : m.to);
        }
    }

    /** {@code \G}. */
    static final class LastMatch extends Bounds {
        @Override
        boolean at(Matcher m, int i) {
            return i == m.previousEnd;
        }
    }

    /** {@code ^} with MULTILINE. */
    static final class LineBegin extends Bounds {
        private final boolean unix;

        LineBegin(boolean unix) {
            this.unix = unix;
        }

        @Override
        boolean at(Matcher m, int i) {
            // Not behind the input's last line end, nor in an empty input.
            if (i >= high(m)) {
                m.hitEnd = true;
                return false;
            }
            if (i == low(m)) {
                return true;
            }
            char c = m.at(i - 1);
            return CharSet.isLineEnd(c, unix) && !(c == '\r' && m.at(i) == '\n');
        }
    }

    /** {@code $} and {@code \Z}. */
    static final class LineEnd extends Bounds {
        private final boolean multiline;
        private final boolean unix;

        LineEnd(boolean multiline, boolean unix) {
            this.multiline = multiline;
            this.unix = unix;
        }

        @Override
        boolean at(Matcher m, int i) {
            int end = high(m);
            if (i == end) {
                m.hitEnd = true;
                m.requireEnd = true;
                return true;
            }
            char c = m.at(i);
            if (!CharSet.isLineEnd(c, unix)) {
                return false;
            }
            // Not between the two characters of a line end.
            if (c == '\n' && !unix && i > low(m) && m.at(i - 1) == '\r') {
                return false;
            }
            if (multiline) {
                return true;
            }
            int rest = end - i;
            if (rest == 1 || rest == 2 && c == '\r' && !unix && m.at(i + 1) == '\n') {
                m.hitEnd = true;
                m.requireEnd = true;
                return true;
            }
            return false;
        }
    }

    /** {@code \b} and {@code \B}. */
    static final class WordBound extends Bounds {
        private final boolean wanted;
        private final boolean unicode;

        WordBound(boolean wanted, boolean unicode) {
            this.wanted = wanted;
            this.unicode = unicode;
        }

        private boolean isWord(Matcher m, int c) {
            return unicode ? CharSet.UNICODE_WORD.has(c) : c == '_' || Character.isLetterOrDigit(c);
        }

        @Override
        boolean at(Matcher m, int i) {
            int from = m.transparent ? 0 : m.from;
            int to = m.transparent ? m.input.length() : m.to;
            boolean left = i > from && isWord(m, Character.codePointBefore(m.input, i));
            boolean right = false;
            if (i < to) {
                right = isWord(m, Character.codePointAt(m.input, i));
            } else {
                m.hitEnd = true;
                m.requireEnd = true;
            }
            return (left != right) == wanted;
        }
    }
}
