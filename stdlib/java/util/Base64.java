package java.util;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import rvm.internal.Bytes;

/** Bytes as text of 64 characters (RFC 4648, RFC 2045). */
public class Base64 {
    private static final char[] BASIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray();
    private static final char[] URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray();
    private static final byte[] CRLF = {'\r', '\n'};
    private static final int MIME_LINE = 76;
    /** Bytes for which a table of pairs of characters is worth its making. */
    private static final int MANY = 4096;

    private Base64() {
    }

    public static Encoder getEncoder() {
        return Encoder.PLAIN;
    }

    public static Encoder getUrlEncoder() {
        return Encoder.FOR_URLS;
    }

    public static Encoder getMimeEncoder() {
        return Encoder.MIME;
    }

    public static Encoder getMimeEncoder(int lineLength, byte[] lineSeparator) {
        Objects.requireNonNull(lineSeparator);
        int[] values = Decoder.values(BASIC);
        for (byte b : lineSeparator) {
            if (values[b & 0xff] >= 0) {
                throw new IllegalArgumentException("Illegal base64 line separator character 0x" + Integer.toString(b, 16));
            }
        }
        int length = lineLength & ~3;
        return length <= 0 ? Encoder.PLAIN : new Encoder(BASIC, lineSeparator.clone(), length, true);
    }

    public static Decoder getDecoder() {
        return Decoder.PLAIN;
    }

    public static Decoder getUrlDecoder() {
        return Decoder.FOR_URLS;
    }

    public static Decoder getMimeDecoder() {
        return Decoder.MIME;
    }

    /** Makes text of bytes. */
    public static class Encoder {
        static final Encoder PLAIN = new Encoder(BASIC, null, -1, true);
        static final Encoder FOR_URLS = new Encoder(URL, null, -1, true);
        static final Encoder MIME = new Encoder(BASIC, CRLF, MIME_LINE, true);

        private final char[] alphabet;
        private final byte[] newline;
        private final int lineLength;
        private final boolean padding;
        /** Two characters for each twelve bits, once there was much to encode. */
        private char[] pairs;

        private Encoder(char[] alphabet, byte[] newline, int lineLength, boolean padding) {
            this.alphabet = alphabet;
            this.newline = newline;
            this.lineLength = lineLength;
            this.padding = padding;
        }

        private static char[] pairs(char[] digits) {
            char[] two = new char[1 << 12];
            for (int i = 0; i < two.length; i++) {
                two[i] = (char) (digits[i >> 6] | digits[i & 63] << 8);
            }
            return two;
        }

        private int encodedLength(int n) {
            long whole = padding ? 4L * ((n + 2L) / 3) : 4L * (n / 3) + (n % 3 == 0 ? 0 : n % 3 + 1);
            if (lineLength > 0 && whole > 0) {
                whole += (whole - 1) / lineLength * newline.length;
            }
            if (whole > Integer.MAX_VALUE) {
                throw new OutOfMemoryError("Encoded size is too large");
            }
            return (int) whole;
        }

        public byte[] encode(byte[] src) {
            byte[] dst = new byte[encodedLength(src.length)];
            encode(src, src.length, dst);
            return dst;
        }

        public int encode(byte[] src, byte[] dst) {
            if (dst.length < encodedLength(src.length)) {
                throw new IllegalArgumentException("Output byte array is too small for encoding all input bytes");
            }
            return encode(src, src.length, dst);
        }

        private int encode(byte[] src, int n, byte[] dst) {
            int at = 0;
            int inLine = 0;
            int i = 0;
            int whole = n - n % 3;
            if (n >= MANY && pairs == null) {
                pairs = pairs(alphabet);
            }
            while (i < n) {
                if (lineLength > 0 && inLine == lineLength) {
                    for (byte b : newline) {
                        dst[at++] = b;
                    }
                    inLine = 0;
                }
                if (i < whole) {
                    int end = lineLength > 0 ? Math.min(whole, i + (lineLength - inLine) / 4 * 3) : whole;
                    at = groups(src, i, end, dst, at);
                    inLine += (end - i) / 3 * 4;
                    i = end;
                    continue;
                }
                int left = n - i;
                int bits = (src[i] & 0xff) << 16 | (left > 1 ? (src[i + 1] & 0xff) << 8 : 0) | (left > 2 ? src[i + 2] & 0xff : 0);
                dst[at++] = (byte) alphabet[bits >> 18];
                dst[at++] = (byte) alphabet[bits >> 12 & 63];
                if (left > 1) {
                    dst[at++] = (byte) alphabet[bits >> 6 & 63];
                } else if (padding) {
                    dst[at++] = '=';
                }
                if (left > 2) {
                    dst[at++] = (byte) alphabet[bits & 63];
                } else if (padding) {
                    dst[at++] = '=';
                }
                inLine += 4;
                i += 3;
            }
            return at;
        }

        /** Encodes groups of three bytes; gives the place behind them. */
        private int groups(byte[] src, int from, int end, byte[] dst, int at) {
            char[] digits = alphabet;
            char[] two = pairs;
            int i = from;
            // Four bytes are read for three: the last group is left for below.
            if (two != null && from >= 0 && end <= src.length && dst.length - at >= (end - from) / 3 * 4) {
                for (; i < end - 3; i += 3, at += 4) {
                    int bits = Integer.reverseBytes(Bytes.getInt(src, i)) >>> 8;
                    Bytes.putInt(dst, at, two[bits >> 12] | two[bits & 0xfff] << 16);
                }
            }
            for (; i < end; i += 3, at += 4) {
                int bits = (src[i] & 0xff) << 16 | (src[i + 1] & 0xff) << 8 | src[i + 2] & 0xff;
                dst[at] = (byte) digits[bits >> 18];
                dst[at + 1] = (byte) digits[bits >> 12 & 63];
                dst[at + 2] = (byte) digits[bits >> 6 & 63];
                dst[at + 3] = (byte) digits[bits & 63];
            }
            return at;
        }

        @SuppressWarnings("deprecation")
        public String encodeToString(byte[] src) {
            byte[] text = encode(src);
            return new String(text, 0, 0, text.length);
        }

        public ByteBuffer encode(ByteBuffer buffer) {
            byte[] src = new byte[buffer.remaining()];
            buffer.get(src);
            return ByteBuffer.wrap(encode(src));
        }

        public OutputStream wrap(OutputStream os) {
            Objects.requireNonNull(os);
            return new Output(os, this);
        }

        public Encoder withoutPadding() {
            return padding ? new Encoder(alphabet, newline, lineLength, false) : this;
        }
    }

    /** Makes bytes of text. */
    public static class Decoder {
        static final Decoder PLAIN = new Decoder(BASIC, false);
        static final Decoder FOR_URLS = new Decoder(URL, false);
        static final Decoder MIME = new Decoder(BASIC, true);

        private final int[] values;
        private final boolean mime;

        private Decoder(char[] alphabet, boolean mime) {
            values = values(alphabet);
            this.mime = mime;
        }

        static int[] values(char[] alphabet) {
            int[] v = new int[256];
            Arrays.fill(v, -1);
            for (int i = 0; i < alphabet.length; i++) {
                v[alphabet[i]] = i;
            }
            v['='] = -2;
            return v;
        }

        public byte[] decode(byte[] src) {
            byte[] dst = new byte[room(src)];
            int n = decode(src, src.length, dst);
            return n == dst.length ? dst : Arrays.copyOf(dst, n);
        }

        public byte[] decode(String src) {
            return decode(src.getBytes(StandardCharsets.ISO_8859_1));
        }

        public int decode(byte[] src, byte[] dst) {
            byte[] whole = decode(src);
            if (dst.length < whole.length) {
                throw new IllegalArgumentException("Output byte array is too small for decoding all input bytes");
            }
            System.arraycopy(whole, 0, dst, 0, whole.length);
            return whole.length;
        }

        public ByteBuffer decode(ByteBuffer buffer) {
            int start = buffer.position();
            byte[] src = new byte[buffer.remaining()];
            buffer.get(src);
            try {
                return ByteBuffer.wrap(decode(src));
            } catch (IllegalArgumentException e) {
                buffer.position(start);
                throw e;
            }
        }

        public InputStream wrap(InputStream is) {
            Objects.requireNonNull(is);
            return new Input(is, values, mime);
        }

        private int room(byte[] src) {
            int n = src.length;
            if (n == 0) {
                return 0;
            }
            if (n < 2) {
                if (mime && values[src[0] & 0xff] == -1) {
                    return 0;
                }
                throw new IllegalArgumentException("Input byte[] should at least have 2 bytes for base64 bytes");
            }
            if (mime) {
                return (int) (3L * (n + 3L) / 4);
            }
            int missing = src[n - 1] != '=' ? -n & 3 : src[n - 2] != '=' ? 1 : 2;
            return (int) ((n + 3L) / 4 * 3) - missing;
        }

        private int decode(byte[] src, int n, byte[] dst) {
            int at = 0;
            int bits = 0;
            int shift = 18;
            int i = 0;
            int[] of = values;
            for (; i <= n - 4; i += 4, at += 3) {
                // Four digits at a time, as long as nothing else stands among them.
                int four = of[src[i] & 0xff] << 18 | of[src[i + 1] & 0xff] << 12 | of[src[i + 2] & 0xff] << 6 | of[src[i + 3] & 0xff];
                if (four < 0) {
                    break;
                }
                dst[at] = (byte) (four >> 16);
                dst[at + 1] = (byte) (four >> 8);
                dst[at + 2] = (byte) four;
            }
            while (i < n) {
                int b = src[i++] & 0xff;
                int v = values[b];
                if (v < 0) {
                    if (v == -2) {
                        // "xx==" and "xxx=" only.
                        if (shift == 6 && (i == n || src[i++] != '=') || shift == 18) {
                            throw new IllegalArgumentException("Input byte array has wrong 4-byte ending unit");
                        }
                        break;
                    }
                    if (mime) {
                        continue;
                    }
                    throw new IllegalArgumentException("Illegal base64 character " + Integer.toString((byte) b, 16));
                }
                bits |= v << shift;
                shift -= 6;
                if (shift < 0) {
                    dst[at++] = (byte) (bits >> 16);
                    dst[at++] = (byte) (bits >> 8);
                    dst[at++] = (byte) bits;
                    shift = 18;
                    bits = 0;
                }
            }
            if (shift == 6) {
                dst[at++] = (byte) (bits >> 16);
            } else if (shift == 0) {
                dst[at++] = (byte) (bits >> 16);
                dst[at++] = (byte) (bits >> 8);
            } else if (shift == 12) {
                throw new IllegalArgumentException("Last unit does not have enough valid bits");
            }
            while (i < n) {
                if (mime && values[src[i] & 0xff] < 0) {
                    i++;
                    continue;
                }
                throw new IllegalArgumentException("Input byte array has incorrect ending byte at " + i);
            }
            return at;
        }
    }

    private static final class Output extends OutputStream {
        private final OutputStream out;
        private final Encoder encoder;
        private final byte[] pending = new byte[3];
        private int held;
        private int inLine;
        private boolean closed;

        Output(OutputStream out, Encoder encoder) {
            this.out = out;
            this.encoder = encoder;
        }

        @Override
        public void write(int b) throws IOException {
            if (closed) {
                throw new IOException("Stream is closed");
            }
            pending[held++] = (byte) b;
            if (held == 3) {
                unit();
            }
        }

        private void unit() throws IOException {
            if (encoder.lineLength > 0 && inLine == encoder.lineLength) {
                out.write(encoder.newline);
                inLine = 0;
            }
            byte[] text = new byte[4];
            int n = encoder.encode(pending, held, text);
            out.write(text, 0, n);
            inLine += 4;
            held = 0;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            if (closed) {
                throw new IOException("Stream is closed");
            }
            Objects.checkFromIndexSize(off, len, b.length);
            for (int i = 0; i < len; i++) {
                write(b[off + i]);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                if (held > 0) {
                    unit();
                }
                out.close();
            }
        }
    }

    private static final class Input extends InputStream {
        private final InputStream in;
        private final int[] values;
        private final boolean mime;
        private int bits;
        private int count;
        private byte[] ready = new byte[3];
        private int at;
        private int end;
        private boolean ended;
        private boolean closed;

        Input(InputStream in, int[] values, boolean mime) {
            this.in = in;
            this.values = values;
            this.mime = mime;
        }

        @Override
        public int read() throws IOException {
            if (closed) {
                throw new IOException("Stream is closed");
            }
            if (at == end && !fill()) {
                return -1;
            }
            return ready[at++] & 0xff;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            if (closed) {
                throw new IOException("Stream is closed");
            }
            Objects.checkFromIndexSize(off, len, b.length);
            int n = 0;
            while (n < len) {
                int c = read();
                if (c < 0) {
                    return n == 0 ? -1 : n;
                }
                b[off + n++] = (byte) c;
            }
            return n;
        }

        private boolean fill() throws IOException {
            at = 0;
            end = 0;
            while (!ended) {
                int b = in.read();
                if (b < 0) {
                    ended = true;
                    if (count == 1) {
                        throw new IOException("Base64 stream has one un-decoded dangling byte.");
                    }
                    return count > 1 && flushUnit();
                }
                int v = values[b];
                if (v == -2) {
                    if (count < 2 || count == 2 && in.read() != '=') {
                        throw new IOException("Illegal base64 ending sequence:" + count);
                    }
                    ended = true;
                    return flushUnit();
                }
                if (v < 0) {
                    if (mime) {
                        continue;
                    }
                    throw new IOException("Illegal base64 character " + Integer.toString((byte) b, 16));
                }
                bits = bits << 6 | v;
                if (++count == 4) {
                    return flushUnit();
                }
            }
            return false;
        }

        private boolean flushUnit() {
            int all = bits << 6 * (4 - count);
            end = count - 1;
            for (int i = 0; i < end; i++) {
                ready[i] = (byte) (all >> 16 - 8 * i);
            }
            bits = 0;
            count = 0;
            return end > 0;
        }

        @Override
        public int available() throws IOException {
            if (closed) {
                throw new IOException("Stream is closed");
            }
            return in.available();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                in.close();
            }
        }
    }
}
