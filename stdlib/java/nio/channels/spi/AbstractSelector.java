package java.nio.channels.spi;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import rvm.internal.nio.Interrupts;

/** A selector's closing, cancelled keys and interruption. */
public abstract class AbstractSelector extends Selector {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final SelectorProvider provider;
    private final Set<SelectionKey> cancelled = new HashSet<>();

    protected AbstractSelector(SelectorProvider provider) {
        this.provider = provider;
    }

    void cancelled(SelectionKey k) {
        synchronized (cancelled) {
            cancelled.add(k);
        }
    }

    @Override
    public final void close() throws IOException {
        if (!closed.getAndSet(true)) {
            implCloseSelector();
        }
    }

    protected abstract void implCloseSelector() throws IOException;

    @Override
    public final boolean isOpen() {
        return !closed.get();
    }

    @Override
    public final SelectorProvider provider() {
        return provider;
    }

    protected final Set<SelectionKey> cancelledKeys() {
        return cancelled;
    }

    protected abstract SelectionKey register(AbstractSelectableChannel ch, int ops, Object att);

    protected final void deregister(AbstractSelectionKey key) {
        ((AbstractSelectableChannel) key.channel()).removeKey(key);
    }

    protected final void begin() {
        Interrupts.set(this::wakeup);
        if (Thread.currentThread().isInterrupted()) {
            wakeup();
        }
    }

    protected final void end() {
        Interrupts.set(null);
    }
}
