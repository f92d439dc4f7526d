package java.util.random;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A source of pseudorandom numbers. */
public interface RandomGenerator {
    static RandomGenerator of(String name) {
        java.util.Objects.requireNonNull(name);
        if (name.equals("Random")) {
            return new java.util.Random();
        }
        if (name.equals("SplittableRandom")) {
            return new java.util.SplittableRandom();
        }
        throw new IllegalArgumentException("No implementation of the random number generator algorithm \"" + name + "\" is available");
    }

    static RandomGenerator getDefault() {
        return new java.util.Random();
    }

    default boolean isDeprecated() {
        return false;
    }

    long nextLong();

    default int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    default int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive");
        }
        int r = nextInt();
        int m = bound - 1;
        if ((bound & m) == 0) {
            return r & m;
        }
        int u = r >>> 1;
        while (u + m - (r = u % bound) < 0) {
            u = nextInt() >>> 1;
        }
        return r;
    }

    default int nextInt(int origin, int bound) {
        if (origin >= bound) {
            throw new IllegalArgumentException("bound must be greater than origin");
        }
        int r = nextInt();
        int n = bound - origin;
        int m = n - 1;
        if ((n & m) == 0) {
            return (r & m) + origin;
        }
        if (n > 0) {
            int u = r >>> 1;
            while (u + m - (r = u % n) < 0) {
                u = nextInt() >>> 1;
            }
            return r + origin;
        }
        while (r < origin || r >= bound) {
            r = nextInt();
        }
        return r;
    }

    default long nextLong(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive");
        }
        long m = bound - 1;
        long r = nextLong();
        if ((bound & m) == 0L) {
            return r & m;
        }
        long u = r >>> 1;
        while (u + m - (r = u % bound) < 0L) {
            u = nextLong() >>> 1;
        }
        return r;
    }

    default long nextLong(long origin, long bound) {
        if (origin >= bound) {
            throw new IllegalArgumentException("bound must be greater than origin");
        }
        long r = nextLong();
        long n = bound - origin;
        long m = n - 1;
        if ((n & m) == 0L) {
            return (r & m) + origin;
        }
        if (n > 0L) {
            long u = r >>> 1;
            while (u + m - (r = u % n) < 0L) {
                u = nextLong() >>> 1;
            }
            return r + origin;
        }
        while (r < origin || r >= bound) {
            r = nextLong();
        }
        return r;
    }

    default boolean nextBoolean() {
        return nextInt() < 0;
    }

    default void nextBytes(byte[] bytes) {
        int i = 0;
        int words = bytes.length >> 3;
        while (words-- > 0) {
            long r = nextLong();
            for (int n = 0; n < 8; n++, r >>>= 8) {
                bytes[i++] = (byte) r;
            }
        }
        if (i < bytes.length) {
            for (long r = nextLong(); i < bytes.length; r >>>= 8) {
                bytes[i++] = (byte) r;
            }
        }
    }

    default float nextFloat() {
        return (nextInt() >>> 8) * 0x1.0p-24f;
    }

    default float nextFloat(float bound) {
        if (!(bound > 0f && bound < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bound must be finite and positive");
        }
        float r = nextFloat() * bound;
        return r >= bound ? Math.nextDown(bound) : r;
    }

    default float nextFloat(float origin, float bound) {
        if (!(origin < bound && bound - origin < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bound must be greater than origin");
        }
        float r = nextFloat() * (bound - origin) + origin;
        return r >= bound ? Math.nextDown(bound) : r;
    }

    default double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    default double nextDouble(double bound) {
        if (!(bound > 0.0 && bound < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bound must be finite and positive");
        }
        double r = nextDouble() * bound;
        return r >= bound ? Math.nextDown(bound) : r;
    }

    default double nextDouble(double origin, double bound) {
        if (!(origin < bound && bound - origin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bound must be greater than origin");
        }
        double r = nextDouble() * (bound - origin) + origin;
        return r >= bound ? Math.nextDown(bound) : r;
    }

    /** By the polar method; the sequence is not fixed by the specification. */
    default double nextGaussian() {
        double v1;
        double s;
        do {
            v1 = 2 * nextDouble() - 1;
            double v2 = 2 * nextDouble() - 1;
            s = v1 * v1 + v2 * v2;
        } while (s >= 1 || s == 0);
        return v1 * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
    }

    default double nextGaussian(double mean, double stddev) {
        if (stddev < 0.0) {
            throw new IllegalArgumentException("standard deviation must be non-negative");
        }
        return mean + stddev * nextGaussian();
    }

    /** By inversion; the sequence is not fixed by the specification. */
    default double nextExponential() {
        return -Math.log(1.0 - nextDouble());
    }

    private static long checked(long streamSize) {
        if (streamSize < 0L) {
            throw new IllegalArgumentException("size must be non-negative");
        }
        return streamSize;
    }

    default IntStream ints() {
        return IntStream.generate(this::nextInt);
    }

    default IntStream ints(int randomNumberOrigin, int randomNumberBound) {
        if (randomNumberOrigin >= randomNumberBound) {
            throw new IllegalArgumentException("bound must be greater than origin");
        }
        return IntStream.generate(() -> nextInt(randomNumberOrigin, randomNumberBound));
    }

    default IntStream ints(long streamSize) {
        checked(streamSize);
        return ints().limit(streamSize);
    }

    default IntStream ints(long streamSize, int randomNumberOrigin, int randomNumberBound) {
        checked(streamSize);
        return ints(randomNumberOrigin, randomNumberBound).limit(streamSize);
    }

    default LongStream longs() {
        return LongStream.generate(this::nextLong);
    }

    default LongStream longs(long randomNumberOrigin, long randomNumberBound) {
        if (randomNumberOrigin >= randomNumberBound) {
            throw new IllegalArgumentException("bound must be greater than origin");
        }
        return LongStream.generate(() -> nextLong(randomNumberOrigin, randomNumberBound));
    }

    default LongStream longs(long streamSize) {
        checked(streamSize);
        return longs().limit(streamSize);
    }

    default LongStream longs(long streamSize, long randomNumberOrigin, long randomNumberBound) {
        checked(streamSize);
        return longs(randomNumberOrigin, randomNumberBound).limit(streamSize);
    }

    default DoubleStream doubles() {
        return DoubleStream.generate(this::nextDouble);
    }

    default DoubleStream doubles(double randomNumberOrigin, double randomNumberBound) {
        if (!(randomNumberOrigin < randomNumberBound && randomNumberBound - randomNumberOrigin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bound must be greater than origin");
        }
        return DoubleStream.generate(() -> nextDouble(randomNumberOrigin, randomNumberBound));
    }

    default DoubleStream doubles(long streamSize) {
        checked(streamSize);
        return doubles().limit(streamSize);
    }

    default DoubleStream doubles(long streamSize, double randomNumberOrigin, double randomNumberBound) {
        checked(streamSize);
        return doubles(randomNumberOrigin, randomNumberBound).limit(streamSize);
    }

    /** A generator that hands out streams of generators. */
    interface StreamableGenerator extends RandomGenerator {
        static StreamableGenerator of(String name) {
            return narrowed(StreamableGenerator.class, name);
        }

        Stream<RandomGenerator> rngs();

        default Stream<RandomGenerator> rngs(long streamSize) {
            if (streamSize < 0) {
                throw new IllegalArgumentException("size must be non-negative");
            }
            return rngs().limit(streamSize);
        }
    }

    /** A generator of that name and kind. */
    private static <T extends RandomGenerator> T narrowed(Class<T> kind, String name) {
        RandomGenerator g = of(name);
        if (!kind.isInstance(g)) {
            throw new IllegalArgumentException("The random number generator algorithm \"" + name
                    + "\" is not implemented with the interface \"" + kind.getSimpleName() + "\"");
        }
        return kind.cast(g);
    }

    /** A generator that can be split into two that are independent. */
    interface SplittableGenerator extends StreamableGenerator {
        static SplittableGenerator of(String name) {
            return narrowed(SplittableGenerator.class, name);
        }

        SplittableGenerator split();

        SplittableGenerator split(SplittableGenerator source);

        default Stream<SplittableGenerator> splits() {
            return splits(this);
        }

        Stream<SplittableGenerator> splits(long streamSize);

        Stream<SplittableGenerator> splits(SplittableGenerator source);

        Stream<SplittableGenerator> splits(long streamSize, SplittableGenerator source);

        @Override
        default Stream<RandomGenerator> rngs() {
            return splits().map(g -> g);
        }

        @Override
        default Stream<RandomGenerator> rngs(long streamSize) {
            return splits(streamSize).map(g -> g);
        }
    }

    /** A generator that can jump ahead by a fixed, large distance. */
    interface JumpableGenerator extends StreamableGenerator {
        static JumpableGenerator of(String name) {
            return narrowed(JumpableGenerator.class, name);
        }

        JumpableGenerator copy();

        void jump();

        double jumpDistance();

        default RandomGenerator copyAndJump() {
            RandomGenerator result = copy();
            jump();
            return result;
        }

        default Stream<RandomGenerator> jumps() {
            return Stream.generate(this::copyAndJump).sequential();
        }

        default Stream<RandomGenerator> jumps(long streamSize) {
            return jumps().limit(streamSize);
        }

        @Override
        default Stream<RandomGenerator> rngs() {
            return jumps();
        }

        @Override
        default Stream<RandomGenerator> rngs(long streamSize) {
            return jumps(streamSize);
        }
    }

    /** A generator that can also jump much further. */
    interface LeapableGenerator extends JumpableGenerator {
        static LeapableGenerator of(String name) {
            return narrowed(LeapableGenerator.class, name);
        }

        @Override
        LeapableGenerator copy();

        void leap();

        double leapDistance();

        default JumpableGenerator copyAndLeap() {
            JumpableGenerator result = copy();
            leap();
            return result;
        }

        default Stream<JumpableGenerator> leaps() {
            return Stream.generate(this::copyAndLeap).sequential();
        }

        default Stream<JumpableGenerator> leaps(long streamSize) {
            return leaps().limit(streamSize);
        }
    }

    /** A generator that can jump by any distance. */
    interface ArbitrarilyJumpableGenerator extends LeapableGenerator {
        static ArbitrarilyJumpableGenerator of(String name) {
            return narrowed(ArbitrarilyJumpableGenerator.class, name);
        }

        @Override
        ArbitrarilyJumpableGenerator copy();

        void jumpPowerOfTwo(int logDistance);

        void jump(double distance);

        @Override
        default void jump() {
            jump(jumpDistance());
        }

        @Override
        default void leap() {
            jump(leapDistance());
        }

        default ArbitrarilyJumpableGenerator copyAndJump(double distance) {
            ArbitrarilyJumpableGenerator result = copy();
            jump(distance);
            return result;
        }

        default Stream<ArbitrarilyJumpableGenerator> jumps(double distance) {
            return Stream.generate(() -> copyAndJump(distance)).sequential();
        }

        default Stream<ArbitrarilyJumpableGenerator> jumps(long streamSize, double distance) {
            return jumps(distance).limit(streamSize);
        }
    }
}
