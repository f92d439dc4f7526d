package rvm.internal.security;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.MacSpi;
import javax.crypto.SecretKey;

/** RFC 2104: a digest of a key and a digest of the key and the data. */
public final class Hmac extends MacSpi implements Cloneable {
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private MessageDigest digest;
    private final byte[] inner;
    private final byte[] outer;
    private boolean begun;

    public Hmac(String digest, int block) throws NoSuchAlgorithmException {
        this.digest = MessageDigest.getInstance(digest);
        inner = new byte[block];
        outer = new byte[block];
    }

    @Override
    protected int engineGetMacLength() {
        return digest.getDigestLength();
    }

    @Override
    protected void engineInit(Key key, AlgorithmParameterSpec params) throws InvalidKeyException, InvalidAlgorithmParameterException {
        if (params != null) {
            throw new InvalidAlgorithmParameterException("HMAC does not use parameters");
        }
        if (!(key instanceof SecretKey)) {
            throw new InvalidKeyException("No installed provider supports this key: " + (key == null ? "(null)" : key.getClass().getName()));
        }
        byte[] secret = key.getEncoded();
        if (secret == null) {
            throw new InvalidKeyException("Missing key data");
        }
        digest.reset();
        begun = false;
        if (secret.length > inner.length) {
            secret = digest.digest(secret);
        }
        for (int i = 0; i < inner.length; i++) {
            byte b = i < secret.length ? secret[i] : 0;
            inner[i] = (byte) (b ^ INNER);
            outer[i] = (byte) (b ^ OUTER);
        }
    }

    private void begin() {
        if (!begun) {
            digest.update(inner);
            begun = true;
        }
    }

    @Override
    protected void engineUpdate(byte input) {
        begin();
        digest.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int len) {
        begin();
        digest.update(input, offset, len);
    }

    @Override
    protected byte[] engineDoFinal() {
        begin();
        byte[] first = digest.digest();
        digest.update(outer);
        begun = false;
        return digest.digest(first);
    }

    @Override
    protected void engineReset() {
        if (begun) {
            digest.reset();
            begun = false;
        }
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        Hmac copy = (Hmac) super.clone();
        copy.digest = (MessageDigest) digest.clone();
        return copy;
    }
}
