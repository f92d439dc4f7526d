package java.sql;

/** Large text in the national character set. */
public interface NClob extends Clob {
}
