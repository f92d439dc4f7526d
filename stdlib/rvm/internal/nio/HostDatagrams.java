package rvm.internal.nio;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.nio.channels.MulticastChannel;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.Set;
import rvm.internal.net.Endpoint;
import rvm.internal.net.HostSocket;
import rvm.internal.net.NetAddress;
import rvm.internal.net.NetErrors;
import rvm.internal.net.NetOptions;

/** The host's socket for messages. */
final class HostDatagrams extends DatagramChannel implements Polled {
    private final Endpoint end;
    private volatile InetSocketAddress remote;
    private volatile boolean bound;
    private NetworkInterface outgoing;
    private DatagramSocket socket;
    private final ArrayList<Member> members = new ArrayList<>();
    private final Object reading = new Object();
    private final Object writing = new Object();

    HostDatagrams(SelectorProvider provider, Endpoint end) {
        super(provider);
        this.end = end;
    }

    @Override
    public Endpoint endpoint() {
        return end;
    }

    @Override
    public int possible(int ops) {
        return ops & (SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    private void live() throws ClosedChannelException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public DatagramChannel bind(SocketAddress local) throws IOException {
        synchronized (reading) {
            synchronized (writing) {
                live();
                if (bound) {
                    throw new AlreadyBoundException();
                }
                NetAddress.bind(end, local == null ? null : HostStream.checked(local));
                bound = true;
            }
        }
        return this;
    }

    private void bound() throws IOException {
        if (!bound) {
            bind(null);
        }
    }

    @Override
    public SocketAddress getLocalAddress() throws IOException {
        live();
        return local();
    }

    InetSocketAddress local() {
        return bound ? NetAddress.of(end, false) : null;
    }

    InetSocketAddress remote() {
        return remote;
    }

    @Override
    public SocketAddress getRemoteAddress() throws IOException {
        live();
        return remote;
    }

    @Override
    public <T> DatagramChannel setOption(SocketOption<T> name, T value) throws IOException {
        NetOptions.check(NetOptions.DATAGRAM, name);
        live();
        NetOptions.set(end, name, value);
        if (value instanceof NetworkInterface) {
            outgoing = (NetworkInterface) value;
        }
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        NetOptions.check(NetOptions.DATAGRAM, name);
        live();
        return name.type() == NetworkInterface.class ? name.type().cast(outgoing) : NetOptions.get(end, name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return NetOptions.DATAGRAM;
    }

    @Override
    public synchronized DatagramSocket socket() {
        if (socket == null) {
            try {
                socket = new DatagramSocketView(this);
            } catch (SocketException e) {
                throw new Error(e);
            }
        }
        return socket;
    }

    @Override
    public boolean isConnected() {
        return remote != null;
    }

    @Override
    public DatagramChannel connect(SocketAddress to) throws IOException {
        InetSocketAddress a = HostStream.checked(to);
        if (a.getPort() == 0) {
            throw new SocketException("Can't connect to port 0");
        }
        synchronized (reading) {
            synchronized (writing) {
                live();
                if (remote != null) {
                    throw new AlreadyConnectedException();
                }
                bound();
                NetAddress.connectDatagrams(end, a);
                remote = a;
            }
        }
        return this;
    }

    @Override
    public DatagramChannel disconnect() throws IOException {
        synchronized (reading) {
            synchronized (writing) {
                if (remote != null && isOpen()) {
                    InetSocketAddress before = local();
                    NetErrors.checkChannel(end.use(HostSocket::disconnect), false);
                    remote = null;
                    InetSocketAddress now = local();
                    // Linux forgets a port that it has chosen.
                    if (before != null && now != null && now.getPort() == 0) {
                        NetAddress.bind(end, new InetSocketAddress(now.getAddress(), before.getPort()));
                    }
                }
            }
        }
        return this;
    }

    private int answer(int n, boolean waited) throws IOException {
        if (Transfers.wouldBlock(n)) {
            return 0;
        }
        if (n == -HostSocket.ECONNREFUSED) {
            throw new PortUnreachableException();
        }
        return NetErrors.checkChannel(n, waited);
    }

    /** An operation between begin and end. */
    private interface Operation {
        int run(boolean block) throws IOException;
    }

    private int perform(Operation o) throws IOException {
        boolean block = isBlocking();
        if (block) {
            begin();
        }
        int n = Endpoint.CLOSED;
        try {
            n = o.run(block);
        } finally {
            if (block) {
                end(n != Endpoint.CLOSED);
            }
        }
        return n;
    }

    @Override
    public SocketAddress receive(ByteBuffer dst) throws IOException {
        Transfers.check(dst, true);
        byte[] from = new byte[HostSocket.ADDRESS];
        synchronized (reading) {
            live();
            bound();
            int n = perform(block -> Transfers.read(end, dst, from, block, 0));
            if (Transfers.wouldBlock(n)) {
                return null;
            }
            answer(n, isBlocking());
        }
        return from[0] == 0 ? remote : NetAddress.decode(from);
    }

    @Override
    public int send(ByteBuffer src, SocketAddress target) throws IOException {
        java.util.Objects.requireNonNull(src);
        InetSocketAddress to = HostStream.checked(target);
        synchronized (writing) {
            live();
            InetSocketAddress r = remote;
            if (r != null) {
                if (!to.equals(r)) {
                    throw new AlreadyConnectedException();
                }
                return answer(perform(block -> Transfers.write(end, src, null, 0, 0, block)), isBlocking());
            }
            if (to.getPort() == 0) {
                throw new SocketException("Can't send to port 0");
            }
            bound();
            InetAddress a = to.getAddress();
            byte[] bytes = NetAddress.encode(a.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : a, end.isSix());
            return answer(perform(block -> Transfers.write(end, src, bytes, to.getPort(), NetAddress.scope(a), block)), isBlocking());
        }
    }

    private void connected() throws ClosedChannelException {
        live();
        if (remote == null) {
            throw new NotYetConnectedException();
        }
    }

    @Override
    public int read(ByteBuffer dst) throws IOException {
        Transfers.check(dst, true);
        synchronized (reading) {
            connected();
            return answer(perform(block -> Transfers.read(end, dst, null, block, 0)), isBlocking());
        }
    }

    @Override
    public long read(ByteBuffer[] dsts, int offset, int length) throws IOException {
        Transfers.check(dsts, offset, length, true);
        long room = 0;
        for (int i = offset; i < offset + length; i++) {
            room += dsts[i].remaining();
        }
        ByteBuffer all = ByteBuffer.allocate((int) Math.min(room, 1 << 16));
        int n = read(all);
        all.flip();
        for (int i = offset; i < offset + length && all.hasRemaining(); i++) {
            int k = Math.min(all.remaining(), dsts[i].remaining());
            dsts[i].put(all.array(), all.position(), k);
            all.position(all.position() + k);
        }
        return n;
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
        java.util.Objects.requireNonNull(src);
        synchronized (writing) {
            connected();
            return answer(perform(block -> Transfers.write(end, src, null, 0, 0, block)), isBlocking());
        }
    }

    @Override
    public long write(ByteBuffer[] srcs, int offset, int length) throws IOException {
        Transfers.check(srcs, offset, length, false);
        long size = 0;
        for (int i = offset; i < offset + length; i++) {
            size += srcs[i].remaining();
        }
        if (size > 1 << 16) {
            throw NetErrors.of(-HostSocket.EMSGSIZE);
        }
        ByteBuffer all = ByteBuffer.allocate((int) size);
        for (int i = offset; i < offset + length; i++) {
            all.put(srcs[i].duplicate());
        }
        all.flip();
        int n = write(all);
        if (n == size) {
            for (int i = offset; i < offset + length; i++) {
                srcs[i].position(srcs[i].limit());
            }
        }
        return n;
    }

    @Override
    public MembershipKey join(InetAddress group, NetworkInterface interf) throws IOException {
        if (!group.isMulticastAddress()) {
            throw new IllegalArgumentException("Group not a multicast address");
        }
        live();
        synchronized (members) {
            for (Member m : members) {
                if (m.group.equals(group) && m.at.equals(interf)) {
                    return m;
                }
            }
            member(group, interf, true);
            Member m = new Member(group, interf);
            members.add(m);
            return m;
        }
    }

    private void member(InetAddress group, NetworkInterface interf, boolean join) throws IOException {
        NetErrors.checkChannel(end.use(fd -> HostSocket.member(fd, group.getAddress(), interf.getIndex(), join)), false);
    }

    @Override
    public MembershipKey join(InetAddress group, NetworkInterface interf, InetAddress source) throws IOException {
        throw new UnsupportedOperationException("groups of receivers with only some senders");
    }

    private final class Member extends MembershipKey {
        private final InetAddress group;
        private final NetworkInterface at;
        private boolean dropped;

        Member(InetAddress group, NetworkInterface at) {
            this.group = group;
            this.at = at;
        }

        @Override
        public boolean isValid() {
            return !dropped && isOpen();
        }

        @Override
        public void drop() {
            synchronized (members) {
                if (isValid()) {
                    dropped = true;
                    members.remove(this);
                    try {
                        member(group, at, false);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }

        @Override
        public MembershipKey block(InetAddress source) throws IOException {
            throw new UnsupportedOperationException("groups of receivers with only some senders");
        }

        @Override
        public MembershipKey unblock(InetAddress source) {
            throw new IllegalStateException("Not currently blocked");
        }

        @Override
        public MulticastChannel channel() {
            return HostDatagrams.this;
        }

        @Override
        public InetAddress group() {
            return group;
        }

        @Override
        public NetworkInterface networkInterface() {
            return at;
        }

        @Override
        public InetAddress sourceAddress() {
            return null;
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
}
