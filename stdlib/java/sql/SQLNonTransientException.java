package java.sql;

/** It will fail again until its cause is gone. */
public class SQLNonTransientException extends SQLException {
    private static final long serialVersionUID = 1L;

    public SQLNonTransientException(String reason, String sqlState, int vendorCode) {
        super(reason, sqlState, vendorCode);
    }

    public SQLNonTransientException(String reason, String sqlState) {
        super(reason, sqlState);
    }

    public SQLNonTransientException(String reason) {
        super(reason);
    }

    public SQLNonTransientException() {
        super();
    }

    public SQLNonTransientException(Throwable cause) {
        super(cause);
    }

    public SQLNonTransientException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public SQLNonTransientException(String reason, String sqlState, Throwable cause) {
        super(reason, sqlState, cause);
    }

    public SQLNonTransientException(String reason, String sqlState, int vendorCode, Throwable cause) {
        super(reason, sqlState, vendorCode, cause);
    }
}
