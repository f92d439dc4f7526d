package rvm.internal;

/** Entries of archives, folders and the library, by the loader that the VM itself uses. */
public final class Archives {
    private Archives() {
    }

    /** The content of an entry of an archive of the host; null if one of the two is missing. */
    public static native byte[] entry(String archive, String name);

    /** The names of an archive's entries; null if it cannot be read. */
    public static native String[] names(String archive);

    /** A resource of the library, or null. */
    public static native byte[] library(String name);

    /** Where the class path has a resource: the texts of the folders and archives, in order. */
    public static native String[] places(String name);
}
