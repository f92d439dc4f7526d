package rvm.internal.nio;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.IllegalBlockingModeException;
import rvm.internal.net.Endpoint;

/** A channel's socket. */
final class DatagramSocketView extends DatagramSocket {
    private final HostDatagrams channel;

    DatagramSocketView(HostDatagrams channel) throws SocketException {
        super(new Shared(channel));
        this.channel = channel;
    }

    /** Names the endpoint that the socket is to use; it is an address only for the constructor's sake. */
    static final class Shared extends SocketAddress implements DatagramEnd {
        private static final long serialVersionUID = 1L;
        private final transient HostDatagrams channel;

        Shared(HostDatagrams channel) {
            this.channel = channel;
        }

        @Override
        public Endpoint endpoint() {
            return channel.endpoint();
        }

        @Override
        public boolean isBound() {
            return channel.local() != null;
        }

        @Override
        public InetSocketAddress remote() {
            return channel.remote();
        }
    }

    private void blocking() {
        if (!channel.isBlocking()) {
            throw new IllegalBlockingModeException();
        }
    }

    @Override
    public void bind(SocketAddress addr) throws SocketException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (isBound()) {
            throw new SocketException("already bound");
        }
        try {
            channel.bind(addr == null ? new InetSocketAddress(0) : addr);
        } catch (SocketException e) {
            throw e;
        } catch (IOException e) {
            throw new SocketException(e.getMessage());
        }
    }

    @Override
    public void connect(SocketAddress addr) throws SocketException {
        try {
            channel.disconnect();
            channel.connect(addr);
        } catch (SocketException e) {
            throw e;
        } catch (IOException e) {
            throw new SocketException(e.getMessage());
        }
    }

    @Override
    public void disconnect() {
        try {
            channel.disconnect();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void send(DatagramPacket p) throws IOException {
        blocking();
        super.send(p);
    }

    @Override
    public void receive(DatagramPacket p) throws IOException {
        blocking();
        super.receive(p);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is kept back that could be lost.
        }
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public DatagramChannel getChannel() {
        return channel;
    }
}
