package rvm.internal.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import rvm.internal.HostIO;

/** Addresses as {@link HostSocket} takes and gives them. */
public final class NetAddress {
    private NetAddress() {
    }

    /** The bytes for a socket of this kind. */
    public static byte[] encode(InetAddress address, boolean six) throws SocketException {
        byte[] b = address.getAddress();
        if (!six) {
            if (b.length == 4) {
                return b;
            }
            if (address.isAnyLocalAddress()) {
                return new byte[4];
            }
            throw new SocketException(HostIO.errorText(HostSocket.EAFNOSUPPORT));
        }
        if (b.length == 16) {
            return b;
        }
        byte[] mapped = new byte[16];
        if (!address.isAnyLocalAddress()) {
            mapped[10] = -1;
            mapped[11] = -1;
            System.arraycopy(b, 0, mapped, 12, 4);
        }
        return mapped;
    }

    public static int scope(InetAddress address) {
        return address instanceof Inet6Address ? ((Inet6Address) address).getScopeId() : 0;
    }

    /** What a native stored. */
    public static InetSocketAddress decode(byte[] name) {
        int port = (name[1] & 255) << 8 | name[2] & 255;
        try {
            InetAddress a = InetAddress.getByAddress(Arrays.copyOfRange(name, 3, name[0] < 16 ? 7 : 19));
            if (a instanceof Inet6Address) {
                int scope = (name[19] & 255) << 24 | (name[20] & 255) << 16 | (name[21] & 255) << 8 | name[22] & 255;
                if (scope != 0) {
                    a = Inet6Address.getByAddress(null, a.getAddress(), scope);
                }
            }
            return new InetSocketAddress(a, port);
        } catch (UnknownHostException e) {
            throw new InternalError(e);
        }
    }

    /** Where a socket is bound, or whom it is connected to; null if to nothing. */
    public static InetSocketAddress of(Endpoint end, boolean remote) {
        byte[] name = new byte[HostSocket.ADDRESS];
        return end.use(fd -> HostSocket.name(fd, remote, name)) < 0 || name[0] == 0 ? null : decode(name);
    }

    /** With the address of IPv4 that stands for all, as java.net's sockets name it. */
    public static InetAddress plain(InetAddress a) {
        return a instanceof Inet6Address && a.isAnyLocalAddress() ? any() : a;
    }

    /** All addresses of this host. */
    public static InetAddress any() {
        return new InetSocketAddress(0).getAddress();
    }

    /** Binds; null is any address. */
    public static void bind(Endpoint end, InetSocketAddress local) throws SocketException {
        InetAddress a = local == null ? any() : local.getAddress();
        byte[] bytes = encode(a, end.isSix());
        int port = local == null ? 0 : local.getPort();
        NetErrors.checkBind(end.use(fd -> HostSocket.bind(fd, bytes, port, scope(a))));
    }

    /** Connects a socket for datagrams; what came before is discarded, for it may be of others. */
    public static void connectDatagrams(Endpoint end, InetSocketAddress to) throws java.io.IOException {
        NetErrors.check(connect(end, to));
        byte[] none = new byte[1];
        int n;
        do {
            n = end.read(none, 0, 1, false, null, false, 0);
        } while (n >= 0);
    }

    /** Begins to connect. An address that stands for all hosts is this host. */
    public static int connect(Endpoint end, InetSocketAddress to) throws SocketException {
        InetAddress a = to.getAddress();
        if (a.isAnyLocalAddress()) {
            a = InetAddress.getLoopbackAddress();
        }
        return end.connect(encode(a, end.isSix()), to.getPort(), scope(a));
    }

}
