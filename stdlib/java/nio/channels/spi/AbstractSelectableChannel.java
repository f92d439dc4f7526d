package java.nio.channels.spi;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.IllegalSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/** A channel's keys and its mode of blocking. */
public abstract class AbstractSelectableChannel extends SelectableChannel {
    private final SelectorProvider provider;
    private final List<SelectionKey> keys = new ArrayList<>(1);
    private final Object registering = new Object();
    private volatile boolean nonBlocking;

    protected AbstractSelectableChannel(SelectorProvider provider) {
        this.provider = provider;
    }

    @Override
    public final SelectorProvider provider() {
        return provider;
    }

    @Override
    public final boolean isRegistered() {
        synchronized (keys) {
            return !keys.isEmpty();
        }
    }

    @Override
    public final SelectionKey keyFor(Selector sel) {
        synchronized (keys) {
            for (SelectionKey k : keys) {
                if (k.selector() == sel) {
                    return k;
                }
            }
            return null;
        }
    }

    void removeKey(SelectionKey k) {
        synchronized (keys) {
            keys.remove(k);
        }
    }

    @Override
    public final SelectionKey register(Selector sel, int ops, Object att) throws ClosedChannelException {
        if ((ops & ~validOps()) != 0) {
            throw new IllegalArgumentException();
        }
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        synchronized (registering) {
            if (isBlocking()) {
                throw new IllegalBlockingModeException();
            }
            SelectionKey k = keyFor(sel);
            if (k != null) {
                if (!k.isValid()) {
                    throw new CancelledKeyException();
                }
                k.attach(att);
                k.interestOps(ops);
                return k;
            }
            if (!(sel instanceof AbstractSelector)) {
                throw sel == null ? new NullPointerException() : new IllegalSelectorException();
            }
            if (!sel.isOpen()) {
                throw new ClosedSelectorException();
            }
            synchronized (keys) {
                if (!isOpen()) {
                    throw new ClosedChannelException();
                }
                k = ((AbstractSelector) sel).register(this, ops, att);
                keys.add(k);
            }
            return k;
        }
    }

    @Override
    protected final void implCloseChannel() throws IOException {
        implCloseSelectableChannel();
        SelectionKey[] all;
        synchronized (keys) {
            all = keys.toArray(new SelectionKey[0]);
        }
        for (SelectionKey k : all) {
            k.cancel();
        }
    }

    protected abstract void implCloseSelectableChannel() throws IOException;

    @Override
    public final boolean isBlocking() {
        return !nonBlocking;
    }

    @Override
    public final Object blockingLock() {
        return registering;
    }

    @Override
    public final SelectableChannel configureBlocking(boolean block) throws IOException {
        synchronized (registering) {
            if (!isOpen()) {
                throw new ClosedChannelException();
            }
            if (block != !nonBlocking) {
                if (block) {
                    synchronized (keys) {
                        for (SelectionKey k : keys) {
                            if (k.isValid()) {
                                throw new IllegalBlockingModeException();
                            }
                        }
                    }
                }
                implConfigureBlocking(block);
                nonBlocking = !block;
            }
        }
        return this;
    }

    protected abstract void implConfigureBlocking(boolean block) throws IOException;
}
