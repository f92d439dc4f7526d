package java.sql;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.util.Calendar;
import java.util.Map;

/** A call of a stored procedure. */
public interface CallableStatement extends PreparedStatement {
    void registerOutParameter(int n, int n2) throws SQLException;

    void registerOutParameter(int n, int n2, int n3) throws SQLException;

    boolean wasNull() throws SQLException;

    String getString(int n) throws SQLException;

    boolean getBoolean(int n) throws SQLException;

    byte getByte(int n) throws SQLException;

    short getShort(int n) throws SQLException;

    int getInt(int n) throws SQLException;

    long getLong(int n) throws SQLException;

    float getFloat(int n) throws SQLException;

    double getDouble(int n) throws SQLException;

    BigDecimal getBigDecimal(int n, int n2) throws SQLException;

    byte[] getBytes(int n) throws SQLException;

    Date getDate(int n) throws SQLException;

    Time getTime(int n) throws SQLException;

    Timestamp getTimestamp(int n) throws SQLException;

    Object getObject(int n) throws SQLException;

    BigDecimal getBigDecimal(int n) throws SQLException;

    Object getObject(int n, Map<String, Class<?>> map) throws SQLException;

    Ref getRef(int n) throws SQLException;

    Blob getBlob(int n) throws SQLException;

    Clob getClob(int n) throws SQLException;

    Array getArray(int n) throws SQLException;

    Date getDate(int n, Calendar calendar) throws SQLException;

    Time getTime(int n, Calendar calendar) throws SQLException;

    Timestamp getTimestamp(int n, Calendar calendar) throws SQLException;

    void registerOutParameter(int n, int n2, String name) throws SQLException;

    void registerOutParameter(String name, int n) throws SQLException;

    void registerOutParameter(String name, int n, int n2) throws SQLException;

    void registerOutParameter(String name, int n, String name2) throws SQLException;

    URL getURL(int n) throws SQLException;

    void setURL(String name, URL uRL) throws SQLException;

    void setNull(String name, int n) throws SQLException;

    void setBoolean(String name, boolean on) throws SQLException;

    void setByte(String name, byte x) throws SQLException;

    void setShort(String name, short x) throws SQLException;

    void setInt(String name, int n) throws SQLException;

    void setLong(String name, long n) throws SQLException;

    void setFloat(String name, float x) throws SQLException;

    void setDouble(String name, double x) throws SQLException;

    void setBigDecimal(String name, BigDecimal bigDecimal) throws SQLException;

    void setString(String name, String name2) throws SQLException;

    void setBytes(String name, byte[] bytes) throws SQLException;

    void setDate(String name, Date date) throws SQLException;

    void setTime(String name, Time time) throws SQLException;

    void setTimestamp(String name, Timestamp timestamp) throws SQLException;

    void setAsciiStream(String name, InputStream inputStream, int n) throws SQLException;

    void setBinaryStream(String name, InputStream inputStream, int n) throws SQLException;

    void setObject(String name, Object object, int n, int n2) throws SQLException;

    void setObject(String name, Object object, int n) throws SQLException;

    void setObject(String name, Object object) throws SQLException;

    void setCharacterStream(String name, Reader reader, int n) throws SQLException;

    void setDate(String name, Date date, Calendar calendar) throws SQLException;

    void setTime(String name, Time time, Calendar calendar) throws SQLException;

    void setTimestamp(String name, Timestamp timestamp, Calendar calendar) throws SQLException;

    void setNull(String name, int n, String name2) throws SQLException;

    String getString(String name) throws SQLException;

    boolean getBoolean(String name) throws SQLException;

    byte getByte(String name) throws SQLException;

    short getShort(String name) throws SQLException;

    int getInt(String name) throws SQLException;

    long getLong(String name) throws SQLException;

    float getFloat(String name) throws SQLException;

    double getDouble(String name) throws SQLException;

    byte[] getBytes(String name) throws SQLException;

    Date getDate(String name) throws SQLException;

    Time getTime(String name) throws SQLException;

    Timestamp getTimestamp(String name) throws SQLException;

    Object getObject(String name) throws SQLException;

    BigDecimal getBigDecimal(String name) throws SQLException;

    Object getObject(String name, Map<String, Class<?>> map) throws SQLException;

    Ref getRef(String name) throws SQLException;

    Blob getBlob(String name) throws SQLException;

    Clob getClob(String name) throws SQLException;

    Array getArray(String name) throws SQLException;

    Date getDate(String name, Calendar calendar) throws SQLException;

    Time getTime(String name, Calendar calendar) throws SQLException;

    Timestamp getTimestamp(String name, Calendar calendar) throws SQLException;

    URL getURL(String name) throws SQLException;

    RowId getRowId(int n) throws SQLException;

    RowId getRowId(String name) throws SQLException;

    void setRowId(String name, RowId rowId) throws SQLException;

    void setNString(String name, String name2) throws SQLException;

    void setNCharacterStream(String name, Reader reader, long n) throws SQLException;

    void setNClob(String name, NClob nClob) throws SQLException;

    void setClob(String name, Reader reader, long n) throws SQLException;

    void setBlob(String name, InputStream inputStream, long n) throws SQLException;

    void setNClob(String name, Reader reader, long n) throws SQLException;

    NClob getNClob(int n) throws SQLException;

    NClob getNClob(String name) throws SQLException;

    void setSQLXML(String name, SQLXML sQLXML) throws SQLException;

    SQLXML getSQLXML(int n) throws SQLException;

    SQLXML getSQLXML(String name) throws SQLException;

    String getNString(int n) throws SQLException;

    String getNString(String name) throws SQLException;

    Reader getNCharacterStream(int n) throws SQLException;

    Reader getNCharacterStream(String name) throws SQLException;

    Reader getCharacterStream(int n) throws SQLException;

    Reader getCharacterStream(String name) throws SQLException;

    void setBlob(String name, Blob blob) throws SQLException;

    void setClob(String name, Clob clob) throws SQLException;

    void setAsciiStream(String name, InputStream inputStream, long n) throws SQLException;

    void setBinaryStream(String name, InputStream inputStream, long n) throws SQLException;

    void setCharacterStream(String name, Reader reader, long n) throws SQLException;

    void setAsciiStream(String name, InputStream inputStream) throws SQLException;

    void setBinaryStream(String name, InputStream inputStream) throws SQLException;

    void setCharacterStream(String name, Reader reader) throws SQLException;

    void setNCharacterStream(String name, Reader reader) throws SQLException;

    void setClob(String name, Reader reader) throws SQLException;

    void setBlob(String name, InputStream inputStream) throws SQLException;

    void setNClob(String name, Reader reader) throws SQLException;

    <T> T getObject(int n, Class<T> theClass) throws SQLException;

    <T> T getObject(String name, Class<T> theClass) throws SQLException;

    default void setObject(String name, Object object, SQLType sQLType, int n) throws SQLException {
        throw new SQLFeatureNotSupportedException("setObject not implemented");
    }

    default void setObject(String name, Object object, SQLType sQLType) throws SQLException {
        throw new SQLFeatureNotSupportedException("setObject not implemented");
    }

    default void registerOutParameter(int n, SQLType sQLType) throws SQLException {
        throw new SQLFeatureNotSupportedException("registerOutParameter not implemented");
    }

    default void registerOutParameter(int n, SQLType sQLType, int n2) throws SQLException {
        throw new SQLFeatureNotSupportedException("registerOutParameter not implemented");
    }

    default void registerOutParameter(int n, SQLType sQLType, String name) throws SQLException {
        throw new SQLFeatureNotSupportedException("registerOutParameter not implemented");
    }

    default void registerOutParameter(String name, SQLType sQLType) throws SQLException {
        throw new SQLFeatureNotSupportedException("registerOutParameter not implemented");
    }

    default void registerOutParameter(String name, SQLType sQLType, int n) throws SQLException {
        throw new SQLFeatureNotSupportedException("registerOutParameter not implemented");
    }

    default void registerOutParameter(String name, SQLType sQLType, String name2) throws SQLException {
        throw new SQLFeatureNotSupportedException("registerOutParameter not implemented");
    }
}
