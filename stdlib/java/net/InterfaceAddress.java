package java.net;

import java.util.Objects;

/** An address of a network interface. */
public class InterfaceAddress {
    private final InetAddress address;
    private final Inet4Address broadcast;
    private final short maskLength;

    InterfaceAddress(InetAddress address, Inet4Address broadcast, short maskLength) {
        this.address = address;
        this.broadcast = broadcast;
        this.maskLength = maskLength;
    }

    public InetAddress getAddress() {
        return address;
    }

    public InetAddress getBroadcast() {
        return broadcast;
    }

    public short getNetworkPrefixLength() {
        return maskLength;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof InterfaceAddress && Objects.equals(address, ((InterfaceAddress) obj).address)
                && Objects.equals(broadcast, ((InterfaceAddress) obj).broadcast) && maskLength == ((InterfaceAddress) obj).maskLength;
    }

    @Override
    public int hashCode() {
        return address.hashCode() + (broadcast == null ? 0 : broadcast.hashCode()) + maskLength;
    }

    @Override
    public String toString() {
        return address + "/" + maskLength + " [" + broadcast + "]";
    }
}
