package java.lang;

/** Thrown in a thread that is stopped. */
public class ThreadDeath extends Error {
    public ThreadDeath() {
    }
}
