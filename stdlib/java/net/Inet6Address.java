package java.net;

import java.util.Arrays;

/** An address of IPv6. */
public final class Inet6Address extends InetAddress {
    private static final long serialVersionUID = 6880410070516793377L;
    private final int scope;

    Inet6Address(String host, byte[] addr, int scope) {
        super(host, addr);
        this.scope = scope;
    }

    public static Inet6Address getByAddress(String host, byte[] addr, int scopeId) throws UnknownHostException {
        if (addr == null || addr.length != 16) {
            throw new UnknownHostException("addr is of illegal length");
        }
        return new Inet6Address(host, addr.clone(), Math.max(scopeId, 0));
    }

    private boolean zero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean multicast(int scopeBits) {
        return isMulticastAddress() && (bytes[1] & 15) == scopeBits;
    }

    @Override
    public boolean isMulticastAddress() {
        return bytes[0] == -1;
    }

    @Override
    public boolean isAnyLocalAddress() {
        return zero(0, 16);
    }

    @Override
    public boolean isLoopbackAddress() {
        return zero(0, 15) && bytes[15] == 1;
    }

    @Override
    public boolean isLinkLocalAddress() {
        return (bytes[0] & 255) == 0xfe && (bytes[1] & 0xc0) == 0x80;
    }

    @Override
    public boolean isSiteLocalAddress() {
        return (bytes[0] & 255) == 0xfe && (bytes[1] & 0xc0) == 0xc0;
    }

    @Override
    public boolean isMCGlobal() {
        return multicast(14);
    }

    @Override
    public boolean isMCNodeLocal() {
        return multicast(1);
    }

    @Override
    public boolean isMCLinkLocal() {
        return multicast(2);
    }

    @Override
    public boolean isMCSiteLocal() {
        return multicast(5);
    }

    @Override
    public boolean isMCOrgLocal() {
        return multicast(8);
    }

    public int getScopeId() {
        return scope;
    }

    public boolean isIPv4CompatibleAddress() {
        return zero(0, 12);
    }

    @Override
    public String getHostAddress() {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < 16; i += 2) {
            sb.append(i == 0 ? "" : ":").append(Integer.toHexString((bytes[i] & 255) << 8 | bytes[i + 1] & 255));
        }
        return scope > 0 ? sb.append('%').append(scope).toString() : sb.toString();
    }

    @Override
    public int hashCode() {
        int h = 0;
        for (int i = 0; i < 16; i += 4) {
            h += (bytes[i] << 24) + (bytes[i + 1] << 16) + (bytes[i + 2] << 8) + bytes[i + 3];
        }
        return h;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof Inet6Address && Arrays.equals(bytes, ((Inet6Address) obj).bytes);
    }
}
