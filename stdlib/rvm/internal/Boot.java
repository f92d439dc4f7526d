package rvm.internal;

/** What the launcher tells the library. */
public final class Boot {
    private Boot() {
    }

    // The system properties: key, value, key, value, ...
    public static native String[] properties();

    // The environment: name, value, name, value, ...
    public static native String[] environment();
}
