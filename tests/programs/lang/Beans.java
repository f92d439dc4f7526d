import java.lang.management.*;
import java.util.*;

/** What the machine tells of itself. */
public class Beans {
    interface Part { Object run() throws Exception; }

    static void show(String what, Part p) {
        try {
            System.out.println(what + ": " + p.run());
        } catch (Exception e) {
            System.out.println(what + ": " + e);
        }
    }

    public static void main(String[] args) throws Exception {
        RuntimeMXBean r = ManagementFactory.getRuntimeMXBean();
        System.out.println(r.getName().startsWith(ProcessHandle.current().pid() + "@") + " " + (r.getUptime() >= 0) + " " + (r.getStartTime() > 1_600_000_000_000L) + " " + r.getSpecVersion()
                + " " + r.getSystemProperties().get("java.specification.version") + " " + r.getVmName().equals(System.getProperty("java.vm.name")) + " " + (r.getPid() > 0));
        MemoryMXBean m = ManagementFactory.getMemoryMXBean();
        MemoryUsage u = m.getHeapMemoryUsage();
        System.out.println((u.getUsed() >= 0) + " " + (u.getUsed() <= u.getCommitted()) + " " + (u.getMax() == Runtime.getRuntime().maxMemory()) + " " + m.isVerbose());
        System.out.println(new MemoryUsage(0, 2048, 4096, 8192));
        show("usage", () -> new MemoryUsage(0, 2, 1, 3));
        show("usage", () -> new MemoryUsage(-2, 2, 1, 3));
        m.gc();
        long before = 0;
        for (GarbageCollectorMXBean g : ManagementFactory.getGarbageCollectorMXBeans()) before += g.getCollectionCount();
        System.out.println(before > 0);
        boolean heap = false;
        for (MemoryPoolMXBean p : ManagementFactory.getMemoryPoolMXBeans()) heap |= p.getType() == MemoryType.HEAP && p.getUsage() != null && p.isValid();
        System.out.println(heap + " " + MemoryType.HEAP);
        ThreadMXBean t = ManagementFactory.getThreadMXBean();
        Object lock = new Object();
        Thread waiting = new Thread(() -> {
            synchronized (lock) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    // The end.
                }
            }
        }, "waiting");
        waiting.setDaemon(true);
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) Thread.sleep(5);
        ThreadInfo i = t.getThreadInfo(waiting.getId(), 100);
        System.out.println(i.getThreadName() + " " + i.getThreadState() + " " + i.isDaemon() + " " + i.getPriority() + " " + (i.getStackTrace().length > 1) + " " + t.getThreadInfo(waiting.getId()).getStackTrace().length);
        System.out.println(t.getThreadInfo(123456) + " " + (t.getThreadCount() >= 2) + " " + (t.getDaemonThreadCount() >= 1) + " " + Arrays.stream(t.getAllThreadIds()).anyMatch(x -> x == waiting.getId()));
        show("id", () -> t.getThreadInfo(-1));
        show("depth", () -> t.getThreadInfo(1, -1));
        waiting.interrupt();
        waiting.join();
        System.out.println(t.getThreadInfo(waiting.getId()));
        long cpu = t.getCurrentThreadCpuTime();
        double x = 0;
        for (int k = 0; k < 3_000_000; k++) x += Math.sqrt(k);
        System.out.println((t.getCurrentThreadCpuTime() > cpu) + " " + (x > 0) + " " + t.isCurrentThreadCpuTimeSupported() + " " + (t.getThreadCpuTime(Thread.currentThread().getId()) > cpu));
        boolean me = false;
        for (ThreadInfo all : t.dumpAllThreads(false, false)) me |= all.getThreadName().equals("main") && all.getThreadState() == Thread.State.RUNNABLE;
        System.out.println(me);
        OperatingSystemMXBean o = ManagementFactory.getOperatingSystemMXBean();
        System.out.println(o.getName() + " " + o.getArch() + " " + (o.getAvailableProcessors() == Runtime.getRuntime().availableProcessors()));
        ClassLoadingMXBean c = ManagementFactory.getClassLoadingMXBean();
        System.out.println((c.getLoadedClassCount() > 100) + " " + (c.getTotalLoadedClassCount() >= c.getLoadedClassCount()));
        System.out.println((ManagementFactory.getPlatformMXBean(RuntimeMXBean.class) == r) + " " + ManagementFactory.RUNTIME_MXBEAN_NAME);
    }
}
