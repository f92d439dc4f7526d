package rvm.internal.nio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import rvm.internal.net.Endpoint;
import rvm.internal.net.HostSocket;

/** Moves bytes between buffers and endpoints. */
final class Transfers {
    private static final int MOST = 1 << 16;

    private Transfers() {
    }

    /** Into a buffer with room: what the endpoint answers. */
    static int read(Endpoint end, ByteBuffer dst, byte[] from, boolean block, int millis) throws IOException {
        if (dst.hasArray()) {
            int n = end.read(dst.array(), dst.arrayOffset() + dst.position(), dst.remaining(), false, from, block, millis);
            if (n > 0) {
                dst.position(dst.position() + n);
            }
            return n;
        }
        byte[] b = new byte[Math.min(dst.remaining(), MOST)];
        int n = end.read(b, 0, b.length, false, from, block, millis);
        if (n > 0) {
            dst.put(b, 0, n);
        }
        return n;
    }

    /** Out of a buffer, once: what the endpoint answers. */
    static int write(Endpoint end, ByteBuffer src, byte[] to, int port, int scope, boolean block) throws IOException {
        byte[] b;
        int at;
        if (src.hasArray()) {
            b = src.array();
            at = src.arrayOffset() + src.position();
        } else {
            b = new byte[to == null ? Math.min(src.remaining(), MOST) : src.remaining()];
            src.duplicate().get(b);
            at = 0;
        }
        int n = end.write(b, at, src.hasArray() ? src.remaining() : b.length, to, port, scope, block);
        if (n > 0) {
            src.position(src.position() + n);
        }
        return n;
    }

    /** Into the first of the buffers that blocks, then whatever is there already. A negative answer only if nothing was moved. */
    static long read(Endpoint end, ByteBuffer[] dsts, int offset, int length, boolean block) throws IOException {
        long total = 0;
        for (int i = offset; i < offset + length; i++) {
            while (dsts[i].hasRemaining()) {
                int n = read(end, dsts[i], null, block && total == 0, 0);
                if (n <= 0) {
                    return total > 0 ? total : n;
                }
                total += n;
            }
        }
        return total;
    }

    /** All of the buffers if it may block, else as much as goes. A negative answer only if nothing was moved. */
    static long write(Endpoint end, ByteBuffer[] srcs, int offset, int length, boolean block) throws IOException {
        long total = 0;
        for (int i = offset; i < offset + length; i++) {
            while (srcs[i].hasRemaining()) {
                int n = write(end, srcs[i], null, 0, 0, block);
                if (n < 0) {
                    return total > 0 ? total : n;
                }
                total += n;
            }
        }
        return total;
    }

    static boolean any(ByteBuffer[] buffers, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffers[i].hasRemaining()) {
                return true;
            }
        }
        return false;
    }

    static void check(ByteBuffer[] buffers, int offset, int length, boolean forReading) {
        Objects.checkFromIndexSize(offset, length, buffers.length);
        for (int i = offset; i < offset + length; i++) {
            check(buffers[i], forReading);
        }
    }

    static void check(ByteBuffer b, boolean forReading) {
        if (b.isReadOnly() && forReading) {
            throw new IllegalArgumentException("Read-only buffer");
        }
    }

    static boolean wouldBlock(long n) {
        return n == -HostSocket.EAGAIN;
    }
}
