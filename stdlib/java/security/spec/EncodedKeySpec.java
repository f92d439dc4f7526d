package java.security.spec;

import java.util.Objects;

/** A key in its encoded form. */
public abstract class EncodedKeySpec implements KeySpec {
    private final byte[] encodedKey;
    private final String algorithm;

    public EncodedKeySpec(byte[] encodedKey) {
        this.encodedKey = encodedKey.clone();
        algorithm = null;
    }

    protected EncodedKeySpec(byte[] encodedKey, String algorithm) {
        this.algorithm = Objects.requireNonNull(algorithm, "algorithm name may not be null");
        this.encodedKey = Objects.requireNonNull(encodedKey, "encodedKey may not be null").clone();
        if (algorithm.isEmpty()) {
            throw new IllegalArgumentException("algorithm name may not be empty");
        }
    }

    public String getAlgorithm() {
        return algorithm;
    }

    public byte[] getEncoded() {
        return encodedKey.clone();
    }

    public abstract String getFormat();
}
