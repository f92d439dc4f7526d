package rvm.internal.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.AlgorithmParametersSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.InvalidParameterSpecException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/** The initial vector of a mode, with the tag's length where it authenticates; encoded as RFC 5084 and RFC 3565 say. */
final class CipherParameters extends AlgorithmParametersSpi {
    private final boolean gcm;
    private byte[] iv;
    private int tagBits = 96;

    CipherParameters(boolean gcm) {
        this.gcm = gcm;
    }

    @Override
    protected void engineInit(AlgorithmParameterSpec spec) throws InvalidParameterSpecException {
        if (gcm && spec instanceof GCMParameterSpec) {
            iv = ((GCMParameterSpec) spec).getIV();
            tagBits = ((GCMParameterSpec) spec).getTLen();
        } else if (!gcm && spec instanceof IvParameterSpec) {
            iv = ((IvParameterSpec) spec).getIV();
        } else {
            throw new InvalidParameterSpecException("Inappropriate parameter specification");
        }
    }

    @Override
    protected void engineInit(byte[] encoded) throws IOException {
        int at = gcm ? 2 : 0;
        if (encoded.length < at + 2 || gcm && encoded[0] != 0x30 || encoded[at] != 4 || encoded.length < at + 2 + encoded[at + 1] || encoded[at + 1] < 0) {
            throw new IOException("IV not properly encoded");
        }
        int end = at + 2 + encoded[at + 1];
        iv = Arrays.copyOfRange(encoded, at + 2, end);
        if (gcm && encoded.length >= end + 3 && encoded[end] == 2) {
            tagBits = 8 * encoded[end + 2];
        }
    }

    @Override
    protected void engineInit(byte[] encoded, String format) throws IOException {
        engineInit(encoded);
    }

    @Override
    protected <T extends AlgorithmParameterSpec> T engineGetParameterSpec(Class<T> type) throws InvalidParameterSpecException {
        if (gcm && type.isAssignableFrom(GCMParameterSpec.class)) {
            return type.cast(new GCMParameterSpec(tagBits, iv));
        }
        if (!gcm && type.isAssignableFrom(IvParameterSpec.class)) {
            return type.cast(new IvParameterSpec(iv));
        }
        throw new InvalidParameterSpecException("Inappropriate parameter specification");
    }

    @Override
    protected byte[] engineGetEncoded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(4);
        out.write(iv.length);
        out.writeBytes(iv);
        if (!gcm) {
            return out.toByteArray();
        }
        if (tagBits != 96) {
            out.write(2);
            out.write(1);
            out.write(tagBits / 8);
        }
        ByteArrayOutputStream sequence = new ByteArrayOutputStream();
        sequence.write(0x30);
        sequence.write(out.size());
        sequence.writeBytes(out.toByteArray());
        return sequence.toByteArray();
    }

    @Override
    protected byte[] engineGetEncoded(String format) {
        return engineGetEncoded();
    }

    @Override
    protected String engineToString() {
        return "\n    iv:\n[" + HexFormat.of().formatHex(iv) + "]" + (gcm ? "\ntLen(bits):\n" + tagBits : "") + "\n";
    }
}
