module m {
    opens p to java.sql, java.sql;
}
