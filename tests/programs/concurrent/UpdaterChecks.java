import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** What the field updaters refuse, and how. */
@SuppressWarnings({"unchecked", "rawtypes"})
public class UpdaterChecks {
    volatile int count;
    volatile String name;
    volatile long time;
    int plain;
    static volatile int shared;

    static void tell(Callable<?> c) {
        try {
            System.out.println(c.call());
        } catch (Throwable e) {
            System.out.println(e);
        }
    }

    public static void main(String[] args) {
        tell(() -> AtomicIntegerFieldUpdater.newUpdater(UpdaterChecks.class, "plain"));
        tell(() -> AtomicIntegerFieldUpdater.newUpdater(UpdaterChecks.class, "name"));
        tell(() -> AtomicIntegerFieldUpdater.newUpdater(UpdaterChecks.class, "nope"));
        tell(() -> AtomicIntegerFieldUpdater.newUpdater(UpdaterChecks.class, "shared"));
        tell(() -> AtomicLongFieldUpdater.newUpdater(UpdaterChecks.class, "count"));
        tell(() -> AtomicLongFieldUpdater.newUpdater(UpdaterChecks.class, "time").incrementAndGet(new UpdaterChecks()));
        tell(() -> AtomicReferenceFieldUpdater.newUpdater(UpdaterChecks.class, Integer.class, "name"));
        tell(() -> AtomicReferenceFieldUpdater.newUpdater(UpdaterChecks.class, int.class, "count"));
        tell(() -> AtomicReferenceFieldUpdater.newUpdater(String.class, int.class, "hash"));
        AtomicReferenceFieldUpdater u = AtomicReferenceFieldUpdater.newUpdater(UpdaterChecks.class, String.class, "name");
        tell(() -> {
            u.set(new UpdaterChecks(), 5);
            return "set";
        });
        tell(() -> {
            u.set("x", "y");
            return "set";
        });
        tell(() -> {
            u.set(null, "y");
            return "set";
        });
    }
}
