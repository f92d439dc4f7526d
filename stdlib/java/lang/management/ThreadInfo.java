package java.lang.management;

/** What a thread was doing when it was asked. What it waits for, and how often and how long it did, is not told. */
public class ThreadInfo {
    private final Thread thread;
    private final Thread.State state;
    private final StackTraceElement[] stack;

    ThreadInfo(Thread thread, int depth) {
        this.thread = thread;
        state = thread.getState();
        StackTraceElement[] all = depth == 0 ? new StackTraceElement[0] : thread.getStackTrace();
        stack = all.length > depth ? java.util.Arrays.copyOf(all, depth) : all;
    }

    public long getThreadId() {
        return thread.getId();
    }

    public String getThreadName() {
        return thread.getName();
    }

    public Thread.State getThreadState() {
        return state;
    }

    public long getBlockedTime() {
        return -1;
    }

    public long getBlockedCount() {
        throw new UnsupportedOperationException("ThreadInfo.getBlockedCount");
    }

    public long getWaitedTime() {
        return -1;
    }

    public long getWaitedCount() {
        throw new UnsupportedOperationException("ThreadInfo.getWaitedCount");
    }

    public String getLockName() {
        throw new UnsupportedOperationException("ThreadInfo.getLockName");
    }

    public long getLockOwnerId() {
        throw new UnsupportedOperationException("ThreadInfo.getLockOwnerId");
    }

    public String getLockOwnerName() {
        throw new UnsupportedOperationException("ThreadInfo.getLockOwnerName");
    }

    public StackTraceElement[] getStackTrace() {
        return stack.clone();
    }

    public boolean isSuspended() {
        return false;
    }

    public boolean isInNative() {
        return stack.length > 0 && stack[0].isNativeMethod();
    }

    public boolean isDaemon() {
        return thread.isDaemon();
    }

    public int getPriority() {
        return thread.getPriority();
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder("\"").append(getThreadName()).append('"').append(isDaemon() ? " daemon" : "").append(" prio=")
                .append(getPriority()).append(" Id=").append(getThreadId()).append(' ').append(state).append('\n');
        for (StackTraceElement e : stack) {
            sb.append("\tat ").append(e).append('\n');
        }
        return sb.append('\n').toString();
    }
}
