import java.sql.*;
import java.util.*;

/** Dates, exceptions, types and the manager of drivers, with a driver of our own. */
public class SqlValues {
    static final class Echo implements Driver {
        public Connection connect(String url, Properties info) throws SQLException {
            if (!acceptsURL(url)) return null;
            if (url.endsWith("bad")) throw new SQLException("refused", "08004", 7);
            return (Connection) java.lang.reflect.Proxy.newProxyInstance(SqlValues.class.getClassLoader(), new Class<?>[] {Connection.class},
                    (p, m, a) -> m.getName().equals("getCatalog") ? url + info : m.isDefault() ? java.lang.reflect.InvocationHandler.invokeDefault(p, m, a) : null);
        }
        public boolean acceptsURL(String url) { return url.startsWith("jdbc:echo:"); }
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) { return new DriverPropertyInfo[0]; }
        public int getMajorVersion() { return 1; }
        public int getMinorVersion() { return 2; }
        public boolean jdbcCompliant() { return false; }
        public java.util.logging.Logger getParentLogger() throws SQLFeatureNotSupportedException { throw new SQLFeatureNotSupportedException("no logger"); }
    }

    interface Part { Object run() throws Exception; }

    static void show(String what, Part p) {
        try {
            System.out.println(what + ": " + p.run());
        } catch (Exception e) {
            System.out.println(what + ": " + e);
        }
    }

    public static void main(String[] args) throws Exception {
        for (String s : new String[] {"2020-01-02 03:04:05", "2020-01-02 03:04:05.6789", "1999-12-31 23:59:59.999999999", "2020-1-2 3:4:5.1", "x", "2020-02-30", "2020-01-02 03:04", "2020-13-01 00:00:00",
                "2020-01-02 03:04:05.", "2020-01-02 03:04:05.1234567890", "1:2:3", "23:59:59", "2020-2-3", "20-2-3"}) {
            show("timestamp " + s, () -> Timestamp.valueOf(s));
            show("date " + s, () -> java.sql.Date.valueOf(s));
            show("time " + s, () -> Time.valueOf(s));
        }
        Timestamp t = new Timestamp(-1);
        System.out.println(t.getTime() + " " + t.getNanos() + " " + t.toInstant() + " " + new Timestamp(0).equals(new java.util.Date(0)) + " " + new java.util.Date(0).equals(new Timestamp(0)));
        t.setNanos(123456789);
        System.out.println(t.getNanos() + " " + t.getTime() + " " + t.compareTo(new Timestamp(-1)) + " " + t.before(new Timestamp(0)) + " " + t.toLocalDateTime().getNano());
        show("nanos", () -> { t.setNanos(-1); return null; });
        System.out.println(Timestamp.from(java.time.Instant.ofEpochSecond(5, 7)).getNanos() + " " + Timestamp.valueOf(java.time.LocalDateTime.of(2001, 2, 3, 4, 5, 6, 7)));
        System.out.println(java.sql.Date.valueOf(java.time.LocalDate.of(999, 1, 2)) + " " + Time.valueOf(java.time.LocalTime.of(1, 2, 3)).toLocalTime() + " " + java.sql.Date.valueOf("2011-11-11").toLocalDate());
        show("hours", () -> new java.sql.Date(0).getHours());
        show("year", () -> new Time(0).getYear());
        show("instant", () -> new java.sql.Date(0).toInstant());

        SQLException e = new SQLException("reason", "42000", 3, new RuntimeException("cause"));
        e.setNextException(new SQLSyntaxErrorException("next"));
        e.setNextException(new SQLTimeoutException("last", "1", 2));
        for (Throwable x : e) System.out.println(x);
        System.out.println(e.getSQLState() + " " + e.getErrorCode() + " " + e.getNextException().getNextException());
        SQLWarning w = new SQLWarning("w");
        w.setNextWarning(new DataTruncation(1, true, false, 3, 4));
        System.out.println(w.getNextWarning() + " " + w.getNextWarning().getSQLState());
        System.out.println(Arrays.toString(new BatchUpdateException(new int[] {1, 2}).getLargeUpdateCounts()) + " " + new BatchUpdateException(new RuntimeException("x")).getMessage());
        System.out.println(new SQLClientInfoException(Map.of("a", ClientInfoStatus.REASON_UNKNOWN)).getFailedProperties());
        System.out.println(JDBCType.valueOf(Types.VARCHAR) + " " + JDBCType.DATE.getVendorTypeNumber() + " " + JDBCType.values().length);
        show("type", () -> JDBCType.valueOf(-99));

        show("none", () -> DriverManager.getConnection("jdbc:echo:x"));
        Echo echo = new Echo();
        DriverManager.registerDriver(echo, () -> System.out.println("gone"));
        DriverManager.registerDriver(echo);
        System.out.println(Collections.list(DriverManager.getDrivers()).size() + " " + (DriverManager.getDriver("jdbc:echo:y") == echo));
        Connection c = DriverManager.getConnection("jdbc:echo:x", "me", "secret");
        System.out.println(c.getCatalog().contains("user=me"));
        c.beginRequest();
        show("sharding", () -> { c.setShardingKey(null); return null; });
        show("refused", () -> DriverManager.getConnection("jdbc:echo:bad"));
        show("other", () -> DriverManager.getConnection("jdbc:other:x"));
        DriverManager.deregisterDriver(echo);
        show("again", () -> DriverManager.getDriver("jdbc:echo:y"));
    }
}
