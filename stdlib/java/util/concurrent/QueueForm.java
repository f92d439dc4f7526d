package java.util.concurrent;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;

/** A blocking queue in a stream: its locks are made anew. */
final class QueueForm implements Serializable {
    private static final long serialVersionUID = 1;

    private final Class<?> type;
    private final int capacity;
    private final Comparator<?> comparator;
    private final Object[] elements;

    QueueForm(Class<?> type, int capacity, Comparator<?> comparator, Object[] elements) {
        this.type = type;
        this.capacity = capacity;
        this.comparator = comparator;
        this.elements = elements;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object readResolve() throws InvalidObjectException {
        Collection<Object> queue;
        if (type == ArrayBlockingQueue.class) {
            queue = new ArrayBlockingQueue<>(capacity);
        } else if (type == LinkedBlockingQueue.class) {
            queue = new LinkedBlockingQueue<>(capacity);
        } else if (type == LinkedBlockingDeque.class) {
            queue = new LinkedBlockingDeque<>(capacity);
        } else if (type == PriorityBlockingQueue.class) {
            queue = new PriorityBlockingQueue<Object>(capacity, (Comparator) comparator);
        } else {
            throw new InvalidObjectException("no form for " + type);
        }
        for (Object e : elements) {
            queue.add(e);
        }
        return queue;
    }
}
