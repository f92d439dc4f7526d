package java.lang;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import rvm.internal.HostProcess;
import rvm.internal.HostStreams;

/** A child of this process. One thread a child waits for its end. */
final class HostChild extends Process {
    private final int pid;
    private final OutputStream input;
    private final InputStream output;
    private final InputStream error;
    private final HostHandle handle;
    private final CompletableFuture<Process> ended = new CompletableFuture<>();
    private boolean over;
    private int code;

    /** {@code streams}: our ends, -1 where there is none. */
    HostChild(int pid, int[] streams) {
        this.pid = pid;
        input = streams[0] < 0 ? new NoInput() : new BufferedOutputStream(new HostStreams.Out(streams[0]));
        output = streams[1] < 0 ? new ByteArrayInputStream(new byte[0]) : new BufferedInputStream(new HostStreams.In(streams[1]));
        error = streams[2] < 0 ? new ByteArrayInputStream(new byte[0]) : new BufferedInputStream(new HostStreams.In(streams[2]));
        handle = new HostHandle(pid, HostHandle.started(pid));
        handle.child = this;
        Thread waiter = new Thread(this::reap, "process reaper (pid " + pid + ")");
        waiter.setDaemon(true);
        waiter.start();
    }

    private static final class NoInput extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Stream closed");
        }
    }

    private void reap() {
        int status = HostProcess.await(pid);
        synchronized (this) {
            over = true;
            code = status;
            notifyAll();
        }
        ended.complete(this);
    }

    @Override
    public OutputStream getOutputStream() {
        return input;
    }

    @Override
    public InputStream getInputStream() {
        return output;
    }

    @Override
    public InputStream getErrorStream() {
        return error;
    }

    @Override
    public synchronized int waitFor() throws InterruptedException {
        while (!over) {
            wait();
        }
        return code;
    }

    @Override
    public synchronized boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        long end = System.nanoTime() + left;
        while (!over && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return over;
    }

    @Override
    public synchronized int exitValue() {
        if (!over) {
            throw new IllegalThreadStateException("process hasn't exited");
        }
        return code;
    }

    private synchronized void signal(int number) {
        // The number belongs to the child until it was waited for.
        if (!over) {
            HostProcess.signal(pid, number);
        }
    }

    private void end(int signal) {
        signal(signal);
        close(input);
        close(output);
        close(error);
    }

    private static void close(java.io.Closeable stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // The other end is gone.
            return;
        }
    }

    boolean destroy(boolean force) {
        end(force ? HostProcess.SIGKILL : HostProcess.SIGTERM);
        return true;
    }

    @Override
    public void destroy() {
        destroy(false);
    }

    @Override
    public Process destroyForcibly() {
        destroy(true);
        return this;
    }

    @Override
    public boolean supportsNormalTermination() {
        return true;
    }

    @Override
    public synchronized boolean isAlive() {
        return !over;
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public CompletableFuture<Process> onExit() {
        // A copy: completing it does not end the process.
        return ended.thenApply(p -> p);
    }

    @Override
    public ProcessHandle toHandle() {
        return handle;
    }

    @Override
    public String toString() {
        synchronized (this) {
            return "Process[pid=" + pid + ", exitValue=" + (over ? code : "\"not exited\"") + "]";
        }
    }
}
