package java.net;

import java.io.IOException;
import java.io.Serializable;
import rvm.internal.net.HostNet;

/** An address of the Internet protocols. */
public class InetAddress implements Serializable {
    private static final long serialVersionUID = 3286316764910316507L;

    String hostName;
    final byte[] bytes;

    InetAddress(String hostName, byte[] bytes) {
        this.hostName = hostName;
        this.bytes = bytes;
    }

    private static InetAddress make(String host, byte[] addr) throws UnknownHostException {
        if (addr.length == 4) {
            return new Inet4Address(host, addr);
        }
        if (addr.length == 16) {
            boolean mapped = addr[10] == -1 && addr[11] == -1;
            for (int i = 0; i < 10; i++) {
                mapped &= addr[i] == 0;
            }
            return mapped ? new Inet4Address(host, java.util.Arrays.copyOfRange(addr, 12, 16)) : new Inet6Address(host, addr, 0);
        }
        throw new UnknownHostException("addr is of illegal length");
    }

    public static InetAddress getByAddress(String host, byte[] addr) throws UnknownHostException {
        String h = host;
        if (h != null && h.startsWith("[") && h.endsWith("]")) {
            h = h.substring(1, h.length() - 1);
        }
        return make(h, addr.clone());
    }

    public static InetAddress getByAddress(byte[] addr) throws UnknownHostException {
        return getByAddress(null, addr);
    }

    public static InetAddress getByName(String host) throws UnknownHostException {
        return getAllByName(host)[0];
    }

    public static InetAddress[] getAllByName(String host) throws UnknownHostException {
        if (host == null || host.isEmpty()) {
            return new InetAddress[] {getLoopbackAddress()};
        }
        String literal = host;
        if (host.startsWith("[")) {
            if (host.length() < 3 || !host.endsWith("]")) {
                throw new UnknownHostException(host + ": invalid IPv6 address");
            }
            literal = host.substring(1, host.length() - 1);
        }
        byte[] number = Addresses.parse(literal);
        if (number != null) {
            return new InetAddress[] {make(null, number)};
        }
        if (literal.indexOf(':') >= 0) {
            throw new UnknownHostException(host + ": invalid IPv6 address");
        }
        byte[] all = HostNet.resolve(host);
        if (all == null || all.length == 0) {
            throw new UnknownHostException(host + (all == null ? ": Name or service not known" : ": Temporary failure in name resolution"));
        }
        java.util.ArrayList<InetAddress> found = new java.util.ArrayList<>();
        for (int i = 0; i < all.length;) {
            int n = all[i];
            found.add(make(host, java.util.Arrays.copyOfRange(all, i + 1, i + 1 + n)));
            i += n + 1;
        }
        return found.toArray(new InetAddress[0]);
    }

    public static InetAddress getLoopbackAddress() {
        return new Inet4Address("localhost", new byte[] {127, 0, 0, 1});
    }

    public static InetAddress getLocalHost() throws UnknownHostException {
        String name = HostNet.hostName();
        try {
            return new Inet4Address(name, getByName(name).getAddress());
        } catch (UnknownHostException | IndexOutOfBoundsException e) {
            throw (UnknownHostException) new UnknownHostException(name + ": " + e.getMessage()).initCause(e);
        }
    }

    public boolean isMulticastAddress() {
        return false;
    }

    public boolean isAnyLocalAddress() {
        return false;
    }

    public boolean isLoopbackAddress() {
        return false;
    }

    public boolean isLinkLocalAddress() {
        return false;
    }

    public boolean isSiteLocalAddress() {
        return false;
    }

    public boolean isMCGlobal() {
        return false;
    }

    public boolean isMCNodeLocal() {
        return false;
    }

    public boolean isMCLinkLocal() {
        return false;
    }

    public boolean isMCSiteLocal() {
        return false;
    }

    public boolean isMCOrgLocal() {
        return false;
    }

    public boolean isReachable(int timeout) throws IOException {
        if (timeout < 0) {
            throw new IllegalArgumentException("timeout can't be negative");
        }
        return isLoopbackAddress();
    }

    public String getHostName() {
        if (hostName == null) {
            String name = HostNet.nameOf(bytes);
            hostName = name == null ? getHostAddress() : name;
        }
        return hostName;
    }

    public String getCanonicalHostName() {
        String name = HostNet.nameOf(bytes);
        return name == null ? getHostAddress() : name;
    }

    public byte[] getAddress() {
        return bytes == null ? null : bytes.clone();
    }

    public String getHostAddress() {
        return null;
    }

    @Override
    public int hashCode() {
        return -1;
    }

    @Override
    public boolean equals(Object obj) {
        return false;
    }

    @Override
    public String toString() {
        return (hostName == null ? "" : hostName) + "/" + getHostAddress();
    }
}
