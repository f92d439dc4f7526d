package java.io;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rvm.internal.HostIO;

/** The path of a file, and what can be done with files as a whole. */
public class File implements Serializable, Comparable<File> {
    public static final char separatorChar = '/';
    public static final String separator = "/";
    public static final char pathSeparatorChar = ':';
    public static final String pathSeparator = ":";

    private static int temporaries;

    private final String path;

    public File(String pathname) {
        if (pathname == null) {
            throw new NullPointerException();
        }
        this.path = normalize(pathname);
    }

    public File(String parent, String child) {
        if (child == null) {
            throw new NullPointerException();
        }
        this.path = parent == null ? normalize(child) : resolve(parent.isEmpty() ? "/" : normalize(parent), normalize(child));
    }

    public File(File parent, String child) {
        if (child == null) {
            throw new NullPointerException();
        }
        this.path = parent == null ? normalize(child)
                : resolve(parent.path.isEmpty() ? "/" : parent.path, normalize(child));
    }

    public File(URI uri) {
        if (!uri.isAbsolute()) {
            throw new IllegalArgumentException("URI is not absolute");
        }
        if (uri.isOpaque()) {
            throw new IllegalArgumentException("URI is not hierarchical");
        }
        if (!"file".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("URI scheme is not \"file\"");
        }
        if (uri.getRawAuthority() != null) {
            throw new IllegalArgumentException("URI has an authority component");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("URI has a fragment component");
        }
        if (uri.getRawQuery() != null) {
            throw new IllegalArgumentException("URI has a query component");
        }
        if (uri.getPath().isEmpty()) {
            throw new IllegalArgumentException("URI path component is empty");
        }
        this.path = normalize(uri.getPath());
    }

    /** Single slashes, none at the end. */
    private static String normalize(String p) {
        boolean clean = p.indexOf("//") < 0 && !(p.length() > 1 && p.endsWith("/"));
        if (clean) {
            return p;
        }
        StringBuilder sb = new StringBuilder(p.length());
        char last = 0;
        for (int i = 0; i < p.length(); i++) {
            char c = p.charAt(i);
            if (c != '/' || last != '/') {
                sb.append(c);
            }
            last = c;
        }
        if (sb.length() > 1 && last == '/') {
            sb.setLength(sb.length() - 1);
        }
        return sb.toString();
    }

    private static String resolve(String parent, String child) {
        if (child.isEmpty()) {
            return parent;
        }
        if (child.charAt(0) == '/') {
            return parent.equals("/") ? child : parent + child;
        }
        return parent.equals("/") ? "/" + child : parent + "/" + child;
    }

    void checkPath() throws FileNotFoundException {
        if (isInvalid()) {
            throw new FileNotFoundException("Invalid file path");
        }
    }

    private boolean isInvalid() {
        return path.indexOf('\0') >= 0;
    }

    public String getName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String getParent() {
        int i = path.lastIndexOf('/');
        if (i > 0) {
            return path.substring(0, i);
        }
        return i == 0 && path.length() > 1 ? "/" : null;
    }

    public File getParentFile() {
        String p = getParent();
        return p == null ? null : new File(p);
    }

    public String getPath() {
        return path;
    }

    public boolean isAbsolute() {
        return path.startsWith("/");
    }

    public String getAbsolutePath() {
        return isAbsolute() ? path : resolve(System.getProperty("user.dir"), path);
    }

    public File getAbsoluteFile() {
        return new File(getAbsolutePath());
    }

    public String getCanonicalPath() throws IOException {
        if (isInvalid()) {
            throw new IOException("Invalid file path");
        }
        String whole = getAbsolutePath();
        String rest = "";
        int[] error = new int[1];
        // The part that exists is resolved by the host, what does not exist yet by its text.
        while (true) {
            String real = HostIO.realPath(whole.isEmpty() ? "/" : whole, error);
            if (real != null) {
                return collapse(rest.isEmpty() ? real : resolve(real, rest));
            }
            int i = whole.lastIndexOf('/');
            if (i < 0) {
                return collapse(getAbsolutePath());
            }
            rest = rest.isEmpty() ? whole.substring(i + 1) : whole.substring(i + 1) + "/" + rest;
            whole = whole.substring(0, i);
        }
    }

    private static String collapse(String p) {
        ArrayList<String> parts = new ArrayList<>();
        for (String part : p.split("/")) {
            if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.remove(parts.size() - 1);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    public File getCanonicalFile() throws IOException {
        return new File(getCanonicalPath());
    }

    private boolean access(int bits) {
        return !isInvalid() && HostIO.access(path, bits) >= 0;
    }

    /** An attribute, or 0 if there is no such file. */
    private long attribute(int slot) {
        long[] out = new long[HostIO.STAT_SLOTS];
        return !isInvalid() && HostIO.stat(path, true, out) >= 0 ? out[slot] : 0;
    }

    public boolean canRead() {
        return access(4);
    }

    public boolean canWrite() {
        return access(2);
    }

    public boolean canExecute() {
        return access(1);
    }

    public boolean exists() {
        return attribute(HostIO.MODE) != 0;
    }

    public boolean isDirectory() {
        return (attribute(HostIO.MODE) & 0170000) == 0040000;
    }

    public boolean isFile() {
        return (attribute(HostIO.MODE) & 0170000) == 0100000;
    }

    public boolean isHidden() {
        return getName().startsWith(".");
    }

    public long lastModified() {
        return attribute(HostIO.MODIFIED) / 1000000;
    }

    public long length() {
        return attribute(HostIO.SIZE);
    }

    public boolean createNewFile() throws IOException {
        if (isInvalid()) {
            throw new IOException("Invalid file path");
        }
        int fd = HostIO.open(path, HostIO.READ | HostIO.WRITE | HostIO.CREATE | HostIO.EXCLUSIVE, 0666);
        if (fd >= 0) {
            HostIO.close(fd);
            return true;
        }
        if (exists()) {
            return false;
        }
        throw new IOException(HostIO.errorText(-fd));
    }

    public boolean delete() {
        if (isInvalid()) {
            return false;
        }
        return isDirectory() && HostIO.rmdir(path) >= 0 || HostIO.unlink(path) >= 0;
    }

    public void deleteOnExit() {
        if (!isInvalid()) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
        }
    }

    public String[] list() {
        return isInvalid() ? null : HostIO.list(path, new int[1]);
    }

    public String[] list(FilenameFilter filter) {
        String[] names = list();
        if (names == null || filter == null) {
            return names;
        }
        List<String> kept = new ArrayList<>();
        for (String name : names) {
            if (filter.accept(this, name)) {
                kept.add(name);
            }
        }
        return kept.toArray(new String[0]);
    }

    public File[] listFiles() {
        return listFiles((FilenameFilter) null);
    }

    public File[] listFiles(FilenameFilter filter) {
        String[] names = list(filter);
        if (names == null) {
            return null;
        }
        File[] files = new File[names.length];
        for (int i = 0; i < names.length; i++) {
            files[i] = new File(this, names[i]);
        }
        return files;
    }

    public File[] listFiles(FileFilter filter) {
        File[] files = listFiles();
        if (files == null || filter == null) {
            return files;
        }
        List<File> kept = new ArrayList<>();
        for (File file : files) {
            if (filter.accept(file)) {
                kept.add(file);
            }
        }
        return kept.toArray(new File[0]);
    }

    public boolean mkdir() {
        return !isInvalid() && HostIO.mkdir(path, 0777) >= 0;
    }

    public boolean mkdirs() {
        if (exists()) {
            return false;
        }
        if (mkdir()) {
            return true;
        }
        File parent = getAbsoluteFile().getParentFile();
        return parent != null && (parent.mkdirs() || parent.exists()) && mkdir();
    }

    public boolean renameTo(File dest) {
        if (dest == null) {
            throw new NullPointerException();
        }
        return !isInvalid() && !dest.isInvalid() && HostIO.rename(path, dest.path) >= 0;
    }

    public boolean setLastModified(long time) {
        if (time < 0) {
            throw new IllegalArgumentException("Negative time");
        }
        return !isInvalid() && HostIO.setTimes(path, Long.MIN_VALUE, time * 1000000) >= 0;
    }

    private boolean setBits(int bits, boolean on, boolean ownerOnly) {
        long mode = attribute(HostIO.MODE);
        if (mode == 0) {
            return false;
        }
        int mask = ownerOnly ? bits << 6 : bits << 6 | bits << 3 | bits;
        int now = (int) mode & 07777;
        return HostIO.chmod(path, on ? now | mask : now & ~mask) >= 0;
    }

    public boolean setReadOnly() {
        return setBits(2, false, false);
    }

    public boolean setWritable(boolean writable, boolean ownerOnly) {
        return setBits(2, writable, ownerOnly);
    }

    public boolean setWritable(boolean writable) {
        return setWritable(writable, true);
    }

    public boolean setReadable(boolean readable, boolean ownerOnly) {
        return setBits(4, readable, ownerOnly);
    }

    public boolean setReadable(boolean readable) {
        return setReadable(readable, true);
    }

    public boolean setExecutable(boolean executable, boolean ownerOnly) {
        return setBits(1, executable, ownerOnly);
    }

    public boolean setExecutable(boolean executable) {
        return setExecutable(executable, true);
    }

    public static File[] listRoots() {
        return new File[] {new File("/")};
    }

    private long space(int slot) {
        long[] out = new long[3];
        return !isInvalid() && HostIO.space(path, out) >= 0 ? out[slot] : 0;
    }

    public long getTotalSpace() {
        return space(0);
    }

    public long getFreeSpace() {
        return space(1);
    }

    public long getUsableSpace() {
        return space(2);
    }

    public static File createTempFile(String prefix, String suffix, File directory) throws IOException {
        if (prefix.length() < 3) {
            throw new IllegalArgumentException("Prefix string \"" + prefix + "\" too short: length must be at least 3");
        }
        String end = suffix == null ? ".tmp" : suffix;
        File dir = directory == null ? new File(System.getProperty("java.io.tmpdir")) : directory;
        for (int tries = 0; tries < 10000; tries++) {
            long n;
            synchronized (File.class) {
                n = System.nanoTime() * 31 + ++temporaries;
            }
            File file = new File(dir, prefix + Long.toUnsignedString(n) + end);
            if (file.createNewFile()) {
                return file;
            }
        }
        throw new IOException("Unable to create temporary file");
    }

    public static File createTempFile(String prefix, String suffix) throws IOException {
        return createTempFile(prefix, suffix, null);
    }

    @Override
    public int compareTo(File pathname) {
        return path.compareTo(pathname.path);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof File && path.equals(((File) obj).path);
    }

    @Override
    public int hashCode() {
        return path.hashCode() ^ 1234321;
    }

    @Override
    public String toString() {
        return path;
    }

    private synchronized void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeChar(separatorChar);
    }

    private synchronized void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        String p = (String) in.readFields().get("path", null);
        char c = in.readChar();
        rvm.internal.SerialForms.set(File.class, "path", this, normalize(c == separatorChar ? p : p.replace(c, separatorChar)));
    }

    public Path toPath() {
        return Path.of(path);
    }

    public URI toURI() {
        String p = getAbsolutePath();
        try {
            return new URI("file", null, isDirectory() && !p.endsWith("/") ? p + "/" : p, null);
        } catch (URISyntaxException e) {
            throw new Error(e);
        }
    }

    @Deprecated
    public URL toURL() throws MalformedURLException {
        if (isInvalid()) {
            throw new MalformedURLException("Invalid file path");
        }
        String p = getAbsolutePath();
        return new URL("file", "", isDirectory() && !p.endsWith("/") ? p + "/" : p);
    }
}
