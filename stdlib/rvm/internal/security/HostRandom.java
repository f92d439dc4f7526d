package rvm.internal.security;

import rvm.internal.HostIO;

/** Random bytes of the host. */
public final class HostRandom {
    private static int device = -1;

    private HostRandom() {
    }

    /** Fills an array. */
    public static void fill(byte[] b) {
        synchronized (HostRandom.class) {
            if (device < 0) {
                device = HostIO.open("/dev/urandom", HostIO.READ, 0);
            }
            int at = 0;
            while (at < b.length) {
                int n = device < 0 ? device : HostIO.read(device, b, at, b.length - at);
                if (n <= 0) {
                    throw new InternalError("The host has no random numbers: " + HostIO.errorText(-n));
                }
                at += n;
            }
        }
    }
}
