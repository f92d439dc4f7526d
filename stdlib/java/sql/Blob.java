package java.sql;

import java.io.InputStream;
import java.io.OutputStream;

/** Large binary data. */
public interface Blob {
    long length() throws SQLException;

    byte[] getBytes(long n, int n2) throws SQLException;

    InputStream getBinaryStream() throws SQLException;

    long position(byte[] bytes, long n) throws SQLException;

    long position(Blob blob, long n) throws SQLException;

    int setBytes(long n, byte[] bytes) throws SQLException;

    int setBytes(long n, byte[] bytes, int n2, int n3) throws SQLException;

    OutputStream setBinaryStream(long n) throws SQLException;

    void truncate(long n) throws SQLException;

    void free() throws SQLException;

    InputStream getBinaryStream(long n, long n2) throws SQLException;
}
