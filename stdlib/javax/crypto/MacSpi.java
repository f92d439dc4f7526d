package javax.crypto;

import java.nio.ByteBuffer;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;

/** What makes authentication codes. */
public abstract class MacSpi {
    public MacSpi() {
    }

    protected abstract int engineGetMacLength();

    protected abstract void engineInit(Key key, AlgorithmParameterSpec params)
            throws InvalidKeyException, InvalidAlgorithmParameterException;

    protected abstract void engineUpdate(byte input);

    protected abstract void engineUpdate(byte[] input, int offset, int len);

    protected void engineUpdate(ByteBuffer input) {
        byte[] all = new byte[input.remaining()];
        input.get(all);
        engineUpdate(all, 0, all.length);
    }

    protected abstract byte[] engineDoFinal();

    protected abstract void engineReset();

    @Override
    public Object clone() throws CloneNotSupportedException {
        return super.clone();
    }
}
