package java.util.concurrent;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** A random generator for the current thread: no other thread shares its state. */
public class ThreadLocalRandom extends Random {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;
    private static final AtomicLong SEEDER = new AtomicLong(mix(System.currentTimeMillis()) ^ mix(System.nanoTime()));
    private static final ThreadLocal<ThreadLocalRandom> CURRENT = new ThreadLocal<>();

    private long state;
    private boolean initialized;

    private ThreadLocalRandom() {
        super(0);
        state = mix(SEEDER.getAndAdd(0xbb67ae8584caa73bL));
        initialized = true;
    }

    public static ThreadLocalRandom current() {
        ThreadLocalRandom r = CURRENT.get();
        if (r == null) {
            r = new ThreadLocalRandom();
            CURRENT.set(r);
        }
        return r;
    }

    /** Scatters the bits (the finaliser of MurmurHash3). */
    private static long mix(long z) {
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }

    public void setSeed(long seed) {
        // The constructor of Random comes here too.
        if (initialized) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    protected int next(int bits) {
        return nextInt() >>> (32 - bits);
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    @Override
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }
}
