package javax.crypto;

import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;

/** What enciphers and deciphers. */
public abstract class CipherSpi {
    public CipherSpi() {
    }

    protected abstract void engineSetMode(String mode) throws NoSuchAlgorithmException;

    protected abstract void engineSetPadding(String padding) throws NoSuchPaddingException;

    protected abstract int engineGetBlockSize();

    protected abstract int engineGetOutputSize(int inputLen);

    protected abstract byte[] engineGetIV();

    protected abstract AlgorithmParameters engineGetParameters();

    protected abstract void engineInit(int opmode, Key key, SecureRandom random) throws InvalidKeyException;

    protected abstract void engineInit(int opmode, Key key, AlgorithmParameterSpec params, SecureRandom random)
            throws InvalidKeyException, InvalidAlgorithmParameterException;

    protected abstract void engineInit(int opmode, Key key, AlgorithmParameters params, SecureRandom random)
            throws InvalidKeyException, InvalidAlgorithmParameterException;

    protected abstract byte[] engineUpdate(byte[] input, int inputOffset, int inputLen);

    protected abstract int engineUpdate(byte[] input, int inputOffset, int inputLen, byte[] output, int outputOffset) throws ShortBufferException;

    private static byte[] rest(ByteBuffer input) {
        byte[] b = new byte[input.remaining()];
        input.get(b);
        return b;
    }

    private static int give(byte[] out, ByteBuffer output) {
        if (out == null) {
            return 0;
        }
        output.put(out);
        return out.length;
    }

    protected int engineUpdate(ByteBuffer input, ByteBuffer output) throws ShortBufferException {
        if (output.remaining() < engineGetOutputSize(input.remaining())) {
            throw new ShortBufferException("Need at least " + engineGetOutputSize(input.remaining()) + " bytes of space in output buffer");
        }
        byte[] in = rest(input);
        return give(engineUpdate(in, 0, in.length), output);
    }

    protected abstract byte[] engineDoFinal(byte[] input, int inputOffset, int inputLen) throws IllegalBlockSizeException, BadPaddingException;

    protected abstract int engineDoFinal(byte[] input, int inputOffset, int inputLen, byte[] output, int outputOffset)
            throws ShortBufferException, IllegalBlockSizeException, BadPaddingException;

    protected int engineDoFinal(ByteBuffer input, ByteBuffer output)
            throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
        if (output.remaining() < engineGetOutputSize(input.remaining())) {
            throw new ShortBufferException("Need at least " + engineGetOutputSize(input.remaining()) + " bytes of space in output buffer");
        }
        byte[] in = rest(input);
        return give(engineDoFinal(in, 0, in.length), output);
    }

    protected byte[] engineWrap(Key key) throws IllegalBlockSizeException, InvalidKeyException {
        throw new UnsupportedOperationException();
    }

    protected Key engineUnwrap(byte[] wrappedKey, String wrappedKeyAlgorithm, int wrappedKeyType)
            throws InvalidKeyException, NoSuchAlgorithmException {
        throw new UnsupportedOperationException();
    }

    protected int engineGetKeySize(Key key) throws InvalidKeyException {
        throw new UnsupportedOperationException();
    }

    protected void engineUpdateAAD(byte[] src, int offset, int len) {
        throw new UnsupportedOperationException("The underlying Cipher implementation does not support this method");
    }

    protected void engineUpdateAAD(ByteBuffer src) {
        byte[] b = rest(src);
        engineUpdateAAD(b, 0, b.length);
    }
}
