package java.nio.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/** UTF-16: with a byte order mark, big-endian, or little-endian. */
final class Utf16Charset extends Charset {
    private static final int MARKED = 0;
    private static final int BIG = 1;
    private static final int LITTLE = 2;

    private final int kind;

    Utf16Charset(String name, int kind, String... aliases) {
        super(name, aliases);
        this.kind = kind;
    }

    @Override
    public boolean contains(Charset cs) {
        return true;
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 0.5f, 1.0f) {
            private int order = kind;

            @Override
            protected void implReset() {
                order = kind;
            }

            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.remaining() >= 2) {
                    int at = in.position();
                    if (order == MARKED) {
                        int mark = unit(in, at, BIG);
                        order = mark == 0xfffe ? LITTLE : BIG;
                        if (mark == 0xfffe || mark == 0xfeff) {
                            in.position(at + 2);
                            continue;
                        }
                    }
                    char c = (char) unit(in, at, order);
                    if (!Character.isSurrogate(c)) {
                        if (!out.hasRemaining()) {
                            return CoderResult.OVERFLOW;
                        }
                        out.put(c);
                        in.position(at + 2);
                        continue;
                    }
                    if (Character.isLowSurrogate(c)) {
                        return CoderResult.malformedForLength(2);
                    }
                    if (in.remaining() < 4) {
                        return CoderResult.UNDERFLOW;
                    }
                    char d = (char) unit(in, at + 2, order);
                    if (!Character.isLowSurrogate(d)) {
                        return CoderResult.malformedForLength(4);
                    }
                    if (out.remaining() < 2) {
                        return CoderResult.OVERFLOW;
                    }
                    out.put(c);
                    out.put(d);
                    in.position(at + 4);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    private static int unit(ByteBuffer in, int at, int order) {
        int a = in.get(at) & 0xff;
        int b = in.get(at + 1) & 0xff;
        return order == LITTLE ? b << 8 | a : a << 8 | b;
    }

    @Override
    public CharsetEncoder newEncoder() {
        byte[] replacement = kind == LITTLE ? new byte[] {(byte) 0xfd, (byte) 0xff} : new byte[] {(byte) 0xff, (byte) 0xfd};
        return new CharsetEncoder(this, kind == MARKED ? 4.0f : 2.0f, kind == MARKED ? 4.0f : 2.0f, replacement) {
            private boolean marked = kind != MARKED;

            @Override
            protected void implReset() {
                marked = kind != MARKED;
            }

            @Override
            protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
                while (in.hasRemaining()) {
                    if (!marked) {
                        if (out.remaining() < 2) {
                            return CoderResult.OVERFLOW;
                        }
                        put(out, (char) 0xfeff);
                        marked = true;
                    }
                    int at = in.position();
                    char c = in.get(at);
                    if (!Character.isSurrogate(c)) {
                        if (out.remaining() < 2) {
                            return CoderResult.OVERFLOW;
                        }
                        put(out, c);
                        in.position(at + 1);
                        continue;
                    }
                    int code = Surrogates.pair(in, at, c);
                    if (code < 0) {
                        return code == -1 ? CoderResult.UNDERFLOW : CoderResult.malformedForLength(1);
                    }
                    if (out.remaining() < 4) {
                        return CoderResult.OVERFLOW;
                    }
                    put(out, c);
                    put(out, in.get(at + 1));
                    in.position(at + 2);
                }
                return CoderResult.UNDERFLOW;
            }

            private void put(ByteBuffer out, char c) {
                out.put((byte) (kind == LITTLE ? c : c >> 8));
                out.put((byte) (kind == LITTLE ? c >> 8 : c));
            }
        };
    }
}
