package rvm.internal.security;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;

/** The digests of the library. */
public final class Sun extends Provider {
    private static final long serialVersionUID = 1L;

    public Sun() {
        super("SUN", "17", "SUN (message digests)");
        add("MD5");
        add("SHA-1", "SHA", "SHA1", "1.3.14.3.2.26");
        add("SHA-224", "SHA224", "2.16.840.1.101.3.4.2.4");
        add("SHA-256", "SHA256", "2.16.840.1.101.3.4.2.1");
        add("SHA-384", "SHA384", "2.16.840.1.101.3.4.2.2");
        add("SHA-512", "SHA512", "2.16.840.1.101.3.4.2.3");
        add("SHA-512/224", "SHA512/224", "2.16.840.1.101.3.4.2.5");
        add("SHA-512/256", "SHA512/256", "2.16.840.1.101.3.4.2.6");
        add("SHA3-224", "2.16.840.1.101.3.4.2.7");
        add("SHA3-256", "2.16.840.1.101.3.4.2.8");
        add("SHA3-384", "2.16.840.1.101.3.4.2.9");
        add("SHA3-512", "2.16.840.1.101.3.4.2.10");
    }

    private void add(String name, String... aliases) {
        putService(new Digests(this, name, List.of(aliases)));
    }

    private static final class Digests extends Service {
        Digests(Provider provider, String name, List<String> aliases) {
            super(provider, "MessageDigest", name, "rvm.internal.security.BlockDigest", aliases, null);
        }

        @Override
        public Object newInstance(Object constructorParameter) throws NoSuchAlgorithmException {
            switch (getAlgorithm()) {
                case "MD5":
                    return new Md5();
                case "SHA-1":
                    return new Sha1();
                case "SHA-224":
                    return new Sha256("SHA-224", 28);
                case "SHA-256":
                    return new Sha256("SHA-256", 32);
                case "SHA-384":
                    return new Sha512("SHA-384", 48);
                case "SHA-512":
                    return new Sha512("SHA-512", 64);
                case "SHA-512/224":
                    return new Sha512("SHA-512/224", 28);
                case "SHA-512/256":
                    return new Sha512("SHA-512/256", 32);
                case "SHA3-224":
                    return new Sha3("SHA3-224", 28);
                case "SHA3-256":
                    return new Sha3("SHA3-256", 32);
                case "SHA3-384":
                    return new Sha3("SHA3-384", 48);
                case "SHA3-512":
                    return new Sha3("SHA3-512", 64);
                default:
                    throw new NoSuchAlgorithmException(getAlgorithm());
            }
        }
    }
}
