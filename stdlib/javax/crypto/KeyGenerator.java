package javax.crypto;

import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Objects;

/** Makes secret keys. */
public class KeyGenerator {
    private final KeyGeneratorSpi spi;
    private final Provider provider;
    private final String algorithm;

    protected KeyGenerator(KeyGeneratorSpi keyGenSpi, Provider provider, String algorithm) {
        spi = keyGenSpi;
        this.provider = provider;
        this.algorithm = algorithm;
    }

    public static final KeyGenerator getInstance(String algorithm) throws NoSuchAlgorithmException {
        Objects.requireNonNull(algorithm, "null algorithm name");
        for (Provider p : Security.getProviders()) {
            if (p.getService("KeyGenerator", algorithm) != null) {
                return getInstance(algorithm, p);
            }
        }
        throw new NoSuchAlgorithmException(algorithm + " KeyGenerator not available");
    }

    public static final KeyGenerator getInstance(String algorithm, String provider) throws NoSuchAlgorithmException, NoSuchProviderException {
        if (provider == null || provider.isEmpty()) {
            throw new IllegalArgumentException("missing provider");
        }
        Provider p = Security.getProvider(provider);
        if (p == null) {
            throw new NoSuchProviderException("no such provider: " + provider);
        }
        return getInstance(algorithm, p);
    }

    public static final KeyGenerator getInstance(String algorithm, Provider provider) throws NoSuchAlgorithmException {
        Provider.Service s = provider.getService("KeyGenerator", Objects.requireNonNull(algorithm, "null algorithm name"));
        if (s == null) {
            throw new NoSuchAlgorithmException("no such algorithm: " + algorithm + " for provider " + provider.getName());
        }
        return new KeyGenerator((KeyGeneratorSpi) s.newInstance(null), provider, algorithm);
    }

    public final Provider getProvider() {
        return provider;
    }

    public final String getAlgorithm() {
        return algorithm;
    }

    public final void init(SecureRandom random) {
        spi.engineInit(random);
    }

    public final void init(AlgorithmParameterSpec params) throws InvalidAlgorithmParameterException {
        spi.engineInit(params, null);
    }

    public final void init(AlgorithmParameterSpec params, SecureRandom random) throws InvalidAlgorithmParameterException {
        spi.engineInit(params, random);
    }

    public final void init(int keysize) {
        spi.engineInit(keysize, null);
    }

    public final void init(int keysize, SecureRandom random) {
        spi.engineInit(keysize, random);
    }

    public final SecretKey generateKey() {
        return spi.engineGenerateKey();
    }
}
