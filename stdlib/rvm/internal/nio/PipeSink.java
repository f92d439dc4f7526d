package rvm.internal.nio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.SelectorProvider;
import java.util.Objects;
import rvm.internal.HostIO;
import rvm.internal.net.Endpoint;
import rvm.internal.net.HostSocket;
import rvm.internal.net.NetErrors;

/** A pipe's end to write to. */
final class PipeSink extends Pipe.SinkChannel implements Polled {
    private final Endpoint end;
    private final Object lock = new Object();

    PipeSink(SelectorProvider provider, Endpoint end) {
        super(provider);
        this.end = end;
    }

    @Override
    public Endpoint endpoint() {
        return end;
    }

    @Override
    public int possible(int ops) {
        return ops & SelectionKey.OP_WRITE;
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
        return (int) write(new ByteBuffer[] {Objects.requireNonNull(src)}, 0, 1);
    }

    @Override
    public long write(ByteBuffer[] srcs) throws IOException {
        return write(srcs, 0, srcs.length);
    }

    @Override
    public long write(ByteBuffer[] srcs, int offset, int length) throws IOException {
        Transfers.check(srcs, offset, length, false);
        synchronized (lock) {
            if (!isOpen()) {
                throw new ClosedChannelException();
            }
            if (!Transfers.any(srcs, offset, length)) {
                return 0;
            }
            boolean block = isBlocking();
            if (block) {
                begin();
            }
            long n = Endpoint.CLOSED;
            try {
                n = Transfers.write(end, srcs, offset, length, block);
            } finally {
                if (block) {
                    end(n > 0);
                }
            }
            if (Transfers.wouldBlock(n)) {
                return 0;
            }
            if (n == -HostSocket.EPIPE) {
                throw new IOException(HostIO.errorText(HostSocket.EPIPE));
            }
            return n < 0 ? NetErrors.checkChannel((int) n, block) : n;
        }
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
        end.close();
    }

    @Override
    protected void implConfigureBlocking(boolean block) {
        // The host's pipe never blocks.
    }
}
