package java.sql;

import java.util.Map;

/** An array of the database. */
public interface Array {
    String getBaseTypeName() throws SQLException;

    int getBaseType() throws SQLException;

    Object getArray() throws SQLException;

    Object getArray(Map<String, Class<?>> map) throws SQLException;

    Object getArray(long n, int n2) throws SQLException;

    Object getArray(long n, int n2, Map<String, Class<?>> map) throws SQLException;

    ResultSet getResultSet() throws SQLException;

    ResultSet getResultSet(Map<String, Class<?>> map) throws SQLException;

    ResultSet getResultSet(long n, int n2) throws SQLException;

    ResultSet getResultSet(long n, int n2, Map<String, Class<?>> map) throws SQLException;

    void free() throws SQLException;
}
