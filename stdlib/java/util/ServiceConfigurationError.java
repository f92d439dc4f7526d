package java.util;

/** Thrown when a provider of a service cannot be loaded. */
public class ServiceConfigurationError extends Error {

    public ServiceConfigurationError(String msg) {
        super(msg);
    }

    public ServiceConfigurationError(String msg, Throwable cause) {
        super(msg, cause);
    }
}
