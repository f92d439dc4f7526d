package java.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Objects;

/** Decodes the bytes of a stream to characters. */
public class InputStreamReader extends Reader {
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192);
    private boolean ended;
    private boolean closed;
    /** The second half of a pair when only one character was asked for. */
    private int held = -1;

    public InputStreamReader(InputStream in) {
        this(in, Charset.defaultCharset());
    }

    public InputStreamReader(InputStream in, String charsetName) throws UnsupportedEncodingException {
        this(in, charset(charsetName));
    }

    public InputStreamReader(InputStream in, Charset cs) {
        this(in, cs.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    public InputStreamReader(InputStream in, CharsetDecoder dec) {
        super(in);
        this.in = in;
        this.decoder = Objects.requireNonNull(dec, "charset decoder");
        bytes.flip();
    }

    static Charset charset(String name) throws UnsupportedEncodingException {
        Objects.requireNonNull(name, "charsetName");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedEncodingException(name);
        }
    }

    public String getEncoding() {
        if (closed) {
            return null;
        }
        String name = decoder.charset().name();
        return name.equals("UTF-8") ? "UTF8" : name.equals("ISO-8859-1") ? "ISO8859_1" : name.equals("US-ASCII") ? "ASCII" : name;
    }

    @Override
    public int read(CharBuffer target) throws IOException {
        return super.read(target);
    }

    @Override
    public int read() throws IOException {
        synchronized (lock) {
            if (held >= 0) {
                int c = held;
                held = -1;
                return c;
            }
            char[] two = new char[2];
            int n = decode(two, 0, 2);
            if (n < 0) {
                return -1;
            }
            if (n == 2) {
                held = two[1];
            }
            return two[0];
        }
    }

    @Override
    public int read(char[] cbuf, int off, int len) throws IOException {
        synchronized (lock) {
            if (closed) {
                throw new IOException("Stream closed");
            }
            Objects.checkFromIndexSize(off, len, cbuf.length);
            if (len == 0) {
                return 0;
            }
            if (held >= 0 || len == 1) {
                int c = read();
                if (c < 0) {
                    return -1;
                }
                cbuf[off] = (char) c;
                return 1;
            }
            return decode(cbuf, off, len);
        }
    }

    /** At least one character, if there is one; room for two is needed. */
    private int decode(char[] cbuf, int off, int len) throws IOException {
        if (closed) {
            throw new IOException("Stream closed");
        }
        CharBuffer out = CharBuffer.wrap(cbuf, off, len);
        while (true) {
            if (ended && !bytes.hasRemaining()) {
                break;
            }
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                result.throwException();
            }
            if (result.isOverflow() || out.position() > off) {
                break;
            }
            if (ended) {
                break;
            }
            bytes.compact();
            try {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                if (n < 0) {
                    ended = true;
                } else {
                    bytes.position(bytes.position() + n);
                }
            } finally {
                bytes.flip();
            }
        }
        int n = out.position() - off;
        if (n == 0 && ended) {
            decoder.reset();
            ended = false;
            return -1;
        }
        return n;
    }

    @Override
    public boolean ready() throws IOException {
        synchronized (lock) {
            if (closed) {
                throw new IOException("Stream closed");
            }
            return held >= 0 || bytes.hasRemaining() || in.available() > 0;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            if (!closed) {
                closed = true;
                in.close();
            }
        }
    }
}
