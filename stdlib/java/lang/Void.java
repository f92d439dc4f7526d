package java.lang;

/** Holds the class object of the keyword {@code void}. */
public final class Void {
    public static final Class<Void> TYPE = Class.primitive('V');

    private Void() {
    }
}
