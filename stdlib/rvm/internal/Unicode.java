package rvm.internal;

/** Tables of Unicode that the host has. */
public final class Unicode {
    private Unicode() {
    }

    /** The normal form of a string without lone surrogates: 0 NFD, 1 NFC, 2 NFKD, 3 NFKC. */
    public static native String normalize(String s, int form);
}
