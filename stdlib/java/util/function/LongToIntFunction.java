package java.util.function;

/** Maps a long to an int. */
@FunctionalInterface
public interface LongToIntFunction {
    int applyAsInt(long value);
}
