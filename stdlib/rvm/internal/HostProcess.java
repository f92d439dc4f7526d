package rvm.internal;

/** Processes of the host. Natives return a value of 0 or more, or the negative of Linux's errno. */
public final class HostProcess {
    /** Numbers of streams for {@link #start}: a pipe is made; the error stream goes where the output goes. */
    public static final int PIPE = -1;
    public static final int MERGED = -2;

    public static final int SIGKILL = 9;
    public static final int SIGTERM = 15;

    private HostProcess() {
    }

    /**
     * Starts a program: its number. {@code environment} (NAME=VALUE) null is ours, {@code folder} null is ours. {@code streams} holds the numbers
     * of three open files or the constants above, afterwards our ends of pipes or -1.
     */
    public static native int start(String[] command, String[] environment, String folder, int[] streams);

    /** Waits for the end of a child: its exit code, 128 and more for a signal. */
    public static native int await(int pid);

    /** kill(2); 0 only asks. */
    public static native int signal(long pid, int signal);

    /** Makes a pipe: the end to read from, the end to write to. */
    public static native int pipe(int[] ends);

    /** Our own number. */
    public static native long pid();

    /** Ticks a second of the times in /proc. */
    public static native long ticks();
}
