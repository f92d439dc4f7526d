package rvm.internal.security;

import rvm.internal.HostIO;

/** Random bytes of the host. */
public final class HostRandom {
    private HostRandom() {
    }

    /** Fills an array. */
    public static void fill(byte[] b) {
        HostIO.random(b);
    }
}
