package javax.sql;

import java.sql.SQLException;

/** Fills a set of rows. */
public interface RowSetReader {
    void readData(RowSetInternal rowSetInternal) throws SQLException;
}
