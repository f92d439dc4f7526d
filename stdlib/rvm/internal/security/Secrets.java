package rvm.internal.security;

import java.nio.charset.StandardCharsets;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.Arrays;
import javax.crypto.KeyGeneratorSpi;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactorySpi;
import javax.crypto.interfaces.PBEKey;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Makers of secret keys. */
final class Secrets {
    private Secrets() {
    }

    /** Random keys. */
    static final class Generator extends KeyGeneratorSpi {
        private final String algorithm;
        private int bits;
        private SecureRandom random;

        Generator(String algorithm, int bits) {
            this.algorithm = algorithm;
            this.bits = bits;
        }

        @Override
        protected void engineInit(SecureRandom r) {
            random = r;
        }

        @Override
        protected void engineInit(AlgorithmParameterSpec params, SecureRandom r) throws InvalidAlgorithmParameterException {
            throw new InvalidAlgorithmParameterException(algorithm + " key generation does not take any parameters");
        }

        @Override
        protected void engineInit(int keysize, SecureRandom r) {
            if (algorithm.equals("AES") && keysize != 128 && keysize != 192 && keysize != 256) {
                throw new InvalidParameterException("Wrong keysize: must be equal to 128, 192 or 256");
            }
            if (keysize < 40) {
                throw new InvalidParameterException("Key length must be at least 40 bits");
            }
            bits = keysize;
            random = r;
        }

        @Override
        protected SecretKey engineGenerateKey() {
            byte[] key = new byte[(bits + 7) / 8];
            (random != null ? random : new SecureRandom()).nextBytes(key);
            return new SecretKeySpec(key, algorithm);
        }
    }

    /** Keys from passwords (RFC 8018, PBKDF2). */
    static final class Passwords extends SecretKeyFactorySpi {
        private final String hash;

        Passwords(String hash) {
            this.hash = hash;
        }

        @Override
        protected SecretKey engineGenerateSecret(KeySpec spec) throws InvalidKeySpecException {
            if (!(spec instanceof PBEKeySpec)) {
                throw new InvalidKeySpecException("Only PBEKeySpec is accepted");
            }
            PBEKeySpec s = (PBEKeySpec) spec;
            if (s.getSalt() == null) {
                throw new InvalidKeySpecException("Salt not found");
            }
            if (s.getKeyLength() == 0) {
                throw new InvalidKeySpecException("Key length not found");
            }
            return new Key("PBKDF2With" + hash, s, derive(s));
        }

        private byte[] derive(PBEKeySpec s) {
            byte[] password = new String(s.getPassword()).getBytes(StandardCharsets.UTF_8);
            try {
                Mac mac = Mac.getInstance(hash);
                mac.init(password.length == 0 ? new Empty(hash) : new SecretKeySpec(password, hash));
                byte[] key = new byte[s.getKeyLength() / 8];
                for (int block = 1, at = 0; at < key.length; block++) {
                    mac.update(s.getSalt());
                    byte[] u = mac.doFinal(new byte[] {(byte) (block >>> 24), (byte) (block >>> 16), (byte) (block >>> 8), (byte) block});
                    byte[] t = u.clone();
                    for (int i = 1; i < s.getIterationCount(); i++) {
                        u = mac.doFinal(u);
                        for (int k = 0; k < t.length; k++) {
                            t[k] ^= u[k];
                        }
                    }
                    int n = Math.min(t.length, key.length - at);
                    System.arraycopy(t, 0, key, at, n);
                    at += n;
                }
                return key;
            } catch (NoSuchAlgorithmException | InvalidKeyException e) {
                throw new ProviderException(e);
            }
        }

        @Override
        protected KeySpec engineGetKeySpec(SecretKey key, Class<?> type) throws InvalidKeySpecException {
            if (!(key instanceof PBEKey) || !type.isAssignableFrom(PBEKeySpec.class)) {
                throw new InvalidKeySpecException("Invalid key spec");
            }
            PBEKey k = (PBEKey) key;
            return new PBEKeySpec(k.getPassword(), k.getSalt(), k.getIterationCount(), 8 * k.getEncoded().length);
        }

        @Override
        protected SecretKey engineTranslateKey(SecretKey key) throws InvalidKeyException {
            if (!(key instanceof PBEKey)) {
                throw new InvalidKeyException("Invalid key format/algorithm");
            }
            return key;
        }
    }

    /** A key without a byte, which an empty password is. */
    private record Empty(String hash) implements SecretKey {
        @Override
        public String getAlgorithm() {
            return hash;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }

    private static final class Key implements PBEKey {
        private static final long serialVersionUID = 1L;
        private final String algorithm;
        private final char[] password;
        private final byte[] salt;
        private final int iterations;
        private final byte[] bytes;

        Key(String algorithm, PBEKeySpec s, byte[] bytes) {
            this.algorithm = algorithm;
            password = s.getPassword();
            salt = s.getSalt();
            iterations = s.getIterationCount();
            this.bytes = bytes;
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }

        @Override
        public char[] getPassword() {
            return password.clone();
        }

        @Override
        public byte[] getSalt() {
            return salt.clone();
        }

        @Override
        public int getIterationCount() {
            return iterations;
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes) ^ algorithm.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SecretKey && algorithm.equalsIgnoreCase(((SecretKey) other).getAlgorithm())
                    && "RAW".equalsIgnoreCase(((SecretKey) other).getFormat())
                    && java.security.MessageDigest.isEqual(bytes, ((SecretKey) other).getEncoded());
        }
    }
}
