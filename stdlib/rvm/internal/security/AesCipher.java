package rvm.internal.security;

import java.io.ByteArrayOutputStream;
import java.security.AlgorithmParameters;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.InvalidParameterSpecException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in the modes of NIST SP 800-38A and, with authentication, of SP 800-38D. */
public final class AesCipher extends CipherSpi {
    private static final int BLOCK = Aes.BLOCK;
    private static final Set<String> MODES = Set.of("ECB", "CBC", "CTR", "CFB", "CFB128", "CFB8", "OFB", "OFB128", "GCM");

    private String mode = "ECB";
    private boolean padded = true;
    private boolean randomPadding;
    private boolean encrypts;
    private boolean started;
    private Aes aes;
    private byte[] key;
    private byte[] iv;
    private int tagBytes;
    /** The block that the mode carries on: last ciphertext, counter or key stream. */
    private byte[] state;
    private byte[] stream;
    private int streamUsed;
    private byte[] waiting = new byte[0];
    private Ghash ghash;
    private ByteArrayOutputStream aad;
    private boolean used;
    private byte[] lastKey;
    private byte[] lastIv;

    @Override
    protected void engineSetMode(String name) throws NoSuchAlgorithmException {
        String m = name.toUpperCase(Locale.ROOT);
        if (!MODES.contains(m)) {
            throw new NoSuchAlgorithmException("Cipher mode: " + name + " not found");
        }
        mode = m.endsWith("128") ? m.substring(0, 3) : m;
    }

    @Override
    protected void engineSetPadding(String name) throws NoSuchPaddingException {
        boolean none = name.equalsIgnoreCase("NoPadding");
        randomPadding = name.equalsIgnoreCase("ISO10126Padding");
        if (!none && !name.equalsIgnoreCase("PKCS5Padding") && !randomPadding || !none && (mode.equals("CTR") || mode.equals("GCM"))) {
            throw new NoSuchPaddingException("Padding: " + name + " not implemented");
        }
        padded = !none;
    }

    private boolean gcm() {
        return mode.equals("GCM");
    }

    @Override
    protected int engineGetBlockSize() {
        return BLOCK;
    }

    @Override
    protected int engineGetOutputSize(int length) {
        int total = waiting.length + length;
        if (gcm()) {
            return encrypts ? total + tagBytes : Math.max(0, total - tagBytes);
        }
        return padded && encrypts ? total / BLOCK * BLOCK + BLOCK : total;
    }

    @Override
    protected byte[] engineGetIV() {
        return iv == null ? null : iv.clone();
    }

    @Override
    protected AlgorithmParameters engineGetParameters() {
        if (iv == null) {
            return null;
        }
        try {
            AlgorithmParameters p = AlgorithmParameters.getInstance(gcm() ? "GCM" : "AES");
            p.init(gcm() ? new GCMParameterSpec(8 * tagBytes, iv) : new IvParameterSpec(iv));
            return p;
        } catch (NoSuchAlgorithmException | InvalidParameterSpecException e) {
            throw new ProviderException(e);
        }
    }

    @Override
    protected int engineGetKeySize(Key k) throws InvalidKeyException {
        byte[] b = bytes(k);
        new Aes(b);
        return 8 * b.length;
    }

    private static byte[] bytes(Key k) throws InvalidKeyException {
        if (k == null) {
            throw new InvalidKeyException("No installed provider supports this key: (null)");
        }
        byte[] b = "RAW".equals(k.getFormat()) ? k.getEncoded() : null;
        if (b == null) {
            throw new InvalidKeyException("No installed provider supports this key: " + k.getClass().getName());
        }
        return b;
    }

    @Override
    protected void engineInit(int opmode, Key k, SecureRandom random) throws InvalidKeyException {
        boolean direction = opmode == Cipher.ENCRYPT_MODE || opmode == Cipher.WRAP_MODE;
        byte[] b = bytes(k);
        if (!mode.equals("ECB") && !direction) {
            throw new InvalidKeyException("Parameters missing");
        }
        byte[] fresh = null;
        if (!mode.equals("ECB")) {
            fresh = new byte[gcm() ? 12 : BLOCK];
            (random != null ? random : new SecureRandom()).nextBytes(fresh);
        }
        start(direction, b, fresh, 16);
    }

    @Override
    protected void engineInit(int opmode, Key k, AlgorithmParameterSpec params, SecureRandom random)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        if (params == null) {
            engineInit(opmode, k, random);
            return;
        }
        boolean direction = opmode == Cipher.ENCRYPT_MODE || opmode == Cipher.WRAP_MODE;
        byte[] b = bytes(k);
        new Aes(b);
        if (mode.equals("ECB")) {
            throw new InvalidAlgorithmParameterException("ECB mode cannot use IV");
        }
        if (gcm()) {
            if (!(params instanceof GCMParameterSpec)) {
                throw new InvalidAlgorithmParameterException("AlgorithmParameterSpec not of GCMParameterSpec");
            }
            GCMParameterSpec spec = (GCMParameterSpec) params;
            if (spec.getTLen() < 96 || spec.getTLen() > 128 || spec.getTLen() % 8 != 0) {
                throw new InvalidAlgorithmParameterException("Unsupported TLen value.  Must be one of {128, 120, 112, 104, 96}");
            }
            if (spec.getIV().length == 0) {
                throw new InvalidAlgorithmParameterException("IV is empty");
            }
            if (direction && Arrays.equals(lastIv, spec.getIV()) && Arrays.equals(lastKey, b)) {
                throw new InvalidAlgorithmParameterException("Cannot reuse iv for GCM encryption");
            }
            start(direction, b, spec.getIV(), spec.getTLen() / 8);
            return;
        }
        if (!(params instanceof IvParameterSpec)) {
            throw new InvalidAlgorithmParameterException("Wrong parameter type: IV expected");
        }
        byte[] given = ((IvParameterSpec) params).getIV();
        if (given.length != BLOCK) {
            throw new InvalidAlgorithmParameterException("Wrong IV length: must be 16 bytes long");
        }
        start(direction, b, given, 0);
    }

    @Override
    protected void engineInit(int opmode, Key k, AlgorithmParameters params, SecureRandom random)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        try {
            Class<? extends AlgorithmParameterSpec> type = gcm() ? GCMParameterSpec.class : IvParameterSpec.class;
            engineInit(opmode, k, params == null ? null : params.getParameterSpec(type), random);
        } catch (InvalidParameterSpecException e) {
            throw new InvalidAlgorithmParameterException("Wrong parameter type: IV expected");
        }
    }

    private void start(boolean direction, byte[] k, byte[] vector, int tag) throws InvalidKeyException {
        aes = new Aes(k);
        key = k;
        encrypts = direction;
        iv = vector;
        tagBytes = tag;
        used = false;
        restart();
    }

    /** Goes back to the state behind initialisation. */
    private void restart() {
        waiting = new byte[0];
        stream = new byte[BLOCK];
        streamUsed = BLOCK;
        started = false;
        if (gcm()) {
            byte[] h = new byte[BLOCK];
            aes.encrypt(h, 0, h, 0);
            ghash = new Ghash(h);
            aad = new ByteArrayOutputStream();
            state = firstCounter(h);
            increment(state, 12);
        } else {
            state = iv == null ? null : iv.clone();
        }
    }

    private byte[] firstCounter(byte[] h) {
        if (iv.length == 12) {
            byte[] c = Arrays.copyOf(iv, BLOCK);
            c[15] = 1;
            return c;
        }
        Ghash g = new Ghash(h);
        g.update(iv, 0, iv.length);
        return g.finish(0, iv.length);
    }

    private static void increment(byte[] counter, int from) {
        for (int i = BLOCK - 1; i >= from && ++counter[i] == 0; i--) {
            // The carry goes on.
        }
    }

    @Override
    protected void engineUpdateAAD(byte[] src, int offset, int len) {
        if (!gcm()) {
            throw new IllegalStateException("The underlying Cipher implementation does not support this method");
        }
        if (started) {
            throw new IllegalStateException("Update has been called; no more AAD data");
        }
        aad.write(src, offset, len);
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int len) {
        if (gcm() && encrypts && used) {
            throw new IllegalStateException("Must use either different key or  iv for GCM encryption");
        }
        byte[] all = joined(input, offset, len);
        int ready;
        if (gcm() && !encrypts) {
            ready = 0;
        } else if (mode.equals("CTR") || mode.equals("CFB8")) {
            ready = all.length;
        } else {
            ready = all.length / BLOCK * BLOCK;
            if (padded && !encrypts && ready == all.length && ready > 0) {
                ready -= BLOCK;
            }
        }
        waiting = Arrays.copyOfRange(all, ready, all.length);
        byte[] out = Arrays.copyOf(all, ready);
        code(out);
        return out;
    }

    private byte[] joined(byte[] input, int offset, int len) {
        byte[] all = Arrays.copyOf(waiting, waiting.length + len);
        if (len > 0) {
            System.arraycopy(input, offset, all, waiting.length, len);
        }
        return all;
    }

    @Override
    protected int engineUpdate(byte[] input, int offset, int len, byte[] output, int at) throws ShortBufferException {
        byte[] before = waiting;
        byte[] out = engineUpdate(input, offset, len);
        return give(out, output, at, before);
    }

    private int give(byte[] out, byte[] output, int at, byte[] before) throws ShortBufferException {
        if (output.length - at < out.length) {
            waiting = before;
            throw new ShortBufferException("Output buffer must be (at least) " + out.length + " bytes long");
        }
        System.arraycopy(out, 0, output, at, out.length);
        return out.length;
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int len) throws IllegalBlockSizeException, BadPaddingException {
        if (gcm() && encrypts && used) {
            throw new IllegalStateException("Must use either different key or  iv for GCM encryption");
        }
        byte[] all = joined(input, offset, len);
        try {
            return gcm() ? finishGcm(all) : finish(all);
        } finally {
            restart();
        }
    }

    private byte[] finish(byte[] all) throws IllegalBlockSizeException, BadPaddingException {
        boolean blocks = mode.equals("ECB") || mode.equals("CBC");
        byte[] data = all;
        if (padded && encrypts) {
            int n = BLOCK - all.length % BLOCK;
            data = Arrays.copyOf(all, all.length + n);
            if (randomPadding) {
                byte[] noise = new byte[n];
                new SecureRandom().nextBytes(noise);
                System.arraycopy(noise, 0, data, all.length, n);
                data[data.length - 1] = (byte) n;
            } else {
                Arrays.fill(data, all.length, data.length, (byte) n);
            }
        } else if (all.length % BLOCK != 0 && (blocks || padded)) {
            throw new IllegalBlockSizeException(padded ? "Input length must be multiple of 16 when decrypting with padded cipher"
                    : "Input length not multiple of 16 bytes");
        }
        byte[] out = data.clone();
        code(out);
        if (!padded || encrypts || out.length == 0) {
            return out;
        }
        int n = out[out.length - 1] & 0xff;
        boolean good = n >= 1 && n <= BLOCK;
        for (int i = 1; good && !randomPadding && i <= n; i++) {
            good = out[out.length - i] == n;
        }
        if (!good) {
            throw new BadPaddingException("Given final block not properly padded. Such issues can arise if a bad key is used during decryption.");
        }
        return Arrays.copyOf(out, out.length - n);
    }

    private byte[] finishGcm(byte[] all) throws BadPaddingException {
        begin();
        int n = all.length - (encrypts ? 0 : tagBytes);
        if (n < 0) {
            throw new AEADBadTagException("Input data too short to contain an expected tag length of " + tagBytes + "bytes");
        }
        byte[] out = Arrays.copyOf(all, n);
        if (!encrypts) {
            ghash.update(out, 0, n);
        }
        count(out);
        if (encrypts) {
            ghash.update(out, 0, n);
        }
        byte[] h = new byte[BLOCK];
        aes.encrypt(h, 0, h, 0);
        byte[] mask = firstCounter(h);
        aes.encrypt(mask, 0, mask, 0);
        byte[] tag = ghash.finish(aad.size(), ghash.length() - (aad.size() + BLOCK - 1) / BLOCK * BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            tag[i] ^= mask[i];
        }
        tag = Arrays.copyOf(tag, tagBytes);
        if (encrypts) {
            used = true;
            lastKey = key;
            lastIv = iv;
            byte[] both = Arrays.copyOf(out, n + tagBytes);
            System.arraycopy(tag, 0, both, n, tagBytes);
            return both;
        }
        if (!MessageDigest.isEqual(tag, Arrays.copyOfRange(all, n, all.length))) {
            throw new AEADBadTagException("Tag mismatch!");
        }
        return out;
    }

    private void begin() {
        if (!started) {
            started = true;
            byte[] a = aad.toByteArray();
            ghash.update(a, 0, a.length);
            ghash.fill();
        }
    }

    @Override
    protected int engineDoFinal(byte[] input, int offset, int len, byte[] output, int at)
            throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
        int most = engineGetOutputSize(len);
        if (encrypts && output.length - at < most) {
            throw new ShortBufferException("Output buffer must be (at least) " + most + " bytes long");
        }
        return give(engineDoFinal(input, offset, len), output, at, waiting);
    }

    /** Runs the mode over data, in place. */
    private void code(byte[] data) {
        switch (mode) {
            case "ECB" -> {
                for (int i = 0; i < data.length; i += BLOCK) {
                    if (encrypts) {
                        aes.encrypt(data, i, data, i);
                    } else {
                        aes.decrypt(data, i, data, i);
                    }
                }
            }
            case "CBC" -> chain(data);
            case "GCM" -> {
                if (data.length > 0) {
                    begin();
                    count(data);
                    ghash.update(data, 0, data.length);
                }
            }
            case "CTR" -> count(data);
            default -> feedBack(data);
        }
    }

    private void chain(byte[] data) {
        for (int i = 0; i < data.length; i += BLOCK) {
            byte[] before = encrypts ? null : Arrays.copyOfRange(data, i, i + BLOCK);
            if (encrypts) {
                for (int k = 0; k < BLOCK; k++) {
                    data[i + k] ^= state[k];
                }
                aes.encrypt(data, i, data, i);
                System.arraycopy(data, i, state, 0, BLOCK);
            } else {
                aes.decrypt(data, i, data, i);
                for (int k = 0; k < BLOCK; k++) {
                    data[i + k] ^= state[k];
                }
                state = before;
            }
        }
    }

    private void count(byte[] data) {
        for (int i = 0; i < data.length; i++) {
            if (streamUsed == BLOCK) {
                aes.encrypt(state, 0, stream, 0);
                increment(state, gcm() ? 12 : 0);
                streamUsed = 0;
            }
            data[i] ^= stream[streamUsed++];
        }
    }

    private void feedBack(byte[] data) {
        boolean single = mode.equals("CFB8");
        for (int i = 0; i < data.length; i++) {
            if (single || streamUsed == BLOCK) {
                aes.encrypt(state, 0, stream, 0);
                streamUsed = 0;
            }
            byte given = data[i];
            byte made = (byte) (given ^ stream[streamUsed]);
            byte fed = mode.equals("OFB") ? stream[streamUsed] : encrypts ? made : given;
            data[i] = made;
            if (single) {
                System.arraycopy(state, 1, state, 0, BLOCK - 1);
                state[BLOCK - 1] = fed;
            } else {
                state[streamUsed++] = fed;
            }
        }
    }

    @Override
    protected byte[] engineWrap(Key k) throws IllegalBlockSizeException, InvalidKeyException {
        byte[] b = k.getEncoded();
        if (b == null) {
            throw new InvalidKeyException("Cannot get an encoding of the key to be wrapped");
        }
        try {
            return engineDoFinal(b, 0, b.length);
        } catch (BadPaddingException e) {
            throw new ProviderException(e);
        }
    }

    @Override
    protected Key engineUnwrap(byte[] wrapped, String algorithm, int type) throws InvalidKeyException, NoSuchAlgorithmException {
        if (type != Cipher.SECRET_KEY) {
            throw new NoSuchAlgorithmException("Only secret keys can be unwrapped");
        }
        try {
            return new SecretKeySpec(engineDoFinal(wrapped, 0, wrapped.length), algorithm);
        } catch (IllegalBlockSizeException | BadPaddingException e) {
            throw new InvalidKeyException("The wrapped key is not correct", e);
        }
    }

    /** The keyed hash of SP 800-38D, 6.4. */
    private static final class Ghash {
        private final long high;
        private final long low;
        private long y0;
        private long y1;
        private final byte[] block = new byte[BLOCK];
        private int filled;
        private long length;

        Ghash(byte[] h) {
            high = get(h, 0);
            low = get(h, 8);
        }

        private static long get(byte[] b, int at) {
            long v = 0;
            for (int i = 0; i < 8; i++) {
                v = v << 8 | b[at + i] & 0xff;
            }
            return v;
        }

        int length() {
            return (int) length;
        }

        void update(byte[] data, int from, int n) {
            for (int i = 0; i < n; i++) {
                block[filled++] = data[from + i];
                if (filled == BLOCK) {
                    multiply(get(block, 0), get(block, 8));
                    filled = 0;
                }
            }
            length += n;
        }

        /** Fills the block up with zeros. */
        void fill() {
            if (filled > 0) {
                update(new byte[BLOCK], 0, BLOCK - filled);
            }
        }

        private void multiply(long x0, long x1) {
            long a = y0 ^ x0;
            long b = y1 ^ x1;
            long v0 = high;
            long v1 = low;
            long z0 = 0;
            long z1 = 0;
            for (int i = 0; i < 128; i++) {
                long bit = i < 64 ? a >>> 63 - i & 1 : b >>> 127 - i & 1;
                z0 ^= v0 & -bit;
                z1 ^= v1 & -bit;
                long carry = v1 & 1;
                v1 = v1 >>> 1 | v0 << 63;
                v0 = v0 >>> 1 ^ (0xe100000000000000L & -carry);
            }
            y0 = z0;
            y1 = z1;
        }

        byte[] finish(long aadBytes, long dataBytes) {
            fill();
            multiply(8 * aadBytes, 8 * dataBytes);
            byte[] out = new byte[BLOCK];
            for (int i = 0; i < 8; i++) {
                out[i] = (byte) (y0 >>> 56 - 8 * i);
                out[8 + i] = (byte) (y1 >>> 56 - 8 * i);
            }
            return out;
        }
    }
}
