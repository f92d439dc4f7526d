package rvm.internal.nio;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import rvm.internal.net.Endpoint;
import rvm.internal.net.HostSocket;
import rvm.internal.net.NetAddress;
import rvm.internal.net.NetErrors;
import rvm.internal.net.NetOptions;

/** Waits for connections to the host. */
final class HostListener extends ServerSocketChannel implements Polled {
    private static final int BACKLOG = 50;

    private final Endpoint end;
    private volatile InetSocketAddress local;
    private ServerSocket socket;
    private final Object accepting = new Object();

    HostListener(SelectorProvider provider, Endpoint end) throws IOException {
        super(provider);
        this.end = end;
        NetOptions.set(end, StandardSocketOptions.SO_REUSEADDR, true);
    }

    @Override
    public Endpoint endpoint() {
        return end;
    }

    @Override
    public int possible(int ops) {
        return local == null ? 0 : ops & SelectionKey.OP_ACCEPT;
    }

    private void live() throws ClosedChannelException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public ServerSocketChannel bind(SocketAddress at, int backlog) throws IOException {
        synchronized (accepting) {
            live();
            if (local != null) {
                throw new AlreadyBoundException();
            }
            NetAddress.bind(end, at == null ? null : HostStream.checked(at));
            NetErrors.check(end.use(fd -> HostSocket.listen(fd, backlog < 1 ? BACKLOG : backlog)));
            local = NetAddress.of(end, false);
        }
        return this;
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) throws IOException {
        NetOptions.check(NetOptions.SERVER, name);
        live();
        NetOptions.set(end, name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        NetOptions.check(NetOptions.SERVER, name);
        live();
        return NetOptions.get(end, name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return NetOptions.SERVER;
    }

    @Override
    public synchronized ServerSocket socket() {
        if (socket == null) {
            try {
                socket = new ServerSocketView(this);
            } catch (IOException e) {
                throw new Error(e);
            }
        }
        return socket;
    }

    @Override
    public SocketChannel accept() throws IOException {
        return accept(isBlocking(), 0);
    }

    SocketChannel accept(boolean block, int millis) throws IOException {
        synchronized (accepting) {
            live();
            if (local == null) {
                throw new NotYetBoundException();
            }
            byte[] from = new byte[HostSocket.ADDRESS];
            int[] result = new int[1];
            Endpoint e = null;
            if (block) {
                begin();
            }
            try {
                e = end.accept(from, block, millis, result);
            } finally {
                if (block) {
                    end(e != null);
                }
            }
            if (e != null) {
                return new HostStream(provider(), e, NetAddress.decode(from));
            }
            if (result[0] == Endpoint.TIMED_OUT) {
                throw new java.net.SocketTimeoutException("Accept timed out");
            }
            if (!Transfers.wouldBlock(result[0])) {
                NetErrors.checkChannel(result[0], block);
            }
            return null;
        }
    }

    InetSocketAddress local() {
        return local;
    }

    @Override
    public SocketAddress getLocalAddress() throws IOException {
        live();
        return local;
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
        end.close();
    }

    @Override
    protected void implConfigureBlocking(boolean block) {
        // The host's socket never blocks.
    }

    @Override
    public String toString() {
        InetSocketAddress a = local;
        return getClass().getName() + "[" + (!isOpen() ? "closed" : a == null ? "unbound" : a) + "]";
    }
}
