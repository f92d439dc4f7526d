package java.lang;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import rvm.internal.HostIO;
import rvm.internal.HostProcess;

/** A process as /proc tells of it. Numbers are used again; the time when it was started tells two processes apart. */
final class HostHandle implements ProcessHandle {
    private static final int POLL_MILLIS = 20;

    private final long pid;
    private final long started;
    /** The child that this is, if it is one that this program started. */
    HostChild child;
    private CompletableFuture<ProcessHandle> ended;

    HostHandle(long pid, long started) {
        this.pid = pid;
        this.started = started;
    }

    static Optional<ProcessHandle> find(long pid) {
        long started = started(pid);
        return started < 0 ? Optional.empty() : Optional.of(new HostHandle(pid, started));
    }

    static ProcessHandle current() {
        long pid = HostProcess.pid();
        return new HostHandle(pid, started(pid));
    }

    /** The fields of /proc/PID/stat from the state on; null if there is no such process. */
    private static String[] stat(long pid) {
        if (pid < 0) {
            return null;
        }
        try {
            String line = new String(Files.readAllBytes(Path.of("/proc/" + pid + "/stat")), StandardCharsets.ISO_8859_1);
            // The name stands in parentheses and may contain any.
            return line.substring(line.lastIndexOf(')') + 2).trim().split(" ");
        } catch (IOException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** In ticks since the host started; -1 if there is no such process or it has ended. */
    static long started(long pid) {
        String[] stat = stat(pid);
        return stat == null || stat.length < 20 || stat[0].equals("Z") ? -1 : Long.parseLong(stat[19]);
    }

    private static long parentOf(long pid) {
        String[] stat = stat(pid);
        return stat == null ? -1 : Long.parseLong(stat[1]);
    }

    private static List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        String[] names = HostIO.list("/proc", new int[1]);
        for (int i = 0; names != null && i < names.length; i++) {
            if (!names[i].isEmpty() && names[i].chars().allMatch(c -> c >= '0' && c <= '9')) {
                numbers.add(Long.valueOf(names[i]));
            }
        }
        numbers.sort(null);
        return numbers;
    }

    static Stream<ProcessHandle> all() {
        return numbers().stream().map(HostHandle::find).flatMap(Optional::stream);
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public Optional<ProcessHandle> parent() {
        if (!isAlive()) {
            return Optional.empty();
        }
        long parent = parentOf(pid);
        return parent <= 0 ? Optional.empty() : find(parent);
    }

    @Override
    public Stream<ProcessHandle> children() {
        return below(false).stream();
    }

    @Override
    public Stream<ProcessHandle> descendants() {
        return below(true).stream();
    }

    private List<ProcessHandle> below(boolean all) {
        List<ProcessHandle> found = new ArrayList<>();
        if (!isAlive()) {
            return found;
        }
        Set<Long> parents = new HashSet<>();
        parents.add(pid);
        List<Long> left = numbers();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < left.size(); i++) {
                long number = left.get(i);
                if (number != pid && parents.contains(parentOf(number))) {
                    Optional<ProcessHandle> handle = find(number);
                    handle.ifPresent(found::add);
                    left.remove(i--);
                    if (all) {
                        parents.add(number);
                        grown = true;
                    }
                }
            }
        }
        return found;
    }

    @Override
    public boolean isAlive() {
        return child != null ? child.isAlive() : started >= 0 && started(pid) == started;
    }

    @Override
    public boolean supportsNormalTermination() {
        return true;
    }

    private boolean end(boolean force) {
        if (child != null) {
            return child.destroy(force);
        }
        if (pid == HostProcess.pid()) {
            throw new IllegalStateException("destroy of current process not allowed");
        }
        return isAlive() && HostProcess.signal(pid, force ? HostProcess.SIGKILL : HostProcess.SIGTERM) == 0;
    }

    @Override
    public boolean destroy() {
        return end(false);
    }

    @Override
    public boolean destroyForcibly() {
        return end(true);
    }

    @Override
    public CompletableFuture<ProcessHandle> onExit() {
        if (pid == HostProcess.pid()) {
            throw new IllegalStateException("onExit for current process not allowed");
        }
        if (child != null) {
            return child.onExit().thenApply(p -> this);
        }
        synchronized (this) {
            if (ended == null) {
                ended = new CompletableFuture<>();
                Thread watcher = new Thread(this::watch, "process reaper (pid " + pid + ")");
                watcher.setDaemon(true);
                watcher.start();
            }
            return ended.thenApply(p -> p);
        }
    }

    // Another's child cannot be waited for.
    private void watch() {
        try {
            while (isAlive()) {
                Thread.sleep(POLL_MILLIS);
            }
            ended.complete(this);
        } catch (InterruptedException e) {
            ended.completeExceptionally(e);
        }
    }

    @Override
    public Info info() {
        return new Facts(pid, isAlive());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(pid);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostHandle && pid == ((HostHandle) other).pid
                && (started == ((HostHandle) other).started || started < 0 || ((HostHandle) other).started < 0);
    }

    @Override
    public int compareTo(ProcessHandle other) {
        return Long.compare(pid, ((HostHandle) other).pid);
    }

    @Override
    public String toString() {
        return Long.toString(pid);
    }

    private static final class Facts implements Info {
        private String command;
        private String[] arguments;
        private String commandLine;
        private Instant start;
        private Duration cpu;
        private String user;

        Facts(long pid, boolean alive) {
            String[] stat = alive ? stat(pid) : null;
            if (stat == null || stat.length < 20) {
                return;
            }
            long ticks = Math.max(1, HostProcess.ticks());
            cpu = Duration.ofNanos((Long.parseLong(stat[11]) + Long.parseLong(stat[12])) * (1_000_000_000L / ticks));
            start = boot().plusMillis(Long.parseLong(stat[19]) * 1000 / ticks);
            long[] owner = new long[HostIO.STAT_SLOTS];
            if (HostIO.stat("/proc/" + pid, true, owner) >= 0) {
                user = HostIO.accountName((int) owner[HostIO.UID], false);
            }
            command = HostIO.readLink("/proc/" + pid + "/exe", new int[1]);
            try {
                String line = new String(Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline")));
                String[] words = line.isEmpty() ? new String[0] : line.substring(0, line.length() - 1).split("\0", -1);
                if (words.length > 0) {
                    String first = command != null ? command : words[0];
                    arguments = new String[words.length - 1];
                    System.arraycopy(words, 1, arguments, 0, arguments.length);
                    words[0] = first;
                    commandLine = String.join(" ", words);
                }
            } catch (IOException e) {
                // It has ended, or is another's.
                return;
            }
        }

        private static Instant boot() {
            try {
                for (String line : Files.readAllLines(Path.of("/proc/stat"))) {
                    if (line.startsWith("btime ")) {
                        return Instant.ofEpochSecond(Long.parseLong(line.substring(6).trim()));
                    }
                }
            } catch (IOException e) {
                return Instant.EPOCH;
            }
            return Instant.EPOCH;
        }

        @Override
        public Optional<String> command() {
            return Optional.ofNullable(command);
        }

        @Override
        public Optional<String> commandLine() {
            return command == null || arguments == null ? Optional.empty() : Optional.of(commandLine);
        }

        @Override
        public Optional<String[]> arguments() {
            return Optional.ofNullable(arguments);
        }

        @Override
        public Optional<Instant> startInstant() {
            return Optional.ofNullable(start);
        }

        @Override
        public Optional<Duration> totalCpuDuration() {
            return Optional.ofNullable(cpu);
        }

        @Override
        public Optional<String> user() {
            return Optional.ofNullable(user);
        }

        @Override
        public String toString() {
            StringBuilder sb = new StringBuilder("[");
            add(sb, "user: ", user);
            if (commandLine != null) {
                add(sb, "cmd: ", command == null ? commandLine : command);
            }
            add(sb, "args: ", arguments == null || arguments.length == 0 ? null : java.util.Arrays.toString(arguments));
            add(sb, "startTime: ", start);
            add(sb, "totalTime: ", cpu);
            return sb.append(']').toString();
        }

        private static void add(StringBuilder sb, String name, Object value) {
            if (value != null) {
                sb.append(sb.length() > 1 ? ", " : "").append(name).append(value);
            }
        }
    }
}
