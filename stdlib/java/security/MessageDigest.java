package java.security;

import java.nio.ByteBuffer;
import java.util.Objects;

/** Computes a short number that stands for data. */
public abstract class MessageDigest extends MessageDigestSpi {
    private String algorithm;
    private Provider provider;
    private boolean used;

    protected MessageDigest(String algorithm) {
        this.algorithm = algorithm;
    }

    public static MessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
        Objects.requireNonNull(algorithm, "null algorithm name");
        for (Provider p : Security.getProviders()) {
            Provider.Service s = p.getService("MessageDigest", algorithm);
            if (s != null) {
                return of(s, algorithm, p);
            }
        }
        throw new NoSuchAlgorithmException(algorithm + " MessageDigest not available");
    }

    private static MessageDigest of(Provider.Service s, String algorithm, Provider p) throws NoSuchAlgorithmException {
        Object o = s.newInstance(null);
        MessageDigest md = o instanceof MessageDigest ? (MessageDigest) o : new Wrapped((MessageDigestSpi) o, algorithm);
        md.provider = p;
        md.algorithm = algorithm;
        return md;
    }

    public static MessageDigest getInstance(String algorithm, String provider) throws NoSuchAlgorithmException, NoSuchProviderException {
        Objects.requireNonNull(algorithm, "null algorithm name");
        if (provider == null || provider.isEmpty()) {
            throw new IllegalArgumentException("missing provider");
        }
        Provider p = Security.getProvider(provider);
        if (p == null) {
            throw new NoSuchProviderException("no such provider: " + provider);
        }
        return getInstance(algorithm, p);
    }

    public static MessageDigest getInstance(String algorithm, Provider provider) throws NoSuchAlgorithmException {
        Objects.requireNonNull(algorithm, "null algorithm name");
        if (provider == null) {
            throw new IllegalArgumentException("missing provider");
        }
        Provider.Service s = provider.getService("MessageDigest", algorithm);
        if (s == null) {
            throw new NoSuchAlgorithmException("no such algorithm: " + algorithm + " for provider " + provider.getName());
        }
        return of(s, algorithm, provider);
    }

    public final Provider getProvider() {
        return provider;
    }

    public void update(byte input) {
        engineUpdate(input);
        used = true;
    }

    public void update(byte[] input, int offset, int len) {
        if (input == null) {
            throw new IllegalArgumentException("No input buffer given");
        }
        if (input.length - offset < len) {
            throw new IllegalArgumentException("Input buffer too short");
        }
        engineUpdate(input, offset, len);
        used = true;
    }

    public void update(byte[] input) {
        engineUpdate(input, 0, input.length);
        used = true;
    }

    public final void update(ByteBuffer input) {
        if (input == null) {
            throw new NullPointerException();
        }
        engineUpdate(input);
        used = true;
    }

    public byte[] digest() {
        byte[] result = engineDigest();
        used = false;
        return result;
    }

    public int digest(byte[] buf, int offset, int len) throws DigestException {
        if (buf == null) {
            throw new IllegalArgumentException("No output buffer given");
        }
        if (buf.length - offset < len) {
            throw new IllegalArgumentException("Output buffer too small for specified offset and length");
        }
        int n = engineDigest(buf, offset, len);
        used = false;
        return n;
    }

    public byte[] digest(byte[] input) {
        update(input);
        return digest();
    }

    @Override
    public String toString() {
        return algorithm + " Message Digest from " + (provider == null ? "(no provider)" : provider.getName())
                + (used ? ", <in progress>\n" : ", <initialized>\n");
    }

    public static boolean isEqual(byte[] digesta, byte[] digestb) {
        if (digesta == digestb) {
            return true;
        }
        if (digesta == null || digestb == null) {
            return false;
        }
        // The time does not depend on where they differ.
        int difference = digesta.length ^ digestb.length;
        for (int i = 0; i < digesta.length && digestb.length > 0; i++) {
            difference |= digesta[i] ^ digestb[i % digestb.length];
        }
        return difference == 0;
    }

    public void reset() {
        engineReset();
        used = false;
    }

    public final String getAlgorithm() {
        return algorithm;
    }

    public final int getDigestLength() {
        int n = engineGetDigestLength();
        if (n == 0) {
            try {
                return ((MessageDigest) clone()).digest().length;
            } catch (CloneNotSupportedException e) {
                return 0;
            }
        }
        return n;
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        return super.clone();
    }

    private static final class Wrapped extends MessageDigest implements Cloneable {
        private MessageDigestSpi spi;

        Wrapped(MessageDigestSpi spi, String algorithm) {
            super(algorithm);
            this.spi = spi;
        }

        @Override
        protected int engineGetDigestLength() {
            return spi.engineGetDigestLength();
        }

        @Override
        protected void engineUpdate(byte input) {
            spi.engineUpdate(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int len) {
            spi.engineUpdate(input, offset, len);
        }

        @Override
        protected byte[] engineDigest() {
            return spi.engineDigest();
        }

        @Override
        protected void engineReset() {
            spi.engineReset();
        }

        @Override
        public Object clone() throws CloneNotSupportedException {
            Wrapped copy = (Wrapped) super.clone();
            copy.spi = (MessageDigestSpi) spi.clone();
            return copy;
        }
    }
}
