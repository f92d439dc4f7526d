package java.lang;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rvm.internal.HostIO;
import rvm.internal.HostProcess;

/** Starts processes. */
public final class ProcessBuilder {
    private static final File NULL = new File("/dev/null");

    private List<String> command;
    private File directory;
    private Map<String, String> environment;
    private boolean redirectErrorStream;
    private Redirect[] redirects;

    public ProcessBuilder(List<String> command) {
        this.command = Objects.requireNonNull(command);
    }

    public ProcessBuilder(String... command) {
        command(command);
    }

    public ProcessBuilder command(List<String> command) {
        this.command = Objects.requireNonNull(command);
        return this;
    }

    public ProcessBuilder command(String... command) {
        this.command = new ArrayList<>(Arrays.asList(command));
        return this;
    }

    public List<String> command() {
        return command;
    }

    public Map<String, String> environment() {
        if (environment == null) {
            environment = new ProcessEnvironment(System.getenv());
        }
        return environment;
    }

    /** The environment of {@code Runtime.exec}: each NAME=VALUE. */
    ProcessBuilder environment(String[] lines) {
        if (lines == null) {
            return this;
        }
        environment = new ProcessEnvironment(Map.of());
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int zero = line.indexOf('\0');
            line = zero < 0 ? line : line.substring(0, zero);
            int at = line.indexOf('=', 1);
            if (at > 0) {
                environment.put(line.substring(0, at), line.substring(at + 1));
            }
        }
        return this;
    }

    public File directory() {
        return directory;
    }

    public ProcessBuilder directory(File directory) {
        this.directory = directory;
        return this;
    }

    /** Where a stream of a process comes from or goes to. */
    public abstract static class Redirect {
        /** Kinds of redirections. */
        public enum Type {
            PIPE,
            INHERIT,
            READ,
            WRITE,
            APPEND
        }

        public static final Redirect PIPE = new Standard(Type.PIPE);
        public static final Redirect INHERIT = new Standard(Type.INHERIT);
        public static final Redirect DISCARD = new ToFile(Type.WRITE, NULL);

        private Redirect() {
        }

        public abstract Type type();

        public File file() {
            return null;
        }

        public static Redirect from(File file) {
            return new ToFile(Type.READ, Objects.requireNonNull(file));
        }

        public static Redirect to(File file) {
            return new ToFile(Type.WRITE, Objects.requireNonNull(file));
        }

        public static Redirect appendTo(File file) {
            return new ToFile(Type.APPEND, Objects.requireNonNull(file));
        }

        @Override
        public boolean equals(Object obj) {
            return obj == this || obj instanceof Redirect && ((Redirect) obj).type() == type() && file() != null
                    && file().equals(((Redirect) obj).file());
        }

        @Override
        public int hashCode() {
            return file() == null ? super.hashCode() : file().hashCode();
        }
    }

    private static final class Standard extends Redirect {
        private final Type type;

        Standard(Type type) {
            this.type = type;
        }

        @Override
        public Type type() {
            return type;
        }

        @Override
        public String toString() {
            return type.toString();
        }
    }

    private static final class ToFile extends Redirect {
        private final Type type;
        private final File file;

        ToFile(Type type, File file) {
            this.type = type;
            this.file = file;
        }

        @Override
        public Type type() {
            return type;
        }

        @Override
        public File file() {
            return file;
        }

        @Override
        public String toString() {
            if (this == DISCARD) {
                return type.toString();
            }
            switch (type) {
                case READ:
                    return "redirect to read from file \"" + file + "\"";
                case WRITE:
                    return "redirect to write to file \"" + file + "\"";
                default:
                    return "redirect to append to file \"" + file + "\"";
            }
        }
    }

    private Redirect[] redirects() {
        if (redirects == null) {
            redirects = new Redirect[] {Redirect.PIPE, Redirect.PIPE, Redirect.PIPE};
        }
        return redirects;
    }

    public ProcessBuilder redirectInput(Redirect source) {
        if (source.type() == Redirect.Type.WRITE || source.type() == Redirect.Type.APPEND) {
            throw new IllegalArgumentException("Redirect invalid for reading: " + source);
        }
        redirects()[0] = source;
        return this;
    }

    public ProcessBuilder redirectOutput(Redirect destination) {
        if (destination.type() == Redirect.Type.READ) {
            throw new IllegalArgumentException("Redirect invalid for writing: " + destination);
        }
        redirects()[1] = destination;
        return this;
    }

    public ProcessBuilder redirectError(Redirect destination) {
        if (destination.type() == Redirect.Type.READ) {
            throw new IllegalArgumentException("Redirect invalid for writing: " + destination);
        }
        redirects()[2] = destination;
        return this;
    }

    public ProcessBuilder redirectInput(File file) {
        return redirectInput(Redirect.from(file));
    }

    public ProcessBuilder redirectOutput(File file) {
        return redirectOutput(Redirect.to(file));
    }

    public ProcessBuilder redirectError(File file) {
        return redirectError(Redirect.to(file));
    }

    public Redirect redirectInput() {
        return redirects == null ? Redirect.PIPE : redirects[0];
    }

    public Redirect redirectOutput() {
        return redirects == null ? Redirect.PIPE : redirects[1];
    }

    public Redirect redirectError() {
        return redirects == null ? Redirect.PIPE : redirects[2];
    }

    public ProcessBuilder inheritIO() {
        Arrays.fill(redirects(), Redirect.INHERIT);
        return this;
    }

    public boolean redirectErrorStream() {
        return redirectErrorStream;
    }

    public ProcessBuilder redirectErrorStream(boolean redirectErrorStream) {
        this.redirectErrorStream = redirectErrorStream;
        return this;
    }

    public Process start() throws IOException {
        return start(-1, -1);
    }

    /** Starts with another input and output, unless those are -1. */
    private Process start(int input, int output) throws IOException {
        String[] words = command.toArray(new String[0]);
        for (int i = 0; i < words.length; i++) {
            Objects.requireNonNull(words[i]);
        }
        String program = words[0];
        for (int i = 0; i < words.length; i++) {
            if (words[i].indexOf('\0') >= 0) {
                throw new IOException("invalid null character in command");
            }
        }
        int[] streams = new int[3];
        int[] opened = {-1, -1, -1};
        try {
            for (int i = 0; i < 3; i++) {
                Redirect r = redirects == null ? Redirect.PIPE : redirects[i];
                if (i == 2 && redirectErrorStream) {
                    streams[i] = HostProcess.MERGED;
                } else if (i == 0 && input >= 0) {
                    streams[i] = input;
                } else if (i == 1 && output >= 0) {
                    streams[i] = output;
                } else if (r.type() == Redirect.Type.PIPE) {
                    streams[i] = HostProcess.PIPE;
                } else if (r.type() == Redirect.Type.INHERIT) {
                    streams[i] = i;
                } else {
                    streams[i] = opened[i] = open(r);
                }
            }
            String[] lines = environment == null ? null : ((ProcessEnvironment) environment).lines();
            String folder = directory == null ? null : directory.toString();
            int pid = HostProcess.start(words, lines, folder, streams);
            if (pid < 0) {
                String reason = "error=" + -pid + ", " + HostIO.errorText(-pid);
                throw new IOException("Cannot run program \"" + program + "\""
                        + (folder == null ? "" : " (in directory \"" + folder + "\")") + ": " + reason, new IOException(reason));
            }
            return new HostChild(pid, streams);
        } finally {
            for (int fd : opened) {
                if (fd >= 0) {
                    HostIO.close(fd);
                }
            }
        }
    }

    private static int open(Redirect r) throws IOException {
        String path = r.file().getPath();
        int flags = r.type() == Redirect.Type.READ ? HostIO.READ
                : HostIO.WRITE | HostIO.CREATE | (r.type() == Redirect.Type.WRITE ? HostIO.TRUNCATE : HostIO.APPEND);
        int fd = HostIO.open(path, flags, 0666);
        if (fd < 0) {
            throw new java.io.FileNotFoundException(path + " (" + HostIO.errorText(-fd) + ")");
        }
        return fd;
    }

    public static List<Process> startPipeline(List<ProcessBuilder> builders) throws IOException {
        int n = builders.size();
        List<Process> processes = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            ProcessBuilder b = Objects.requireNonNull(builders.get(i));
            if (n > 1 && b.redirectErrorStream && i < n - 1) {
                throw new IllegalArgumentException("builder redirectErrorStream() must be false");
            }
            if (i > 0 && b.redirectInput() != Redirect.PIPE) {
                throw new IllegalArgumentException("builder redirectInput() must be PIPE except for the first builder: "
                        + b.redirectInput());
            }
            if (i < n - 1 && b.redirectOutput() != Redirect.PIPE) {
                throw new IllegalArgumentException("builder redirectOutput() must be PIPE except for the last builder: "
                        + b.redirectOutput());
            }
        }
        int input = -1;
        try {
            for (int i = 0; i < n; i++) {
                int[] ends = {-1, -1};
                if (i < n - 1) {
                    HostIO.check(HostProcess.pipe(ends));
                }
                try {
                    processes.add(builders.get(i).start(input, ends[1]));
                } finally {
                    if (input >= 0) {
                        HostIO.close(input);
                    }
                    input = ends[0];
                    if (ends[1] >= 0) {
                        HostIO.close(ends[1]);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            for (Process p : processes) {
                p.destroyForcibly();
            }
            if (input >= 0) {
                HostIO.close(input);
            }
            throw e;
        }
        return processes;
    }
}
