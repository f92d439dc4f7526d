package java.nio.channels;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.spi.SelectorProvider;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Waits for several channels at once. */
public abstract class Selector implements Closeable {
    protected Selector() {
    }

    public static Selector open() throws IOException {
        return SelectorProvider.provider().openSelector();
    }

    public abstract boolean isOpen();

    public abstract SelectorProvider provider();

    public abstract Set<SelectionKey> keys();

    public abstract Set<SelectionKey> selectedKeys();

    public abstract int selectNow() throws IOException;

    public abstract int select(long timeout) throws IOException;

    public abstract int select() throws IOException;

    public int select(Consumer<SelectionKey> action, long timeout) throws IOException {
        if (timeout < 0) {
            throw new IllegalArgumentException("Negative timeout");
        }
        return perform(Objects.requireNonNull(action), timeout);
    }

    public int select(Consumer<SelectionKey> action) throws IOException {
        return select(action, 0);
    }

    public int selectNow(Consumer<SelectionKey> action) throws IOException {
        return perform(Objects.requireNonNull(action), -1);
    }

    /** For selectors that do not know better: with a set of selected keys that is empty in between. */
    private int perform(Consumer<SelectionKey> action, long timeout) throws IOException {
        synchronized (this) {
            Set<SelectionKey> selected = selectedKeys();
            synchronized (selected) {
                selected.clear();
                int n = timeout < 0 ? selectNow() : select(timeout);
                Set<SelectionKey> copy = Set.copyOf(selected);
                selected.clear();
                copy.forEach(k -> {
                    action.accept(k);
                    if (!isOpen()) {
                        throw new ClosedSelectorException();
                    }
                });
                return n;
            }
        }
    }

    public abstract Selector wakeup();

    @Override
    public abstract void close() throws IOException;
}
