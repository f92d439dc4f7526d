package rvm.internal.net;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.Set;

/** Options of sockets. */
public final class NetOptions {
    public static final Set<SocketOption<?>> STREAM = Set.of(StandardSocketOptions.SO_SNDBUF, StandardSocketOptions.SO_RCVBUF,
            StandardSocketOptions.SO_KEEPALIVE, StandardSocketOptions.SO_REUSEADDR, StandardSocketOptions.SO_REUSEPORT,
            StandardSocketOptions.SO_LINGER, StandardSocketOptions.TCP_NODELAY, StandardSocketOptions.IP_TOS);
    public static final Set<SocketOption<?>> SERVER = Set.of(StandardSocketOptions.SO_RCVBUF, StandardSocketOptions.SO_REUSEADDR,
            StandardSocketOptions.SO_REUSEPORT, StandardSocketOptions.IP_TOS);
    public static final Set<SocketOption<?>> DATAGRAM = Set.of(StandardSocketOptions.SO_SNDBUF, StandardSocketOptions.SO_RCVBUF,
            StandardSocketOptions.SO_REUSEADDR, StandardSocketOptions.SO_REUSEPORT, StandardSocketOptions.SO_BROADCAST,
            StandardSocketOptions.IP_TOS, StandardSocketOptions.IP_MULTICAST_IF, StandardSocketOptions.IP_MULTICAST_TTL,
            StandardSocketOptions.IP_MULTICAST_LOOP);

    private NetOptions() {
    }

    /** Whether a kind of socket has the option, and a value for it is valid. */
    public static void check(Set<SocketOption<?>> kind, SocketOption<?> option) {
        java.util.Objects.requireNonNull(option);
        if (!kind.contains(option)) {
            throw new UnsupportedOperationException("'" + option + "' not supported");
        }
    }

    private static int level(String name) {
        return name.startsWith("SO_") ? HostSocket.SOL_SOCKET : name.startsWith("TCP_") ? HostSocket.IPPROTO_TCP : HostSocket.IPPROTO_IP;
    }

    private static int number(String name) {
        switch (name) {
            case "SO_BROADCAST":
                return HostSocket.SO_BROADCAST;
            case "SO_KEEPALIVE":
                return HostSocket.SO_KEEPALIVE;
            case "SO_SNDBUF":
                return HostSocket.SO_SNDBUF;
            case "SO_RCVBUF":
                return HostSocket.SO_RCVBUF;
            case "SO_REUSEADDR":
                return HostSocket.SO_REUSEADDR;
            case "SO_REUSEPORT":
                return HostSocket.SO_REUSEPORT;
            case "SO_LINGER":
                return HostSocket.SO_LINGER;
            case "TCP_NODELAY":
                return HostSocket.TCP_NODELAY;
            case "IP_TOS":
                return HostSocket.IP_TOS;
            case "IP_MULTICAST_IF":
                return HostSocket.IP_MULTICAST_IF;
            case "IP_MULTICAST_TTL":
                return HostSocket.IP_MULTICAST_TTL;
            default:
                return HostSocket.IP_MULTICAST_LOOP;
        }
    }


    /** Sets an option that the socket has. */
    public static void set(Endpoint end, SocketOption<?> option, Object value) throws SocketException {
        String name = option.name();
        int number = number(name);
        if (value == null || !option.type().isInstance(value)) {
            throw new IllegalArgumentException("Invalid value '" + value + "'");
        }
        int n;
        if (value instanceof NetworkInterface) {
            n = ((NetworkInterface) value).getIndex();
        } else if (value instanceof Boolean) {
            n = (Boolean) value ? 1 : 0;
        } else {
            n = (Integer) value;
            if (name.endsWith("BUF") && n < 0) {
                throw new IllegalArgumentException("Invalid send/receive buffer size");
            }
            if (name.startsWith("IP_") && (n < 0 || n > 255)) {
                throw new IllegalArgumentException(name.equals("IP_TOS") ? "Invalid IP_TOS value" : "Invalid TTL/hop value");
            }
        }
        if (number == HostSocket.SO_LINGER && level(name) == HostSocket.SOL_SOCKET) {
            int seconds = Math.min(n, 65535);
            NetErrors.check(end.use(fd -> HostSocket.setLinger(fd, seconds)));
            return;
        }
        NetErrors.check(end.use(fd -> HostSocket.setOption(fd, level(name), number, n)));
        int six = six(name);
        if (six != 0 && end.isSix()) {
            NetErrors.check(end.use(fd -> HostSocket.setOption(fd, HostSocket.IPPROTO_IPV6, six, n)));
        }
    }

    /** IPv6's name of an option, 0 for none. */
    private static int six(String name) {
        switch (name) {
            case "IP_TOS":
                return HostSocket.IPV6_TCLASS;
            case "IP_MULTICAST_IF":
                return HostSocket.IPV6_MULTICAST_IF;
            case "IP_MULTICAST_TTL":
                return HostSocket.IPV6_MULTICAST_HOPS;
            case "IP_MULTICAST_LOOP":
                return HostSocket.IPV6_MULTICAST_LOOP;
            default:
                return 0;
        }
    }

    /** The value of an option that the socket has (but IP_MULTICAST_IF, which the socket remembers). */
    @SuppressWarnings("unchecked")
    public static <T> T get(Endpoint end, SocketOption<T> option) throws SocketException {
        String name = option.name();
        int number = number(name);
        int six = end.isSix() ? six(name) : 0;
        int n = NetErrors.check(end.use(fd -> six != 0 ? HostSocket.option(fd, HostSocket.IPPROTO_IPV6, six)
                : HostSocket.option(fd, level(name), number)));
        Object value;
        if (option.type() == Boolean.class) {
            value = n != 0;
        } else if (level(name) == HostSocket.SOL_SOCKET && number == HostSocket.SO_LINGER) {
            value = n - 1;
        } else {
            // Linux counts what it needs itself too, and so doubles the sizes of buffers.
            value = name.endsWith("BUF") ? n / 2 : n;
        }
        return (T) value;
    }
}
