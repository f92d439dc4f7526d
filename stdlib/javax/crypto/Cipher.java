package javax.crypto;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.security.AlgorithmParameters;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;

/** Enciphers and deciphers. */
public class Cipher {
    public static final int ENCRYPT_MODE = 1;
    public static final int DECRYPT_MODE = 2;
    public static final int WRAP_MODE = 3;
    public static final int UNWRAP_MODE = 4;
    public static final int PUBLIC_KEY = 1;
    public static final int PRIVATE_KEY = 2;
    public static final int SECRET_KEY = 3;

    private final CipherSpi spi;
    private final Provider provider;
    private final String transformation;
    private int opmode;

    protected Cipher(CipherSpi cipherSpi, Provider provider, String transformation) {
        spi = cipherSpi;
        this.provider = provider;
        this.transformation = transformation;
    }

    private static String[] parts(String transformation) throws NoSuchAlgorithmException {
        if (transformation == null || transformation.isEmpty()) {
            throw new NoSuchAlgorithmException("Null or empty transformation");
        }
        String[] p = transformation.split("/", -1);
        if (p.length != 1 && p.length < 3) {
            throw new NoSuchAlgorithmException("Invalid transformation format:" + transformation);
        }
        if (p[0].isBlank()) {
            throw new NoSuchAlgorithmException("Invalid transformation: algorithm not specified-" + transformation);
        }
        return p.length == 1 ? new String[] {p[0].trim(), "", ""} : new String[] {p[0].trim(), p[1].trim(), p[2].trim()};
    }

    /** A provider's cipher; null if it has none that fits. */
    private static CipherSpi find(Provider p, String[] parts) throws NoSuchPaddingException {
        String[] names = {parts[0] + "/" + parts[1] + "/" + parts[2], parts[0] + "/" + parts[1], parts[0] + "//" + parts[2], parts[0]};
        for (int i = parts[1].isEmpty() && parts[2].isEmpty() ? 3 : 0; i < 4; i++) {
            Provider.Service s = p.getService("Cipher", names[i]);
            if (s == null) {
                continue;
            }
            try {
                CipherSpi spi = (CipherSpi) s.newInstance(null);
                if (i >= 2 && !parts[1].isEmpty()) {
                    spi.engineSetMode(parts[1]);
                }
                if ((i == 1 || i == 3) && !parts[2].isEmpty()) {
                    spi.engineSetPadding(parts[2]);
                }
                return spi;
            } catch (NoSuchAlgorithmException | NoSuchPaddingException e) {
                // Another service may do.
            }
        }
        return null;
    }

    public static final Cipher getInstance(String transformation) throws NoSuchAlgorithmException, NoSuchPaddingException {
        String[] parts = parts(transformation);
        for (Provider p : Security.getProviders()) {
            CipherSpi spi = find(p, parts);
            if (spi != null) {
                return new Cipher(spi, p, transformation);
            }
        }
        throw new NoSuchAlgorithmException("Cannot find any provider supporting " + transformation);
    }

    public static final Cipher getInstance(String transformation, String provider)
            throws NoSuchAlgorithmException, NoSuchProviderException, NoSuchPaddingException {
        parts(transformation);
        if (provider == null || provider.isEmpty()) {
            throw new IllegalArgumentException("Missing provider");
        }
        Provider p = Security.getProvider(provider);
        if (p == null) {
            throw new NoSuchProviderException("No such provider: " + provider);
        }
        return getInstance(transformation, p);
    }

    public static final Cipher getInstance(String transformation, Provider provider) throws NoSuchAlgorithmException, NoSuchPaddingException {
        String[] parts = parts(transformation);
        if (provider == null) {
            throw new IllegalArgumentException("Missing provider");
        }
        CipherSpi spi = find(provider, parts);
        if (spi == null) {
            throw new NoSuchAlgorithmException("No such algorithm: " + transformation);
        }
        return new Cipher(spi, provider, transformation);
    }

    public final Provider getProvider() {
        return provider;
    }

    public final String getAlgorithm() {
        return transformation;
    }

    public final int getBlockSize() {
        return spi.engineGetBlockSize();
    }

    public final int getOutputSize(int inputLen) {
        if (opmode == 0) {
            throw new IllegalStateException("Cipher not initialized");
        }
        if (inputLen < 0) {
            throw new IllegalArgumentException("Input size must be equal to or greater than zero");
        }
        return spi.engineGetOutputSize(inputLen);
    }

    public final byte[] getIV() {
        return spi.engineGetIV();
    }

    public final AlgorithmParameters getParameters() {
        return spi.engineGetParameters();
    }

    private static void mode(int opmode) {
        if (opmode < ENCRYPT_MODE || opmode > UNWRAP_MODE) {
            throw new InvalidParameterException("Invalid operation mode");
        }
    }

    public final void init(int opmode, Key key) throws InvalidKeyException {
        init(opmode, key, (SecureRandom) null);
    }

    public final void init(int opmode, Key key, SecureRandom random) throws InvalidKeyException {
        this.opmode = 0;
        mode(opmode);
        spi.engineInit(opmode, key, random);
        this.opmode = opmode;
    }

    public final void init(int opmode, Key key, AlgorithmParameterSpec params) throws InvalidKeyException, InvalidAlgorithmParameterException {
        init(opmode, key, params, null);
    }

    public final void init(int opmode, Key key, AlgorithmParameterSpec params, SecureRandom random)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        this.opmode = 0;
        mode(opmode);
        spi.engineInit(opmode, key, params, random);
        this.opmode = opmode;
    }

    public final void init(int opmode, Key key, AlgorithmParameters params) throws InvalidKeyException, InvalidAlgorithmParameterException {
        init(opmode, key, params, null);
    }

    public final void init(int opmode, Key key, AlgorithmParameters params, SecureRandom random)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        this.opmode = 0;
        mode(opmode);
        spi.engineInit(opmode, key, params, random);
        this.opmode = opmode;
    }

    private void working() {
        if (opmode == 0) {
            throw new IllegalStateException("Cipher not initialized");
        }
        if (opmode != ENCRYPT_MODE && opmode != DECRYPT_MODE) {
            throw new IllegalStateException("Cipher not initialized for encryption/decryption");
        }
    }

    private static void range(byte[] input, int offset, int len) {
        if (input == null || offset < 0 || len < 0 || len > input.length - offset) {
            throw new IllegalArgumentException("Bad arguments");
        }
    }

    public final byte[] update(byte[] input) {
        working();
        if (input == null) {
            throw new IllegalArgumentException("Null input buffer");
        }
        return input.length == 0 ? null : spi.engineUpdate(input, 0, input.length);
    }

    public final byte[] update(byte[] input, int inputOffset, int inputLen) {
        working();
        range(input, inputOffset, inputLen);
        return inputLen == 0 ? null : spi.engineUpdate(input, inputOffset, inputLen);
    }

    public final int update(byte[] input, int inputOffset, int inputLen, byte[] output) throws ShortBufferException {
        return update(input, inputOffset, inputLen, output, 0);
    }

    public final int update(byte[] input, int inputOffset, int inputLen, byte[] output, int outputOffset) throws ShortBufferException {
        working();
        range(input, inputOffset, inputLen);
        if (outputOffset < 0) {
            throw new IllegalArgumentException("Bad arguments");
        }
        return inputLen == 0 ? 0 : spi.engineUpdate(input, inputOffset, inputLen, output, outputOffset);
    }

    private static void buffers(ByteBuffer input, ByteBuffer output) {
        if (input == null || output == null) {
            throw new IllegalArgumentException("Buffers must not be null");
        }
        if (input == output) {
            throw new IllegalArgumentException("Input and output buffers must not be the same object, consider using buffer.duplicate()");
        }
        if (output.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
    }

    public final int update(ByteBuffer input, ByteBuffer output) throws ShortBufferException {
        working();
        buffers(input, output);
        return spi.engineUpdate(input, output);
    }

    public final byte[] doFinal() throws IllegalBlockSizeException, BadPaddingException {
        working();
        return spi.engineDoFinal(null, 0, 0);
    }

    public final int doFinal(byte[] output, int outputOffset) throws IllegalBlockSizeException, ShortBufferException, BadPaddingException {
        working();
        if (output == null || outputOffset < 0) {
            throw new IllegalArgumentException("Bad arguments");
        }
        return spi.engineDoFinal(null, 0, 0, output, outputOffset);
    }

    public final byte[] doFinal(byte[] input) throws IllegalBlockSizeException, BadPaddingException {
        working();
        if (input == null) {
            throw new IllegalArgumentException("Null input buffer");
        }
        return spi.engineDoFinal(input, 0, input.length);
    }

    public final byte[] doFinal(byte[] input, int inputOffset, int inputLen) throws IllegalBlockSizeException, BadPaddingException {
        working();
        range(input, inputOffset, inputLen);
        return spi.engineDoFinal(input, inputOffset, inputLen);
    }

    public final int doFinal(byte[] input, int inputOffset, int inputLen, byte[] output)
            throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
        return doFinal(input, inputOffset, inputLen, output, 0);
    }

    public final int doFinal(byte[] input, int inputOffset, int inputLen, byte[] output, int outputOffset)
            throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
        working();
        range(input, inputOffset, inputLen);
        return spi.engineDoFinal(input, inputOffset, inputLen, output, outputOffset);
    }

    public final int doFinal(ByteBuffer input, ByteBuffer output) throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
        working();
        buffers(input, output);
        return spi.engineDoFinal(input, output);
    }

    public final byte[] wrap(Key key) throws IllegalBlockSizeException, InvalidKeyException {
        if (opmode != WRAP_MODE) {
            throw new IllegalStateException(opmode == 0 ? "Cipher not initialized" : "Cipher not initialized for wrapping keys");
        }
        return spi.engineWrap(key);
    }

    public final Key unwrap(byte[] wrappedKey, String wrappedKeyAlgorithm, int wrappedKeyType) throws InvalidKeyException, NoSuchAlgorithmException {
        if (opmode != UNWRAP_MODE) {
            throw new IllegalStateException(opmode == 0 ? "Cipher not initialized" : "Cipher not initialized for unwrapping keys");
        }
        if (wrappedKeyType < PUBLIC_KEY || wrappedKeyType > SECRET_KEY) {
            throw new InvalidParameterException("Invalid key type");
        }
        return spi.engineUnwrap(wrappedKey, wrappedKeyAlgorithm, wrappedKeyType);
    }

    public static final int getMaxAllowedKeyLength(String transformation) throws NoSuchAlgorithmException {
        parts(transformation);
        return Integer.MAX_VALUE;
    }

    public static final AlgorithmParameterSpec getMaxAllowedParameterSpec(String transformation) throws NoSuchAlgorithmException {
        parts(transformation);
        return null;
    }

    public final void updateAAD(byte[] src) {
        working();
        if (src == null) {
            throw new IllegalArgumentException("src buffer is null");
        }
        updateAAD(src, 0, src.length);
    }

    public final void updateAAD(byte[] src, int offset, int len) {
        working();
        range(src, offset, len);
        if (len > 0) {
            spi.engineUpdateAAD(src, offset, len);
        }
    }

    public final void updateAAD(ByteBuffer src) {
        working();
        if (src == null) {
            throw new IllegalArgumentException("src ByteBuffer is null");
        }
        spi.engineUpdateAAD(src);
    }

    @Override
    public String toString() {
        return "Cipher." + transformation + ", mode: " + (opmode == ENCRYPT_MODE ? "encryption" : opmode == DECRYPT_MODE ? "decryption"
                : opmode == WRAP_MODE ? "key wrapping" : opmode == UNWRAP_MODE ? "key unwrapping" : "not initialized")
                + ", algorithm from: " + provider.getName();
    }
}
