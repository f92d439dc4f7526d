package javax.sql;

import java.sql.SQLException;

/** Writes changed rows back. */
public interface RowSetWriter {
    boolean writeData(RowSetInternal rowSetInternal) throws SQLException;
}
