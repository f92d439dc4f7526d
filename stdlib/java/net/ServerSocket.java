package java.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import rvm.internal.net.Endpoint;
import rvm.internal.net.HostSocket;
import rvm.internal.net.NetAddress;
import rvm.internal.net.NetErrors;
import rvm.internal.net.NetOptions;

/** Waits for connections. */
public class ServerSocket implements Closeable {
    private static final int BACKLOG = 50;

    private Endpoint end;
    private InetSocketAddress local;
    private int timeout;
    private volatile boolean closed;
    private final Object lock = new Object();
    private final Object accepting = new Object();

    public ServerSocket() throws IOException {
    }

    public ServerSocket(int port) throws IOException {
        this(port, BACKLOG, null);
    }

    public ServerSocket(int port, int backlog) throws IOException {
        this(port, backlog, null);
    }

    public ServerSocket(int port, int backlog, InetAddress bindAddr) throws IOException {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("Port value out of range: " + port);
        }
        try {
            bind(new InetSocketAddress(bindAddr, port), backlog < 1 ? BACKLOG : backlog);
        } catch (IOException | SecurityException e) {
            close();
            throw e;
        }
    }

    private Endpoint end() throws SocketException {
        synchronized (lock) {
            if (closed) {
                throw new SocketException("Socket is closed");
            }
            if (end == null) {
                try {
                    end = Endpoint.socket(true, false);
                    // As servers want it: bound again while old connections are still remembered.
                    NetOptions.set(end, StandardSocketOptions.SO_REUSEADDR, true);
                } catch (SocketException e) {
                    throw e;
                } catch (IOException e) {
                    throw new SocketException(e.getMessage());
                }
            }
            return end;
        }
    }

    public void bind(SocketAddress endpoint) throws IOException {
        bind(endpoint, BACKLOG);
    }

    public void bind(SocketAddress endpoint, int backlog) throws IOException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (isBound()) {
            throw new SocketException("Already bound");
        }
        SocketAddress wanted = endpoint == null ? new InetSocketAddress(0) : endpoint;
        if (!(wanted instanceof InetSocketAddress)) {
            throw new IllegalArgumentException("Unsupported address type");
        }
        InetSocketAddress at = (InetSocketAddress) wanted;
        if (at.isUnresolved()) {
            throw new SocketException("Unresolved address");
        }
        Endpoint e = end();
        NetAddress.bind(e, at);
        NetErrors.check(e.use(fd -> HostSocket.listen(fd, backlog < 1 ? BACKLOG : backlog)));
        InetSocketAddress now = NetAddress.of(e, false);
        local = new InetSocketAddress(at.getAddress(), now == null ? at.getPort() : now.getPort());
    }

    public InetAddress getInetAddress() {
        return isBound() ? local.getAddress() : null;
    }

    public int getLocalPort() {
        return isBound() ? local.getPort() : -1;
    }

    public SocketAddress getLocalSocketAddress() {
        return isBound() ? local : null;
    }

    public Socket accept() throws IOException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (!isBound()) {
            throw new SocketException("Socket is not bound yet");
        }
        Socket s = new Socket();
        implAccept(s);
        return s;
    }

    /** Gives a socket, which a subclass may have made, the next connection. */
    protected final void implAccept(Socket s) throws IOException {
        byte[] from = new byte[HostSocket.ADDRESS];
        int[] result = new int[1];
        Endpoint e;
        synchronized (accepting) {
            e = end.accept(from, true, timeout, result);
        }
        if (e == null) {
            if (result[0] == Endpoint.TIMED_OUT) {
                throw new SocketTimeoutException("Accept timed out");
            }
            NetErrors.check(result[0]);
        }
        s.accepted(e, NetAddress.decode(from));
    }

    @Override
    public void close() throws IOException {
        Endpoint e;
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            e = end;
        }
        if (e != null) {
            e.close();
        }
    }

    /** The channel that this socket belongs to; those made by this class belong to none. */
    public ServerSocketChannel getChannel() {
        return null;
    }

    public boolean isBound() {
        return local != null;
    }

    public boolean isClosed() {
        return closed;
    }

    public void setSoTimeout(int timeout) throws SocketException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (timeout < 0) {
            throw new IllegalArgumentException("timeout < 0");
        }
        this.timeout = timeout;
    }

    public int getSoTimeout() throws IOException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        return timeout;
    }

    public void setReuseAddress(boolean on) throws SocketException {
        NetOptions.set(end(), StandardSocketOptions.SO_REUSEADDR, on);
    }

    public boolean getReuseAddress() throws SocketException {
        return NetOptions.get(end(), StandardSocketOptions.SO_REUSEADDR);
    }

    public void setReceiveBufferSize(int size) throws SocketException {
        if (size <= 0) {
            throw new IllegalArgumentException("negative receive size");
        }
        NetOptions.set(end(), StandardSocketOptions.SO_RCVBUF, size);
    }

    public int getReceiveBufferSize() throws SocketException {
        return NetOptions.get(end(), StandardSocketOptions.SO_RCVBUF);
    }

    public void setPerformancePreferences(int connectionTime, int latency, int bandwidth) {
    }

    public <T> ServerSocket setOption(SocketOption<T> name, T value) throws IOException {
        NetOptions.check(NetOptions.SERVER, name);
        NetOptions.set(end(), name, value);
        return this;
    }

    public <T> T getOption(SocketOption<T> name) throws IOException {
        NetOptions.check(NetOptions.SERVER, name);
        return NetOptions.get(end(), name);
    }

    public Set<SocketOption<?>> supportedOptions() {
        return NetOptions.SERVER;
    }

    @Override
    public String toString() {
        return isBound() ? "ServerSocket[addr=" + local.getAddress() + ",localport=" + local.getPort() + "]" : "ServerSocket[unbound]";
    }
}
