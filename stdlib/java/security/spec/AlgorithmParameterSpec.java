package java.security.spec;

/** A description of parameters. */
public interface AlgorithmParameterSpec {
}
