package java.security;

import java.io.IOException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.InvalidParameterSpecException;
import java.util.Objects;

/** The parameters of an algorithm. */
public class AlgorithmParameters {
    private final AlgorithmParametersSpi spi;
    private final Provider provider;
    private final String algorithm;
    private boolean initialised;

    protected AlgorithmParameters(AlgorithmParametersSpi paramSpi, Provider provider, String algorithm) {
        spi = paramSpi;
        this.provider = provider;
        this.algorithm = algorithm;
    }

    public final String getAlgorithm() {
        return algorithm;
    }

    public static AlgorithmParameters getInstance(String algorithm) throws NoSuchAlgorithmException {
        Objects.requireNonNull(algorithm, "null algorithm name");
        for (Provider p : Security.getProviders()) {
            if (p.getService("AlgorithmParameters", algorithm) != null) {
                return getInstance(algorithm, p);
            }
        }
        throw new NoSuchAlgorithmException(algorithm + " AlgorithmParameters not available");
    }

    public static AlgorithmParameters getInstance(String algorithm, String provider) throws NoSuchAlgorithmException, NoSuchProviderException {
        if (provider == null || provider.isEmpty()) {
            throw new IllegalArgumentException("missing provider");
        }
        Provider p = Security.getProvider(provider);
        if (p == null) {
            throw new NoSuchProviderException("no such provider: " + provider);
        }
        return getInstance(algorithm, p);
    }

    public static AlgorithmParameters getInstance(String algorithm, Provider provider) throws NoSuchAlgorithmException {
        Provider.Service s = provider.getService("AlgorithmParameters", Objects.requireNonNull(algorithm, "null algorithm name"));
        if (s == null) {
            throw new NoSuchAlgorithmException("no such algorithm: " + algorithm + " for provider " + provider.getName());
        }
        return new AlgorithmParameters((AlgorithmParametersSpi) s.newInstance(null), provider, algorithm);
    }

    public final Provider getProvider() {
        return provider;
    }

    private void first() throws InvalidParameterSpecException {
        if (initialised) {
            throw new InvalidParameterSpecException("already initialized");
        }
    }

    public final void init(AlgorithmParameterSpec paramSpec) throws InvalidParameterSpecException {
        first();
        spi.engineInit(paramSpec);
        initialised = true;
    }

    public final void init(byte[] params) throws IOException {
        if (initialised) {
            throw new IOException("already initialized");
        }
        spi.engineInit(params);
        initialised = true;
    }

    public final void init(byte[] params, String format) throws IOException {
        if (initialised) {
            throw new IOException("already initialized");
        }
        spi.engineInit(params, format);
        initialised = true;
    }

    public final <T extends AlgorithmParameterSpec> T getParameterSpec(Class<T> paramSpec) throws InvalidParameterSpecException {
        if (!initialised) {
            throw new InvalidParameterSpecException("not initialized");
        }
        return spi.engineGetParameterSpec(paramSpec);
    }

    public final byte[] getEncoded() throws IOException {
        if (!initialised) {
            throw new IOException("not initialized");
        }
        return spi.engineGetEncoded();
    }

    public final byte[] getEncoded(String format) throws IOException {
        if (!initialised) {
            throw new IOException("not initialized");
        }
        return spi.engineGetEncoded(format);
    }

    @Override
    public final String toString() {
        return initialised ? spi.engineToString() : null;
    }
}
