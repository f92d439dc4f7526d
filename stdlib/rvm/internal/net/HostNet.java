package rvm.internal.net;

/** The host's network. */
public final class HostNet {
    private HostNet() {
    }

    /** The addresses of a name, each after its length; null if it is not known, none if nobody could be asked. */
    public static native byte[] resolve(String name);

    /** The name of an address, or null. */
    public static native String nameOf(byte[] address);

    /** A line for each address: interface's name, number, flags, address, mask, broadcast address (in hexadecimal digits or a dash). */
    public static native String[] interfaces();

    /** The host's own name. */
    public static native String hostName();
}
