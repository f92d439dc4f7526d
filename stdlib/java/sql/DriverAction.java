package java.sql;

/** Is told when a driver goes. */
public interface DriverAction {
    void deregister();
}
