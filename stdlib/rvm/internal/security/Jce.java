package rvm.internal.security;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import java.util.function.Supplier;

/** The ciphers, secret keys and authentication codes of the library. */
public final class Jce extends Provider {
    private static final long serialVersionUID = 1L;
    private static final int SHORT_BLOCK = 64;
    private static final int LONG_BLOCK = 128;

    public Jce() {
        super("SunJCE", "17", "SunJCE Provider (implements AES, PBKDF2, HMAC)");
        add("HmacMD5", "MD5", SHORT_BLOCK);
        add("HmacSHA1", "SHA-1", SHORT_BLOCK, "1.2.840.113549.2.7", "HmacSHA-1");
        add("HmacSHA224", "SHA-224", SHORT_BLOCK, "1.2.840.113549.2.8");
        add("HmacSHA256", "SHA-256", SHORT_BLOCK, "1.2.840.113549.2.9");
        add("HmacSHA384", "SHA-384", LONG_BLOCK, "1.2.840.113549.2.10");
        add("HmacSHA512", "SHA-512", LONG_BLOCK, "1.2.840.113549.2.11");
        add("HmacSHA512/224", "SHA-512/224", LONG_BLOCK, "1.2.840.113549.2.12");
        add("HmacSHA512/256", "SHA-512/256", LONG_BLOCK, "1.2.840.113549.2.13");
        put("Cipher", "AES", AesCipher::new, "Rijndael");
        put("AlgorithmParameters", "AES", () -> new CipherParameters(false), "Rijndael");
        put("AlgorithmParameters", "GCM", () -> new CipherParameters(true));
        put("KeyGenerator", "AES", () -> new Secrets.Generator("AES", 128), "Rijndael");
        for (String hash : new String[] {"SHA1", "SHA224", "SHA256", "SHA384", "SHA512"}) {
            String mac = "Hmac" + hash;
            // As long as the digest; for SHA-1 as its block.
            int bits = hash.equals("SHA1") ? 8 * SHORT_BLOCK : Integer.parseInt(hash.substring(3));
            put("KeyGenerator", mac, () -> new Secrets.Generator(mac, bits));
            put("SecretKeyFactory", "PBKDF2With" + mac, () -> new Secrets.Passwords(mac));
        }
    }

    private void put(String type, String name, Supplier<Object> maker, String... aliases) {
        putService(new Service(this, type, name, "rvm.internal.security." + type, List.of(aliases), null) {
            @Override
            public Object newInstance(Object constructorParameter) {
                return maker.get();
            }
        });
    }

    private void add(String name, String digest, int block, String... aliases) {
        putService(new Service(this, "Mac", name, "rvm.internal.security.Hmac", List.of(aliases), null) {
            @Override
            public Object newInstance(Object constructorParameter) throws NoSuchAlgorithmException {
                return new Hmac(digest, block);
            }
        });
    }
}
