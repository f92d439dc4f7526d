package java.sql;

/** Lets who knows reach what is behind an interface. */
public interface Wrapper {
    <T> T unwrap(Class<T> theClass) throws SQLException;

    boolean isWrapperFor(Class<?> theClass) throws SQLException;
}
