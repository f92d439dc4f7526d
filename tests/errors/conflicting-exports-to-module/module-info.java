module m {
    exports p to java.sql, java.xml, java.sql;
}
