package java.lang;

/** A module layer could not be created. */
public class LayerInstantiationException extends RuntimeException {
    public LayerInstantiationException() {
        super();
    }

    public LayerInstantiationException(String message) {
        super(message);
    }

    public LayerInstantiationException(Throwable cause) {
        super(cause);
    }

    public LayerInstantiationException(String message, Throwable cause) {
        super(message, cause);
    }
}
