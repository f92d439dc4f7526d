package java.sql;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;

/** A session with a database. */
public interface Connection extends Wrapper, AutoCloseable {
    int TRANSACTION_NONE = 0;
    int TRANSACTION_READ_UNCOMMITTED = 1;
    int TRANSACTION_READ_COMMITTED = 2;
    int TRANSACTION_REPEATABLE_READ = 4;
    int TRANSACTION_SERIALIZABLE = 8;

    Statement createStatement() throws SQLException;

    PreparedStatement prepareStatement(String name) throws SQLException;

    CallableStatement prepareCall(String name) throws SQLException;

    String nativeSQL(String name) throws SQLException;

    void setAutoCommit(boolean on) throws SQLException;

    boolean getAutoCommit() throws SQLException;

    void commit() throws SQLException;

    void rollback() throws SQLException;

    void close() throws SQLException;

    boolean isClosed() throws SQLException;

    DatabaseMetaData getMetaData() throws SQLException;

    void setReadOnly(boolean on) throws SQLException;

    boolean isReadOnly() throws SQLException;

    void setCatalog(String name) throws SQLException;

    String getCatalog() throws SQLException;

    void setTransactionIsolation(int n) throws SQLException;

    int getTransactionIsolation() throws SQLException;

    SQLWarning getWarnings() throws SQLException;

    void clearWarnings() throws SQLException;

    Statement createStatement(int n, int n2) throws SQLException;

    PreparedStatement prepareStatement(String name, int n, int n2) throws SQLException;

    CallableStatement prepareCall(String name, int n, int n2) throws SQLException;

    Map<String, Class<?>> getTypeMap() throws SQLException;

    void setTypeMap(Map<String, Class<?>> map) throws SQLException;

    void setHoldability(int n) throws SQLException;

    int getHoldability() throws SQLException;

    Savepoint setSavepoint() throws SQLException;

    Savepoint setSavepoint(String name) throws SQLException;

    void rollback(Savepoint savepoint) throws SQLException;

    void releaseSavepoint(Savepoint savepoint) throws SQLException;

    Statement createStatement(int n, int n2, int n3) throws SQLException;

    PreparedStatement prepareStatement(String name, int n, int n2, int n3) throws SQLException;

    CallableStatement prepareCall(String name, int n, int n2, int n3) throws SQLException;

    PreparedStatement prepareStatement(String name, int n) throws SQLException;

    PreparedStatement prepareStatement(String name, int[] theInt) throws SQLException;

    PreparedStatement prepareStatement(String name, String[] string) throws SQLException;

    Clob createClob() throws SQLException;

    Blob createBlob() throws SQLException;

    NClob createNClob() throws SQLException;

    SQLXML createSQLXML() throws SQLException;

    boolean isValid(int n) throws SQLException;

    void setClientInfo(String name, String name2) throws SQLClientInfoException;

    void setClientInfo(Properties properties) throws SQLClientInfoException;

    String getClientInfo(String name) throws SQLException;

    Properties getClientInfo() throws SQLException;

    Array createArrayOf(String name, Object[] object) throws SQLException;

    Struct createStruct(String name, Object[] object) throws SQLException;

    void setSchema(String name) throws SQLException;

    String getSchema() throws SQLException;

    void abort(Executor executor) throws SQLException;

    void setNetworkTimeout(Executor executor, int n) throws SQLException;

    int getNetworkTimeout() throws SQLException;

    default void beginRequest() throws SQLException {
        // Nothing to be done.
    }

    default void endRequest() throws SQLException {
        // Nothing to be done.
    }

    default boolean setShardingKeyIfValid(ShardingKey shardingKey, ShardingKey shardingKey2, int n) throws SQLException {
        throw new SQLFeatureNotSupportedException("setShardingKeyIfValid not implemented");
    }

    default boolean setShardingKeyIfValid(ShardingKey shardingKey, int n) throws SQLException {
        throw new SQLFeatureNotSupportedException("setShardingKeyIfValid not implemented");
    }

    default void setShardingKey(ShardingKey shardingKey, ShardingKey shardingKey2) throws SQLException {
        throw new SQLFeatureNotSupportedException("setShardingKey not implemented");
    }

    default void setShardingKey(ShardingKey shardingKey) throws SQLException {
        throw new SQLFeatureNotSupportedException("setShardingKey not implemented");
    }
}
