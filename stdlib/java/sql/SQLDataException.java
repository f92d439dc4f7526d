package java.sql;

/** The data are not as they must be. */
public class SQLDataException extends SQLNonTransientException {
    private static final long serialVersionUID = 1L;

    public SQLDataException(String reason, String sqlState, int vendorCode) {
        super(reason, sqlState, vendorCode);
    }

    public SQLDataException(String reason, String sqlState) {
        super(reason, sqlState);
    }

    public SQLDataException(String reason) {
        super(reason);
    }

    public SQLDataException() {
        super();
    }

    public SQLDataException(Throwable cause) {
        super(cause);
    }

    public SQLDataException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public SQLDataException(String reason, String sqlState, Throwable cause) {
        super(reason, sqlState, cause);
    }

    public SQLDataException(String reason, String sqlState, int vendorCode, Throwable cause) {
        super(reason, sqlState, vendorCode, cause);
    }
}
