package java.util;

/** How growing arrays grow. */
final class Capacity {
    /** Some VMs keep header words in an array, so the last few lengths are avoided while that is possible. */
    static final int SOFT_MAX = Integer.MAX_VALUE - 8;

    private Capacity() {
    }

    /** The new length of an array of {@code old} elements that needs {@code least} more and would like {@code wanted} more. */
    static int grow(int old, int least, int wanted) {
        int length = old + (least > wanted ? least : wanted);
        if (length > 0 && length <= SOFT_MAX) {
            return length;
        }
        int needed = old + least;
        if (needed < 0) {
            throw new OutOfMemoryError("Required length exceeds implementation limit");
        }
        return needed <= SOFT_MAX ? SOFT_MAX : needed;
    }

    /** The smallest power of two that is not below {@code n}, within 1 and 2^30. */
    static int powerOfTwo(int n) {
        if (n <= 1) {
            return 1;
        }
        return n >= 1 << 30 ? 1 << 30 : Integer.highestOneBit(n - 1) << 1;
    }
}
