package rvm.internal.nio;

import rvm.internal.net.Endpoint;

/** A channel that {@link PollSelector} can watch. */
interface Polled {
    Endpoint endpoint();

    /** Of operations that somebody waits for, those that it makes sense to wait for now. */
    int possible(int ops);
}
