package java.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Objects;

/** Encodes characters to the bytes of a stream. */
public class OutputStreamWriter extends Writer {
    private final OutputStream out;
    private final CharsetEncoder encoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192);
    /** The first half of a pair that was cut apart between two calls. */
    private int held = -1;
    private boolean closed;

    public OutputStreamWriter(OutputStream out, String charsetName) throws UnsupportedEncodingException {
        this(out, InputStreamReader.charset(charsetName));
    }

    public OutputStreamWriter(OutputStream out) {
        this(out, Charset.defaultCharset());
    }

    public OutputStreamWriter(OutputStream out, Charset cs) {
        this(out, cs.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    public OutputStreamWriter(OutputStream out, CharsetEncoder enc) {
        super(out);
        this.out = out;
        this.encoder = Objects.requireNonNull(enc, "charset encoder");
    }

    public String getEncoding() {
        if (closed) {
            return null;
        }
        String name = encoder.charset().name();
        return name.equals("UTF-8") ? "UTF8" : name.equals("ISO-8859-1") ? "ISO8859_1" : name.equals("US-ASCII") ? "ASCII" : name;
    }

    private void check() throws IOException {
        if (closed) {
            throw new IOException("Stream closed");
        }
    }

    private void empty() throws IOException {
        out.write(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    private void encode(CharBuffer in, boolean end) throws IOException {
        while (true) {
            CoderResult result = encoder.encode(in, bytes, end);
            if (result.isUnderflow()) {
                break;
            }
            if (result.isOverflow()) {
                empty();
            } else {
                result.throwException();
            }
        }
        if (in.hasRemaining()) {
            held = in.get();
        }
    }

    @Override
    public void write(int c) throws IOException {
        write(new char[] {(char) c}, 0, 1);
    }

    @Override
    public void write(char[] cbuf, int off, int len) throws IOException {
        synchronized (lock) {
            check();
            Objects.checkFromIndexSize(off, len, cbuf.length);
            if (len == 0) {
                return;
            }
            if (held >= 0) {
                char[] all = new char[len + 1];
                all[0] = (char) held;
                held = -1;
                System.arraycopy(cbuf, off, all, 1, len);
                encode(CharBuffer.wrap(all), false);
            } else {
                encode(CharBuffer.wrap(cbuf, off, len), false);
            }
        }
    }

    @Override
    public void write(String str, int off, int len) throws IOException {
        if (len < 0) {
            throw new IndexOutOfBoundsException();
        }
        char[] chars = new char[len];
        str.getChars(off, off + len, chars, 0);
        write(chars, 0, len);
    }

    @Override
    public Writer append(CharSequence csq, int start, int end) throws IOException {
        CharSequence text = csq == null ? "null" : csq;
        return append(text.subSequence(start, end));
    }

    @Override
    public Writer append(CharSequence csq) throws IOException {
        write(String.valueOf(csq));
        return this;
    }

    /** Hands the encoded bytes on without flushing the stream. */
    void flushBuffer() throws IOException {
        synchronized (lock) {
            check();
            empty();
        }
    }

    @Override
    public void flush() throws IOException {
        synchronized (lock) {
            check();
            empty();
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            if (closed) {
                return;
            }
            try (OutputStream o = out) {
                if (held >= 0) {
                    CharBuffer last = CharBuffer.wrap(new char[] {(char) held});
                    held = -1;
                    encode(last, true);
                }
                empty();
                o.flush();
            } finally {
                closed = true;
            }
        }
    }
}
