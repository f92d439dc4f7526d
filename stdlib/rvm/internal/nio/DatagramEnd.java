package rvm.internal.nio;

import java.net.InetSocketAddress;
import rvm.internal.net.Endpoint;

/** Who owns the endpoint that a socket for datagrams uses, if it is not the socket itself. */
public interface DatagramEnd {
    Endpoint endpoint();

    boolean isBound();

    InetSocketAddress remote();
}
