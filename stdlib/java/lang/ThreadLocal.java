package java.lang;

import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.function.Supplier;

/** A variable of which each thread has its own copy. */
public class ThreadLocal<T> {
    private static int hashes;

    // Multiples of the golden ratio spread well over tables of any power of two.
    private final int hash = nextHash();

    private static synchronized int nextHash() {
        return hashes += 0x61c88647;
    }

    public ThreadLocal() {
    }

    protected T initialValue() {
        return null;
    }

    public static <S> ThreadLocal<S> withInitial(Supplier<? extends S> supplier) {
        return new Supplied<S>(supplier);
    }

    private static final class Supplied<S> extends ThreadLocal<S> {
        private final Supplier<? extends S> supplier;

        Supplied(Supplier<? extends S> supplier) {
            this.supplier = Objects.requireNonNull(supplier);
        }

        @Override
        protected S initialValue() {
            return supplier.get();
        }
    }

    /** The table that this variable's values are in. */
    Table table(Thread t) {
        return t.locals;
    }

    void setTable(Thread t, Table table) {
        t.locals = table;
    }

    T childValue(T parentValue) {
        throw new UnsupportedOperationException();
    }

    @SuppressWarnings("unchecked")
    public T get() {
        Table table = table(Thread.currentThread());
        if (table != null) {
            Entry e = table.find(this);
            if (e != null) {
                return (T) e.value;
            }
        }
        T value = initialValue();
        set(value);
        return value;
    }

    public void set(T value) {
        Thread t = Thread.currentThread();
        Table table = table(t);
        if (table == null) {
            setTable(t, table = new Table());
        }
        table.put(this, value);
    }

    public void remove() {
        Table table = table(Thread.currentThread());
        if (table != null) {
            table.remove(this);
        }
    }

    private static final class Entry extends WeakReference<ThreadLocal<?>> {
        Object value;

        Entry(ThreadLocal<?> key, Object value) {
            super(key);
            this.value = value;
        }
    }

    /** A thread's values: a hash table with linear probing; entries whose variable is gone vanish when it grows. */
    static final class Table {
        private Entry[] entries = new Entry[16];
        private int used;

        Entry find(ThreadLocal<?> key) {
            Entry[] table = entries;
            int mask = table.length - 1;
            for (int i = key.hash & mask;; i = (i + 1) & mask) {
                Entry e = table[i];
                if (e == null || e.get() == key) {
                    return e;
                }
            }
        }

        void put(ThreadLocal<?> key, Object value) {
            Entry e = find(key);
            if (e != null) {
                e.value = value;
                return;
            }
            if (used >= entries.length * 2 / 3) {
                rehash();
            }
            insert(new Entry(key, value), key.hash);
        }

        private void insert(Entry e, int hash) {
            int mask = entries.length - 1;
            int i = hash & mask;
            while (entries[i] != null) {
                i = (i + 1) & mask;
            }
            entries[i] = e;
            used++;
        }

        private void rehash() {
            Entry[] old = entries;
            int live = 0;
            for (int i = 0; i < old.length; i++) {
                if (old[i] != null && old[i].get() != null) {
                    live++;
                }
            }
            int size = old.length;
            while (live >= size / 2) {
                size *= 2;
            }
            entries = new Entry[size];
            used = 0;
            for (int i = 0; i < old.length; i++) {
                if (old[i] != null) {
                    ThreadLocal<?> key = old[i].get();
                    if (key != null) {
                        insert(old[i], key.hash);
                    }
                }
            }
        }

        void remove(ThreadLocal<?> key) {
            Entry e = find(key);
            if (e != null) {
                // It stays as a gravestone until the table grows.
                e.clear();
                e.value = null;
            }
        }

        @SuppressWarnings("unchecked")
        static Table inherit(Table parent) {
            Table child = new Table();
            Entry[] table = parent.entries;
            for (int i = 0; i < table.length; i++) {
                if (table[i] != null) {
                    ThreadLocal<Object> key = (ThreadLocal<Object>) table[i].get();
                    if (key != null) {
                        child.put(key, key.childValue(table[i].value));
                    }
                }
            }
            return child;
        }
    }
}
