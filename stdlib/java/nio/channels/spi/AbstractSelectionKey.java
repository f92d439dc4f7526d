package java.nio.channels.spi;

import java.nio.channels.SelectionKey;

/** A key that can be cancelled. */
public abstract class AbstractSelectionKey extends SelectionKey {
    private volatile boolean cancelled;

    protected AbstractSelectionKey() {
    }

    @Override
    public final boolean isValid() {
        return !cancelled;
    }

    @Override
    public final void cancel() {
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
        }
        ((AbstractSelector) selector()).cancelled(this);
    }
}
