package java.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import rvm.internal.net.HostNet;

/** An interface of the host to a network. */
public final class NetworkInterface {
    // As Linux numbers them.
    private static final int UP = 1;
    private static final int BROADCAST = 2;
    private static final int LOOPBACK = 8;
    private static final int POINT_TO_POINT = 16;
    private static final int MULTICAST = 0x1000;

    private final String name;
    private final int index;
    private final int flags;
    private final List<InterfaceAddress> addresses = new ArrayList<>();
    private final List<NetworkInterface> children = new ArrayList<>();
    private NetworkInterface parent;

    private NetworkInterface(String name, int index, int flags) {
        this.name = name;
        this.index = index;
        this.flags = flags;
    }

    private static List<NetworkInterface> all() throws SocketException {
        String[] lines = HostNet.interfaces();
        if (lines == null) {
            throw new SocketException("The host's network interfaces cannot be listed");
        }
        Map<String, NetworkInterface> found = new LinkedHashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            NetworkInterface n = found.computeIfAbsent(words[0],
                    k -> new NetworkInterface(k, Integer.parseInt(words[1]), Integer.parseUnsignedInt(words[2])));
            n.add(words[3], words[4], words[5]);
        }
        for (NetworkInterface n : found.values()) {
            // eth0:1 is another name for a part of eth0.
            int colon = n.name.indexOf(':');
            n.parent = colon < 0 ? null : found.get(n.name.substring(0, colon));
            if (n.parent != null) {
                n.parent.children.add(n);
            }
        }
        List<NetworkInterface> list = new ArrayList<>(found.values());
        list.removeIf(n -> n.parent != null);
        return list;
    }

    private void add(String address, String mask, String broadcast) {
        if (address.equals("-")) {
            return;
        }
        byte[] bytes = bytes(address);
        short length = 0;
        if (!mask.equals("-")) {
            for (byte b : bytes(mask)) {
                length += (short) Integer.bitCount(b & 255);
            }
        }
        InetAddress a = bytes.length == 4 ? new Inet4Address(null, bytes) : new Inet6Address(null, bytes, index);
        boolean known = bytes.length == 4 && (flags & BROADCAST) != 0 && !broadcast.equals("-");
        addresses.add(0, new InterfaceAddress(a, known ? new Inet4Address(null, bytes(broadcast)) : null, length));
    }

    private static byte[] bytes(String digits) {
        return java.util.HexFormat.of().parseHex(digits);
    }

    public String getName() {
        return name;
    }

    public Enumeration<InetAddress> getInetAddresses() {
        return Collections.enumeration(inetAddresses().toList());
    }

    public Stream<InetAddress> inetAddresses() {
        return addresses.stream().map(InterfaceAddress::getAddress);
    }

    public List<InterfaceAddress> getInterfaceAddresses() {
        return new ArrayList<>(addresses);
    }

    public Enumeration<NetworkInterface> getSubInterfaces() {
        return Collections.enumeration(children);
    }

    public Stream<NetworkInterface> subInterfaces() {
        return children.stream();
    }

    public NetworkInterface getParent() {
        return parent;
    }

    public int getIndex() {
        return index;
    }

    public String getDisplayName() {
        return name;
    }

    public static NetworkInterface getByName(String name) throws SocketException {
        Objects.requireNonNull(name);
        return everyone().filter(n -> n.name.equals(name)).findFirst().orElse(null);
    }

    public static NetworkInterface getByIndex(int index) throws SocketException {
        if (index < 0) {
            throw new IllegalArgumentException("Interface index can't be negative");
        }
        return everyone().filter(n -> n.index == index).findFirst().orElse(null);
    }

    public static NetworkInterface getByInetAddress(InetAddress addr) throws SocketException {
        Objects.requireNonNull(addr);
        return everyone().filter(n -> n.inetAddresses().anyMatch(addr::equals)).findFirst().orElse(null);
    }

    private static Stream<NetworkInterface> everyone() throws SocketException {
        return all().stream().flatMap(n -> Stream.concat(Stream.of(n), n.children.stream()));
    }

    public static Enumeration<NetworkInterface> getNetworkInterfaces() throws SocketException {
        List<NetworkInterface> all = all();
        if (all.isEmpty()) {
            throw new SocketException("No network interfaces configured");
        }
        return Collections.enumeration(all);
    }

    public static Stream<NetworkInterface> networkInterfaces() throws SocketException {
        List<NetworkInterface> all = all();
        if (all.isEmpty()) {
            throw new SocketException("No network interfaces configured");
        }
        return all.stream();
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    public boolean isUp() throws SocketException {
        return has(UP);
    }

    public boolean isLoopback() throws SocketException {
        return has(LOOPBACK);
    }

    public boolean isPointToPoint() throws SocketException {
        return has(POINT_TO_POINT);
    }

    public boolean supportsMulticast() throws SocketException {
        return has(MULTICAST);
    }

    // Of files that the host shows of itself; null if it does not.
    private String fact(String what) {
        try {
            return Files.readString(Path.of("/sys/class/net", name, what)).trim();
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return null;
        }
    }

    public byte[] getHardwareAddress() throws SocketException {
        String address = fact("address");
        if (address == null || address.isEmpty() || has(LOOPBACK)) {
            return null;
        }
        return java.util.HexFormat.ofDelimiter(":").parseHex(address);
    }

    public int getMTU() throws SocketException {
        String mtu = fact("mtu");
        if (mtu == null) {
            throw new SocketException("The host does not tell the MTU of " + name);
        }
        return Integer.parseInt(mtu);
    }

    public boolean isVirtual() {
        return parent != null;
    }

    @Override
    public boolean equals(Object obj) {
        if (!(obj instanceof NetworkInterface)) {
            return false;
        }
        NetworkInterface other = (NetworkInterface) obj;
        return name.equals(other.name)
                && new java.util.HashSet<>(addresses).equals(new java.util.HashSet<>(other.addresses));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "name:" + name + " (" + name + ")";
    }
}
