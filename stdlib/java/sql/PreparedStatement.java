package java.sql;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.util.Calendar;

/** A statement with parameters. */
public interface PreparedStatement extends Statement {
    ResultSet executeQuery() throws SQLException;

    int executeUpdate() throws SQLException;

    void setNull(int n, int n2) throws SQLException;

    void setBoolean(int n, boolean on) throws SQLException;

    void setByte(int n, byte x) throws SQLException;

    void setShort(int n, short x) throws SQLException;

    void setInt(int n, int n2) throws SQLException;

    void setLong(int n, long n2) throws SQLException;

    void setFloat(int n, float x) throws SQLException;

    void setDouble(int n, double x) throws SQLException;

    void setBigDecimal(int n, BigDecimal bigDecimal) throws SQLException;

    void setString(int n, String name) throws SQLException;

    void setBytes(int n, byte[] bytes) throws SQLException;

    void setDate(int n, Date date) throws SQLException;

    void setTime(int n, Time time) throws SQLException;

    void setTimestamp(int n, Timestamp timestamp) throws SQLException;

    void setAsciiStream(int n, InputStream inputStream, int n2) throws SQLException;

    void setUnicodeStream(int n, InputStream inputStream, int n2) throws SQLException;

    void setBinaryStream(int n, InputStream inputStream, int n2) throws SQLException;

    void clearParameters() throws SQLException;

    void setObject(int n, Object object, int n2) throws SQLException;

    void setObject(int n, Object object) throws SQLException;

    boolean execute() throws SQLException;

    void addBatch() throws SQLException;

    void setCharacterStream(int n, Reader reader, int n2) throws SQLException;

    void setRef(int n, Ref ref) throws SQLException;

    void setBlob(int n, Blob blob) throws SQLException;

    void setClob(int n, Clob clob) throws SQLException;

    void setArray(int n, Array array) throws SQLException;

    ResultSetMetaData getMetaData() throws SQLException;

    void setDate(int n, Date date, Calendar calendar) throws SQLException;

    void setTime(int n, Time time, Calendar calendar) throws SQLException;

    void setTimestamp(int n, Timestamp timestamp, Calendar calendar) throws SQLException;

    void setNull(int n, int n2, String name) throws SQLException;

    void setURL(int n, URL uRL) throws SQLException;

    ParameterMetaData getParameterMetaData() throws SQLException;

    void setRowId(int n, RowId rowId) throws SQLException;

    void setNString(int n, String name) throws SQLException;

    void setNCharacterStream(int n, Reader reader, long n2) throws SQLException;

    void setNClob(int n, NClob nClob) throws SQLException;

    void setClob(int n, Reader reader, long n2) throws SQLException;

    void setBlob(int n, InputStream inputStream, long n2) throws SQLException;

    void setNClob(int n, Reader reader, long n2) throws SQLException;

    void setSQLXML(int n, SQLXML sQLXML) throws SQLException;

    void setObject(int n, Object object, int n2, int n3) throws SQLException;

    void setAsciiStream(int n, InputStream inputStream, long n2) throws SQLException;

    void setBinaryStream(int n, InputStream inputStream, long n2) throws SQLException;

    void setCharacterStream(int n, Reader reader, long n2) throws SQLException;

    void setAsciiStream(int n, InputStream inputStream) throws SQLException;

    void setBinaryStream(int n, InputStream inputStream) throws SQLException;

    void setCharacterStream(int n, Reader reader) throws SQLException;

    void setNCharacterStream(int n, Reader reader) throws SQLException;

    void setClob(int n, Reader reader) throws SQLException;

    void setBlob(int n, InputStream inputStream) throws SQLException;

    void setNClob(int n, Reader reader) throws SQLException;

    default void setObject(int n, Object object, SQLType sQLType, int n2) throws SQLException {
        throw new SQLFeatureNotSupportedException("setObject not implemented");
    }

    default void setObject(int n, Object object, SQLType sQLType) throws SQLException {
        throw new SQLFeatureNotSupportedException("setObject not implemented");
    }

    default long executeLargeUpdate() throws SQLException {
        throw new UnsupportedOperationException("executeLargeUpdate not implemented");
    }
}
