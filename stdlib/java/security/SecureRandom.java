package java.security;

import java.util.Objects;
import java.util.Random;

/** Random numbers that cannot be guessed: the host makes them. */
public class SecureRandom extends Random {
    private static final long serialVersionUID = 4940670005562187L;

    private final String algorithm;
    private final SecureRandomSpi spi;
    private final transient Provider provider;

    public SecureRandom() {
        this(null, null, "NativePRNG");
    }

    public SecureRandom(byte[] seed) {
        this();
    }

    protected SecureRandom(SecureRandomSpi secureRandomSpi, Provider provider) {
        this(secureRandomSpi, provider, null);
    }

    private SecureRandom(SecureRandomSpi spi, Provider provider, String algorithm) {
        super(0);
        this.spi = spi;
        this.provider = provider;
        this.algorithm = algorithm;
    }

    public static SecureRandom getInstance(String algorithm) throws NoSuchAlgorithmException {
        switch (algorithm) {
            case "NativePRNG":
            case "NativePRNGBlocking":
            case "NativePRNGNonBlocking":
            case "SHA1PRNG":
            case "DRBG":
                return new SecureRandom(null, Security.getProvider("SUN"), algorithm);
            default:
        }
        for (Provider p : Security.getProviders()) {
            Provider.Service s = p.getService("SecureRandom", algorithm);
            if (s != null) {
                return new SecureRandom((SecureRandomSpi) s.newInstance(null), p, algorithm);
            }
        }
        throw new NoSuchAlgorithmException(algorithm + " SecureRandom not available");
    }

    public static SecureRandom getInstance(String algorithm, String provider) throws NoSuchAlgorithmException, NoSuchProviderException {
        Provider p = Security.getProvider(provider);
        if (p == null) {
            throw new NoSuchProviderException("no such provider: " + provider);
        }
        return getInstance(algorithm);
    }

    public static SecureRandom getInstance(String algorithm, Provider provider) throws NoSuchAlgorithmException {
        return getInstance(algorithm);
    }

    public static SecureRandom getInstance(String algorithm, SecureRandomParameters params) throws NoSuchAlgorithmException {
        if (params == null) {
            throw new IllegalArgumentException("params cannot be null");
        }
        throw new NoSuchAlgorithmException(algorithm + " SecureRandom with parameters not available");
    }

    public static SecureRandom getInstance(String algorithm, SecureRandomParameters params, String provider)
            throws NoSuchAlgorithmException, NoSuchProviderException {
        return getInstance(algorithm, params);
    }

    public static SecureRandom getInstance(String algorithm, SecureRandomParameters params, Provider provider) throws NoSuchAlgorithmException {
        return getInstance(algorithm, params);
    }

    public static SecureRandom getInstanceStrong() throws NoSuchAlgorithmException {
        return new SecureRandom(null, Security.getProvider("SUN"), "Blocking");
    }

    public final Provider getProvider() {
        return provider == null && spi == null ? Security.getProvider("SUN") : provider;
    }

    public String getAlgorithm() {
        return Objects.toString(algorithm, "unknown");
    }

    @Override
    public String toString() {
        return spi == null ? getAlgorithm() : spi.toString();
    }

    public SecureRandomParameters getParameters() {
        return spi == null ? null : spi.engineGetParameters();
    }

    public void setSeed(byte[] seed) {
        Objects.requireNonNull(seed);
        if (spi != null) {
            spi.engineSetSeed(seed);
        }
    }

    @Override
    public void setSeed(long seed) {
    }

    @Override
    public void nextBytes(byte[] bytes) {
        Objects.requireNonNull(bytes);
        if (spi != null) {
            spi.engineNextBytes(bytes);
        } else {
            rvm.internal.HostIO.random(bytes);
        }
    }

    public void nextBytes(byte[] bytes, SecureRandomParameters params) {
        if (params == null) {
            throw new IllegalArgumentException("params cannot be null");
        }
        if (spi == null) {
            throw new UnsupportedOperationException();
        }
        spi.engineNextBytes(Objects.requireNonNull(bytes), params);
    }

    @Override
    protected final int next(int numBits) {
        byte[] b = new byte[4];
        nextBytes(b);
        int v = b[0] << 24 | (b[1] & 255) << 16 | (b[2] & 255) << 8 | b[3] & 255;
        return v >>> 32 - numBits;
    }

    public static byte[] getSeed(int numBytes) {
        return new SecureRandom().generateSeed(numBytes);
    }

    public byte[] generateSeed(int numBytes) {
        if (numBytes < 0) {
            throw new IllegalArgumentException("numBytes cannot be negative");
        }
        if (spi != null) {
            return spi.engineGenerateSeed(numBytes);
        }
        byte[] seed = new byte[numBytes];
        rvm.internal.HostIO.random(seed);
        return seed;
    }

    public void reseed() {
        if (spi != null) {
            spi.engineReseed(null);
        }
    }

    public void reseed(SecureRandomParameters params) {
        if (params == null) {
            throw new IllegalArgumentException("params cannot be null");
        }
        if (spi == null) {
            throw new UnsupportedOperationException();
        }
        spi.engineReseed(params);
    }
}
