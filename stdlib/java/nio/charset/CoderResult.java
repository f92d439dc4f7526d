package java.nio.charset;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;

/** Why a coder stopped. */
public class CoderResult {
    public static final CoderResult UNDERFLOW = new CoderResult(0, 0);
    public static final CoderResult OVERFLOW = new CoderResult(1, 0);

    private final int kind;
    private final int length;

    private CoderResult(int kind, int length) {
        this.kind = kind;
        this.length = length;
    }

    @Override
    public String toString() {
        switch (kind) {
            case 0:
                return "UNDERFLOW";
            case 1:
                return "OVERFLOW";
            case 2:
                return "MALFORMED[" + length + "]";
            default:
                return "UNMAPPABLE[" + length + "]";
        }
    }

    public boolean isUnderflow() {
        return kind == 0;
    }

    public boolean isOverflow() {
        return kind == 1;
    }

    public boolean isError() {
        return kind >= 2;
    }

    public boolean isMalformed() {
        return kind == 2;
    }

    public boolean isUnmappable() {
        return kind == 3;
    }

    public int length() {
        if (!isError()) {
            throw new UnsupportedOperationException();
        }
        return length;
    }

    private static CoderResult error(int kind, int length) {
        if (length <= 0) {
            throw new IllegalArgumentException("Non-positive length");
        }
        return new CoderResult(kind, length);
    }

    public static CoderResult malformedForLength(int length) {
        return error(2, length);
    }

    public static CoderResult unmappableForLength(int length) {
        return error(3, length);
    }

    public void throwException() throws CharacterCodingException {
        switch (kind) {
            case 0:
                throw new BufferUnderflowException();
            case 1:
                throw new BufferOverflowException();
            case 2:
                throw new MalformedInputException(length);
            default:
                throw new UnmappableCharacterException(length);
        }
    }
}
