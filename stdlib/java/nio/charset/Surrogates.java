package java.nio.charset;

import java.nio.CharBuffer;

/** What encoders do at surrogates. */
final class Surrogates {
    private Surrogates() {
    }

    /** The result for a character that the charset lacks. */
    static CoderResult unencodable(CharBuffer in, int at, char c) {
        if (!Character.isSurrogate(c)) {
            return CoderResult.unmappableForLength(1);
        }
        int code = pair(in, at, c);
        return code == -1 ? CoderResult.UNDERFLOW : code < 0 ? CoderResult.malformedForLength(1) : CoderResult.unmappableForLength(2);
    }

    /** The code point of the pair at {@code at}; -1 if its second half is not there yet, -2 if it is malformed. */
    static int pair(CharBuffer in, int at, char c) {
        if (Character.isLowSurrogate(c)) {
            return -2;
        }
        if (at + 1 >= in.limit()) {
            return -1;
        }
        char d = in.get(at + 1);
        return Character.isLowSurrogate(d) ? Character.toCodePoint(c, d) : -2;
    }
}
