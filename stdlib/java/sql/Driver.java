package java.sql;

import java.util.Properties;
import java.util.logging.Logger;

/** Connects to databases of one kind. */
public interface Driver {
    Connection connect(String name, Properties properties) throws SQLException;

    boolean acceptsURL(String name) throws SQLException;

    DriverPropertyInfo[] getPropertyInfo(String name, Properties properties) throws SQLException;

    int getMajorVersion();

    int getMinorVersion();

    boolean jdbcCompliant();

    Logger getParentLogger() throws SQLFeatureNotSupportedException;
}
