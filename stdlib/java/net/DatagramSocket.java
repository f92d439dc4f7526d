package java.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.util.Set;
import rvm.internal.net.Endpoint;
import rvm.internal.net.HostSocket;
import rvm.internal.net.NetAddress;
import rvm.internal.net.NetErrors;
import rvm.internal.net.NetOptions;
import rvm.internal.nio.DatagramEnd;

/** Sends and receives messages. */
public class DatagramSocket implements Closeable {
    private Endpoint end;
    /** The channel that the endpoint belongs to, or null. */
    private DatagramEnd owner;
    private InetSocketAddress remote;
    private NetworkInterface outgoing;
    private int timeout;
    private boolean bound;
    private volatile boolean closed;
    private final Object lock = new Object();
    private final Object receiving = new Object();

    public DatagramSocket() throws SocketException {
        this(new InetSocketAddress(0));
    }

    public DatagramSocket(SocketAddress bindaddr) throws SocketException {
        this(bindaddr, false);
    }

    public DatagramSocket(int port) throws SocketException {
        this(port, null);
    }

    public DatagramSocket(int port, InetAddress laddr) throws SocketException {
        this(new InetSocketAddress(laddr, port));
    }

    /** {@code shared}: others may use the port too. Without an address it is not bound. */
    DatagramSocket(SocketAddress at, boolean shared) throws SocketException {
        if (at instanceof DatagramEnd) {
            owner = (DatagramEnd) at;
            end = owner.endpoint();
            return;
        }
        end();
        try {
            if (shared) {
                setReuseAddress(true);
            } else {
                NetOptions.set(end, StandardSocketOptions.SO_BROADCAST, true);
            }
            if (at != null) {
                bind(at);
            }
        } catch (SocketException | IllegalArgumentException e) {
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
                    end = Endpoint.socket(false, false);
                } catch (SocketException e) {
                    throw e;
                } catch (IOException e) {
                    throw new SocketException(e.getMessage());
                }
            }
            return end;
        }
    }

    public void bind(SocketAddress addr) throws SocketException {
        Endpoint e = end();
        if (isBound()) {
            throw new SocketException("already bound");
        }
        SocketAddress at = addr == null ? new InetSocketAddress(0) : addr;
        if (!(at instanceof InetSocketAddress)) {
            throw new IllegalArgumentException("Unsupported address type!");
        }
        InetSocketAddress local = (InetSocketAddress) at;
        if (local.isUnresolved()) {
            throw new SocketException("Unresolved address");
        }
        NetAddress.bind(e, local);
        bound = true;
    }

    public void connect(InetAddress address, int port) {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("connect: " + port);
        }
        if (address == null) {
            throw new IllegalArgumentException("connect: null address");
        }
        try {
            connect(new InetSocketAddress(address, port));
        } catch (SocketException e) {
            throw new java.io.UncheckedIOException("connect failed", e);
        }
    }

    public void connect(SocketAddress addr) throws SocketException {
        if (addr == null) {
            throw new IllegalArgumentException("Address can't be null");
        }
        if (!(addr instanceof InetSocketAddress)) {
            throw new IllegalArgumentException("Unsupported address type");
        }
        if (((InetSocketAddress) addr).isUnresolved()) {
            throw new SocketException("Unresolved address");
        }
        connectTo((InetSocketAddress) addr);
    }

    private void connectTo(InetSocketAddress to) throws SocketException {
        if (closed) {
            return;
        }
        if (!bound) {
            bind(null);
        }
        if (to.getPort() == 0) {
            throw new SocketException("Can't connect to port 0");
        }
        try {
            NetAddress.connectDatagrams(end, to);
        } catch (SocketException e) {
            throw e;
        } catch (IOException e) {
            throw new SocketException(e.getMessage());
        }
        remote = to;
    }

    public void disconnect() {
        if (remote != null && !closed) {
            remote = null;
            int port = getLocalPort();
            InetAddress address = getLocalAddress();
            end.use(HostSocket::disconnect);
            // Linux forgets a port that it has chosen.
            if (port > 0 && getLocalPort() == 0) {
                try {
                    NetAddress.bind(end, new InetSocketAddress(address.isLoopbackAddress() ? null : address, port));
                } catch (SocketException e) {
                    // Then it is bound anew with the next message.
                }
            }
        }
    }

    public boolean isBound() {
        return owner != null ? owner.isBound() : bound;
    }

    private InetSocketAddress remote() {
        return owner != null ? owner.remote() : remote;
    }

    public boolean isConnected() {
        return remote() != null;
    }

    public boolean isClosed() {
        return closed;
    }

    public InetAddress getInetAddress() {
        InetSocketAddress r = remote();
        return r == null ? null : r.getAddress();
    }

    public int getPort() {
        InetSocketAddress r = remote();
        return r == null ? -1 : r.getPort();
    }

    public SocketAddress getRemoteSocketAddress() {
        return remote();
    }

    public SocketAddress getLocalSocketAddress() {
        return isClosed() || !isBound() ? null : NetAddress.of(end, false);
    }

    public InetAddress getLocalAddress() {
        if (isClosed()) {
            return null;
        }
        InetSocketAddress local = isBound() ? NetAddress.of(end, false) : null;
        return local == null ? NetAddress.any() : local.getAddress();
    }

    public int getLocalPort() {
        if (isClosed()) {
            return -1;
        }
        InetSocketAddress local = isBound() ? NetAddress.of(end, false) : null;
        return local == null ? 0 : local.getPort();
    }

    public void send(DatagramPacket p) throws IOException {
        synchronized (p) {
            if (isClosed()) {
                throw new SocketException("Socket closed");
            }
            InetAddress address = p.getAddress();
            InetSocketAddress r = remote();
            byte[] to = null;
            int port = p.getPort();
            if (port < 0 || port > 0xffff) {
                throw new IllegalArgumentException("port out of range: " + port);
            }
            if (r == null) {
                if (address == null) {
                    throw new IllegalArgumentException("Address not set");
                }
                if (port == 0) {
                    throw new SocketException("Can't send to port 0");
                }
                if (!isBound()) {
                    bind(null);
                }
                to = NetAddress.encode(address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address, end.isSix());
            } else if (address == null) {
                p.setAddress(r.getAddress());
                p.setPort(r.getPort());
            } else if (!address.equals(r.getAddress()) || port != r.getPort()) {
                throw new IllegalArgumentException("Connected and packet address differ");
            }
            NetErrors.checkDatagram(end.write(p.getData(), p.getOffset(), p.getLength(), to, port,
                    address == null ? 0 : NetAddress.scope(address), true));
        }
    }

    public void receive(DatagramPacket p) throws IOException {
        if (isClosed()) {
            throw new SocketException("Socket closed");
        }
        if (!isBound()) {
            bind(null);
        }
        byte[] from = new byte[HostSocket.ADDRESS];
        byte[] data;
        int offset;
        int room;
        int n;
        synchronized (receiving) {
            synchronized (p) {
                data = p.getData();
                offset = p.getOffset();
                room = p.room;
            }
            n = end.read(data, offset, room, false, from, true, timeout);
        }
        if (n == Endpoint.TIMED_OUT) {
            throw new SocketTimeoutException("Receive timed out");
        }
        NetErrors.checkDatagram(n);
        p.received(n, from[0] == 0 ? remote() : NetAddress.decode(from));
    }

    public void setSoTimeout(int timeout) throws SocketException {
        end();
        if (timeout < 0) {
            throw new IllegalArgumentException("timeout < 0");
        }
        this.timeout = timeout;
    }

    public int getSoTimeout() throws SocketException {
        end();
        return timeout;
    }

    public void setSendBufferSize(int size) throws SocketException {
        if (size <= 0) {
            throw new IllegalArgumentException("negative send size");
        }
        NetOptions.set(end(), StandardSocketOptions.SO_SNDBUF, size);
    }

    public int getSendBufferSize() throws SocketException {
        return NetOptions.get(end(), StandardSocketOptions.SO_SNDBUF);
    }

    public void setReceiveBufferSize(int size) throws SocketException {
        if (size <= 0) {
            throw new IllegalArgumentException("invalid receive size");
        }
        NetOptions.set(end(), StandardSocketOptions.SO_RCVBUF, size);
    }

    public int getReceiveBufferSize() throws SocketException {
        return NetOptions.get(end(), StandardSocketOptions.SO_RCVBUF);
    }

    public void setReuseAddress(boolean on) throws SocketException {
        NetOptions.set(end(), StandardSocketOptions.SO_REUSEADDR, on);
    }

    public boolean getReuseAddress() throws SocketException {
        return NetOptions.get(end(), StandardSocketOptions.SO_REUSEADDR);
    }

    public void setBroadcast(boolean on) throws SocketException {
        NetOptions.set(end(), StandardSocketOptions.SO_BROADCAST, on);
    }

    public boolean getBroadcast() throws SocketException {
        return NetOptions.get(end(), StandardSocketOptions.SO_BROADCAST);
    }

    public void setTrafficClass(int tc) throws SocketException {
        if (tc < 0 || tc > 255) {
            throw new IllegalArgumentException("tc is not in range 0 -- 255");
        }
        NetOptions.set(end(), StandardSocketOptions.IP_TOS, tc);
    }

    public int getTrafficClass() throws SocketException {
        return NetOptions.get(end(), StandardSocketOptions.IP_TOS);
    }

    @Override
    public void close() {
        Endpoint e;
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            e = end;
        }
        if (e != null) {
            try {
                e.close();
            } catch (IOException x) {
                // Nothing is kept back that could be lost.
            }
        }
    }

    /** The channel that this socket belongs to; those made by this class belong to none. */
    public DatagramChannel getChannel() {
        return null;
    }

    public <T> DatagramSocket setOption(SocketOption<T> name, T value) throws IOException {
        NetOptions.check(NetOptions.DATAGRAM, name);
        NetOptions.set(end(), name, value);
        if (value instanceof NetworkInterface) {
            outgoing = (NetworkInterface) value;
        }
        return this;
    }

    public <T> T getOption(SocketOption<T> name) throws IOException {
        NetOptions.check(NetOptions.DATAGRAM, name);
        Endpoint e = end();
        return name.type() == NetworkInterface.class ? name.type().cast(outgoing) : NetOptions.get(e, name);
    }

    public Set<SocketOption<?>> supportedOptions() {
        return NetOptions.DATAGRAM;
    }

    public void joinGroup(SocketAddress mcastaddr, NetworkInterface netIf) throws IOException {
        member(mcastaddr, netIf, true);
    }

    public void leaveGroup(SocketAddress mcastaddr, NetworkInterface netIf) throws IOException {
        member(mcastaddr, netIf, false);
    }

    private void member(SocketAddress group, NetworkInterface at, boolean join) throws IOException {
        if (group == null || !(group instanceof InetSocketAddress)) {
            throw new IllegalArgumentException("Unsupported address type");
        }
        InetAddress address = ((InetSocketAddress) group).getAddress();
        if (address == null) {
            throw new SocketException("Unresolved address");
        }
        if (!address.isMulticastAddress()) {
            throw new SocketException("Not a multicast address");
        }
        NetworkInterface by = at != null ? at : outgoing;
        int index = by == null ? 0 : by.getIndex();
        NetErrors.check(end().use(fd -> HostSocket.member(fd, address.getAddress(), index, join)));
    }
}
