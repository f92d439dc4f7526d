package java.sql;

/** A point that a transaction can go back to. */
public interface Savepoint {
    int getSavepointId() throws SQLException;

    String getSavepointName() throws SQLException;
}
