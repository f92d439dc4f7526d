package javax.sql;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** What the columns of a set of rows are, to be set. */
public interface RowSetMetaData extends ResultSetMetaData {
    void setColumnCount(int n) throws SQLException;

    void setAutoIncrement(int n, boolean on) throws SQLException;

    void setCaseSensitive(int n, boolean on) throws SQLException;

    void setSearchable(int n, boolean on) throws SQLException;

    void setCurrency(int n, boolean on) throws SQLException;

    void setNullable(int n, int n2) throws SQLException;

    void setSigned(int n, boolean on) throws SQLException;

    void setColumnDisplaySize(int n, int n2) throws SQLException;

    void setColumnLabel(int n, String name) throws SQLException;

    void setColumnName(int n, String name) throws SQLException;

    void setSchemaName(int n, String name) throws SQLException;

    void setPrecision(int n, int n2) throws SQLException;

    void setScale(int n, int n2) throws SQLException;

    void setTableName(int n, String name) throws SQLException;

    void setCatalogName(int n, String name) throws SQLException;

    void setColumnType(int n, int n2) throws SQLException;

    void setColumnTypeName(int n, String name) throws SQLException;
}
