package java.sql;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.util.Calendar;
import java.util.Map;

/** Rows, one of them current. */
public interface ResultSet extends Wrapper, AutoCloseable {
    int FETCH_FORWARD = 1000;
    int FETCH_REVERSE = 1001;
    int FETCH_UNKNOWN = 1002;
    int TYPE_FORWARD_ONLY = 1003;
    int TYPE_SCROLL_INSENSITIVE = 1004;
    int TYPE_SCROLL_SENSITIVE = 1005;
    int CONCUR_READ_ONLY = 1007;
    int CONCUR_UPDATABLE = 1008;
    int HOLD_CURSORS_OVER_COMMIT = 1;
    int CLOSE_CURSORS_AT_COMMIT = 2;

    boolean next() throws SQLException;

    void close() throws SQLException;

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

    InputStream getAsciiStream(int n) throws SQLException;

    InputStream getUnicodeStream(int n) throws SQLException;

    InputStream getBinaryStream(int n) throws SQLException;

    String getString(String name) throws SQLException;

    boolean getBoolean(String name) throws SQLException;

    byte getByte(String name) throws SQLException;

    short getShort(String name) throws SQLException;

    int getInt(String name) throws SQLException;

    long getLong(String name) throws SQLException;

    float getFloat(String name) throws SQLException;

    double getDouble(String name) throws SQLException;

    BigDecimal getBigDecimal(String name, int n) throws SQLException;

    byte[] getBytes(String name) throws SQLException;

    Date getDate(String name) throws SQLException;

    Time getTime(String name) throws SQLException;

    Timestamp getTimestamp(String name) throws SQLException;

    InputStream getAsciiStream(String name) throws SQLException;

    InputStream getUnicodeStream(String name) throws SQLException;

    InputStream getBinaryStream(String name) throws SQLException;

    SQLWarning getWarnings() throws SQLException;

    void clearWarnings() throws SQLException;

    String getCursorName() throws SQLException;

    ResultSetMetaData getMetaData() throws SQLException;

    Object getObject(int n) throws SQLException;

    Object getObject(String name) throws SQLException;

    int findColumn(String name) throws SQLException;

    Reader getCharacterStream(int n) throws SQLException;

    Reader getCharacterStream(String name) throws SQLException;

    BigDecimal getBigDecimal(int n) throws SQLException;

    BigDecimal getBigDecimal(String name) throws SQLException;

    boolean isBeforeFirst() throws SQLException;

    boolean isAfterLast() throws SQLException;

    boolean isFirst() throws SQLException;

    boolean isLast() throws SQLException;

    void beforeFirst() throws SQLException;

    void afterLast() throws SQLException;

    boolean first() throws SQLException;

    boolean last() throws SQLException;

    int getRow() throws SQLException;

    boolean absolute(int n) throws SQLException;

    boolean relative(int n) throws SQLException;

    boolean previous() throws SQLException;

    void setFetchDirection(int n) throws SQLException;

    int getFetchDirection() throws SQLException;

    void setFetchSize(int n) throws SQLException;

    int getFetchSize() throws SQLException;

    int getType() throws SQLException;

    int getConcurrency() throws SQLException;

    boolean rowUpdated() throws SQLException;

    boolean rowInserted() throws SQLException;

    boolean rowDeleted() throws SQLException;

    void updateNull(int n) throws SQLException;

    void updateBoolean(int n, boolean on) throws SQLException;

    void updateByte(int n, byte x) throws SQLException;

    void updateShort(int n, short x) throws SQLException;

    void updateInt(int n, int n2) throws SQLException;

    void updateLong(int n, long n2) throws SQLException;

    void updateFloat(int n, float x) throws SQLException;

    void updateDouble(int n, double x) throws SQLException;

    void updateBigDecimal(int n, BigDecimal bigDecimal) throws SQLException;

    void updateString(int n, String name) throws SQLException;

    void updateBytes(int n, byte[] bytes) throws SQLException;

    void updateDate(int n, Date date) throws SQLException;

    void updateTime(int n, Time time) throws SQLException;

    void updateTimestamp(int n, Timestamp timestamp) throws SQLException;

    void updateAsciiStream(int n, InputStream inputStream, int n2) throws SQLException;

    void updateBinaryStream(int n, InputStream inputStream, int n2) throws SQLException;

    void updateCharacterStream(int n, Reader reader, int n2) throws SQLException;

    void updateObject(int n, Object object, int n2) throws SQLException;

    void updateObject(int n, Object object) throws SQLException;

    void updateNull(String name) throws SQLException;

    void updateBoolean(String name, boolean on) throws SQLException;

    void updateByte(String name, byte x) throws SQLException;

    void updateShort(String name, short x) throws SQLException;

    void updateInt(String name, int n) throws SQLException;

    void updateLong(String name, long n) throws SQLException;

    void updateFloat(String name, float x) throws SQLException;

    void updateDouble(String name, double x) throws SQLException;

    void updateBigDecimal(String name, BigDecimal bigDecimal) throws SQLException;

    void updateString(String name, String name2) throws SQLException;

    void updateBytes(String name, byte[] bytes) throws SQLException;

    void updateDate(String name, Date date) throws SQLException;

    void updateTime(String name, Time time) throws SQLException;

    void updateTimestamp(String name, Timestamp timestamp) throws SQLException;

    void updateAsciiStream(String name, InputStream inputStream, int n) throws SQLException;

    void updateBinaryStream(String name, InputStream inputStream, int n) throws SQLException;

    void updateCharacterStream(String name, Reader reader, int n) throws SQLException;

    void updateObject(String name, Object object, int n) throws SQLException;

    void updateObject(String name, Object object) throws SQLException;

    void insertRow() throws SQLException;

    void updateRow() throws SQLException;

    void deleteRow() throws SQLException;

    void refreshRow() throws SQLException;

    void cancelRowUpdates() throws SQLException;

    void moveToInsertRow() throws SQLException;

    void moveToCurrentRow() throws SQLException;

    Statement getStatement() throws SQLException;

    Object getObject(int n, Map<String, Class<?>> map) throws SQLException;

    Ref getRef(int n) throws SQLException;

    Blob getBlob(int n) throws SQLException;

    Clob getClob(int n) throws SQLException;

    Array getArray(int n) throws SQLException;

    Object getObject(String name, Map<String, Class<?>> map) throws SQLException;

    Ref getRef(String name) throws SQLException;

    Blob getBlob(String name) throws SQLException;

    Clob getClob(String name) throws SQLException;

    Array getArray(String name) throws SQLException;

    Date getDate(int n, Calendar calendar) throws SQLException;

    Date getDate(String name, Calendar calendar) throws SQLException;

    Time getTime(int n, Calendar calendar) throws SQLException;

    Time getTime(String name, Calendar calendar) throws SQLException;

    Timestamp getTimestamp(int n, Calendar calendar) throws SQLException;

    Timestamp getTimestamp(String name, Calendar calendar) throws SQLException;

    URL getURL(int n) throws SQLException;

    URL getURL(String name) throws SQLException;

    void updateRef(int n, Ref ref) throws SQLException;

    void updateRef(String name, Ref ref) throws SQLException;

    void updateBlob(int n, Blob blob) throws SQLException;

    void updateBlob(String name, Blob blob) throws SQLException;

    void updateClob(int n, Clob clob) throws SQLException;

    void updateClob(String name, Clob clob) throws SQLException;

    void updateArray(int n, Array array) throws SQLException;

    void updateArray(String name, Array array) throws SQLException;

    RowId getRowId(int n) throws SQLException;

    RowId getRowId(String name) throws SQLException;

    void updateRowId(int n, RowId rowId) throws SQLException;

    void updateRowId(String name, RowId rowId) throws SQLException;

    int getHoldability() throws SQLException;

    boolean isClosed() throws SQLException;

    void updateNString(int n, String name) throws SQLException;

    void updateNString(String name, String name2) throws SQLException;

    void updateNClob(int n, NClob nClob) throws SQLException;

    void updateNClob(String name, NClob nClob) throws SQLException;

    NClob getNClob(int n) throws SQLException;

    NClob getNClob(String name) throws SQLException;

    SQLXML getSQLXML(int n) throws SQLException;

    SQLXML getSQLXML(String name) throws SQLException;

    void updateSQLXML(int n, SQLXML sQLXML) throws SQLException;

    void updateSQLXML(String name, SQLXML sQLXML) throws SQLException;

    String getNString(int n) throws SQLException;

    String getNString(String name) throws SQLException;

    Reader getNCharacterStream(int n) throws SQLException;

    Reader getNCharacterStream(String name) throws SQLException;

    void updateNCharacterStream(int n, Reader reader, long n2) throws SQLException;

    void updateNCharacterStream(String name, Reader reader, long n) throws SQLException;

    void updateAsciiStream(int n, InputStream inputStream, long n2) throws SQLException;

    void updateBinaryStream(int n, InputStream inputStream, long n2) throws SQLException;

    void updateCharacterStream(int n, Reader reader, long n2) throws SQLException;

    void updateAsciiStream(String name, InputStream inputStream, long n) throws SQLException;

    void updateBinaryStream(String name, InputStream inputStream, long n) throws SQLException;

    void updateCharacterStream(String name, Reader reader, long n) throws SQLException;

    void updateBlob(int n, InputStream inputStream, long n2) throws SQLException;

    void updateBlob(String name, InputStream inputStream, long n) throws SQLException;

    void updateClob(int n, Reader reader, long n2) throws SQLException;

    void updateClob(String name, Reader reader, long n) throws SQLException;

    void updateNClob(int n, Reader reader, long n2) throws SQLException;

    void updateNClob(String name, Reader reader, long n) throws SQLException;

    void updateNCharacterStream(int n, Reader reader) throws SQLException;

    void updateNCharacterStream(String name, Reader reader) throws SQLException;

    void updateAsciiStream(int n, InputStream inputStream) throws SQLException;

    void updateBinaryStream(int n, InputStream inputStream) throws SQLException;

    void updateCharacterStream(int n, Reader reader) throws SQLException;

    void updateAsciiStream(String name, InputStream inputStream) throws SQLException;

    void updateBinaryStream(String name, InputStream inputStream) throws SQLException;

    void updateCharacterStream(String name, Reader reader) throws SQLException;

    void updateBlob(int n, InputStream inputStream) throws SQLException;

    void updateBlob(String name, InputStream inputStream) throws SQLException;

    void updateClob(int n, Reader reader) throws SQLException;

    void updateClob(String name, Reader reader) throws SQLException;

    void updateNClob(int n, Reader reader) throws SQLException;

    void updateNClob(String name, Reader reader) throws SQLException;

    <T> T getObject(int n, Class<T> theClass) throws SQLException;

    <T> T getObject(String name, Class<T> theClass) throws SQLException;

    default void updateObject(int n, Object object, SQLType sQLType, int n2) throws SQLException {
        throw new SQLFeatureNotSupportedException("updateObject not implemented");
    }

    default void updateObject(String name, Object object, SQLType sQLType, int n) throws SQLException {
        throw new SQLFeatureNotSupportedException("updateObject not implemented");
    }

    default void updateObject(int n, Object object, SQLType sQLType) throws SQLException {
        throw new SQLFeatureNotSupportedException("updateObject not implemented");
    }

    default void updateObject(String name, Object object, SQLType sQLType) throws SQLException {
        throw new SQLFeatureNotSupportedException("updateObject not implemented");
    }
}
