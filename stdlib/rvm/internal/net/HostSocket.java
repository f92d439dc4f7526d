package rvm.internal.net;

/**
 * Sockets of the host. Natives return a value of 0 or more, or the negative of Linux's errno. None of them waits but {@link #poll}. Addresses are 4 or
 * 16 bytes; those that are stored are preceded by their length and two bytes of port and followed by four of scope, so they need {@link #ADDRESS} bytes.
 */
public final class HostSocket {
    public static final int ADDRESS = 23;

    /** Bits of {@link #poll}. */
    public static final int READABLE = 1;
    public static final int WRITABLE = 4;

    /** How to {@link #shutdown}. */
    public static final int READING = 0;
    public static final int WRITING = 1;
    public static final int BOTH = 2;

    /** Levels and options, as Linux numbers them. */
    public static final int SOL_SOCKET = 1;
    public static final int SO_REUSEADDR = 2;
    public static final int SO_ERROR = 4;
    public static final int SO_BROADCAST = 6;
    public static final int SO_SNDBUF = 7;
    public static final int SO_RCVBUF = 8;
    public static final int SO_KEEPALIVE = 9;
    public static final int SO_OOBINLINE = 10;
    public static final int SO_LINGER = 13;
    public static final int SO_REUSEPORT = 15;
    public static final int IPPROTO_IP = 0;
    public static final int IP_TOS = 1;
    public static final int IP_MULTICAST_IF = 32;
    public static final int IP_MULTICAST_TTL = 33;
    public static final int IP_MULTICAST_LOOP = 34;
    public static final int IPPROTO_TCP = 6;
    public static final int TCP_NODELAY = 1;
    public static final int IPPROTO_IPV6 = 41;
    public static final int IPV6_MULTICAST_IF = 17;
    public static final int IPV6_MULTICAST_HOPS = 18;
    public static final int IPV6_MULTICAST_LOOP = 19;
    public static final int IPV6_TCLASS = 67;

    /** Numbers of errors. */
    public static final int EAGAIN = 11;
    public static final int EACCES = 13;
    public static final int EPIPE = 32;
    public static final int EMSGSIZE = 90;
    public static final int EAFNOSUPPORT = 97;
    public static final int EADDRINUSE = 98;
    public static final int EADDRNOTAVAIL = 99;
    public static final int ENETUNREACH = 101;
    public static final int ECONNABORTED = 103;
    public static final int ECONNRESET = 104;
    public static final int EISCONN = 106;
    public static final int ENOTCONN = 107;
    public static final int ETIMEDOUT = 110;
    public static final int ECONNREFUSED = 111;
    public static final int EHOSTUNREACH = 113;
    public static final int EINPROGRESS = 115;

    private HostSocket() {
    }

    /** A socket that never blocks, of IPv6 (which serves IPv4 too) or IPv4, for a stream or for datagrams. */
    public static native int open(boolean six, boolean stream);

    public static native int bind(int fd, byte[] address, int port, int scope);

    public static native int connect(int fd, byte[] address, int port, int scope);

    public static native int disconnect(int fd);

    public static native int listen(int fd, int backlog);

    /** A new socket; {@code from} is where it comes from. */
    public static native int accept(int fd, byte[] from);

    /** Stores our own address, or the other side's. */
    public static native int name(int fd, boolean remote, byte[] name);

    public static native int receive(int fd, byte[] b, int off, int len, boolean peek, byte[] from);

    /** {@code to} null: where it is connected. */
    public static native int send(int fd, byte[] b, int off, int len, byte[] to, int port, int scope);

    public static native int shutdown(int fd, int how);

    /** Waits until a file is ready, or for so many milliseconds (-1: for ever): how many are. */
    public static native int poll(int[] fds, int[] wanted, int[] ready, int timeout);

    /** Of SO_LINGER one more than the seconds, 0 if it is off. */
    public static native int option(int fd, int level, int name);

    public static native int setOption(int fd, int level, int name, int value);

    /** -1 turns it off. */
    public static native int setLinger(int fd, int seconds);

    /** Joins or leaves a group at an interface, 0 for any. */
    public static native int member(int fd, byte[] group, int networkInterface, boolean join);

    /** A pipe that never blocks: the end to read from, the end to write to. */
    public static native int pipe(int[] ends);
}
