package java.util.stream;

/** Sizes of slices. */
final class Slice {
    private Slice() {
    }

    /** How many of {@code size} elements are left when {@code skip} are left out and at most {@code limit} taken (negative: all). */
    static long size(long size, long skip, long limit) {
        long rest = Math.max(0, size - skip);
        return limit < 0 ? rest : Math.min(rest, limit);
    }
}
