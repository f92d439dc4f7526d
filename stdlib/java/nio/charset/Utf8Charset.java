package java.nio.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/** UTF-8. */
final class Utf8Charset extends Charset {
    Utf8Charset() {
        super("UTF-8", new String[] {"UTF8", "unicode-1-1-utf-8"});
    }

    @Override
    public boolean contains(Charset cs) {
        return true;
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1.0f, 1.0f) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                return decodeAll(in, out);
            }
        };
    }

    private static CoderResult decodeAll(ByteBuffer in, CharBuffer out) {
        while (in.hasRemaining()) {
            int at = in.position();
            int left = in.limit() - at;
            int b = in.get(at);
            if (b >= 0) {
                if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                out.put((char) b);
                in.position(at + 1);
                continue;
            }
            int first = b & 0xff;
            int need = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
            if (first < 0xc2 || first > 0xf4) {
                return CoderResult.malformedForLength(1);
            }
            int code = first & (0xff >> need + 1);
            for (int k = 1; k < need; k++) {
                if (k >= left) {
                    return CoderResult.UNDERFLOW;
                }
                int c = in.get(at + k) & 0xff;
                // Overlong forms, surrogates and what lies beyond Unicode show in the second byte.
                boolean ok = (c & 0xc0) == 0x80;
                if (k == 1) {
                    ok &= !(first == 0xe0 && c < 0xa0 || first == 0xed && c > 0x9f || first == 0xf0 && c < 0x90 || first == 0xf4 && c > 0x8f);
                }
                if (!ok) {
                    // Like OpenJDK: an encoded surrogate is one malformed unit of three bytes.
                    if (first == 0xed && k == 1 && (c & 0xc0) == 0x80) {
                        if (left < 3) {
                            return CoderResult.UNDERFLOW;
                        }
                        return CoderResult.malformedForLength((in.get(at + 2) & 0xc0) == 0x80 ? 3 : 1);
                    }
                    return CoderResult.malformedForLength(k);
                }
                code = code << 6 | c & 0x3f;
            }
            int units = code >= 0x10000 ? 2 : 1;
            if (out.remaining() < units) {
                return CoderResult.OVERFLOW;
            }
            if (units == 1) {
                out.put((char) code);
            } else {
                out.put(Character.highSurrogate(code));
                out.put(Character.lowSurrogate(code));
            }
            in.position(at + need);
        }
        return CoderResult.UNDERFLOW;
    }

    @Override
    public CharsetEncoder newEncoder() {
        return new CharsetEncoder(this, 1.1f, 3.0f) {
            @Override
            protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
                return encodeAll(in, out);
            }
        };
    }

    private static CoderResult encodeAll(CharBuffer in, ByteBuffer out) {
        while (in.hasRemaining()) {
            int at = in.position();
            char c = in.get(at);
            int room = out.remaining();
            if (c < 0x80) {
                if (room < 1) {
                    return CoderResult.OVERFLOW;
                }
                out.put((byte) c);
            } else if (c < 0x800) {
                if (room < 2) {
                    return CoderResult.OVERFLOW;
                }
                out.put((byte) (0xc0 | c >> 6));
                out.put((byte) (0x80 | c & 0x3f));
            } else if (Character.isSurrogate(c)) {
                int code = Surrogates.pair(in, at, c);
                if (code < 0) {
                    return code == -1 ? CoderResult.UNDERFLOW : CoderResult.malformedForLength(1);
                }
                if (room < 4) {
                    return CoderResult.OVERFLOW;
                }
                out.put((byte) (0xf0 | code >> 18));
                out.put((byte) (0x80 | code >> 12 & 0x3f));
                out.put((byte) (0x80 | code >> 6 & 0x3f));
                out.put((byte) (0x80 | code & 0x3f));
                at++;
            } else {
                if (room < 3) {
                    return CoderResult.OVERFLOW;
                }
                out.put((byte) (0xe0 | c >> 12));
                out.put((byte) (0x80 | c >> 6 & 0x3f));
                out.put((byte) (0x80 | c & 0x3f));
            }
            in.position(at + 1);
        }
        return CoderResult.UNDERFLOW;
    }
}
