package javax.sql;

import java.util.EventListener;

/** Is told of a pooled connection's end. */
public interface ConnectionEventListener extends EventListener {
    void connectionClosed(ConnectionEvent connectionEvent);

    void connectionErrorOccurred(ConnectionEvent connectionEvent);
}
