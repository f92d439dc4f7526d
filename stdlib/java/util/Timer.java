package java.util;

import java.util.concurrent.atomic.AtomicInteger;

/** A thread that runs tasks at their times. */
public class Timer {
    private static final AtomicInteger SERIAL = new AtomicInteger();

    /** The tasks by time; those at the same time in no particular order. Guards everything here. */
    private final PriorityQueue<TimerTask> queue = new PriorityQueue<>(
        (a, b) -> Long.compare(a.nextExecutionTime, b.nextExecutionTime));
    private boolean newTasksMayCome = true;

    private final class TimerThread extends Thread {
        @Override
        public void run() {
            try {
                mainLoop();
            } finally {
                // A task that threw ends the timer.
                synchronized (queue) {
                    newTasksMayCome = false;
                    queue.clear();
                }
            }
        }
    }

    public Timer() {
        this("Timer-" + SERIAL.getAndIncrement());
    }

    public Timer(boolean isDaemon) {
        this("Timer-" + SERIAL.getAndIncrement(), isDaemon);
    }

    public Timer(String name) {
        this(name, false);
    }

    public Timer(String name, boolean isDaemon) {
        Thread thread = new TimerThread();
        thread.setName(name);
        thread.setDaemon(isDaemon);
        thread.start();
    }

    private void mainLoop() {
        while (true) {
            try {
                TimerTask task;
                boolean due;
                synchronized (queue) {
                    while (queue.isEmpty() && newTasksMayCome) {
                        queue.wait();
                    }
                    if (queue.isEmpty()) {
                        return;
                    }
                    task = queue.peek();
                    long now;
                    long time;
                    synchronized (task.lock) {
                        if (task.state == TimerTask.CANCELLED) {
                            queue.poll();
                            continue;
                        }
                        now = System.currentTimeMillis();
                        time = task.nextExecutionTime;
                        due = time <= now;
                        if (due) {
                            queue.poll();
                            if (task.period == 0) {
                                task.state = TimerTask.EXECUTED;
                            } else {
                                task.nextExecutionTime = task.period < 0 ? now - task.period : time + task.period;
                                queue.add(task);
                            }
                        }
                    }
                    if (!due) {
                        queue.wait(time - now);
                    }
                }
                if (due) {
                    task.run();
                }
            } catch (InterruptedException ignored) {
                continue;
            }
        }
    }

    public void schedule(TimerTask task, long delay) {
        after(task, checkedDelay(delay), 0);
    }

    public void schedule(TimerTask task, Date time) {
        enqueue(task, time.getTime(), 0);
    }

    public void schedule(TimerTask task, long delay, long period) {
        after(task, checkedDelay(delay), -checkedPeriod(period));
    }

    public void schedule(TimerTask task, Date firstTime, long period) {
        enqueue(task, firstTime.getTime(), -checkedPeriod(period));
    }

    public void scheduleAtFixedRate(TimerTask task, long delay, long period) {
        after(task, checkedDelay(delay), checkedPeriod(period));
    }

    public void scheduleAtFixedRate(TimerTask task, Date firstTime, long period) {
        enqueue(task, firstTime.getTime(), checkedPeriod(period));
    }

    private static long checkedDelay(long delay) {
        if (delay < 0) {
            throw new IllegalArgumentException("Negative delay.");
        }
        return delay;
    }

    private static long checkedPeriod(long period) {
        if (period <= 0) {
            throw new IllegalArgumentException("Non-positive period.");
        }
        return period;
    }

    private void after(TimerTask task, long delay, long period) {
        enqueue(task, System.currentTimeMillis() + delay, period);
    }

    private void enqueue(TimerTask task, long time, long period) {
        if (time < 0) {
            throw new IllegalArgumentException("Illegal execution time.");
        }
        // Far enough from the end that adding a period cannot overflow at once.
        if (Math.abs(period) > Long.MAX_VALUE >> 1) {
            period >>= 1;
        }
        synchronized (queue) {
            if (!newTasksMayCome) {
                throw new IllegalStateException("Timer already cancelled.");
            }
            synchronized (task.lock) {
                if (task.state != TimerTask.VIRGIN) {
                    throw new IllegalStateException("Task already scheduled or cancelled");
                }
                task.nextExecutionTime = time;
                task.period = period;
                task.state = TimerTask.SCHEDULED;
            }
            queue.add(task);
            if (queue.peek() == task) {
                queue.notify();
            }
        }
    }

    public void cancel() {
        synchronized (queue) {
            queue.clear();
            newTasksMayCome = false;
            queue.notify();
        }
    }

    public int purge() {
        synchronized (queue) {
            int before = queue.size();
            queue.removeIf(task -> task.state == TimerTask.CANCELLED);
            return before - queue.size();
        }
    }
}
