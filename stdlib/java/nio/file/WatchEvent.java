package java.nio.file;

/** A change of something that is watched. */
public interface WatchEvent<T> {
    Kind<T> kind();

    int count();

    T context();

    /** A kind of change. */
    interface Kind<T> {
        String name();

        Class<T> type();
    }

    /** How something is watched. */
    interface Modifier {
        String name();
    }
}
