package java.nio.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/** A charset of one byte a character, which is the character's code: ASCII and Latin-1. */
final class NarrowCharset extends Charset {
    private final int limit;

    NarrowCharset(String name, int limit, String... aliases) {
        super(name, aliases);
        this.limit = limit;
    }

    @Override
    public boolean contains(Charset cs) {
        return cs instanceof NarrowCharset && ((NarrowCharset) cs).limit <= limit;
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1.0f, 1.0f) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.hasRemaining()) {
                    int c = in.get(in.position()) & 0xff;
                    if (c >= limit) {
                        return CoderResult.malformedForLength(1);
                    }
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    out.put((char) c);
                    in.position(in.position() + 1);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    @Override
    public CharsetEncoder newEncoder() {
        return new CharsetEncoder(this, 1.0f, 1.0f) {
            @Override
            protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
                while (in.hasRemaining()) {
                    int at = in.position();
                    char c = in.get(at);
                    if (c >= limit) {
                        return Surrogates.unencodable(in, at, c);
                    }
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    out.put((byte) c);
                    in.position(at + 1);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }
}
