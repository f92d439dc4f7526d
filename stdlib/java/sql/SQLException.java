package java.sql;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** A database refuses or fails; other reasons may be chained to it. */
public class SQLException extends Exception implements Iterable<Throwable> {
    private static final long serialVersionUID = 2135244094396331484L;

    private String SQLState;
    private int vendorCode;
    private volatile SQLException next;

    public SQLException(String reason, String SQLState, int vendorCode) {
        super(reason);
        this.SQLState = SQLState;
        this.vendorCode = vendorCode;
    }

    public SQLException(String reason, String SQLState) {
        this(reason, SQLState, 0);
    }

    public SQLException(String reason) {
        this(reason, null, 0);
    }

    public SQLException() {
        super();
    }

    public SQLException(Throwable cause) {
        super(cause);
    }

    public SQLException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public SQLException(String reason, String sqlState, Throwable cause) {
        this(reason, sqlState, 0, cause);
    }

    public SQLException(String reason, String sqlState, int vendorCode, Throwable cause) {
        super(reason, cause);
        this.SQLState = sqlState;
        this.vendorCode = vendorCode;
    }

    public String getSQLState() {
        return SQLState;
    }

    public int getErrorCode() {
        return vendorCode;
    }

    public SQLException getNextException() {
        return next;
    }

    public void setNextException(SQLException ex) {
        synchronized (SQLException.class) {
            SQLException last = this;
            while (last.next != null) {
                last = last.next;
            }
            last.next = ex;
        }
    }

    /** This exception with its causes, then those that are chained with theirs. */
    @Override
    public Iterator<Throwable> iterator() {
        return new Iterator<>() {
            private SQLException chained = SQLException.this;
            private Throwable at = chained;

            @Override
            public boolean hasNext() {
                return at != null;
            }

            @Override
            public Throwable next() {
                Throwable t = at;
                if (t == null) {
                    throw new NoSuchElementException();
                }
                at = t.getCause();
                if (at == null) {
                    chained = chained.getNextException();
                    at = chained;
                }
                return t;
            }
        };
    }
}
