package rvm.internal.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The content of an answer. When its end is reached the connection is kept or closed. */
final class HttpBody extends InputStream {
    static final int LINE = 1 << 16;

    private HttpLink link;
    private final boolean keep;
    private final boolean chunked;
    /** What is left of the content or of the chunk; -1: until the connection ends. */
    private long left;
    private boolean first = true;
    private boolean closed;

    HttpBody(HttpLink link, boolean keep, boolean chunked, long length) throws IOException {
        this.link = link;
        this.keep = keep;
        this.chunked = chunked;
        left = chunked ? 0 : length;
        if (!chunked && length == 0) {
            finish(keep);
        }
    }

    private void finish(boolean keeps) {
        HttpLink l = link;
        link = null;
        if (l != null) {
            if (keeps) {
                l.keep();
            } else {
                l.close();
            }
        }
    }

    /** A line without its end; null at the end of the stream. */
    static String line(InputStream in) throws IOException {
        StringBuilder sb = new StringBuilder();
        int c;
        while ((c = in.read()) >= 0 && c != '\n') {
            if (sb.length() >= LINE) {
                throw new IOException("A line of the answer is too long");
            }
            sb.append((char) c);
        }
        if (c < 0 && sb.length() == 0) {
            return null;
        }
        if (sb.length() > 0 && sb.charAt(sb.length() - 1) == '\r') {
            sb.setLength(sb.length() - 1);
        }
        return sb.toString();
    }

    private void nextChunk() throws IOException {
        if (!first) {
            line(link.in);
        }
        first = false;
        String size = line(link.in);
        if (size == null) {
            finish(false);
            throw new IOException("Premature EOF");
        }
        int end = size.indexOf(';');
        try {
            left = Long.parseLong((end < 0 ? size : size.substring(0, end)).trim(), 16);
        } catch (NumberFormatException e) {
            finish(false);
            throw new IOException("Bogus chunk size");
        }
        if (left < 0) {
            finish(false);
            throw new IOException("Bogus chunk size");
        }
        if (left == 0) {
            String trailer;
            while ((trailer = line(link.in)) != null && !trailer.isEmpty()) {
                // Of no use to anyone.
            }
            finish(keep);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public synchronized int read(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        if (closed) {
            throw new IOException("stream is closed");
        }
        if (len == 0) {
            return 0;
        }
        if (link != null && chunked && left == 0) {
            nextChunk();
        }
        if (link == null) {
            return -1;
        }
        int n = link.in.read(b, off, left < 0 ? len : (int) Math.min(len, left));
        if (n < 0) {
            finish(false);
            if (chunked) {
                throw new IOException("Premature EOF");
            }
            return -1;
        }
        if (left > 0) {
            left -= n;
            if (left == 0 && !chunked) {
                finish(keep);
            }
        }
        return n;
    }

    @Override
    public synchronized int available() throws IOException {
        if (closed) {
            throw new IOException("stream is closed");
        }
        return link == null ? 0 : left < 0 ? link.in.available() : (int) Math.min(link.in.available(), left);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            finish(false);
        }
    }

    synchronized void abandon() {
        finish(false);
    }
}
