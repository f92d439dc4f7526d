package rvm.internal.nio;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Objects;
import rvm.internal.HostIO;

/** A path of the host: names between slashes. */
public final class HostPath implements Path {
    final String path;
    // Where the names begin; made when wanted.
    private volatile int[] names;

    HostPath(String path) {
        this.path = path;
    }

    /** A path without repeated and trailing slashes. */
    static HostPath of(String input) {
        int n = input.length();
        boolean clean = true;
        for (int i = 0; i < n; i++) {
            char c = input.charAt(i);
            if (c == 0) {
                throw new InvalidPathException(input, "Nul character not allowed");
            }
            if (c == '/' && i > 0 && (input.charAt(i - 1) == '/' || i == n - 1)) {
                clean = false;
            }
        }
        if (clean) {
            return new HostPath(input);
        }
        StringBuilder sb = new StringBuilder(n);
        for (int i = 0; i < n; i++) {
            char c = input.charAt(i);
            if (c != '/' || sb.length() == 0 || sb.charAt(sb.length() - 1) != '/') {
                sb.append(c);
            }
        }
        if (sb.length() > 1 && sb.charAt(sb.length() - 1) == '/') {
            sb.setLength(sb.length() - 1);
        }
        return new HostPath(sb.toString());
    }

    /** The path as one of this file system's. */
    public static HostPath checked(Path p) {
        if (p == null) {
            throw new NullPointerException();
        }
        if (!(p instanceof HostPath)) {
            throw new ProviderMismatchException();
        }
        return (HostPath) p;
    }

    private int[] names() {
        int[] result = names;
        if (result == null) {
            int count = 0;
            int n = path.length();
            if (n == 0) {
                result = new int[] {0};
            } else {
                int[] found = new int[n];
                for (int i = 0; i < n; i++) {
                    if (path.charAt(i) != '/' && (i == 0 || path.charAt(i - 1) == '/')) {
                        found[count++] = i;
                    }
                }
                result = java.util.Arrays.copyOf(found, count);
            }
            names = result;
        }
        return result;
    }

    private int end(int i) {
        int[] n = names();
        return i + 1 < n.length ? n[i + 1] - 1 : path.length();
    }

    private String name(int i) {
        return path.substring(names()[i], end(i));
    }

    boolean isEmpty() {
        return path.isEmpty();
    }

    @Override
    public FileSystem getFileSystem() {
        return HostFileSystem.INSTANCE;
    }

    @Override
    public boolean isAbsolute() {
        return path.startsWith("/");
    }

    @Override
    public Path getRoot() {
        return isAbsolute() ? new HostPath("/") : null;
    }

    @Override
    public Path getFileName() {
        int n = names().length;
        if (n == 0) {
            return null;
        }
        return n == 1 && !isAbsolute() ? this : new HostPath(name(n - 1));
    }

    @Override
    public Path getParent() {
        int n = names().length;
        if (n == 0) {
            return null;
        }
        int cut = names()[n - 1] - 1;
        return cut <= 0 ? getRoot() : new HostPath(path.substring(0, cut));
    }

    @Override
    public int getNameCount() {
        return names().length;
    }

    @Override
    public Path getName(int index) {
        if (index < 0 || index >= names().length) {
            throw new IllegalArgumentException();
        }
        return new HostPath(name(index));
    }

    @Override
    public Path subpath(int beginIndex, int endIndex) {
        if (beginIndex < 0 || endIndex > names().length || beginIndex >= endIndex) {
            throw new IllegalArgumentException();
        }
        return new HostPath(path.substring(names()[beginIndex], end(endIndex - 1)));
    }

    @Override
    public boolean startsWith(Path other) {
        if (!(Objects.requireNonNull(other) instanceof HostPath)) {
            return false;
        }
        HostPath o = (HostPath) other;
        if (isAbsolute() != o.isAbsolute() || o.names().length > names().length) {
            return false;
        }
        if (isEmpty() || o.isEmpty()) {
            return isEmpty() && o.isEmpty();
        }
        for (int i = 0; i < o.names().length; i++) {
            if (!name(i).equals(o.name(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean endsWith(Path other) {
        if (!(Objects.requireNonNull(other) instanceof HostPath)) {
            return false;
        }
        HostPath o = (HostPath) other;
        if (isEmpty() || o.isEmpty()) {
            return isEmpty() && o.isEmpty();
        }
        int n = names().length;
        int k = o.names().length;
        if (k > n || o.isAbsolute() && (!isAbsolute() || k != n)) {
            return false;
        }
        for (int i = 1; i <= k; i++) {
            if (!name(n - i).equals(o.name(k - i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Path normalize() {
        int n = names().length;
        if (n == 0 || isEmpty()) {
            return this;
        }
        ArrayList<String> kept = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String s = name(i);
            if (s.equals(".")) {
                continue;
            }
            if (s.equals("..")) {
                if (!kept.isEmpty() && !kept.get(kept.size() - 1).equals("..")) {
                    kept.remove(kept.size() - 1);
                    continue;
                }
                if (isAbsolute()) {
                    continue;
                }
            }
            kept.add(s);
        }
        if (kept.size() == n) {
            return this;
        }
        return new HostPath((isAbsolute() ? "/" : "") + String.join("/", kept));
    }

    @Override
    public Path resolve(Path other) {
        HostPath o = checked(other);
        if (o.isAbsolute()) {
            return o;
        }
        if (o.isEmpty()) {
            return this;
        }
        return isEmpty() ? o : new HostPath(path.endsWith("/") ? path + o.path : path + "/" + o.path);
    }

    @Override
    public Path relativize(Path other) {
        HostPath o = checked(other);
        if (o.equals(this)) {
            return new HostPath("");
        }
        if (isAbsolute() != o.isAbsolute()) {
            throw new IllegalArgumentException("'other' is different type of Path");
        }
        if (isEmpty()) {
            return o;
        }
        HostPath base = (HostPath) normalize();
        HostPath target = (HostPath) o.normalize();
        int bn = base.isEmpty() ? 0 : base.names().length;
        int tn = target.isEmpty() ? 0 : target.names().length;
        int i = 0;
        while (i < bn && i < tn && base.name(i).equals(target.name(i))) {
            i++;
        }
        ArrayList<String> parts = new ArrayList<>();
        for (int k = i; k < bn; k++) {
            if (base.name(k).equals("..")) {
                throw new IllegalArgumentException("Unable to compute relative  path from " + this + " to " + o);
            }
            parts.add("..");
        }
        for (int k = i; k < tn; k++) {
            parts.add(target.name(k));
        }
        return new HostPath(String.join("/", parts));
    }

    @Override
    public URI toUri() {
        String absolute = ((HostPath) toAbsolutePath()).path;
        StringBuilder sb = new StringBuilder("file:///");
        byte[] bytes = absolute.getBytes(StandardCharsets.UTF_8);
        for (int i = 1; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 255);
            if (c < 128 && (Character.isLetterOrDigit(c) || "/-_.!~*'():@&=+$,".indexOf(c) >= 0)) {
                sb.append(c);
            } else {
                sb.append('%').append("0123456789ABCDEF".charAt(c >> 4)).append("0123456789ABCDEF".charAt(c & 15));
            }
        }
        if (sb.charAt(sb.length() - 1) != '/') {
            long[] stat = new long[HostIO.STAT_SLOTS];
            if (HostIO.stat(absolute, true, stat) >= 0 && (stat[HostIO.MODE] & 0xf000) == 0x4000) {
                sb.append('/');
            }
        }
        return URI.create(sb.toString());
    }

    @Override
    public Path toAbsolutePath() {
        if (isAbsolute()) {
            return this;
        }
        String dir = System.getProperty("user.dir");
        return isEmpty() ? new HostPath(dir) : new HostPath(dir.endsWith("/") ? dir + path : dir + "/" + path);
    }

    /** The text for system calls: an empty path is the current folder. */
    String host() {
        return isEmpty() ? "." : path;
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        boolean follow = true;
        for (LinkOption option : options) {
            if (option == LinkOption.NOFOLLOW_LINKS) {
                follow = false;
            }
        }
        HostPath absolute = (HostPath) toAbsolutePath();
        int[] error = new int[1];
        if (follow) {
            String real = HostIO.realPath(absolute.path, error);
            if (real == null) {
                throw HostProvider.failure(error[0], path, null);
            }
            return new HostPath(real);
        }
        long[] stat = new long[HostIO.STAT_SLOTS];
        int result = HostIO.stat(absolute.path, false, stat);
        if (result < 0) {
            throw HostProvider.failure(-result, path, null);
        }
        return absolute.normalize();
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) throws IOException {
        if (watcher == null) {
            throw new NullPointerException();
        }
        throw new ProviderMismatchException();
    }

    @Override
    public int compareTo(Path other) {
        byte[] a = path.getBytes(StandardCharsets.UTF_8);
        byte[] b = ((HostPath) other).path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (a[i] != b[i]) {
                return (a[i] & 255) - (b[i] & 255);
            }
        }
        return a.length - b.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostPath && path.equals(((HostPath) other).path);
    }

    @Override
    public int hashCode() {
        int h = 0;
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            h = 31 * h + (b & 255);
        }
        return h;
    }

    @Override
    public String toString() {
        return path;
    }
}
