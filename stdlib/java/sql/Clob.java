package java.sql;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;

/** Large text. */
public interface Clob {
    long length() throws SQLException;

    String getSubString(long n, int n2) throws SQLException;

    Reader getCharacterStream() throws SQLException;

    InputStream getAsciiStream() throws SQLException;

    long position(String name, long n) throws SQLException;

    long position(Clob clob, long n) throws SQLException;

    int setString(long n, String name) throws SQLException;

    int setString(long n, String name, int n2, int n3) throws SQLException;

    OutputStream setAsciiStream(long n) throws SQLException;

    Writer setCharacterStream(long n) throws SQLException;

    void truncate(long n) throws SQLException;

    void free() throws SQLException;

    Reader getCharacterStream(long n, long n2) throws SQLException;
}
