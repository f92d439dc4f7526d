package rvm.internal.nio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NoConnectionPendingException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import rvm.internal.net.Endpoint;
import rvm.internal.net.HostSocket;
import rvm.internal.net.NetAddress;
import rvm.internal.net.NetErrors;
import rvm.internal.net.NetOptions;

/** A connection of the host. */
final class HostStream extends SocketChannel implements Polled {
    private static final int UNCONNECTED = 0;
    private static final int PENDING = 1;
    private static final int CONNECTED = 2;

    private final Endpoint end;
    private volatile int state;
    private volatile InetSocketAddress remote;
    private volatile boolean inputShut;
    private volatile boolean outputShut;
    private boolean bound;
    private boolean ended;
    private Socket socket;
    private final Object reading = new Object();
    private final Object writing = new Object();

    /** {@code remote} not null: it is connected. */
    HostStream(SelectorProvider provider, Endpoint end, InetSocketAddress remote) {
        super(provider);
        this.end = end;
        this.remote = remote;
        if (remote != null) {
            state = CONNECTED;
            bound = true;
        }
    }

    @Override
    public Endpoint endpoint() {
        return end;
    }

    @Override
    public int possible(int ops) {
        return ops & (state == CONNECTED ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : state == PENDING ? SelectionKey.OP_CONNECT : 0);
    }

    private void live() throws ClosedChannelException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    private void connected() throws ClosedChannelException {
        live();
        if (state != CONNECTED) {
            throw new NotYetConnectedException();
        }
    }

    /** Checks an address to connect or bind to. */
    static InetSocketAddress checked(SocketAddress a) {
        if (a == null) {
            throw new NullPointerException();
        }
        if (!(a instanceof InetSocketAddress)) {
            throw new UnsupportedAddressTypeException();
        }
        InetSocketAddress i = (InetSocketAddress) a;
        if (i.isUnresolved()) {
            throw new UnresolvedAddressException();
        }
        return i;
    }

    @Override
    public SocketChannel bind(SocketAddress local) throws IOException {
        synchronized (reading) {
            synchronized (writing) {
                live();
                if (state == PENDING) {
                    throw new ConnectionPendingException();
                }
                if (bound) {
                    throw new AlreadyBoundException();
                }
                NetAddress.bind(end, local == null ? null : checked(local));
                bound = true;
            }
        }
        return this;
    }

    @Override
    public SocketAddress getLocalAddress() throws IOException {
        live();
        return bound ? NetAddress.of(end, false) : null;
    }

    @Override
    public SocketAddress getRemoteAddress() throws IOException {
        live();
        return remote;
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> name, T value) throws IOException {
        NetOptions.check(NetOptions.STREAM, name);
        live();
        NetOptions.set(end, name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        NetOptions.check(NetOptions.STREAM, name);
        live();
        return NetOptions.get(end, name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return NetOptions.STREAM;
    }

    @Override
    public SocketChannel shutdownInput() throws IOException {
        connected();
        if (!inputShut) {
            shut(HostSocket.READING);
            inputShut = true;
        }
        return this;
    }

    @Override
    public SocketChannel shutdownOutput() throws IOException {
        connected();
        if (!outputShut) {
            shut(HostSocket.WRITING);
            outputShut = true;
        }
        return this;
    }

    private void shut(int how) throws IOException {
        int result = end.use(fd -> HostSocket.shutdown(fd, how));
        if (result != -HostSocket.ENOTCONN) {
            NetErrors.checkChannel(result, false);
        }
    }

    boolean isInputShut() {
        return inputShut;
    }

    boolean isOutputShut() {
        return outputShut;
    }

    boolean isBound() {
        return bound;
    }

    @Override
    public synchronized Socket socket() {
        if (socket == null) {
            socket = new SocketView(this);
        }
        return socket;
    }

    @Override
    public boolean isConnected() {
        return state == CONNECTED;
    }

    @Override
    public boolean isConnectionPending() {
        return state == PENDING;
    }

    @Override
    public boolean connect(SocketAddress to) throws IOException {
        return connect(checked(to), isBlocking(), 0);
    }

    /** {@code millis} 0 is for ever; -EINPROGRESS's time is over: SocketTimeoutException. */
    boolean connect(InetSocketAddress to, boolean block, int millis) throws IOException {
        synchronized (reading) {
            synchronized (writing) {
                live();
                if (state == CONNECTED) {
                    throw new AlreadyConnectedException();
                }
                if (state == PENDING) {
                    throw new ConnectionPendingException();
                }
                boolean done = false;
                try {
                    if (block) {
                        begin();
                    }
                    try {
                        int result = NetAddress.connect(end, to);
                        bound = true;
                        if (result == -HostSocket.EINPROGRESS) {
                            if (!block) {
                                remote = to;
                                state = PENDING;
                                done = true;
                                return false;
                            }
                            result = end.finishConnect(true, millis);
                        }
                        if (result == Endpoint.TIMED_OUT) {
                            throw new java.net.SocketTimeoutException("Connect timed out");
                        }
                        if (result != Endpoint.CLOSED) {
                            NetErrors.check(result);
                            remote = to;
                            state = CONNECTED;
                            done = true;
                        }
                    } finally {
                        if (block) {
                            end(done);
                        }
                    }
                } finally {
                    if (!done) {
                        close();
                    }
                }
                connected();
                return true;
            }
        }
    }

    @Override
    public boolean finishConnect() throws IOException {
        synchronized (reading) {
            synchronized (writing) {
                live();
                if (state == CONNECTED) {
                    return true;
                }
                if (state != PENDING) {
                    throw new NoConnectionPendingException();
                }
                boolean block = isBlocking();
                boolean done = false;
                try {
                    if (block) {
                        begin();
                    }
                    try {
                        int result = end.finishConnect(block, 0);
                        if (result == -HostSocket.EINPROGRESS) {
                            done = true;
                            return false;
                        }
                        if (result != Endpoint.CLOSED) {
                            NetErrors.check(result);
                            state = CONNECTED;
                            done = true;
                        }
                    } finally {
                        if (block) {
                            end(done);
                        }
                    }
                } finally {
                    if (!done) {
                        close();
                    }
                }
                connected();
                return true;
            }
        }
    }

    /** A transfer between begin and end. */
    private interface Transfer {
        long run(boolean block) throws IOException;
    }

    private long transfer(Transfer t) throws IOException {
        boolean block = isBlocking();
        if (block) {
            begin();
        }
        long n = 0;
        try {
            n = t.run(block);
        } finally {
            if (block) {
                end(n > 0);
            }
        }
        if (Transfers.wouldBlock(n)) {
            return 0;
        }
        return n < 0 ? NetErrors.checkChannel((int) n, block) : n;
    }

    @Override
    public int read(ByteBuffer dst) throws IOException {
        Transfers.check(dst, true);
        synchronized (reading) {
            connected();
            if (inputShut || ended) {
                return -1;
            }
            if (!dst.hasRemaining()) {
                return 0;
            }
            return (int) received(block -> Transfers.read(end, dst, null, block, 0));
        }
    }

    private long received(Transfer t) throws IOException {
        boolean[] waits = new boolean[1];
        long n = transfer(block -> {
            long got = t.run(block);
            waits[0] = Transfers.wouldBlock(got);
            return got;
        });
        if (n == 0 && !waits[0]) {
            ended = true;
            return -1;
        }
        return n;
    }

    /** For the socket's stream, which has a time limit. */
    int read(byte[] b, int off, int len, int millis) throws IOException {
        synchronized (reading) {
            if (inputShut || ended) {
                return -1;
            }
            int n = end.read(b, off, len, false, null, true, millis);
            ended |= n == 0;
            return n;
        }
    }

    @Override
    public long read(ByteBuffer[] dsts, int offset, int length) throws IOException {
        Transfers.check(dsts, offset, length, true);
        synchronized (reading) {
            connected();
            if (inputShut || ended) {
                return -1;
            }
            return Transfers.any(dsts, offset, length) ? received(block -> Transfers.read(end, dsts, offset, length, block)) : 0;
        }
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
        return (int) write(new ByteBuffer[] {java.util.Objects.requireNonNull(src)}, 0, 1);
    }

    @Override
    public long write(ByteBuffer[] srcs, int offset, int length) throws IOException {
        Transfers.check(srcs, offset, length, false);
        synchronized (writing) {
            connected();
            if (outputShut) {
                throw new ClosedChannelException();
            }
            return Transfers.any(srcs, offset, length) ? transfer(block -> Transfers.write(end, srcs, offset, length, block)) : 0;
        }
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
        StringBuilder sb = new StringBuilder(SocketChannel.class.getName()).append('[');
        if (!isOpen()) {
            return sb.append("closed]").toString();
        }
        int s = state;
        sb.append(s == UNCONNECTED ? "unconnected" : s == PENDING ? "connection-pending" : "connected");
        if (inputShut) {
            sb.append(" ishut");
        }
        if (outputShut) {
            sb.append(" oshut");
        }
        InetSocketAddress local = bound ? NetAddress.of(end, false) : null;
        if (local != null) {
            sb.append(" local=").append(local);
        }
        if (remote != null) {
            sb.append(" remote=").append(remote);
        }
        return sb.append(']').toString();
    }

    /** Where it is, for the socket. */
    InetSocketAddress local() {
        return bound ? NetAddress.of(end, false) : null;
    }

    InetSocketAddress remote() {
        return state == CONNECTED ? remote : null;
    }

    static InetAddress shown(InetSocketAddress a) {
        return a == null ? NetAddress.any() : NetAddress.plain(a.getAddress());
    }
}
