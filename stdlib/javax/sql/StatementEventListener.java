package javax.sql;

import java.util.EventListener;

/** Is told of what happens to statements. */
public interface StatementEventListener extends EventListener {
    void statementClosed(StatementEvent statementEvent);

    void statementErrorOccurred(StatementEvent statementEvent);
}
