package java.util.concurrent;

import rvm.internal.Atomics;

/**
 * The tasks of one thread of a {@link ForkJoinPool}, or those from outside. The owner works at the young end, thieves take
 * from the old end. A word that is swapped guards a few instructions, so that nobody waits long; thieves do not wait at all.
 */
final class TaskQueue {
    private static final long HELD = Atomics.fieldOffset(TaskQueue.class, "held");

    private volatile int held;
    /** A ring; the oldest task is at {@code first}. */
    private ForkJoinTask<?>[] tasks = new ForkJoinTask<?>[16];
    private int first;
    /** Written with the word held, read without for a look. */
    private volatile int count;

    private void hold() {
        for (int looks = 0; !Atomics.compareAndSetInt(this, HELD, 0, 1); looks++) {
            if (looks > 20) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private int at(int index) {
        return (first + index) & (tasks.length - 1);
    }

    int size() {
        return count;
    }

    void push(ForkJoinTask<?> task) {
        hold();
        try {
            int n = count;
            if (n == tasks.length) {
                ForkJoinTask<?>[] more = new ForkJoinTask<?>[n * 2];
                for (int i = 0; i < n; i++) {
                    more[i] = tasks[at(i)];
                }
                tasks = more;
                first = 0;
            }
            tasks[at(n)] = task;
            count = n + 1;
        } finally {
            held = 0;
        }
    }

    private ForkJoinTask<?> remove(boolean youngest) {
        int n = count;
        if (n == 0) {
            return null;
        }
        int i = youngest ? at(n - 1) : first;
        ForkJoinTask<?> task = tasks[i];
        tasks[i] = null;
        if (!youngest) {
            first = at(1);
        }
        count = n - 1;
        return task;
    }

    /** The youngest task, or the oldest; null if there is none. */
    ForkJoinTask<?> poll(boolean youngest) {
        if (count == 0) {
            return null;
        }
        hold();
        try {
            return remove(youngest);
        } finally {
            held = 0;
        }
    }

    /** The oldest task; null if there is none or another thread is at the queue. */
    ForkJoinTask<?> steal() {
        if (count == 0 || !Atomics.compareAndSetInt(this, HELD, 0, 1)) {
            return null;
        }
        try {
            return remove(false);
        } finally {
            held = 0;
        }
    }

    ForkJoinTask<?> peek(boolean youngest) {
        hold();
        try {
            int n = count;
            return n == 0 ? null : tasks[youngest ? at(n - 1) : first];
        } finally {
            held = 0;
        }
    }

    /** Takes a task back if it is the youngest. */
    boolean unpush(ForkJoinTask<?> task) {
        if (count == 0) {
            return false;
        }
        hold();
        try {
            int n = count;
            if (n == 0 || tasks[at(n - 1)] != task) {
                return false;
            }
            remove(true);
            return true;
        } finally {
            held = 0;
        }
    }
}
