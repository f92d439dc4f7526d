package java.util;

/** The index of an argument is out of range. */
class IllegalFormatArgumentIndexException extends IllegalFormatException {
    private final int illegalIndex;

    IllegalFormatArgumentIndexException(int index) {
        illegalIndex = index;
    }

    int getIndex() {
        return illegalIndex;
    }

    @Override
    public String getMessage() {
        return illegalIndex == Integer.MIN_VALUE
                ? "Format argument index: (not representable as int)"
                : String.format("Illegal format argument index = %d", illegalIndex);
    }
}
