package java.sql;

/** What the columns of rows are. */
public interface ResultSetMetaData extends Wrapper {
    int columnNoNulls = 0;
    int columnNullable = 1;
    int columnNullableUnknown = 2;

    int getColumnCount() throws SQLException;

    boolean isAutoIncrement(int n) throws SQLException;

    boolean isCaseSensitive(int n) throws SQLException;

    boolean isSearchable(int n) throws SQLException;

    boolean isCurrency(int n) throws SQLException;

    int isNullable(int n) throws SQLException;

    boolean isSigned(int n) throws SQLException;

    int getColumnDisplaySize(int n) throws SQLException;

    String getColumnLabel(int n) throws SQLException;

    String getColumnName(int n) throws SQLException;

    String getSchemaName(int n) throws SQLException;

    int getPrecision(int n) throws SQLException;

    int getScale(int n) throws SQLException;

    String getTableName(int n) throws SQLException;

    String getCatalogName(int n) throws SQLException;

    int getColumnType(int n) throws SQLException;

    String getColumnTypeName(int n) throws SQLException;

    boolean isReadOnly(int n) throws SQLException;

    boolean isWritable(int n) throws SQLException;

    boolean isDefinitelyWritable(int n) throws SQLException;

    String getColumnClassName(int n) throws SQLException;
}
