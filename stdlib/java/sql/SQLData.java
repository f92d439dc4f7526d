package java.sql;

/** An object that a type of the database is mapped to. */
public interface SQLData {
    String getSQLTypeName() throws SQLException;

    void readSQL(SQLInput sQLInput, String name) throws SQLException;

    void writeSQL(SQLOutput sQLOutput) throws SQLException;
}
