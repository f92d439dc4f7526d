package java.net;

/** An address and a port. */
public class InetSocketAddress extends SocketAddress {
    private static final long serialVersionUID = 5076001401234631237L;

    private final String host;
    private final InetAddress addr;
    private final int port;

    private InetSocketAddress(String host, InetAddress addr, int port) {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("port out of range:" + port);
        }
        this.host = host;
        this.addr = addr;
        this.port = port;
    }

    public InetSocketAddress(int port) {
        this(null, Any.ADDRESS, port);
    }

    public InetSocketAddress(InetAddress addr, int port) {
        this(null, addr == null ? Any.ADDRESS : addr, port);
    }

    public InetSocketAddress(String hostname, int port) {
        this(hostname, found(hostname, port), port);
    }

    private static final class Any {
        static final InetAddress ADDRESS = new Inet4Address("0.0.0.0", new byte[4]);
    }

    private static InetAddress found(String hostname, int port) {
        if (hostname == null) {
            throw new IllegalArgumentException("hostname can't be null");
        }
        try {
            return InetAddress.getByName(hostname);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    public static InetSocketAddress createUnresolved(String host, int port) {
        if (host == null) {
            throw new IllegalArgumentException("hostname can't be null");
        }
        return new InetSocketAddress(host, null, port);
    }

    public final int getPort() {
        return port;
    }

    public final InetAddress getAddress() {
        return addr;
    }

    public final String getHostName() {
        return host != null ? host : addr.getHostName();
    }

    public final String getHostString() {
        return host != null ? host : addr.hostName != null ? addr.hostName : addr.getHostAddress();
    }

    public final boolean isUnresolved() {
        return addr == null;
    }

    @Override
    public String toString() {
        if (addr == null) {
            return host + "/<unresolved>:" + port;
        }
        String text = addr.toString();
        if (addr instanceof Inet6Address) {
            int i = text.lastIndexOf('/');
            text = text.substring(0, i + 1) + "[" + text.substring(i + 1) + "]";
        }
        return text + ":" + port;
    }

    @Override
    public final boolean equals(Object obj) {
        if (!(obj instanceof InetSocketAddress)) {
            return false;
        }
        InetSocketAddress o = (InetSocketAddress) obj;
        return port == o.port && (addr != null ? addr.equals(o.addr) : o.addr == null && host.equalsIgnoreCase(o.host));
    }

    @Override
    public final int hashCode() {
        return addr != null ? addr.hashCode() + port : host.toLowerCase(java.util.Locale.ROOT).hashCode() + port;
    }
}
