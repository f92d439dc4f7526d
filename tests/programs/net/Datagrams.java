import java.io.IOException;
import java.net.*;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.util.*;

/** Messages by sockets and channels, and groups of receivers. */
public class Datagrams {
    static String text(DatagramPacket p) {
        return new String(p.getData(), p.getOffset(), p.getLength()) + " " + p.getLength() + " " + p.getAddress();
    }

    public static void main(String[] args) throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (DatagramSocket a = new DatagramSocket(0, here); DatagramSocket b = new DatagramSocket(new InetSocketAddress(here, 0))) {
            b.setSoTimeout(2000);
            a.send(new DatagramPacket("hello".getBytes(), 5, here, b.getLocalPort()));
            DatagramPacket p = new DatagramPacket(new byte[20], 2, 10);
            b.receive(p);
            System.out.println(text(p) + " " + (p.getPort() == a.getLocalPort()) + " " + p.getSocketAddress().equals(a.getLocalSocketAddress()));
            a.send(new DatagramPacket("longer than the room".getBytes(), 20, b.getLocalSocketAddress()));
            b.receive(p);
            System.out.println(text(p));
            p.setData(new byte[3]);
            a.send(new DatagramPacket(new byte[0], 0, b.getLocalSocketAddress()));
            b.receive(p);
            System.out.println(text(p));
            a.connect(b.getLocalSocketAddress());
            System.out.println(a.isConnected() + " " + (a.getPort() == b.getLocalPort()) + " " + a.getInetAddress() + " " + a.isBound());
            a.send(new DatagramPacket("connected".getBytes(), 9));
            p.setData(new byte[100]);
            b.receive(p);
            System.out.println(text(p));
            b.send(new DatagramPacket("back".getBytes(), 4, p.getSocketAddress()));
            p.setLength(100);
            a.receive(p);
            System.out.println(text(p));
            int port = a.getLocalPort();
            a.disconnect();
            System.out.println(a.isConnected() + " " + a.getPort() + " " + (port == a.getLocalPort()));
            a.setBroadcast(true);
            a.setTrafficClass(0x10);
            System.out.println(a.getBroadcast() + " " + a.getTrafficClass() + " " + a.getSoTimeout() + " " + b.getSoTimeout());
            try {
                b.setSoTimeout(50);
                b.receive(p);
            } catch (SocketTimeoutException e) {
                System.out.println(e.getMessage());
            }
            try {
                new DatagramSocket(b.getLocalPort(), here);
            } catch (BindException e) {
                System.out.println(e.getMessage());
            }
        }

        DatagramChannel c = DatagramChannel.open().bind(new InetSocketAddress(here, 0));
        DatagramChannel d = DatagramChannel.open(StandardProtocolFamily.INET).bind(new InetSocketAddress(here, 0));
        System.out.println(c.send(ByteBuffer.wrap("by channel".getBytes()), d.getLocalAddress()));
        ByteBuffer in = ByteBuffer.allocate(64);
        System.out.println(d.receive(in).equals(c.getLocalAddress()) + " " + new String(in.array(), 0, in.position()));
        d.configureBlocking(false);
        System.out.println(d.receive(in.clear()));
        Selector s = Selector.open();
        SelectionKey k = d.register(s, SelectionKey.OP_READ);
        c.connect(d.getLocalAddress());
        c.write(new ByteBuffer[] {ByteBuffer.wrap("in ".getBytes()), ByteBuffer.wrap("parts".getBytes())});
        System.out.println(s.select(2000) + " " + k.isReadable());
        d.connect(c.getLocalAddress());
        System.out.println("what came before is gone: " + d.read(in.clear()));
        c.write(new ByteBuffer[] {ByteBuffer.wrap("in ".getBytes()), ByteBuffer.wrap("parts".getBytes())});
        s.selectedKeys().clear();
        s.select(2000);
        ByteBuffer small = ByteBuffer.allocate(3);
        System.out.println(d.read(new ByteBuffer[] {small, in.clear()}) + " " + new String(small.array()) + new String(in.array(), 0, in.position()));
        System.out.println(d.read(in.clear()) + " " + d.isConnected() + " " + d.getRemoteAddress().equals(c.getLocalAddress()));
        try {
            d.send(ByteBuffer.allocate(1), new InetSocketAddress(here, 9));
        } catch (AlreadyConnectedException e) {
            System.out.println(e);
        }
        d.disconnect();
        s.close();
        d.configureBlocking(true);
        DatagramSocket view = c.socket();
        System.out.println(view.getLocalPort() == ((InetSocketAddress) c.getLocalAddress()).getPort());
        view.send(new DatagramPacket("by view".getBytes(), 7));
        System.out.println(d.receive(in.clear()) != null);
        System.out.println(new String(in.array(), 0, in.position()));
        Thread t = new Thread(() -> {
            try {
                d.receive(ByteBuffer.allocate(1));
            } catch (IOException e) {
                System.out.println(e + " " + d.isOpen() + " " + Thread.interrupted());
            }
        });
        t.start();
        Thread.sleep(100);
        t.interrupt();
        t.join();
        c.close();
        System.out.println(view.isClosed());

        NetworkInterface lo = null;
        try {
            lo = NetworkInterface.getByInetAddress(here);
        } catch (SocketException e) {
            System.err.println(e);
        }
        if (lo == null) {
            // Behind a wall: interfaces are not told.
            System.out.println("group: hello all\n2 1 true\nNot a multicast address\nleft");
            return;
        }
        try (MulticastSocket m = new MulticastSocket(0); DatagramSocket from = new DatagramSocket(0)) {
            InetSocketAddress group = new InetSocketAddress("239.255.77.1", m.getLocalPort());
            m.joinGroup(group, lo);
            from.setOption(StandardSocketOptions.IP_MULTICAST_IF, lo);
            m.setSoTimeout(2000);
            from.send(new DatagramPacket("hello all".getBytes(), 9, group));
            DatagramPacket p = new DatagramPacket(new byte[50], 50);
            m.receive(p);
            System.out.println("group: " + new String(p.getData(), 0, p.getLength()));
            m.setTimeToLive(2);
            System.out.println(m.getTimeToLive() + " " + from.getOption(StandardSocketOptions.IP_MULTICAST_TTL) + " " + m.getReuseAddress());
            try {
                m.joinGroup(new InetSocketAddress("10.0.0.1", 0), lo);
            } catch (SocketException e) {
                System.out.println(e.getMessage());
            }
            m.leaveGroup(group, lo);
            System.out.println("left");
        }
    }
}
