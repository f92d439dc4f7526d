package java.lang;

/** The root of all classes. */
public class Object {
    public Object() {
    }

    // The class of this object.
    public final native Class<?> getClass();

    // The identity hash code: positive, stable while the object lives.
    public native int hashCode();

    public boolean equals(Object other) {
        return this == other;
    }

    // A shallow copy; CloneNotSupportedException (its message the class's name) when neither an array nor Cloneable.
    protected native Object clone() throws CloneNotSupportedException;

    public String toString() {
        return getClass().getName().concat("@").concat(Integer.toHexString(hashCode()));
    }

    public final native void notify();

    public final native void notifyAll();

    public final void wait() throws InterruptedException {
        wait(0L);
    }

    public final native void wait(long timeoutMillis) throws InterruptedException;

    public final void wait(long timeoutMillis, int nanos) throws InterruptedException {
        if (timeoutMillis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (nanos < 0 || nanos > 999999) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        if (nanos > 0 && timeoutMillis < Long.MAX_VALUE) {
            timeoutMillis++;
        }
        wait(timeoutMillis);
    }

    @Deprecated(since = "9")
    protected void finalize() throws Throwable {
    }
}
