package java.lang.management;

import java.util.ArrayList;
import rvm.internal.Management;

/** The machine's threads. */
final class MachineThreads implements ThreadMXBean {
    private int peak;

    private static ArrayList<Thread> all() {
        ThreadGroup top = Thread.currentThread().getThreadGroup();
        while (top.getParent() != null) {
            top = top.getParent();
        }
        Thread[] threads = new Thread[top.activeCount() + 16];
        int n = top.enumerate(threads, true);
        ArrayList<Thread> list = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            list.add(threads[i]);
        }
        return list;
    }

    @Override
    public synchronized int getThreadCount() {
        int n = all().size();
        peak = Math.max(peak, n);
        return n;
    }

    /** Of those times when somebody asked. */
    @Override
    public synchronized int getPeakThreadCount() {
        getThreadCount();
        return peak;
    }

    @Override
    public synchronized void resetPeakThreadCount() {
        peak = 0;
    }

    @Override
    public long getTotalStartedThreadCount() {
        throw new UnsupportedOperationException("ThreadMXBean.getTotalStartedThreadCount");
    }

    @Override
    public int getDaemonThreadCount() {
        int n = 0;
        for (Thread t : all()) {
            n += t.isDaemon() ? 1 : 0;
        }
        return n;
    }

    @Override
    public long[] getAllThreadIds() {
        return all().stream().mapToLong(Thread::getId).toArray();
    }

    @Override
    public ThreadInfo getThreadInfo(long id) {
        return getThreadInfo(id, 0);
    }

    @Override
    public ThreadInfo[] getThreadInfo(long[] ids) {
        return getThreadInfo(ids, 0);
    }

    @Override
    public ThreadInfo getThreadInfo(long id, int maxDepth) {
        return getThreadInfo(new long[] {id}, maxDepth)[0];
    }

    @Override
    public ThreadInfo[] getThreadInfo(long[] ids, int maxDepth) {
        if (maxDepth < 0) {
            throw new IllegalArgumentException("Invalid maxDepth parameter: " + maxDepth);
        }
        ArrayList<Thread> all = all();
        ThreadInfo[] found = new ThreadInfo[ids.length];
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] <= 0) {
                throw new IllegalArgumentException("Invalid thread ID parameter: " + ids[i]);
            }
            for (Thread t : all) {
                if (t.getId() == ids[i]) {
                    found[i] = new ThreadInfo(t, maxDepth);
                }
            }
        }
        return found;
    }

    private static void noLocks(boolean monitors, boolean synchronizers) {
        if (monitors) {
            throw new UnsupportedOperationException("Monitoring of Object Monitor Usage is not supported.");
        }
        if (synchronizers) {
            throw new UnsupportedOperationException("Monitoring of Synchronizer Usage is not supported.");
        }
    }

    @Override
    public ThreadInfo[] getThreadInfo(long[] ids, boolean lockedMonitors, boolean lockedSynchronizers) {
        noLocks(lockedMonitors, lockedSynchronizers);
        return getThreadInfo(ids, Integer.MAX_VALUE);
    }

    @Override
    public ThreadInfo[] dumpAllThreads(boolean lockedMonitors, boolean lockedSynchronizers) {
        noLocks(lockedMonitors, lockedSynchronizers);
        return all().stream().map(t -> new ThreadInfo(t, Integer.MAX_VALUE)).toArray(ThreadInfo[]::new);
    }

    @Override
    public boolean isThreadContentionMonitoringSupported() {
        return false;
    }

    @Override
    public boolean isThreadContentionMonitoringEnabled() {
        throw new UnsupportedOperationException("Thread contention monitoring is not supported.");
    }

    @Override
    public void setThreadContentionMonitoringEnabled(boolean enable) {
        throw new UnsupportedOperationException("Thread contention monitoring is not supported.");
    }

    @Override
    public long getCurrentThreadCpuTime() {
        return Management.threadTime(false);
    }

    @Override
    public long getCurrentThreadUserTime() {
        return Management.threadTime(true);
    }

    private static void current(long id) {
        if (id != Thread.currentThread().getId()) {
            throw new UnsupportedOperationException("Thread CPU Time Measurement is only supported for the current thread.");
        }
    }

    @Override
    public long getThreadCpuTime(long id) {
        current(id);
        return getCurrentThreadCpuTime();
    }

    @Override
    public long getThreadUserTime(long id) {
        current(id);
        return getCurrentThreadUserTime();
    }

    @Override
    public boolean isThreadCpuTimeSupported() {
        return false;
    }

    @Override
    public boolean isCurrentThreadCpuTimeSupported() {
        return true;
    }

    @Override
    public boolean isThreadCpuTimeEnabled() {
        return true;
    }

    @Override
    public void setThreadCpuTimeEnabled(boolean enable) {
        if (!enable) {
            throw new UnsupportedOperationException("ThreadMXBean.setThreadCpuTimeEnabled(false)");
        }
    }

    @Override
    public long[] findMonitorDeadlockedThreads() {
        throw new UnsupportedOperationException("ThreadMXBean.findMonitorDeadlockedThreads");
    }

    @Override
    public long[] findDeadlockedThreads() {
        throw new UnsupportedOperationException("ThreadMXBean.findDeadlockedThreads");
    }

    @Override
    public boolean isObjectMonitorUsageSupported() {
        return false;
    }

    @Override
    public boolean isSynchronizerUsageSupported() {
        return false;
    }
}
