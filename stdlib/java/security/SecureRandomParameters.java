package java.security;

/** Parameters of random numbers. */
public interface SecureRandomParameters {
}
