package java.sql;

/** It took too long. */
public class SQLTimeoutException extends SQLTransientException {
    private static final long serialVersionUID = 1L;

    public SQLTimeoutException(String reason, String sqlState, int vendorCode) {
        super(reason, sqlState, vendorCode);
    }

    public SQLTimeoutException(String reason, String sqlState) {
        super(reason, sqlState);
    }

    public SQLTimeoutException(String reason) {
        super(reason);
    }

    public SQLTimeoutException() {
        super();
    }

    public SQLTimeoutException(Throwable cause) {
        super(cause);
    }

    public SQLTimeoutException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public SQLTimeoutException(String reason, String sqlState, Throwable cause) {
        super(reason, sqlState, cause);
    }

    public SQLTimeoutException(String reason, String sqlState, int vendorCode, Throwable cause) {
        super(reason, sqlState, vendorCode, cause);
    }
}
