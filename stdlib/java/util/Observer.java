package java.util;

/** Receives the notifications of an {@link Observable}. */
@Deprecated(since = "9")
public interface Observer {

    void update(Observable o, Object arg);
}
