package rvm.internal.nio;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Objects;
import rvm.internal.net.Endpoint;

/** Makes channels and selectors of the host. */
public final class HostSelectors extends SelectorProvider {
    public static final SelectorProvider PROVIDER = new HostSelectors();

    private HostSelectors() {
    }

    private static Endpoint open(boolean stream, ProtocolFamily family) throws IOException {
        Objects.requireNonNull(family, "'family' is null");
        if (family != StandardProtocolFamily.INET && family != StandardProtocolFamily.INET6) {
            throw new UnsupportedOperationException("Protocol family not supported");
        }
        Endpoint end = Endpoint.socket(stream, family == StandardProtocolFamily.INET);
        if (family == StandardProtocolFamily.INET6 && !end.isSix()) {
            end.close();
            throw new UnsupportedOperationException("Protocol family not supported");
        }
        return end;
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        return new HostDatagrams(this, Endpoint.socket(false, false));
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        return new HostDatagrams(this, open(false, family));
    }

    @Override
    public Pipe openPipe() throws IOException {
        Endpoint[] ends = Endpoint.pipe();
        PipeSource source = new PipeSource(this, ends[0]);
        PipeSink sink = new PipeSink(this, ends[1]);
        return new Pipe() {
            @Override
            public SourceChannel source() {
                return source;
            }

            @Override
            public SinkChannel sink() {
                return sink;
            }
        };
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        return new PollSelector(this);
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        return new HostListener(this, Endpoint.socket(true, false));
    }

    @Override
    public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
        return new HostListener(this, open(true, family));
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        return new HostStream(this, Endpoint.socket(true, false), null);
    }

    @Override
    public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
        return new HostStream(this, open(true, family), null);
    }
}
