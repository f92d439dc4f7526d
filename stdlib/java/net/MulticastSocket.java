package java.net;

import java.io.IOException;
import java.util.Enumeration;

/** A socket for datagrams that belongs to groups. */
public class MulticastSocket extends DatagramSocket {
    public MulticastSocket() throws IOException {
        this(new InetSocketAddress(0));
    }

    public MulticastSocket(int port) throws IOException {
        this(new InetSocketAddress(port));
    }

    public MulticastSocket(SocketAddress bindaddr) throws IOException {
        super(bindaddr, true);
    }

    @Deprecated
    public void setTTL(byte ttl) throws IOException {
        setTimeToLive(ttl & 255);
    }

    @Deprecated
    public byte getTTL() throws IOException {
        return (byte) getTimeToLive();
    }

    public void setTimeToLive(int ttl) throws IOException {
        if (ttl < 0 || ttl > 255) {
            throw new IllegalArgumentException("ttl out of range");
        }
        setOption(StandardSocketOptions.IP_MULTICAST_TTL, ttl);
    }

    public int getTimeToLive() throws IOException {
        return getOption(StandardSocketOptions.IP_MULTICAST_TTL);
    }

    @Deprecated
    public void joinGroup(InetAddress mcastaddr) throws IOException {
        joinGroup(new InetSocketAddress(mcastaddr, 0), null);
    }

    @Deprecated
    public void leaveGroup(InetAddress mcastaddr) throws IOException {
        leaveGroup(new InetSocketAddress(mcastaddr, 0), null);
    }

    @Override
    public void joinGroup(SocketAddress mcastaddr, NetworkInterface netIf) throws IOException {
        super.joinGroup(mcastaddr, netIf);
    }

    @Override
    public void leaveGroup(SocketAddress mcastaddr, NetworkInterface netIf) throws IOException {
        super.leaveGroup(mcastaddr, netIf);
    }

    @Deprecated
    public void setInterface(InetAddress inf) throws SocketException {
        NetworkInterface at = NetworkInterface.getByInetAddress(inf);
        if (at == null) {
            throw new SocketException("No interface with address " + inf.getHostAddress());
        }
        setNetworkInterface(at);
    }

    @Deprecated
    public InetAddress getInterface() throws SocketException {
        NetworkInterface at = getNetworkInterface();
        Enumeration<InetAddress> all = at == null ? null : at.getInetAddresses();
        return all != null && all.hasMoreElements() ? all.nextElement() : new InetSocketAddress(0).getAddress();
    }

    public void setNetworkInterface(NetworkInterface netIf) throws SocketException {
        try {
            setOption(StandardSocketOptions.IP_MULTICAST_IF, netIf);
        } catch (SocketException e) {
            throw e;
        } catch (IOException e) {
            throw new SocketException(e.getMessage());
        }
    }

    public NetworkInterface getNetworkInterface() throws SocketException {
        try {
            return getOption(StandardSocketOptions.IP_MULTICAST_IF);
        } catch (SocketException e) {
            throw e;
        } catch (IOException e) {
            throw new SocketException(e.getMessage());
        }
    }

    @Deprecated
    public void setLoopbackMode(boolean disable) throws SocketException {
        try {
            setOption(StandardSocketOptions.IP_MULTICAST_LOOP, !disable);
        } catch (SocketException e) {
            throw e;
        } catch (IOException e) {
            throw new SocketException(e.getMessage());
        }
    }

    @Deprecated
    public boolean getLoopbackMode() throws SocketException {
        try {
            return !getOption(StandardSocketOptions.IP_MULTICAST_LOOP);
        } catch (SocketException e) {
            throw e;
        } catch (IOException e) {
            throw new SocketException(e.getMessage());
        }
    }

    @Deprecated
    public void send(DatagramPacket p, byte ttl) throws IOException {
        int before = getTimeToLive();
        setTimeToLive(ttl & 255);
        try {
            send(p);
        } finally {
            setTimeToLive(before);
        }
    }
}
