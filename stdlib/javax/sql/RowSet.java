package javax.sql;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/** Rows as a bean. */
public interface RowSet extends ResultSet {
    String getUrl() throws SQLException;

    void setUrl(String name) throws SQLException;

    String getDataSourceName();

    void setDataSourceName(String name) throws SQLException;

    String getUsername();

    void setUsername(String name) throws SQLException;

    String getPassword();

    void setPassword(String name) throws SQLException;

    int getTransactionIsolation();

    void setTransactionIsolation(int n) throws SQLException;

    Map<String, Class<?>> getTypeMap() throws SQLException;

    void setTypeMap(Map<String, Class<?>> map) throws SQLException;

    String getCommand();

    void setCommand(String name) throws SQLException;

    boolean isReadOnly();

    void setReadOnly(boolean on) throws SQLException;

    int getMaxFieldSize() throws SQLException;

    void setMaxFieldSize(int n) throws SQLException;

    int getMaxRows() throws SQLException;

    void setMaxRows(int n) throws SQLException;

    boolean getEscapeProcessing() throws SQLException;

    void setEscapeProcessing(boolean on) throws SQLException;

    int getQueryTimeout() throws SQLException;

    void setQueryTimeout(int n) throws SQLException;

    void setType(int n) throws SQLException;

    void setConcurrency(int n) throws SQLException;

    void setNull(int n, int n2) throws SQLException;

    void setNull(String name, int n) throws SQLException;

    void setNull(int n, int n2, String name) throws SQLException;

    void setNull(String name, int n, String name2) throws SQLException;

    void setBoolean(int n, boolean on) throws SQLException;

    void setBoolean(String name, boolean on) throws SQLException;

    void setByte(int n, byte x) throws SQLException;

    void setByte(String name, byte x) throws SQLException;

    void setShort(int n, short x) throws SQLException;

    void setShort(String name, short x) throws SQLException;

    void setInt(int n, int n2) throws SQLException;

    void setInt(String name, int n) throws SQLException;

    void setLong(int n, long n2) throws SQLException;

    void setLong(String name, long n) throws SQLException;

    void setFloat(int n, float x) throws SQLException;

    void setFloat(String name, float x) throws SQLException;

    void setDouble(int n, double x) throws SQLException;

    void setDouble(String name, double x) throws SQLException;

    void setBigDecimal(int n, BigDecimal bigDecimal) throws SQLException;

    void setBigDecimal(String name, BigDecimal bigDecimal) throws SQLException;

    void setString(int n, String name) throws SQLException;

    void setString(String name, String name2) throws SQLException;

    void setBytes(int n, byte[] bytes) throws SQLException;

    void setBytes(String name, byte[] bytes) throws SQLException;

    void setDate(int n, java.sql.Date date) throws SQLException;

    void setTime(int n, Time time) throws SQLException;

    void setTimestamp(int n, Timestamp timestamp) throws SQLException;

    void setTimestamp(String name, Timestamp timestamp) throws SQLException;

    void setAsciiStream(int n, InputStream inputStream, int n2) throws SQLException;

    void setAsciiStream(String name, InputStream inputStream, int n) throws SQLException;

    void setBinaryStream(int n, InputStream inputStream, int n2) throws SQLException;

    void setBinaryStream(String name, InputStream inputStream, int n) throws SQLException;

    void setCharacterStream(int n, Reader reader, int n2) throws SQLException;

    void setCharacterStream(String name, Reader reader, int n) throws SQLException;

    void setAsciiStream(int n, InputStream inputStream) throws SQLException;

    void setAsciiStream(String name, InputStream inputStream) throws SQLException;

    void setBinaryStream(int n, InputStream inputStream) throws SQLException;

    void setBinaryStream(String name, InputStream inputStream) throws SQLException;

    void setCharacterStream(int n, Reader reader) throws SQLException;

    void setCharacterStream(String name, Reader reader) throws SQLException;

    void setNCharacterStream(int n, Reader reader) throws SQLException;

    void setObject(int n, Object object, int n2, int n3) throws SQLException;

    void setObject(String name, Object object, int n, int n2) throws SQLException;

    void setObject(int n, Object object, int n2) throws SQLException;

    void setObject(String name, Object object, int n) throws SQLException;

    void setObject(String name, Object object) throws SQLException;

    void setObject(int n, Object object) throws SQLException;

    void setRef(int n, java.sql.Ref ref) throws SQLException;

    void setBlob(int n, Blob blob) throws SQLException;

    void setBlob(int n, InputStream inputStream, long n2) throws SQLException;

    void setBlob(int n, InputStream inputStream) throws SQLException;

    void setBlob(String name, InputStream inputStream, long n) throws SQLException;

    void setBlob(String name, Blob blob) throws SQLException;

    void setBlob(String name, InputStream inputStream) throws SQLException;

    void setClob(int n, Clob clob) throws SQLException;

    void setClob(int n, Reader reader, long n2) throws SQLException;

    void setClob(int n, Reader reader) throws SQLException;

    void setClob(String name, Reader reader, long n) throws SQLException;

    void setClob(String name, Clob clob) throws SQLException;

    void setClob(String name, Reader reader) throws SQLException;

    void setArray(int n, java.sql.Array array) throws SQLException;

    void setDate(int n, java.sql.Date date, Calendar calendar) throws SQLException;

    void setDate(String name, java.sql.Date date) throws SQLException;

    void setDate(String name, java.sql.Date date, Calendar calendar) throws SQLException;

    void setTime(int n, Time time, Calendar calendar) throws SQLException;

    void setTime(String name, Time time) throws SQLException;

    void setTime(String name, Time time, Calendar calendar) throws SQLException;

    void setTimestamp(int n, Timestamp timestamp, Calendar calendar) throws SQLException;

    void setTimestamp(String name, Timestamp timestamp, Calendar calendar) throws SQLException;

    void clearParameters() throws SQLException;

    void execute() throws SQLException;

    void addRowSetListener(RowSetListener rowSetListener);

    void removeRowSetListener(RowSetListener rowSetListener);

    void setSQLXML(int n, SQLXML sQLXML) throws SQLException;

    void setSQLXML(String name, SQLXML sQLXML) throws SQLException;

    void setRowId(int n, RowId rowId) throws SQLException;

    void setRowId(String name, RowId rowId) throws SQLException;

    void setNString(int n, String name) throws SQLException;

    void setNString(String name, String name2) throws SQLException;

    void setNCharacterStream(int n, Reader reader, long n2) throws SQLException;

    void setNCharacterStream(String name, Reader reader, long n) throws SQLException;

    void setNCharacterStream(String name, Reader reader) throws SQLException;

    void setNClob(String name, NClob nClob) throws SQLException;

    void setNClob(String name, Reader reader, long n) throws SQLException;

    void setNClob(String name, Reader reader) throws SQLException;

    void setNClob(int n, Reader reader, long n2) throws SQLException;

    void setNClob(int n, NClob nClob) throws SQLException;

    void setNClob(int n, Reader reader) throws SQLException;

    void setURL(int n, URL uRL) throws SQLException;
}
