package java.lang;

import java.util.Arrays;

/** A set of threads, in a tree of such sets. */
public class ThreadGroup implements Thread.UncaughtExceptionHandler {
    private static final class Roots {
        static final ThreadGroup SYSTEM = new ThreadGroup();
        static final ThreadGroup MAIN = new ThreadGroup(SYSTEM, "main", true);
    }

    private final ThreadGroup parent;
    private final String name;
    private int maxPriority;
    private boolean daemon;
    private boolean destroyed;
    private int unstarted;
    private Thread[] threads = new Thread[4];
    private int threadCount;
    private ThreadGroup[] groups = new ThreadGroup[2];
    private int groupCount;

    private ThreadGroup() {
        parent = null;
        name = "system";
        maxPriority = Thread.MAX_PRIORITY;
    }

    private ThreadGroup(ThreadGroup parent, String name, boolean root) {
        this.parent = parent;
        this.name = name;
        this.maxPriority = parent.maxPriority;
        this.daemon = parent.daemon;
        parent.addGroup(this);
    }

    public ThreadGroup(String name) {
        this(Thread.currentThread().getThreadGroup(), name);
    }

    public ThreadGroup(ThreadGroup parent, String name) {
        if (parent == null) {
            throw new NullPointerException();
        }
        this.parent = parent;
        this.name = name;
        this.maxPriority = parent.maxPriority;
        this.daemon = parent.daemon;
        parent.addGroup(this);
    }

    static ThreadGroup main() {
        return Roots.MAIN;
    }

    static ThreadGroup system() {
        return Roots.SYSTEM;
    }

    private synchronized void addGroup(ThreadGroup g) {
        if (destroyed) {
            throw new IllegalThreadStateException();
        }
        if (groupCount == groups.length) {
            groups = Arrays.copyOf(groups, groupCount * 2);
        }
        groups[groupCount++] = g;
    }

    final synchronized void addUnstarted() {
        if (destroyed) {
            throw new IllegalThreadStateException();
        }
        unstarted++;
    }

    final synchronized void add(Thread t) {
        if (destroyed) {
            throw new IllegalThreadStateException();
        }
        if (threadCount == threads.length) {
            threads = Arrays.copyOf(threads, threadCount * 2);
        }
        threads[threadCount++] = t;
        unstarted--;
    }

    final synchronized void failed(Thread t) {
        remove(t);
        unstarted++;
    }

    final synchronized void remove(Thread t) {
        for (int i = 0; i < threadCount; i++) {
            if (threads[i] == t) {
                System.arraycopy(threads, i + 1, threads, i, --threadCount - i);
                threads[threadCount] = null;
                break;
            }
        }
        if (threadCount == 0) {
            notifyAll();
        }
    }

    private synchronized Thread[] threadList() {
        return Arrays.copyOf(threads, threadCount);
    }

    private synchronized ThreadGroup[] groupList() {
        return Arrays.copyOf(groups, groupCount);
    }

    public final String getName() {
        return name;
    }

    public final ThreadGroup getParent() {
        return parent;
    }

    public final int getMaxPriority() {
        return maxPriority;
    }

    @Deprecated(since = "16", forRemoval = true)
    public final boolean isDaemon() {
        return daemon;
    }

    @Deprecated(since = "16", forRemoval = true)
    public synchronized boolean isDestroyed() {
        return destroyed;
    }

    @Deprecated(since = "16", forRemoval = true)
    public final void setDaemon(boolean daemon) {
        this.daemon = daemon;
    }

    public final void setMaxPriority(int pri) {
        if (pri < Thread.MIN_PRIORITY || pri > Thread.MAX_PRIORITY) {
            return;
        }
        maxPriority = parent == null ? pri : Math.min(pri, parent.maxPriority);
        for (ThreadGroup g : groupList()) {
            g.setMaxPriority(pri);
        }
    }

    public final boolean parentOf(ThreadGroup g) {
        for (; g != null; g = g.parent) {
            if (g == this) {
                return true;
            }
        }
        return false;
    }

    @Deprecated(since = "17", forRemoval = true)
    public final void checkAccess() {
    }

    public int activeCount() {
        int n = threadList().length;
        for (ThreadGroup g : groupList()) {
            n += g.activeCount();
        }
        return n;
    }

    public int enumerate(Thread[] list) {
        return enumerate(list, 0, true);
    }

    public int enumerate(Thread[] list, boolean recurse) {
        return enumerate(list, 0, recurse);
    }

    private int enumerate(Thread[] list, int n, boolean recurse) {
        for (Thread t : threadList()) {
            if (n < list.length && t.isAlive()) {
                list[n++] = t;
            }
        }
        if (recurse) {
            for (ThreadGroup g : groupList()) {
                n = g.enumerate(list, n, true);
            }
        }
        return n;
    }

    public int activeGroupCount() {
        int n = 0;
        for (ThreadGroup g : groupList()) {
            n += 1 + g.activeGroupCount();
        }
        return n;
    }

    public int enumerate(ThreadGroup[] list) {
        return enumerate(list, 0, true);
    }

    public int enumerate(ThreadGroup[] list, boolean recurse) {
        return enumerate(list, 0, recurse);
    }

    private int enumerate(ThreadGroup[] list, int n, boolean recurse) {
        for (ThreadGroup g : groupList()) {
            if (n < list.length) {
                list[n++] = g;
                if (recurse) {
                    n = g.enumerate(list, n, true);
                }
            }
        }
        return n;
    }

    @Deprecated(since = "1.2", forRemoval = true)
    public final void stop() {
        throw new UnsupportedOperationException("ThreadGroup.stop");
    }

    public final void interrupt() {
        for (Thread t : threadList()) {
            t.interrupt();
        }
        for (ThreadGroup g : groupList()) {
            g.interrupt();
        }
    }

    @Deprecated(since = "1.2", forRemoval = true)
    public final void suspend() {
        throw new UnsupportedOperationException("ThreadGroup.suspend");
    }

    @Deprecated(since = "1.2", forRemoval = true)
    public final void resume() {
        throw new UnsupportedOperationException("ThreadGroup.resume");
    }

    @Deprecated(since = "16", forRemoval = true)
    public final void destroy() {
        ThreadGroup[] list;
        synchronized (this) {
            if (destroyed || threadCount > 0) {
                throw new IllegalThreadStateException();
            }
            list = Arrays.copyOf(groups, groupCount);
            destroyed = parent != null;
        }
        for (ThreadGroup g : list) {
            g.destroy();
        }
        if (parent != null) {
            parent.removeGroup(this);
        }
    }

    private synchronized void removeGroup(ThreadGroup g) {
        for (int i = 0; i < groupCount; i++) {
            if (groups[i] == g) {
                System.arraycopy(groups, i + 1, groups, i, --groupCount - i);
                groups[groupCount] = null;
                return;
            }
        }
    }

    public void list() {
        list(0);
    }

    private void list(int indent) {
        String spaces = " ".repeat(indent);
        System.out.println(spaces.concat(toString()));
        for (Thread t : threadList()) {
            System.out.println(spaces.concat("    ").concat(t.toString()));
        }
        for (ThreadGroup g : groupList()) {
            g.list(indent + 4);
        }
    }

    public void uncaughtException(Thread t, Throwable e) {
        if (parent != null) {
            parent.uncaughtException(t, e);
            return;
        }
        Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        if (handler != null) {
            handler.uncaughtException(t, e);
        } else if (!(e instanceof ThreadDeath)) {
            System.err.print("Exception in thread \"".concat(t.getName()).concat("\" "));
            e.printStackTrace(System.err);
        }
    }

    @Deprecated(since = "1.2", forRemoval = true)
    public boolean allowThreadSuspension(boolean b) {
        return true;
    }

    public String toString() {
        return getClass().getName().concat("[name=").concat(name).concat(",maxpri=")
                .concat(Integer.toString(maxPriority)).concat("]");
    }
}
