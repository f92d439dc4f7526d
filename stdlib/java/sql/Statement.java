package java.sql;

/** Something to be executed. */
public interface Statement extends Wrapper, AutoCloseable {
    int CLOSE_CURRENT_RESULT = 1;
    int KEEP_CURRENT_RESULT = 2;
    int CLOSE_ALL_RESULTS = 3;
    int SUCCESS_NO_INFO = -2;
    int EXECUTE_FAILED = -3;
    int RETURN_GENERATED_KEYS = 1;
    int NO_GENERATED_KEYS = 2;

    ResultSet executeQuery(String name) throws SQLException;

    int executeUpdate(String name) throws SQLException;

    void close() throws SQLException;

    int getMaxFieldSize() throws SQLException;

    void setMaxFieldSize(int n) throws SQLException;

    int getMaxRows() throws SQLException;

    void setMaxRows(int n) throws SQLException;

    void setEscapeProcessing(boolean on) throws SQLException;

    int getQueryTimeout() throws SQLException;

    void setQueryTimeout(int n) throws SQLException;

    void cancel() throws SQLException;

    SQLWarning getWarnings() throws SQLException;

    void clearWarnings() throws SQLException;

    void setCursorName(String name) throws SQLException;

    boolean execute(String name) throws SQLException;

    ResultSet getResultSet() throws SQLException;

    int getUpdateCount() throws SQLException;

    boolean getMoreResults() throws SQLException;

    void setFetchDirection(int n) throws SQLException;

    int getFetchDirection() throws SQLException;

    void setFetchSize(int n) throws SQLException;

    int getFetchSize() throws SQLException;

    int getResultSetConcurrency() throws SQLException;

    int getResultSetType() throws SQLException;

    void addBatch(String name) throws SQLException;

    void clearBatch() throws SQLException;

    int[] executeBatch() throws SQLException;

    Connection getConnection() throws SQLException;

    boolean getMoreResults(int n) throws SQLException;

    ResultSet getGeneratedKeys() throws SQLException;

    int executeUpdate(String name, int n) throws SQLException;

    int executeUpdate(String name, int[] theInt) throws SQLException;

    int executeUpdate(String name, String[] string) throws SQLException;

    boolean execute(String name, int n) throws SQLException;

    boolean execute(String name, int[] theInt) throws SQLException;

    boolean execute(String name, String[] string) throws SQLException;

    int getResultSetHoldability() throws SQLException;

    boolean isClosed() throws SQLException;

    void setPoolable(boolean on) throws SQLException;

    boolean isPoolable() throws SQLException;

    void closeOnCompletion() throws SQLException;

    boolean isCloseOnCompletion() throws SQLException;

    default long getLargeUpdateCount() throws SQLException {
        throw new UnsupportedOperationException("getLargeUpdateCount not implemented");
    }

    default void setLargeMaxRows(long n) throws SQLException {
        throw new UnsupportedOperationException("setLargeMaxRows not implemented");
    }

    default long getLargeMaxRows() throws SQLException {
        return 0;
    }

    default long[] executeLargeBatch() throws SQLException {
        throw new UnsupportedOperationException("executeLargeBatch not implemented");
    }

    default long executeLargeUpdate(String name) throws SQLException {
        throw new UnsupportedOperationException("executeLargeUpdate not implemented");
    }

    default long executeLargeUpdate(String name, int n) throws SQLException {
        throw new UnsupportedOperationException("executeLargeUpdate not implemented");
    }

    default long executeLargeUpdate(String name, int[] theInt) throws SQLException {
        throw new UnsupportedOperationException("executeLargeUpdate not implemented");
    }

    default long executeLargeUpdate(String name, String[] string) throws SQLException {
        throw new UnsupportedOperationException("executeLargeUpdate not implemented");
    }

    default String enquoteLiteral(String name) throws SQLException {
        return "'" + name.replace("'", "''") + "'";
    }

    default String enquoteIdentifier(String name, boolean on) throws SQLException {
        int length = name.length();
        if (length < 1 || length > 128) {
            throw new SQLException("Invalid name");
        }
        if (name.matches("[\\p{Alpha}][\\p{Alnum}_]*")) {
            return on ? "\"" + name + "\"" : name;
        }
        if (name.matches("\"[^\0\"]+\"")) {
            return name;
        }
        if (name.matches("[^\0\"]+")) {
            return "\"" + name + "\"";
        }
        throw new SQLException("Invalid name");
    }

    default boolean isSimpleIdentifier(String name) throws SQLException {
        return name.length() >= 1 && name.length() <= 128 && name.matches("[\\p{Alpha}][\\p{Alnum}_]*");
    }

    default String enquoteNCharLiteral(String name) throws SQLException {
        return "N'" + name.replace("'", "''") + "'";
    }
}
