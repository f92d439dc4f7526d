package rvm.internal.net;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import rvm.internal.HostIO;

/** The exceptions of failed operations. */
public final class NetErrors {
    private NetErrors() {
    }

    /** The exception of a negative result. */
    public static SocketException of(int result) {
        String text = HostIO.errorText(-result);
        switch (-result) {
            case HostSocket.ECONNREFUSED:
            case HostSocket.ETIMEDOUT:
            case HostSocket.ENOTCONN:
                return new ConnectException(text);
            case HostSocket.EHOSTUNREACH:
                return new NoRouteToHostException(text);
            case HostSocket.EADDRINUSE:
            case HostSocket.EADDRNOTAVAIL:
                return new BindException(text);
            case HostSocket.ECONNRESET:
                return new SocketException("Connection reset");
            default:
                return new SocketException(text);
        }
    }

    /** The result of an operation of a java.net socket, if it is one. */
    public static int check(int result) throws SocketException {
        if (result >= 0) {
            return result;
        }
        if (result == Endpoint.CLOSED) {
            throw new SocketException("Socket closed");
        }
        throw of(result);
    }

    /** As {@link #check}, for datagrams: a refusal is that of the port. */
    public static int checkDatagram(int result) throws SocketException {
        if (result == -HostSocket.ECONNREFUSED) {
            throw new PortUnreachableException();
        }
        return check(result);
    }

    /** The result of binding. */
    public static int checkBind(int result) throws SocketException {
        if (result == -HostSocket.EACCES) {
            throw new BindException(HostIO.errorText(-result));
        }
        return check(result);
    }

    /** The result of an operation of a channel that was open when the operation began. */
    public static int checkChannel(int result, boolean waited) throws IOException {
        if (result == Endpoint.CLOSED) {
            throw waited ? new AsynchronousCloseException() : new ClosedChannelException();
        }
        return check(result);
    }
}
