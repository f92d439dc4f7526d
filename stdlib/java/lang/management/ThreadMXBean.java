package java.lang.management;

/** The threads. */
public interface ThreadMXBean extends PlatformManagedObject {
    int getThreadCount();

    int getPeakThreadCount();

    long getTotalStartedThreadCount();

    int getDaemonThreadCount();

    long[] getAllThreadIds();

    ThreadInfo getThreadInfo(long n);

    ThreadInfo[] getThreadInfo(long[] theLong);

    ThreadInfo getThreadInfo(long n, int n2);

    ThreadInfo[] getThreadInfo(long[] theLong, int n);

    boolean isThreadContentionMonitoringSupported();

    boolean isThreadContentionMonitoringEnabled();

    void setThreadContentionMonitoringEnabled(boolean on);

    long getCurrentThreadCpuTime();

    long getCurrentThreadUserTime();

    long getThreadCpuTime(long n);

    long getThreadUserTime(long n);

    boolean isThreadCpuTimeSupported();

    boolean isCurrentThreadCpuTimeSupported();

    boolean isThreadCpuTimeEnabled();

    void setThreadCpuTimeEnabled(boolean on);

    long[] findMonitorDeadlockedThreads();

    void resetPeakThreadCount();

    long[] findDeadlockedThreads();

    boolean isObjectMonitorUsageSupported();

    boolean isSynchronizerUsageSupported();

    ThreadInfo[] getThreadInfo(long[] theLong, boolean on, boolean on2);

    default ThreadInfo[] getThreadInfo(long[] theLong, boolean on, boolean on2, int n) {
        throw new UnsupportedOperationException();
    }

    ThreadInfo[] dumpAllThreads(boolean on, boolean on2);

    default ThreadInfo[] dumpAllThreads(boolean on, boolean on2, int n) {
        throw new UnsupportedOperationException();
    }
}
