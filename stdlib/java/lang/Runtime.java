package java.lang;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringTokenizer;

/** The running virtual machine. */
public class Runtime {
    private static final Runtime CURRENT = new Runtime();

    private Runtime() {
    }

    public static Runtime getRuntime() {
        return CURRENT;
    }

    public void exit(int status) {
        Shutdown.exit(status);
    }

    public void addShutdownHook(Thread hook) {
        Shutdown.addHook(Objects.requireNonNull(hook));
    }

    public boolean removeShutdownHook(Thread hook) {
        return Shutdown.removeHook(hook);
    }

    public void halt(int status) {
        Shutdown.halt0(status);
    }

    public native int availableProcessors();

    // Bytes of the heap that are free.
    public native long freeMemory();

    // Bytes that the heap has now.
    public native long totalMemory();

    // Bytes that the heap may grow to.
    public native long maxMemory();

    // Collects garbage.
    public native void gc();

    @Deprecated
    public void runFinalization() {
    }

    public void load(String filename) {
        throw new UnsatisfiedLinkError("Native libraries cannot be loaded: " + Objects.requireNonNull(filename));
    }

    public void loadLibrary(String libname) {
        throw new UnsatisfiedLinkError("no " + Objects.requireNonNull(libname) + " in java.library.path: "
                + System.getProperty("java.library.path", ""));
    }

    public Process exec(String command) throws IOException {
        return exec(command, null, null);
    }

    public Process exec(String command, String[] envp) throws IOException {
        return exec(command, envp, null);
    }

    public Process exec(String command, String[] envp, File dir) throws IOException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("Empty command");
        }
        StringTokenizer words = new StringTokenizer(command);
        String[] array = new String[words.countTokens()];
        for (int i = 0; i < array.length; i++) {
            array[i] = words.nextToken();
        }
        return exec(array, envp, dir);
    }

    public Process exec(String[] cmdarray) throws IOException {
        return exec(cmdarray, null, null);
    }

    public Process exec(String[] cmdarray, String[] envp) throws IOException {
        return exec(cmdarray, envp, null);
    }

    public Process exec(String[] cmdarray, String[] envp, File dir) throws IOException {
        return new ProcessBuilder(cmdarray).environment(envp).directory(dir).start();
    }

    public static Version version() {
        return Version.parse(System.getProperty("java.version"));
    }

    /** The version of a Java platform. */
    public static final class Version implements Comparable<Version> {
        private final List<Integer> version;
        private final Optional<String> pre;
        private final Optional<Integer> build;
        private final Optional<String> optional;

        private Version(List<Integer> version, Optional<String> pre, Optional<Integer> build, Optional<String> optional) {
            this.version = version;
            this.pre = pre;
            this.build = build;
            this.optional = optional;
        }

        // The number, then [-pre] [+build] [-optional]; a plus sign without a build may stand before the last.
        public static Version parse(String s) {
            if (s == null) {
                throw new NullPointerException();
            }
            int end = 0;
            while (end < s.length() && (s.charAt(end) >= '0' && s.charAt(end) <= '9' || s.charAt(end) == '.')) {
                end++;
            }
            ArrayList<Integer> numbers = new ArrayList<Integer>();
            int from = 0;
            for (int i = 0; i <= end; i++) {
                if (i == end || s.charAt(i) == '.') {
                    String part = s.substring(from, i);
                    if (part.isEmpty() || part.charAt(0) == '0' && (part.length() > 1 || from == 0)) {
                        throw invalid(s);
                    }
                    numbers.add(Integer.valueOf(part));
                    from = i + 1;
                }
            }
            if (numbers.size() > 1 && numbers.get(numbers.size() - 1) == 0) {
                throw invalid(s);
            }
            Optional<String> pre = Optional.empty();
            Optional<Integer> build = Optional.empty();
            Optional<String> optional = Optional.empty();
            int i = end;
            int plus = s.indexOf('+', i);
            if (i < s.length() && s.charAt(i) == '-') {
                int stop = alphanumeric(s, i + 1);
                if (stop == i + 1) {
                    throw invalid(s);
                }
                pre = Optional.of(s.substring(i + 1, stop));
                i = stop;
                if (i < s.length() && s.charAt(i) == '-') {
                    optional = Optional.of(rest(s, i + 1));
                    i = s.length();
                }
            }
            if (i < s.length() && i == plus) {
                int stop = i + 1;
                while (stop < s.length() && s.charAt(stop) >= '0' && s.charAt(stop) <= '9') {
                    stop++;
                }
                if (stop > i + 1) {
                    if (s.charAt(i + 1) == '0' && stop > i + 2) {
                        throw invalid(s);
                    }
                    build = Optional.of(Integer.valueOf(s.substring(i + 1, stop)));
                } else if (pre.isPresent() || stop >= s.length()) {
                    throw invalid(s);
                }
                i = stop;
                if (i < s.length() && s.charAt(i) == '-') {
                    optional = Optional.of(rest(s, i + 1));
                    i = s.length();
                }
            }
            if (i != s.length()) {
                throw invalid(s);
            }
            return new Version(Collections.unmodifiableList(numbers), pre, build, optional);
        }

        private static IllegalArgumentException invalid(String s) {
            return new IllegalArgumentException("Invalid version string: '" + s + "'");
        }

        private static int alphanumeric(String s, int i) {
            while (i < s.length() && Character.digit(s.charAt(i), 36) >= 0 && s.charAt(i) < 128) {
                i++;
            }
            return i;
        }

        private static String rest(String s, int from) {
            for (int i = from; i < s.length(); i++) {
                char c = s.charAt(i);
                if (c != '.' && c != '-' && (c >= 128 || Character.digit(c, 36) < 0)) {
                    throw invalid(s);
                }
            }
            if (from == s.length()) {
                throw invalid(s);
            }
            return s.substring(from);
        }

        private int part(int i) {
            return i < version.size() ? version.get(i) : 0;
        }

        public int feature() {
            return version.get(0);
        }

        public int interim() {
            return part(1);
        }

        public int update() {
            return part(2);
        }

        public int patch() {
            return part(3);
        }

        @Deprecated(since = "10")
        public int major() {
            return feature();
        }

        @Deprecated(since = "10")
        public int minor() {
            return interim();
        }

        @Deprecated(since = "10")
        public int security() {
            return update();
        }

        public List<Integer> version() {
            return version;
        }

        public Optional<String> pre() {
            return pre;
        }

        public Optional<Integer> build() {
            return build;
        }

        public Optional<String> optional() {
            return optional;
        }

        @Override
        public int compareTo(Version obj) {
            return compare(obj, false);
        }

        public int compareToIgnoreOptional(Version obj) {
            return compare(obj, true);
        }

        private int compare(Version o, boolean ignoreOptional) {
            int c = 0;
            for (int i = 0; c == 0 && i < Math.min(version.size(), o.version.size()); i++) {
                c = Integer.compare(version.get(i), o.version.get(i));
            }
            if (c == 0) {
                c = Integer.compare(version.size(), o.version.size());
            }
            if (c == 0) {
                c = comparePre(o);
            }
            if (c == 0) {
                c = Integer.compare(build.orElse(-1), o.build.orElse(-1));
            }
            if (c == 0 && !ignoreOptional) {
                c = optional.isPresent() != o.optional.isPresent() ? optional.isPresent() ? 1 : -1
                        : optional.orElse("").compareTo(o.optional.orElse(""));
            }
            return c;
        }

        private int comparePre(Version o) {
            if (pre.isPresent() != o.pre.isPresent()) {
                return pre.isPresent() ? -1 : 1;
            }
            if (!pre.isPresent()) {
                return 0;
            }
            String a = pre.get();
            String b = o.pre.get();
            boolean an = isNumber(a);
            boolean bn = isNumber(b);
            if (an && bn) {
                int c = Integer.compare(a.length(), b.length());
                return c != 0 ? c : a.compareTo(b);
            }
            return an != bn ? an ? -1 : 1 : a.compareTo(b);
        }

        private static boolean isNumber(String s) {
            for (int i = 0; i < s.length(); i++) {
                if (s.charAt(i) < '0' || s.charAt(i) > '9') {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            StringBuilder sb = new StringBuilder();
            for (int i = 0; i < version.size(); i++) {
                sb.append(i == 0 ? "" : ".").append(version.get(i));
            }
            if (pre.isPresent()) {
                sb.append('-').append(pre.get());
            }
            if (build.isPresent()) {
                sb.append('+').append(build.get());
                if (optional.isPresent()) {
                    sb.append('-').append(optional.get());
                }
            } else if (optional.isPresent()) {
                sb.append(pre.isPresent() ? "-" : "+-").append(optional.get());
            }
            return sb.toString();
        }

        @Override
        public boolean equals(Object obj) {
            return equalsIgnoreOptional(obj) && optional.equals(((Version) obj).optional);
        }

        public boolean equalsIgnoreOptional(Object obj) {
            if (this == obj) {
                return true;
            }
            if (!(obj instanceof Version)) {
                return false;
            }
            Version v = (Version) obj;
            return version.equals(v.version) && pre.equals(v.pre) && build.equals(v.build);
        }

        @Override
        public int hashCode() {
            int h = 17 + 31 * version.hashCode();
            h = 17 * h + pre.hashCode();
            h = 17 * h + build.hashCode();
            return 17 * h + optional.hashCode();
        }
    }
}
