package java.util.zip;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import rvm.internal.Zlib;

/** The host's stream behind a deflater or inflater; closed when that is ended or no longer in use. */
final class ZipStream extends PhantomReference<Object> {
    private static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();
    private static final HashSet<ZipStream> OPEN = new HashSet<>();

    private long number;

    ZipStream(Object owner, long number) {
        super(owner, QUEUE);
        this.number = number;
        synchronized (OPEN) {
            OPEN.add(this);
        }
        // Each new stream is the occasion to close lost ones: no thread has to wait for them.
        Reference<?> lost;
        while ((lost = QUEUE.poll()) != null) {
            ((ZipStream) lost).close();
        }
    }

    long number() {
        return number;
    }

    void close() {
        long n;
        synchronized (OPEN) {
            OPEN.remove(this);
            n = number;
            number = 0;
        }
        if (n != 0) {
            Zlib.close(n);
        }
    }
}
