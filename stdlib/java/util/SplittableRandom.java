package java.util;

import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Pseudorandom numbers by the SplitMix algorithm (Steele, Lea, Flood 2014), whose generators can be split. */
public final class SplittableRandom implements RandomGenerator, SplittableGenerator {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final java.util.concurrent.atomic.AtomicLong DEFAULT =
            new java.util.concurrent.atomic.AtomicLong(mixed(System.nanoTime()) ^ mixed(System.currentTimeMillis()));

    private long seed;
    private final long gamma;

    private SplittableRandom(long seed, long gamma) {
        this.seed = seed;
        this.gamma = gamma;
    }

    public SplittableRandom(long seed) {
        this(seed, GOLDEN_GAMMA);
    }

    public SplittableRandom() {
        long s = DEFAULT.getAndAdd(GOLDEN_GAMMA << 1);
        seed = mixed(s);
        gamma = mixedGamma(s + GOLDEN_GAMMA);
    }

    private static long mixed(long z) {
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    private static int mixed32(long z) {
        z = (z ^ z >>> 33) * 0x62a9d9ed799705f5L;
        return (int) ((z ^ z >>> 28) * 0xcb24d0a5c88c35b3L >>> 32);
    }

    private static long mixedGamma(long z) {
        z = (z ^ z >>> 33) * 0xff51afd7ed558ccdL;
        z = (z ^ z >>> 33) * 0xc4ceb9fe1a85ec53L;
        z = (z ^ z >>> 33) | 1L;
        return Long.bitCount(z ^ z >>> 1) < 24 ? z ^ 0xaaaaaaaaaaaaaaaaL : z;
    }

    private long next() {
        return seed += gamma;
    }

    @Override
    public SplittableRandom split() {
        return new SplittableRandom(nextLong(), mixedGamma(next()));
    }

    @Override
    public SplittableRandom split(SplittableGenerator source) {
        return new SplittableRandom(source.nextLong(), mixedGamma(source.nextLong()));
    }

    @Override
    public int nextInt() {
        return mixed32(next());
    }

    @Override
    public long nextLong() {
        return mixed(next());
    }

    @Override
    public void nextBytes(byte[] bytes) {
        int i = 0;
        int n = bytes.length;
        for (int words = n >> 3; words-- > 0;) {
            long r = nextLong();
            for (int k = 0; k < 8; k++, r >>>= 8) {
                bytes[i++] = (byte) r;
            }
        }
        if (i < n) {
            for (long r = nextLong(); i < n; r >>>= 8) {
                bytes[i++] = (byte) r;
            }
        }
    }

    @Override
    public Stream<SplittableGenerator> splits() {
        return splits(Long.MAX_VALUE, this);
    }

    @Override
    public Stream<SplittableGenerator> splits(long streamSize) {
        return splits(streamSize, this);
    }

    @Override
    public Stream<SplittableGenerator> splits(SplittableGenerator source) {
        return splits(Long.MAX_VALUE, source);
    }

    @Override
    public Stream<SplittableGenerator> splits(long streamSize, SplittableGenerator source) {
        if (streamSize < 0) {
            throw new IllegalArgumentException("size must be non-negative");
        }
        return Stream.<SplittableGenerator>generate(() -> split(source)).limit(streamSize);
    }

    @Override
    public IntStream ints(long streamSize) {
        return SplittableGenerator.super.ints(streamSize);
    }

    @Override
    public IntStream ints() {
        return SplittableGenerator.super.ints();
    }

    @Override
    public IntStream ints(long streamSize, int origin, int bound) {
        return SplittableGenerator.super.ints(streamSize, origin, bound);
    }

    @Override
    public IntStream ints(int origin, int bound) {
        return SplittableGenerator.super.ints(origin, bound);
    }

    @Override
    public LongStream longs(long streamSize) {
        return SplittableGenerator.super.longs(streamSize);
    }

    @Override
    public LongStream longs() {
        return SplittableGenerator.super.longs();
    }

    @Override
    public LongStream longs(long streamSize, long origin, long bound) {
        return SplittableGenerator.super.longs(streamSize, origin, bound);
    }

    @Override
    public LongStream longs(long origin, long bound) {
        return SplittableGenerator.super.longs(origin, bound);
    }

    @Override
    public DoubleStream doubles(long streamSize) {
        return SplittableGenerator.super.doubles(streamSize);
    }

    @Override
    public DoubleStream doubles() {
        return SplittableGenerator.super.doubles();
    }

    @Override
    public DoubleStream doubles(long streamSize, double origin, double bound) {
        return SplittableGenerator.super.doubles(streamSize, origin, bound);
    }

    @Override
    public DoubleStream doubles(double origin, double bound) {
        return SplittableGenerator.super.doubles(origin, bound);
    }
}
