package rvm.internal.nio;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import rvm.internal.net.HostSocket;
import rvm.internal.net.NetErrors;
import rvm.internal.net.Wakeup;

/** Asks the host about all its channels at once. */
final class PollSelector extends AbstractSelector {
    private static final int READING = SelectionKey.OP_READ | SelectionKey.OP_ACCEPT;
    private static final int WRITING = SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT;

    private final Set<SelectionKey> keys = ConcurrentHashMap.newKeySet();
    private final Set<SelectionKey> shownKeys = Collections.unmodifiableSet(keys);
    private final Set<SelectionKey> selected = new HashSet<>();
    private final Set<SelectionKey> shownSelected = new Selected();
    private final Wakeup wakeup = new Wakeup();
    private volatile boolean asked;

    PollSelector(SelectorProvider provider) throws IOException {
        super(provider);
    }

    /** What was selected: elements can be removed, but not added. */
    private final class Selected extends AbstractSet<SelectionKey> {
        @Override
        public Iterator<SelectionKey> iterator() {
            return selected.iterator();
        }

        @Override
        public int size() {
            return selected.size();
        }

        @Override
        public boolean contains(Object o) {
            return selected.contains(o);
        }

        @Override
        public boolean remove(Object o) {
            return selected.remove(o);
        }

        @Override
        public void clear() {
            selected.clear();
        }
    }

    private void live() {
        if (!isOpen()) {
            throw new ClosedSelectorException();
        }
    }

    @Override
    public Set<SelectionKey> keys() {
        live();
        return shownKeys;
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        live();
        return shownSelected;
    }

    @Override
    protected SelectionKey register(AbstractSelectableChannel ch, int ops, Object att) {
        if (!(ch instanceof Polled)) {
            throw new java.nio.channels.IllegalSelectorException();
        }
        PollKey k = new PollKey(this, ch, ops);
        k.attach(att);
        keys.add(k);
        if (!isOpen()) {
            keys.remove(k);
            throw new ClosedSelectorException();
        }
        return k;
    }

    @Override
    public int selectNow() throws IOException {
        return choose(null, 0, false);
    }

    @Override
    public int select(long timeout) throws IOException {
        if (timeout < 0) {
            throw new IllegalArgumentException("Negative timeout");
        }
        return choose(null, timeout, true);
    }

    @Override
    public int select() throws IOException {
        return choose(null, 0, true);
    }

    @Override
    public int select(Consumer<SelectionKey> action, long timeout) throws IOException {
        java.util.Objects.requireNonNull(action);
        if (timeout < 0) {
            throw new IllegalArgumentException("Negative timeout");
        }
        return choose(action, timeout, true);
    }

    @Override
    public int selectNow(Consumer<SelectionKey> action) throws IOException {
        return choose(java.util.Objects.requireNonNull(action), 0, false);
    }

    private int choose(Consumer<SelectionKey> action, long timeout, boolean block) throws IOException {
        synchronized (this) {
            live();
            synchronized (shownSelected) {
                forgetCancelled();
                ArrayList<PollKey> ready = new ArrayList<>();
                if (block) {
                    begin();
                }
                try {
                    poll(timeout, block, ready);
                } finally {
                    if (block) {
                        end();
                    }
                }
                forgetCancelled();
                int n = 0;
                for (PollKey k : ready) {
                    n += take(k, action);
                }
                if (action != null) {
                    forgetCancelled();
                }
                live();
                return n;
            }
        }
    }

    /** Notes that a key is ready: 1 if that is news. */
    private int take(PollKey k, Consumer<SelectionKey> action) {
        if (!k.isValid() || k.found == 0) {
            return 0;
        }
        if (action != null) {
            k.ready = k.found;
            action.accept(k);
            live();
            return 1;
        }
        if (selected.add(k)) {
            k.ready = k.found;
            return 1;
        }
        int before = k.ready;
        k.ready = before | k.found;
        return k.ready == before ? 0 : 1;
    }

    private void poll(long timeout, boolean block, ArrayList<PollKey> ready) throws IOException {
        long end = System.nanoTime() + timeout * 1_000_000;
        while (true) {
            int size = keys.size();
            ArrayList<PollKey> watched = new ArrayList<>(size);
            int[] files = new int[size + 1];
            int[] wanted = new int[size + 1];
            int[] found;
            files[0] = wakeup.fd();
            wanted[0] = HostSocket.READABLE;
            int at = 1;
            int n;
            try {
                for (SelectionKey key : keys) {
                    PollKey k = (PollKey) key;
                    int ops = k.isValid() ? ((Polled) k.channel()).possible(k.interest) : 0;
                    int fd = ops == 0 || at > size ? -1 : wakeup.watch(((Polled) k.channel()).endpoint());
                    if (fd >= 0) {
                        k.polled = ops;
                        watched.add(k);
                        files[at] = fd;
                        wanted[at++] = ((ops & READING) != 0 ? HostSocket.READABLE : 0) | ((ops & WRITING) != 0 ? HostSocket.WRITABLE : 0);
                    }
                }
                files = Arrays.copyOf(files, at);
                wanted = Arrays.copyOf(wanted, at);
                found = new int[at];
                n = NetErrors.check(HostSocket.poll(files, wanted, found, time(timeout, block, end)));
            } finally {
                for (PollKey k : watched) {
                    wakeup.unwatch(((Polled) k.channel()).endpoint());
                }
            }
            wakeup.clear();
            for (int i = 0; i < watched.size(); i++) {
                int bits = found[i + 1];
                boolean broken = (bits & ~(HostSocket.READABLE | HostSocket.WRITABLE)) != 0;
                PollKey k = watched.get(i);
                k.found = k.polled & (((bits & HostSocket.READABLE) != 0 || broken ? READING : 0)
                        | ((bits & HostSocket.WRITABLE) != 0 || broken ? WRITING : 0));
                if (k.found != 0) {
                    ready.add(k);
                }
            }
            boolean woken = asked;
            asked = false;
            if (woken || !ready.isEmpty() || !block || !isOpen() || timeout > 0 && System.nanoTime() - end >= 0) {
                return;
            }
            // Some channel was closed meanwhile.
            forgetCancelled();
        }
    }

    private static int time(long timeout, boolean block, long end) {
        if (!block) {
            return 0;
        }
        if (timeout == 0) {
            return -1;
        }
        long left = end - System.nanoTime();
        return left <= 0 ? 0 : (int) Math.min((left + 999_999) / 1_000_000, Integer.MAX_VALUE);
    }

    private void forgetCancelled() {
        Set<SelectionKey> cancelled = cancelledKeys();
        synchronized (cancelled) {
            for (SelectionKey k : cancelled) {
                keys.remove(k);
                selected.remove(k);
                deregister((PollKey) k);
            }
            cancelled.clear();
        }
    }

    @Override
    public Selector wakeup() {
        asked = true;
        wakeup.wake();
        return this;
    }

    @Override
    protected void implCloseSelector() throws IOException {
        wakeup();
        synchronized (this) {
            synchronized (shownSelected) {
                for (SelectionKey k : keys) {
                    k.cancel();
                }
                forgetCancelled();
                wakeup.close();
            }
        }
    }
}
