package java.sql;

/** It may go well if it is tried again. */
public class SQLTransientException extends SQLException {
    private static final long serialVersionUID = 1L;

    public SQLTransientException(String reason, String sqlState, int vendorCode) {
        super(reason, sqlState, vendorCode);
    }

    public SQLTransientException(String reason, String sqlState) {
        super(reason, sqlState);
    }

    public SQLTransientException(String reason) {
        super(reason);
    }

    public SQLTransientException() {
        super();
    }

    public SQLTransientException(Throwable cause) {
        super(cause);
    }

    public SQLTransientException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public SQLTransientException(String reason, String sqlState, Throwable cause) {
        super(reason, sqlState, cause);
    }

    public SQLTransientException(String reason, String sqlState, int vendorCode, Throwable cause) {
        super(reason, sqlState, vendorCode, cause);
    }
}
