package java.sql;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Knows the drivers: those that have registered themselves, and those that a service file names. */
public class DriverManager {
    private static final CopyOnWriteArrayList<Entry> DRIVERS = new CopyOnWriteArrayList<>();
    private static boolean loaded;
    private static volatile int loginTimeout;
    private static volatile PrintWriter logWriter;
    private static volatile PrintStream logStream;

    private DriverManager() {
    }

    private record Entry(Driver driver, DriverAction action) {
    }

    private static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        try {
            Iterator<Driver> found = ServiceLoader.load(Driver.class).iterator();
            while (found.hasNext()) {
                // They register themselves.
                found.next();
            }
        } catch (Throwable t) {
            // One that does not load keeps none of the others away that are registered already.
        }
        String named = System.getProperty("jdbc.drivers");
        if (named != null) {
            for (String name : named.split(":")) {
                try {
                    Class.forName(name, true, ClassLoader.getSystemClassLoader());
                } catch (Exception e) {
                    println("DriverManager.Initialize: load failed: " + e);
                }
            }
        }
    }

    public static Connection getConnection(String url, Properties info) throws SQLException {
        if (url == null) {
            throw new SQLException("The url cannot be null", "08001");
        }
        load();
        SQLException reason = null;
        for (Entry e : DRIVERS) {
            try {
                Connection c = e.driver().connect(url, info == null ? new Properties() : info);
                if (c != null) {
                    return c;
                }
            } catch (SQLException x) {
                if (reason == null) {
                    reason = x;
                }
            }
        }
        throw reason != null ? reason : new SQLException("No suitable driver found for " + url, "08001");
    }

    public static Connection getConnection(String url, String user, String password) throws SQLException {
        Properties info = new Properties();
        if (user != null) {
            info.put("user", user);
        }
        if (password != null) {
            info.put("password", password);
        }
        return getConnection(url, info);
    }

    public static Connection getConnection(String url) throws SQLException {
        return getConnection(url, new Properties());
    }

    public static Driver getDriver(String url) throws SQLException {
        load();
        for (Entry e : DRIVERS) {
            try {
                if (e.driver().acceptsURL(url)) {
                    return e.driver();
                }
            } catch (SQLException x) {
                // Another may take it.
            }
        }
        throw new SQLException("No suitable driver", "08001");
    }

    public static void registerDriver(Driver driver) throws SQLException {
        registerDriver(driver, null);
    }

    public static void registerDriver(Driver driver, DriverAction da) throws SQLException {
        if (driver == null) {
            throw new NullPointerException();
        }
        synchronized (DRIVERS) {
            for (Entry e : DRIVERS) {
                if (e.driver() == driver) {
                    return;
                }
            }
            DRIVERS.add(new Entry(driver, da));
        }
    }

    public static void deregisterDriver(Driver driver) throws SQLException {
        for (Entry e : DRIVERS) {
            if (e.driver() == driver) {
                DRIVERS.remove(e);
                if (e.action() != null) {
                    e.action().deregister();
                }
            }
        }
    }

    private static List<Driver> all() {
        load();
        List<Driver> all = new ArrayList<>();
        for (Entry e : DRIVERS) {
            all.add(e.driver());
        }
        return all;
    }

    public static Enumeration<Driver> getDrivers() {
        return Collections.enumeration(all());
    }

    public static Stream<Driver> drivers() {
        return all().stream();
    }

    public static void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    public static int getLoginTimeout() {
        return loginTimeout;
    }

    public static PrintWriter getLogWriter() {
        return logWriter;
    }

    public static void setLogWriter(PrintWriter out) {
        logWriter = out;
        logStream = null;
    }

    @Deprecated
    public static void setLogStream(PrintStream out) {
        logStream = out;
        logWriter = out == null ? null : new PrintWriter(out);
    }

    @Deprecated
    public static PrintStream getLogStream() {
        return logStream;
    }

    public static void println(String message) {
        PrintWriter w = logWriter;
        if (w != null) {
            synchronized (w) {
                w.println(message);
                w.flush();
            }
        }
    }
}
