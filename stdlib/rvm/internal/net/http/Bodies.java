package rvm.internal.net.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The streams of requests' and answers' bodies. */
final class Bodies {
    /** No more than this is read of what a handler left unread, so that the connection can be used again. */
    private static final int MOST_LEFT = 64 << 10;

    private Bodies() {
    }

    /** A line without its end; null where the stream ends before. */
    static String line(InputStream in) throws IOException {
        StringBuilder sb = new StringBuilder();
        for (int c; (c = in.read()) >= 0;) {
            if (c == '\n') {
                int n = sb.length();
                if (n > 0 && sb.charAt(n - 1) == '\r') {
                    sb.setLength(n - 1);
                }
                return sb.toString();
            }
            sb.append((char) c);
            if (sb.length() > 380 << 10) {
                throw new IOException("Maximum header size exceeded");
            }
        }
        return null;
    }

    /** Of a length, or in chunks. */
    static final class Input extends InputStream {
        private final InputStream in;
        private final boolean chunked;
        // Of the body, or of the chunk.
        private long left;
        private boolean begun;
        private boolean over;
        private boolean closed;

        Input(InputStream in, long length) {
            this.in = in;
            this.chunked = length < 0;
            this.left = Math.max(length, 0);
            this.over = length == 0;
        }

        private boolean more() throws IOException {
            if (left > 0 || over) {
                return !over;
            }
            if (chunked) {
                if (begun) {
                    line(in);
                }
                begun = true;
                String size = line(in);
                if (size == null) {
                    throw new IOException("connection closed before all data received");
                }
                int end = size.indexOf(';');
                try {
                    left = Long.parseLong((end < 0 ? size : size.substring(0, end)).trim(), 16);
                } catch (NumberFormatException e) {
                    throw new IOException("invalid chunk length");
                }
                if (left > 0) {
                    return true;
                }
                for (String trailer = line(in); trailer != null && !trailer.isEmpty();) {
                    trailer = line(in);
                }
            }
            over = true;
            return false;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            if (closed) {
                throw new IOException("Stream is closed");
            }
            if (len == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int n = in.read(b, off, (int) Math.min(len, left));
            if (n < 0) {
                throw new IOException("connection closed before all data received");
            }
            left -= n;
            return n;
        }

        @Override
        public int available() throws IOException {
            if (closed) {
                throw new IOException("Stream is closed");
            }
            return over ? 0 : (int) Math.min(left, in.available());
        }

        /** Whether nothing of the body is left in the connection. */
        boolean drain() {
            try {
                byte[] b = new byte[2048];
                for (int most = MOST_LEFT; !over && most > 0;) {
                    boolean wasClosed = closed;
                    closed = false;
                    int n = read(b, 0, b.length);
                    closed = wasClosed;
                    most -= Math.max(n, 0);
                }
            } catch (IOException e) {
                return false;
            }
            return over;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Of a length (-1: up to the connection's end), or in chunks. */
    static final class Output extends OutputStream {
        private final Exchange exchange;
        private final OutputStream out;
        private final boolean chunked;
        private final byte[] chunk = new byte[4096];
        private int filled;
        private long left;
        private boolean closed;

        Output(Exchange exchange, OutputStream out, boolean chunked, long length) {
            this.exchange = exchange;
            this.out = out;
            this.chunked = chunked;
            this.left = length;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            java.util.Objects.checkFromIndexSize(off, len, b.length);
            if (closed) {
                throw new IOException("stream closed");
            }
            if (len == 0) {
                return;
            }
            if (chunked) {
                while (len > 0) {
                    int n = Math.min(len, chunk.length - filled);
                    System.arraycopy(b, off, chunk, filled, n);
                    filled += n;
                    off += n;
                    len -= n;
                    if (filled == chunk.length) {
                        sendChunk();
                    }
                }
                return;
            }
            if (left >= 0) {
                if (len > left) {
                    throw new IOException("too many bytes to write to stream");
                }
                left -= len;
            }
            out.write(b, off, len);
        }

        private void sendChunk() throws IOException {
            out.write((Integer.toHexString(filled) + "\r\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            out.write(chunk, 0, filled);
            out.write('\r');
            out.write('\n');
            filled = 0;
        }

        @Override
        public void flush() throws IOException {
            if (chunked && filled > 0 && !closed) {
                sendChunk();
            }
            out.flush();
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            if (chunked) {
                if (filled > 0) {
                    sendChunk();
                }
                sendChunk();
            } else if (left > 0) {
                out.flush();
                exchange.drop();
                throw new IOException("insufficient bytes written to stream");
            }
            out.flush();
            exchange.answered();
        }
    }
}
