package java.sql;

import java.util.Map;

/** A reference to a value in the database. */
public interface Ref {
    String getBaseTypeName() throws SQLException;

    Object getObject(Map<String, Class<?>> map) throws SQLException;

    Object getObject() throws SQLException;

    void setObject(Object object) throws SQLException;
}
