package java.nio.channels;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.util.Objects;

/** Streams over channels and channels over streams. */
public final class Channels {
    private Channels() {
    }

    public static InputStream newInputStream(ReadableByteChannel ch) {
        Objects.requireNonNull(ch, "ch");
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
            }

            @Override
            public int read(byte[] b, int off, int len) throws IOException {
                Objects.checkFromIndexSize(off, len, b.length);
                return len == 0 ? 0 : ch.read(ByteBuffer.wrap(b, off, len));
            }

            @Override
            public int available() throws IOException {
                if (ch instanceof SeekableByteChannel) {
                    SeekableByteChannel s = (SeekableByteChannel) ch;
                    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, s.size() - s.position()));
                }
                return 0;
            }

            @Override
            public long skip(long n) throws IOException {
                if (ch instanceof SeekableByteChannel) {
                    SeekableByteChannel s = (SeekableByteChannel) ch;
                    long at = s.position();
                    long to = n > 0 ? Math.min(at + n, Math.max(at, s.size())) : Math.max(at + n, 0);
                    s.position(to);
                    return to - at;
                }
                return super.skip(n);
            }

            @Override
            public void close() throws IOException {
                ch.close();
            }
        };
    }

    public static OutputStream newOutputStream(WritableByteChannel ch) {
        Objects.requireNonNull(ch, "ch");
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                Objects.checkFromIndexSize(off, len, b.length);
                ByteBuffer buffer = ByteBuffer.wrap(b, off, len);
                while (buffer.hasRemaining()) {
                    if (ch.write(buffer) <= 0 && buffer.hasRemaining()) {
                        throw new IOException("no bytes written");
                    }
                }
            }

            @Override
            public void close() throws IOException {
                ch.close();
            }
        };
    }

    public static ReadableByteChannel newChannel(InputStream in) {
        Objects.requireNonNull(in, "in");
        if (in.getClass() == FileInputStream.class) {
            return ((FileInputStream) in).getChannel();
        }
        final class Reading extends AbstractInterruptibleChannel implements ReadableByteChannel {
            @Override
            public int read(ByteBuffer dst) throws IOException {
                if (!isOpen()) {
                    throw new ClosedChannelException();
                }
                if (dst.isReadOnly()) {
                    throw new IllegalArgumentException();
                }
                int total = 0;
                byte[] b = new byte[Math.min(dst.remaining(), 8192)];
                while (dst.hasRemaining()) {
                    // What would wait is left for the next call.
                    if (total > 0 && in.available() <= 0) {
                        break;
                    }
                    int n = in.read(b, 0, Math.min(dst.remaining(), b.length));
                    if (n < 0) {
                        return total == 0 ? -1 : total;
                    }
                    dst.put(b, 0, n);
                    total += n;
                }
                return total;
            }

            @Override
            protected void implCloseChannel() throws IOException {
                in.close();
            }
        }
        return new Reading();
    }

    public static WritableByteChannel newChannel(OutputStream out) {
        Objects.requireNonNull(out, "out");
        if (out.getClass() == FileOutputStream.class) {
            return ((FileOutputStream) out).getChannel();
        }
        final class Writing extends AbstractInterruptibleChannel implements WritableByteChannel {
            @Override
            public int write(ByteBuffer src) throws IOException {
                if (!isOpen()) {
                    throw new ClosedChannelException();
                }
                int n = src.remaining();
                byte[] b = new byte[n];
                src.get(b);
                out.write(b);
                return n;
            }

            @Override
            protected void implCloseChannel() throws IOException {
                out.close();
            }
        }
        return new Writing();
    }

    public static Reader newReader(ReadableByteChannel ch, CharsetDecoder dec, int minBufferCap) {
        return new InputStreamReader(newInputStream(ch), dec);
    }

    public static Reader newReader(ReadableByteChannel ch, String csName) {
        return newReader(ch, Charset.forName(Objects.requireNonNull(csName, "csName")));
    }

    public static Reader newReader(ReadableByteChannel ch, Charset charset) {
        return new InputStreamReader(newInputStream(ch), charset.newDecoder());
    }

    public static Writer newWriter(WritableByteChannel ch, CharsetEncoder enc, int minBufferCap) {
        return new OutputStreamWriter(newOutputStream(ch), enc);
    }

    public static Writer newWriter(WritableByteChannel ch, String csName) {
        return newWriter(ch, Charset.forName(Objects.requireNonNull(csName, "csName")));
    }

    public static Writer newWriter(WritableByteChannel ch, Charset charset) {
        return new OutputStreamWriter(newOutputStream(ch), charset.newEncoder());
    }
}
