package javax.sql;

import java.sql.SQLException;
import javax.transaction.xa.XAResource;

/** A connection for distributed transactions. */
public interface XAConnection extends PooledConnection {
    XAResource getXAResource() throws SQLException;
}
