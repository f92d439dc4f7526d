package java.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Set;
import rvm.internal.net.Endpoint;
import rvm.internal.net.HostSocket;
import rvm.internal.net.NetAddress;
import rvm.internal.net.NetErrors;
import rvm.internal.net.NetOptions;

/** An end of a connection. */
public class Socket implements Closeable {
    private Endpoint end;
    private InetSocketAddress remote;
    /** Where it is, or was when it was closed. */
    private int localPort = -1;
    private int timeout;
    private boolean bound;
    private volatile boolean connected;
    private volatile boolean closed;
    private boolean inputShut;
    private boolean outputShut;
    private InputStream in;
    private OutputStream out;
    private final Object lock = new Object();

    public Socket() {
    }

    public Socket(Proxy proxy) {
        if (proxy == null) {
            throw new IllegalArgumentException("Invalid Proxy");
        }
        if (proxy.type() == Proxy.Type.SOCKS) {
            throw new UnsupportedOperationException("connections by a SOCKS proxy");
        }
        if (proxy.type() != Proxy.Type.DIRECT) {
            throw new IllegalArgumentException("Invalid Proxy");
        }
    }

    public Socket(String host, int port) throws UnknownHostException, IOException {
        this(host != null ? new InetSocketAddress(host, port) : new InetSocketAddress(InetAddress.getByName(null), port), null, true);
    }

    public Socket(InetAddress address, int port) throws IOException {
        this(new InetSocketAddress(Objects.requireNonNull(address), port), null, true);
    }

    public Socket(String host, int port, InetAddress localAddr, int localPort) throws IOException {
        this(host != null ? new InetSocketAddress(host, port) : new InetSocketAddress(InetAddress.getByName(null), port),
                new InetSocketAddress(localAddr, localPort), true);
    }

    public Socket(InetAddress address, int port, InetAddress localAddr, int localPort) throws IOException {
        this(new InetSocketAddress(Objects.requireNonNull(address), port), new InetSocketAddress(localAddr, localPort), true);
    }

    @Deprecated
    public Socket(String host, int port, boolean stream) throws IOException {
        this(host != null ? new InetSocketAddress(host, port) : new InetSocketAddress(InetAddress.getByName(null), port), null, stream);
    }

    @Deprecated
    public Socket(InetAddress host, int port, boolean stream) throws IOException {
        this(new InetSocketAddress(Objects.requireNonNull(host), port), null, stream);
    }

    private Socket(InetSocketAddress to, InetSocketAddress from, boolean stream) throws IOException {
        if (!stream) {
            throw new IllegalArgumentException("Socket constructor does not support creation of datagram sockets");
        }
        try {
            if (from != null) {
                bind(from);
            }
            connect(to);
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            try {
                close();
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    /** Becomes the end of a connection that came in. */
    void accepted(Endpoint end, InetSocketAddress remote) {
        synchronized (lock) {
            this.end = end;
            this.remote = remote;
            bound = true;
            connected = true;
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
                } catch (SocketException e) {
                    throw e;
                } catch (IOException e) {
                    throw new SocketException(e.getMessage());
                }
            }
            return end;
        }
    }

    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (endpoint == null) {
            throw new IllegalArgumentException("connect: The address can't be null");
        }
        if (timeout < 0) {
            throw new IllegalArgumentException("connect: timeout can't be negative");
        }
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (isConnected()) {
            throw new SocketException("already connected");
        }
        if (!(endpoint instanceof InetSocketAddress)) {
            throw new IllegalArgumentException("Unsupported address type");
        }
        InetSocketAddress to = (InetSocketAddress) endpoint;
        if (to.isUnresolved()) {
            throw new UnknownHostException(to.getHostName());
        }
        Endpoint e = end();
        try {
            int result = NetAddress.connect(e, to);
            if (result == -HostSocket.EINPROGRESS) {
                result = e.finishConnect(true, timeout);
            }
            if (result == Endpoint.TIMED_OUT) {
                throw new SocketTimeoutException("Connect timed out");
            }
            NetErrors.check(result);
        } catch (IOException x) {
            close();
            throw x;
        }
        synchronized (lock) {
            remote = to;
            bound = true;
            connected = true;
        }
    }

    public void bind(SocketAddress bindpoint) throws IOException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (isBound()) {
            throw new SocketException("Already bound");
        }
        if (bindpoint != null && !(bindpoint instanceof InetSocketAddress)) {
            throw new IllegalArgumentException("Unsupported address type");
        }
        InetSocketAddress local = (InetSocketAddress) bindpoint;
        if (local != null && local.isUnresolved()) {
            throw new SocketException("Unresolved address");
        }
        NetAddress.bind(end(), local);
        bound = true;
    }

    public InetAddress getInetAddress() {
        return isConnected() ? remote.getAddress() : null;
    }

    public InetAddress getLocalAddress() {
        if (!isBound() || closed) {
            return NetAddress.any();
        }
        InetSocketAddress local = NetAddress.of(end, false);
        return local == null ? NetAddress.any() : NetAddress.plain(local.getAddress());
    }

    public int getPort() {
        return isConnected() ? remote.getPort() : 0;
    }

    public int getLocalPort() {
        if (!isBound()) {
            return -1;
        }
        synchronized (lock) {
            if (localPort <= 0) {
                InetSocketAddress local = NetAddress.of(end, false);
                localPort = local == null ? -1 : local.getPort();
            }
            return localPort;
        }
    }

    public SocketAddress getRemoteSocketAddress() {
        return isConnected() ? remote : null;
    }

    public SocketAddress getLocalSocketAddress() {
        return isBound() ? new InetSocketAddress(getLocalAddress(), getLocalPort()) : null;
    }

    /** The channel that this socket belongs to; those made by this class belong to none. */
    public SocketChannel getChannel() {
        return null;
    }

    public InputStream getInputStream() throws IOException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (!isConnected()) {
            throw new SocketException("Socket is not connected");
        }
        if (isInputShutdown()) {
            throw new SocketException("Socket input is shutdown");
        }
        synchronized (lock) {
            if (in == null) {
                in = new In();
            }
            return in;
        }
    }

    public OutputStream getOutputStream() throws IOException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (!isConnected()) {
            throw new SocketException("Socket is not connected");
        }
        if (isOutputShutdown()) {
            throw new SocketException("Socket output is shutdown");
        }
        synchronized (lock) {
            if (out == null) {
                out = new Out();
            }
            return out;
        }
    }

    private final class In extends InputStream {
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public synchronized int read(byte[] b, int off, int len) throws IOException {
            Objects.checkFromIndexSize(off, len, b.length);
            if (len == 0) {
                return 0;
            }
            if (ended || inputShut && !closed) {
                return -1;
            }
            int n = end.read(b, off, len, false, null, true, timeout);
            if (n == Endpoint.TIMED_OUT) {
                throw new SocketTimeoutException("Read timed out");
            }
            if (NetErrors.check(n) == 0) {
                ended = true;
                return -1;
            }
            return n;
        }

        @Override
        public int available() throws IOException {
            if (ended || inputShut && !closed) {
                return 0;
            }
            return NetErrors.check(end.use(rvm.internal.HostIO::available));
        }

        @Override
        public void close() throws IOException {
            Socket.this.close();
        }
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] b, int off, int len) throws IOException {
            Objects.checkFromIndexSize(off, len, b.length);
            for (int done = 0; done < len;) {
                done += NetErrors.check(end.write(b, off + done, len - done, null, 0, 0, true));
            }
        }

        @Override
        public void close() throws IOException {
            Socket.this.close();
        }
    }

    public void sendUrgentData(int data) throws IOException {
        throw new UnsupportedOperationException("Socket.sendUrgentData");
    }

    public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
        NetOptions.check(NetOptions.STREAM, name);
        NetOptions.set(end(), name, value);
        return this;
    }

    public <T> T getOption(SocketOption<T> name) throws IOException {
        NetOptions.check(NetOptions.STREAM, name);
        return NetOptions.get(end(), name);
    }

    public Set<SocketOption<?>> supportedOptions() {
        return NetOptions.STREAM;
    }

    private <T> T get(SocketOption<T> option) throws SocketException {
        return NetOptions.get(end(), option);
    }

    private <T> void set(SocketOption<T> option, T value) throws SocketException {
        NetOptions.set(end(), option, value);
    }

    public void setTcpNoDelay(boolean on) throws SocketException {
        set(StandardSocketOptions.TCP_NODELAY, on);
    }

    public boolean getTcpNoDelay() throws SocketException {
        return get(StandardSocketOptions.TCP_NODELAY);
    }

    public void setSoLinger(boolean on, int linger) throws SocketException {
        if (on && linger < 0) {
            throw new IllegalArgumentException("invalid value for SO_LINGER");
        }
        set(StandardSocketOptions.SO_LINGER, on ? linger : -1);
    }

    public int getSoLinger() throws SocketException {
        return get(StandardSocketOptions.SO_LINGER);
    }

    public void setOOBInline(boolean on) throws SocketException {
        Endpoint e = end();
        NetErrors.check(e.use(fd -> HostSocket.setOption(fd, HostSocket.SOL_SOCKET, HostSocket.SO_OOBINLINE, on ? 1 : 0)));
    }

    public boolean getOOBInline() throws SocketException {
        Endpoint e = end();
        return NetErrors.check(e.use(fd -> HostSocket.option(fd, HostSocket.SOL_SOCKET, HostSocket.SO_OOBINLINE))) != 0;
    }

    public void setSoTimeout(int timeout) throws SocketException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (timeout < 0) {
            throw new IllegalArgumentException("timeout can't be negative");
        }
        this.timeout = timeout;
    }

    public int getSoTimeout() throws SocketException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        return timeout;
    }

    public void setSendBufferSize(int size) throws SocketException {
        if (size <= 0) {
            throw new IllegalArgumentException("negative send size");
        }
        set(StandardSocketOptions.SO_SNDBUF, size);
    }

    public int getSendBufferSize() throws SocketException {
        return get(StandardSocketOptions.SO_SNDBUF);
    }

    public void setReceiveBufferSize(int size) throws SocketException {
        if (size <= 0) {
            throw new IllegalArgumentException("invalid receive size");
        }
        set(StandardSocketOptions.SO_RCVBUF, size);
    }

    public int getReceiveBufferSize() throws SocketException {
        return get(StandardSocketOptions.SO_RCVBUF);
    }

    public void setKeepAlive(boolean on) throws SocketException {
        set(StandardSocketOptions.SO_KEEPALIVE, on);
    }

    public boolean getKeepAlive() throws SocketException {
        return get(StandardSocketOptions.SO_KEEPALIVE);
    }

    public void setTrafficClass(int tc) throws SocketException {
        if (tc < 0 || tc > 255) {
            throw new IllegalArgumentException("tc is not in range 0 -- 255");
        }
        set(StandardSocketOptions.IP_TOS, tc);
    }

    public int getTrafficClass() throws SocketException {
        return get(StandardSocketOptions.IP_TOS);
    }

    public void setReuseAddress(boolean on) throws SocketException {
        set(StandardSocketOptions.SO_REUSEADDR, on);
    }

    public boolean getReuseAddress() throws SocketException {
        return get(StandardSocketOptions.SO_REUSEADDR);
    }

    public void setPerformancePreferences(int connectionTime, int latency, int bandwidth) {
    }

    @Override
    public void close() throws IOException {
        Endpoint e;
        synchronized (lock) {
            if (closed) {
                return;
            }
            if (bound && end != null) {
                getLocalPort();
            }
            closed = true;
            e = end;
        }
        if (e != null) {
            e.close();
        }
    }

    public void shutdownInput() throws IOException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (!isConnected()) {
            throw new SocketException("Socket is not connected");
        }
        if (isInputShutdown()) {
            throw new SocketException("Socket input is already shutdown");
        }
        shut(HostSocket.READING);
        inputShut = true;
    }

    public void shutdownOutput() throws IOException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (!isConnected()) {
            throw new SocketException("Socket is not connected");
        }
        if (isOutputShutdown()) {
            throw new SocketException("Socket output is already shutdown");
        }
        shut(HostSocket.WRITING);
        outputShut = true;
    }

    private void shut(int how) throws SocketException {
        int result = end.use(fd -> HostSocket.shutdown(fd, how));
        // The other side may have gone already.
        if (result != -HostSocket.ENOTCONN) {
            NetErrors.check(result);
        }
    }

    @Override
    public String toString() {
        return isConnected() ? "Socket[addr=" + getInetAddress() + ",port=" + getPort() + ",localport=" + getLocalPort() + "]"
                : "Socket[unconnected]";
    }

    public boolean isConnected() {
        return connected;
    }

    public boolean isBound() {
        return bound;
    }

    public boolean isClosed() {
        return closed;
    }

    public boolean isInputShutdown() {
        return inputShut;
    }

    public boolean isOutputShutdown() {
        return outputShut;
    }
}
