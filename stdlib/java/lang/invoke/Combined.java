package java.lang.invoke;

import java.util.HashMap;
import java.util.List;

/** A handle put together from others: spun code that finds its parts in the handle it is called with. */
final class Combined extends MethodHandle {
    private static final HashMap<Object, Long> ENTRIES = new HashMap<Object, Long>();

    /** Writes the code; the handle is in local variable 0, the arguments follow. */
    interface Code {
        void write(Spinner s);
    }

    // The code reads this field.
    final Object[] parts;
    // What the code depends on besides the type, or null if it is written for this handle only.
    private final List<Object> key;
    private final Code code;

    Combined(MethodType type, List<Object> key, Code code, Object... parts) {
        super(type);
        this.key = key;
        this.code = code;
        this.parts = parts;
    }

    @Override
    long makeEntry() {
        if (key != null) {
            synchronized (ENTRIES) {
                Long known = ENTRIES.get(key);
                if (known != null) {
                    return known;
                }
            }
        }
        Spinner s = Forms.begin(type());
        code.write(s);
        long entry = Forms.end(s, type());
        if (key == null) {
            return entry;
        }
        synchronized (ENTRIES) {
            Long known = ENTRIES.putIfAbsent(key, entry);
            return known == null ? entry : known;
        }
    }
}
