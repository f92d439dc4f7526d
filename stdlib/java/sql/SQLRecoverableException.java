package java.sql;

/** It may go well after a new connection. */
public class SQLRecoverableException extends SQLException {
    private static final long serialVersionUID = 1L;

    public SQLRecoverableException(String reason, String sqlState, int vendorCode) {
        super(reason, sqlState, vendorCode);
    }

    public SQLRecoverableException(String reason, String sqlState) {
        super(reason, sqlState);
    }

    public SQLRecoverableException(String reason) {
        super(reason);
    }

    public SQLRecoverableException() {
        super();
    }

    public SQLRecoverableException(Throwable cause) {
        super(cause);
    }

    public SQLRecoverableException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public SQLRecoverableException(String reason, String sqlState, Throwable cause) {
        super(reason, sqlState, cause);
    }

    public SQLRecoverableException(String reason, String sqlState, int vendorCode, Throwable cause) {
        super(reason, sqlState, vendorCode, cause);
    }
}
