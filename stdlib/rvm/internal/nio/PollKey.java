package rvm.internal.nio;

import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectionKey;

/** A channel that {@link PollSelector} watches. */
final class PollKey extends AbstractSelectionKey {
    private final PollSelector selector;
    private final SelectableChannel channel;
    volatile int interest;
    volatile int ready;
    /** What the selector has asked the host for, and what it has heard. */
    int polled;
    int found;

    PollKey(PollSelector selector, SelectableChannel channel, int interest) {
        this.selector = selector;
        this.channel = channel;
        this.interest = interest;
    }

    private void valid() {
        if (!isValid()) {
            throw new CancelledKeyException();
        }
    }

    @Override
    public SelectableChannel channel() {
        return channel;
    }

    @Override
    public Selector selector() {
        return selector;
    }

    @Override
    public int interestOps() {
        valid();
        return interest;
    }

    @Override
    public SelectionKey interestOps(int ops) {
        valid();
        if ((ops & ~channel.validOps()) != 0) {
            throw new IllegalArgumentException();
        }
        interest = ops;
        return this;
    }

    @Override
    public int readyOps() {
        valid();
        return ready;
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder("channel=").append(channel).append(", selector=").append(selector);
        return isValid() ? sb.append(", interestOps=").append(interest).append(", readyOps=").append(ready).toString()
                : sb.append(", invalid").toString();
    }
}
