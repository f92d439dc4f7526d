package rvm.internal.nio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.SelectorProvider;
import java.util.Objects;
import rvm.internal.net.Endpoint;
import rvm.internal.net.NetErrors;

/** A pipe's end to read from. */
final class PipeSource extends Pipe.SourceChannel implements Polled {
    private final Endpoint end;
    private final Object lock = new Object();

    PipeSource(SelectorProvider provider, Endpoint end) {
        super(provider);
        this.end = end;
    }

    @Override
    public Endpoint endpoint() {
        return end;
    }

    @Override
    public int possible(int ops) {
        return ops & SelectionKey.OP_READ;
    }

    @Override
    public int read(ByteBuffer dst) throws IOException {
        return (int) read(new ByteBuffer[] {Objects.requireNonNull(dst)}, 0, 1);
    }

    @Override
    public long read(ByteBuffer[] dsts) throws IOException {
        return read(dsts, 0, dsts.length);
    }

    @Override
    public long read(ByteBuffer[] dsts, int offset, int length) throws IOException {
        Transfers.check(dsts, offset, length, true);
        synchronized (lock) {
            if (!isOpen()) {
                throw new ClosedChannelException();
            }
            if (!Transfers.any(dsts, offset, length)) {
                return 0;
            }
            boolean block = isBlocking();
            if (block) {
                begin();
            }
            long n = Endpoint.CLOSED;
            try {
                n = Transfers.read(end, dsts, offset, length, block);
            } finally {
                if (block) {
                    end(n >= 0);
                }
            }
            if (Transfers.wouldBlock(n)) {
                return 0;
            }
            return n == 0 ? -1 : n < 0 ? NetErrors.checkChannel((int) n, block) : n;
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
