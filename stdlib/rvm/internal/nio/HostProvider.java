package rvm.internal.nio;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import rvm.internal.HostIO;

/** Files of the host. */
public final class HostProvider extends FileSystemProvider {
    HostProvider() {
    }

    /** What an error number of the host is as an exception. */
    static IOException failure(int error, String file, String other) {
        switch (error) {
            case HostIO.EACCES:
                return new AccessDeniedException(file, other, null);
            case HostIO.ENOENT:
                return new NoSuchFileException(file, other, null);
            case HostIO.EEXIST:
                return new FileAlreadyExistsException(file, other, null);
            case HostIO.ELOOP:
                return new FileSystemException(file, other, HostIO.errorText(error) + " or unable to access attributes of symbolic link");
            default:
                return new FileSystemException(file, other, HostIO.errorText(error));
        }
    }

    private static String host(Path path) {
        return HostPath.checked(path).host();
    }

    private static int check(int result, Path path) throws IOException {
        if (result < 0) {
            throw failure(-result, path.toString(), null);
        }
        return result;
    }

    @Override
    public String getScheme() {
        return "file";
    }

    private static void checkUri(URI uri) {
        if (!"file".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("URI does not match this provider");
        }
        if (uri.getRawAuthority() != null) {
            throw new IllegalArgumentException("Authority component present");
        }
        if (uri.getRawPath() == null) {
            throw new IllegalArgumentException("Path component is undefined");
        }
        if (!uri.getPath().equals("/")) {
            throw new IllegalArgumentException("Path component should be '/'");
        }
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        checkUri(uri);
        throw new FileSystemAlreadyExistsException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        checkUri(uri);
        return HostFileSystem.INSTANCE;
    }

    @Override
    public Path getPath(URI uri) {
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
        return HostPath.of(uri.getPath());
    }

    private static int mode(FileAttribute<?>[] attrs, int normal) {
        int mode = normal;
        for (FileAttribute<?> attr : attrs) {
            if (attr == null) {
                throw new NullPointerException();
            }
            if (!attr.name().equals("posix:permissions")) {
                throw new UnsupportedOperationException("'" + attr.name() + "' not supported as initial attribute");
            }
            mode = bits((Set<?>) attr.value());
        }
        return mode;
    }

    static int bits(Set<?> permissions) {
        int bits = 0;
        for (Object p : permissions) {
            bits |= 256 >> ((PosixFilePermission) p).ordinal();
        }
        return bits;
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs) throws IOException {
        return newFileChannel(path, options, attrs);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs) throws IOException {
        HostPath file = HostPath.checked(path);
        boolean read = false;
        boolean write = false;
        boolean append = false;
        boolean truncate = false;
        boolean create = false;
        boolean createNew = false;
        boolean delete = false;
        int flags = 0;
        for (OpenOption option : options) {
            if (option instanceof StandardOpenOption) {
                switch ((StandardOpenOption) option) {
                    case READ:
                        read = true;
                        break;
                    case WRITE:
                        write = true;
                        break;
                    case APPEND:
                        append = true;
                        break;
                    case TRUNCATE_EXISTING:
                        truncate = true;
                        break;
                    case CREATE:
                        create = true;
                        break;
                    case CREATE_NEW:
                        createNew = true;
                        break;
                    case DELETE_ON_CLOSE:
                        delete = true;
                        flags |= HostIO.NO_FOLLOW;
                        break;
                    case SYNC:
                        flags |= HostIO.SYNC;
                        break;
                    case DSYNC:
                        flags |= HostIO.DATA_SYNC;
                        break;
                    default:
                }
            } else if (option == LinkOption.NOFOLLOW_LINKS) {
                flags |= HostIO.NO_FOLLOW;
            } else if (option == null) {
                throw new NullPointerException();
            } else {
                throw new UnsupportedOperationException(option + " not supported");
            }
        }
        if (!read && !write) {
            if (append) {
                write = true;
            } else {
                read = true;
            }
        }
        if (read && append) {
            throw new IllegalArgumentException("READ + APPEND not allowed");
        }
        if (append && truncate) {
            throw new IllegalArgumentException("APPEND + TRUNCATE_EXISTING not allowed");
        }
        flags |= (read ? HostIO.READ : 0) | (write ? HostIO.WRITE : 0);
        if (write) {
            flags |= (append ? HostIO.APPEND : 0) | (truncate ? HostIO.TRUNCATE : 0);
            if (createNew) {
                flags |= HostIO.CREATE | HostIO.EXCLUSIVE;
            } else if (create) {
                flags |= HostIO.CREATE;
            }
        }
        int fd = HostIO.open(file.host(), flags, mode(attrs, 0666));
        if (fd < 0) {
            throw failure(-fd, file.toString(), null);
        }
        return new HostChannel(fd, read, write, append, delete ? file.toAbsolutePath().toString() : null, null);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
        HostPath folder = HostPath.checked(dir);
        if (filter == null) {
            throw new NullPointerException();
        }
        int[] error = new int[1];
        String[] names = HostIO.list(folder.host(), error);
        if (names == null) {
            if (error[0] == HostIO.ENOTDIR) {
                throw new NotDirectoryException(folder.toString());
            }
            throw failure(error[0], folder.toString(), null);
        }
        return new DirectoryStream<Path>() {
            private boolean closed;
            private boolean taken;

            @Override
            public Iterator<Path> iterator() {
                if (closed) {
                    throw new IllegalStateException("Directory stream is closed");
                }
                if (taken) {
                    throw new IllegalStateException("Iterator already obtained");
                }
                taken = true;
                return new Iterator<Path>() {
                    private int at;
                    private Path next;

                    @Override
                    public boolean hasNext() {
                        while (next == null && at < names.length && !closed) {
                            Path p = folder.resolve(new HostPath(names[at++]));
                            try {
                                if (filter.accept(p)) {
                                    next = p;
                                }
                            } catch (IOException e) {
                                throw new DirectoryIteratorException(e);
                            }
                        }
                        return next != null;
                    }

                    @Override
                    public Path next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        Path p = next;
                        next = null;
                        return p;
                    }
                };
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    @Override
    public void createDirectory(Path dir, FileAttribute<?>... attrs) throws IOException {
        check(HostIO.mkdir(host(dir), mode(attrs, 0777)), dir);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attrs) throws IOException {
        if (attrs.length > 0) {
            mode(attrs, 0);
            throw new UnsupportedOperationException("Initial file attributes not supported when creating symbolic link");
        }
        check(HostIO.symlink(HostPath.checked(target).path, host(link)), link);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        int result = HostIO.link(host(existing), host(link));
        if (result < 0) {
            throw failure(-result, link.toString(), existing.toString());
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        delete(path, true);
    }

    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        return delete(path, false);
    }

    private boolean delete(Path path, boolean mustExist) throws IOException {
        String p = host(path);
        long[] stat = new long[HostIO.STAT_SLOTS];
        int result = HostIO.stat(p, false, stat);
        if (result >= 0) {
            result = (stat[HostIO.MODE] & 0xf000) == 0x4000 ? HostIO.rmdir(p) : HostIO.unlink(p);
        }
        if (result == -HostIO.ENOENT && !mustExist) {
            return false;
        }
        if (result == -HostIO.ENOTEMPTY || result == -HostIO.EEXIST) {
            throw new DirectoryNotEmptyException(path.toString());
        }
        check(result, path);
        return true;
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        int[] error = new int[1];
        String target = HostIO.readLink(host(link), error);
        if (target == null) {
            if (error[0] == HostIO.EINVAL) {
                throw new NotLinkException(link.toString());
            }
            throw failure(error[0], link.toString(), null);
        }
        return new HostPath(target);
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        boolean replace = false;
        boolean attributes = false;
        boolean follow = true;
        for (CopyOption option : options) {
            if (option == StandardCopyOption.REPLACE_EXISTING) {
                replace = true;
            } else if (option == StandardCopyOption.COPY_ATTRIBUTES) {
                attributes = true;
            } else if (option == LinkOption.NOFOLLOW_LINKS) {
                follow = false;
            } else if (option == null) {
                throw new NullPointerException();
            } else {
                throw new UnsupportedOperationException("Unsupported copy option");
            }
        }
        Attributes from = Attributes.read(source, follow);
        Attributes to = Attributes.readOrNull(target);
        if (to != null) {
            if (from.fileKey().equals(to.fileKey())) {
                return;
            }
            if (!replace) {
                throw new FileAlreadyExistsException(target.toString());
            }
            delete(target, false);
        }
        copyTo(source, target, from, attributes);
    }

    private void copyTo(Path source, Path target, Attributes from, boolean attributes) throws IOException {
        if (from.isSymbolicLink()) {
            createSymbolicLink(target, readSymbolicLink(source));
            return;
        }
        int mode = (int) from.stat[HostIO.MODE] & 0777;
        if (from.isDirectory()) {
            check(HostIO.mkdir(host(target), mode), target);
        } else {
            int in = check(HostIO.open(host(source), HostIO.READ, 0), source);
            try {
                int out = check(HostIO.open(host(target), HostIO.WRITE | HostIO.CREATE | HostIO.EXCLUSIVE, mode), target);
                try {
                    byte[] b = new byte[8192];
                    while (true) {
                        int n = check(HostIO.read(in, b, 0, b.length), source);
                        if (n == 0) {
                            break;
                        }
                        HostIO.writeFully(out, b, 0, n);
                    }
                } finally {
                    HostIO.close(out);
                }
            } finally {
                HostIO.close(in);
            }
        }
        if (attributes) {
            HostIO.chmod(host(target), mode);
            HostIO.setTimes(host(target), from.stat[HostIO.ACCESSED], from.stat[HostIO.MODIFIED]);
        }
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        boolean replace = false;
        boolean atomic = false;
        for (CopyOption option : options) {
            if (option == StandardCopyOption.REPLACE_EXISTING) {
                replace = true;
            } else if (option == StandardCopyOption.ATOMIC_MOVE) {
                atomic = true;
            } else if (option == null) {
                throw new NullPointerException();
            } else if (option != LinkOption.NOFOLLOW_LINKS) {
                throw new UnsupportedOperationException("Unsupported copy option");
            }
        }
        if (!atomic) {
            Attributes from = Attributes.read(source, false);
            Attributes to = Attributes.readOrNull(target);
            if (to != null) {
                if (from.fileKey().equals(to.fileKey())) {
                    return;
                }
                if (!replace) {
                    throw new FileAlreadyExistsException(target.toString());
                }
                delete(target, false);
            }
        }
        int result = HostIO.rename(host(source), host(target));
        if (result == -HostIO.EXDEV && !atomic) {
            Attributes from = Attributes.read(source, false);
            if (from.isDirectory()) {
                try (DirectoryStream<Path> entries = newDirectoryStream(source, p -> true)) {
                    if (entries.iterator().hasNext()) {
                        throw new DirectoryNotEmptyException(source.toString());
                    }
                }
            }
            copyTo(source, target, from, true);
            delete(source);
            return;
        }
        if (result == -HostIO.EXDEV) {
            throw new AtomicMoveNotSupportedException(source.toString(), target.toString(), HostIO.errorText(HostIO.EXDEV));
        }
        if (result < 0) {
            throw failure(-result, source.toString(), target.toString());
        }
    }

    @Override
    public boolean isSameFile(Path path, Path path2) throws IOException {
        if (path.equals(path2)) {
            return true;
        }
        if (!(path2 instanceof HostPath)) {
            return false;
        }
        return Attributes.read(path, true).fileKey().equals(Attributes.read(path2, true).fileKey());
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        Path name = HostPath.checked(path).getFileName();
        return name != null && name.toString().startsWith(".");
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        Attributes.read(path, true);
        return new Store(path.toAbsolutePath().toString());
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        int bits = 0;
        for (AccessMode mode : modes) {
            bits |= mode == AccessMode.READ ? 4 : mode == AccessMode.WRITE ? 2 : 1;
        }
        check(HostIO.access(host(path), bits), path);
    }

    private static boolean follow(LinkOption... options) {
        boolean follow = true;
        for (LinkOption option : options) {
            if (option == null) {
                throw new NullPointerException();
            }
            follow = false;
        }
        return follow;
    }

    @SuppressWarnings("unchecked")
    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        HostPath file = HostPath.checked(path);
        boolean follow = follow(options);
        if (type == null) {
            throw new NullPointerException();
        }
        if (type == BasicFileAttributeView.class) {
            return (V) new View(file, follow, "basic");
        }
        if (type == PosixFileAttributeView.class) {
            return (V) new View(file, follow, "posix");
        }
        return type == FileOwnerAttributeView.class ? (V) new View(file, follow, "owner") : null;
    }

    @SuppressWarnings("unchecked")
    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
        if (type == BasicFileAttributes.class || type == PosixFileAttributes.class) {
            return (A) Attributes.read(path, follow(options));
        }
        if (type == null) {
            throw new NullPointerException();
        }
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        int colon = attributes.indexOf(':');
        String view = colon < 0 ? "basic" : attributes.substring(0, colon);
        if (!view.equals("basic") && !view.equals("posix") && !view.equals("unix") && !view.equals("owner")) {
            throw new UnsupportedOperationException("View '" + view + "' not available");
        }
        Attributes a = Attributes.read(path, follow(options));
        LinkedHashMap<String, Object> all = new LinkedHashMap<>();
        if (!view.equals("owner")) {
            all.put("lastAccessTime", a.lastAccessTime());
            all.put("lastModifiedTime", a.lastModifiedTime());
            all.put("size", a.size());
            all.put("creationTime", a.creationTime());
            all.put("isSymbolicLink", a.isSymbolicLink());
            all.put("isRegularFile", a.isRegularFile());
            all.put("fileKey", a.fileKey());
            all.put("isOther", a.isOther());
            all.put("isDirectory", a.isDirectory());
        }
        if (!view.equals("basic")) {
            all.put("owner", a.owner());
            if (!view.equals("owner")) {
                all.put("permissions", a.permissions());
                all.put("group", a.group());
            }
        }
        if (view.equals("unix")) {
            all.put("mode", (int) a.stat[HostIO.MODE]);
            all.put("ino", a.stat[HostIO.INODE]);
            all.put("dev", a.stat[HostIO.DEVICE]);
            all.put("uid", (int) a.stat[HostIO.UID]);
            all.put("gid", (int) a.stat[HostIO.GID]);
            all.put("ctime", Attributes.time(a.stat[HostIO.CHANGED]));
        }
        String names = attributes.substring(colon + 1);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("No attributes specified");
        }
        LinkedHashMap<String, Object> result = new LinkedHashMap<>();
        for (String name : names.split(",")) {
            if (name.equals("*")) {
                return all;
            }
            if (!all.containsKey(name)) {
                throw new IllegalArgumentException("'" + name + "' not recognized");
            }
            result.put(name, all.get(name));
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        int colon = attribute.indexOf(':');
        String view = colon < 0 ? "basic" : attribute.substring(0, colon);
        String name = attribute.substring(colon + 1);
        View v = new View(HostPath.checked(path), follow(options), view);
        if (!view.equals("basic") && !view.equals("posix") && !view.equals("unix") && !view.equals("owner")) {
            throw new UnsupportedOperationException("View '" + view + "' not available");
        }
        switch (name) {
            case "lastModifiedTime":
                v.setTimes((FileTime) value, null, null);
                break;
            case "lastAccessTime":
                v.setTimes(null, (FileTime) value, null);
                break;
            case "creationTime":
                v.setTimes(null, null, (FileTime) value);
                break;
            case "permissions":
                v.setPermissions((Set<PosixFilePermission>) value);
                break;
            case "owner":
                v.setOwner((UserPrincipal) value);
                break;
            case "group":
                v.setGroup((GroupPrincipal) value);
                break;
            case "mode":
                check(HostIO.chmod(host(path), (Integer) value), path);
                break;
            default:
                throw new IllegalArgumentException("'" + attribute + "' not recognized");
        }
    }

    /** A store of files. */
    static final class Store extends FileStore {
        private final String path;

        Store(String path) {
            this.path = path;
        }

        private long space(int i) throws IOException {
            long[] out = new long[3];
            HostIO.check(HostIO.space(path, out));
            return out[i];
        }

        @Override
        public String name() {
            return path;
        }

        @Override
        public String type() {
            return "host";
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public long getTotalSpace() throws IOException {
            return space(0);
        }

        @Override
        public long getUnallocatedSpace() throws IOException {
            return space(1);
        }

        @Override
        public long getUsableSpace() throws IOException {
            return space(2);
        }

        @Override
        public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
            return type == BasicFileAttributeView.class || type == PosixFileAttributeView.class || type == FileOwnerAttributeView.class;
        }

        @Override
        public boolean supportsFileAttributeView(String name) {
            return HostFileSystem.INSTANCE.supportedFileAttributeViews().contains(name);
        }

        @Override
        public <V extends FileStoreAttributeView> V getFileStoreAttributeView(Class<V> type) {
            java.util.Objects.requireNonNull(type);
            return null;
        }

        @Override
        public Object getAttribute(String attribute) throws IOException {
            switch (attribute) {
                case "totalSpace":
                    return getTotalSpace();
                case "usableSpace":
                    return getUsableSpace();
                case "unallocatedSpace":
                    return getUnallocatedSpace();
                default:
                    throw new UnsupportedOperationException("'" + attribute + "' not recognized");
            }
        }
    }
}
