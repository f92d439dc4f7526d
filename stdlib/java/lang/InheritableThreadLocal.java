package java.lang;

/** A thread-local variable whose values new threads take over from the thread that made them. */
public class InheritableThreadLocal<T> extends ThreadLocal<T> {
    public InheritableThreadLocal() {
    }

    @Override
    protected T childValue(T parentValue) {
        return parentValue;
    }

    @Override
    final Table table(Thread t) {
        return t.inheritable;
    }

    @Override
    final void setTable(Thread t, Table table) {
        t.inheritable = table;
    }
}
