package java.nio.file;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Operations on files. */
public final class Files {
    private Files() {
    }

    private static FileSystemProvider provider(Path path) {
        return path.getFileSystem().provider();
    }

    public static InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        return provider(path).newInputStream(path, options);
    }

    public static OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        return provider(path).newOutputStream(path, options);
    }

    public static SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs)
            throws IOException {
        return provider(path).newByteChannel(path, options, attrs);
    }

    public static SeekableByteChannel newByteChannel(Path path, OpenOption... options) throws IOException {
        HashSet<OpenOption> set = new HashSet<>();
        Collections.addAll(set, options);
        return newByteChannel(path, set);
    }

    public static DirectoryStream<Path> newDirectoryStream(Path dir) throws IOException {
        return provider(dir).newDirectoryStream(dir, p -> true);
    }

    public static DirectoryStream<Path> newDirectoryStream(Path dir, String glob) throws IOException {
        if (glob.equals("*")) {
            return newDirectoryStream(dir);
        }
        PathMatcher matcher = dir.getFileSystem().getPathMatcher("glob:" + glob);
        return provider(dir).newDirectoryStream(dir, p -> matcher.matches(p.getFileName()));
    }

    public static DirectoryStream<Path> newDirectoryStream(Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
        return provider(dir).newDirectoryStream(dir, filter);
    }

    public static Path createFile(Path path, FileAttribute<?>... attrs) throws IOException {
        newByteChannel(path, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attrs).close();
        return path;
    }

    public static Path createDirectory(Path dir, FileAttribute<?>... attrs) throws IOException {
        provider(dir).createDirectory(dir, attrs);
        return dir;
    }

    public static Path createDirectories(Path dir, FileAttribute<?>... attrs) throws IOException {
        if (makeDirectory(dir, attrs)) {
            return dir;
        }
        Path all = dir.toAbsolutePath();
        Path parent = all.getParent();
        ArrayList<Path> missing = new ArrayList<>();
        missing.add(all);
        while (parent != null && !exists(parent)) {
            missing.add(parent);
            parent = parent.getParent();
        }
        if (parent == null) {
            throw new FileSystemException(dir.toString(), null, "Unable to determine if root directory exists");
        }
        for (int i = missing.size() - 1; i >= 0; i--) {
            makeDirectory1(missing.get(i), attrs);
        }
        return dir;
    }

    /** Whether the folder is there now; false if its parent is missing. */
    private static boolean makeDirectory(Path dir, FileAttribute<?>... attrs) throws IOException {
        try {
            makeDirectory1(dir, attrs);
            return true;
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }

    private static void makeDirectory1(Path dir, FileAttribute<?>... attrs) throws IOException {
        try {
            createDirectory(dir, attrs);
        } catch (FileAlreadyExistsException e) {
            if (!isDirectory(dir)) {
                throw e;
            }
        }
    }

    private static final class Names {
        static final Random RANDOM = new Random(System.nanoTime() ^ System.identityHashCode(Names.class));
    }

    private static Path temporary(Path dir, String prefix, String suffix, boolean folder, FileAttribute<?>... attrs) throws IOException {
        Path in = dir != null ? dir : Path.of(System.getProperty("java.io.tmpdir"));
        boolean given = false;
        for (FileAttribute<?> attr : attrs) {
            given |= attr.name().equals("posix:permissions");
        }
        FileAttribute<?>[] all = attrs;
        if (!given && in.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            all = Arrays.copyOf(attrs, attrs.length + 1);
            all[attrs.length] = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"));
        }
        while (true) {
            String name = (prefix == null ? "" : prefix) + Long.toUnsignedString(Names.RANDOM.nextLong())
                    + (suffix == null ? folder ? "" : ".tmp" : suffix);
            Path plain = in.getFileSystem().getPath(name);
            if (plain.getParent() != null) {
                throw new IllegalArgumentException("Invalid prefix or suffix");
            }
            Path file = in.resolve(plain);
            try {
                return folder ? createDirectory(file, all) : createFile(file, all);
            } catch (FileAlreadyExistsException e) {
                // Another name.
            }
        }
    }

    public static Path createTempFile(Path dir, String prefix, String suffix, FileAttribute<?>... attrs) throws IOException {
        return temporary(Objects.requireNonNull(dir), prefix, suffix, false, attrs);
    }

    public static Path createTempFile(String prefix, String suffix, FileAttribute<?>... attrs) throws IOException {
        return temporary(null, prefix, suffix, false, attrs);
    }

    public static Path createTempDirectory(Path dir, String prefix, FileAttribute<?>... attrs) throws IOException {
        return temporary(Objects.requireNonNull(dir), prefix, null, true, attrs);
    }

    public static Path createTempDirectory(String prefix, FileAttribute<?>... attrs) throws IOException {
        return temporary(null, prefix, null, true, attrs);
    }

    public static Path createSymbolicLink(Path link, Path target, FileAttribute<?>... attrs) throws IOException {
        provider(link).createSymbolicLink(link, target, attrs);
        return link;
    }

    public static Path createLink(Path link, Path existing) throws IOException {
        provider(link).createLink(link, existing);
        return link;
    }

    public static void delete(Path path) throws IOException {
        provider(path).delete(path);
    }

    public static boolean deleteIfExists(Path path) throws IOException {
        return provider(path).deleteIfExists(path);
    }

    public static Path copy(Path source, Path target, CopyOption... options) throws IOException {
        if (provider(source) == provider(target)) {
            provider(source).copy(source, target, options);
            return target;
        }
        boolean replace = Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING);
        if (isDirectory(source)) {
            if (replace) {
                deleteIfExists(target);
            }
            createDirectory(target);
        } else {
            try (InputStream in = newInputStream(source)) {
                copy(in, target, replace ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} : new CopyOption[0]);
            }
        }
        return target;
    }

    public static Path move(Path source, Path target, CopyOption... options) throws IOException {
        if (provider(source) == provider(target)) {
            provider(source).move(source, target, options);
        } else {
            copy(source, target, options);
            delete(source);
        }
        return target;
    }

    public static Path readSymbolicLink(Path link) throws IOException {
        return provider(link).readSymbolicLink(link);
    }

    public static FileStore getFileStore(Path path) throws IOException {
        return provider(path).getFileStore(path);
    }

    public static boolean isSameFile(Path path, Path path2) throws IOException {
        return provider(path).isSameFile(path, path2);
    }

    public static long mismatch(Path path, Path path2) throws IOException {
        if (isSameFile(path, path2)) {
            return -1;
        }
        try (InputStream a = newInputStream(path); InputStream b = newInputStream(path2)) {
            long at = 0;
            while (true) {
                byte[] x = a.readNBytes(8192);
                byte[] y = b.readNBytes(8192);
                int i = Arrays.mismatch(x, y);
                if (i >= 0) {
                    return at + i;
                }
                if (x.length < 8192) {
                    return -1;
                }
                at += x.length;
            }
        }
    }

    public static boolean isHidden(Path path) throws IOException {
        return provider(path).isHidden(path);
    }

    private static final String[][] TYPES = {{"txt", "text/plain"}, {"html", "text/html"}, {"htm", "text/html"}, {"css", "text/css"},
        {"csv", "text/csv"}, {"js", "text/javascript"}, {"json", "application/json"}, {"xml", "application/xml"}, {"png", "image/png"},
        {"jpg", "image/jpeg"}, {"jpeg", "image/jpeg"}, {"gif", "image/gif"}, {"bmp", "image/bmp"}, {"svg", "image/svg+xml"},
        {"webp", "image/webp"}, {"pdf", "application/pdf"}, {"zip", "application/zip"}, {"jar", "application/java-archive"},
        {"gz", "application/gzip"}, {"md", "text/markdown"}, {"sh", "application/x-sh"}, {"wav", "audio/x-wav"}, {"mp3", "audio/mpeg"},
        {"mp4", "video/mp4"}, {"doc", "application/msword"}, {"xls", "application/vnd.ms-excel"}, {"tar", "application/x-tar"},
        {"php", "text/php"}, {"rtf", "application/rtf"}, {"7z", "application/x-7z-compressed"}};

    public static String probeContentType(Path path) throws IOException {
        Path name = path.getFileName();
        String text = name == null ? "" : name.toString();
        String extension = text.substring(text.lastIndexOf('.') + 1);
        for (String[] row : TYPES) {
            if (row[0].equals(extension)) {
                return row[1];
            }
        }
        return null;
    }

    public static <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return provider(path).getFileAttributeView(path, type, options);
    }

    public static <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
        return provider(path).readAttributes(path, type, options);
    }

    public static Path setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        provider(path).setAttribute(path, attribute, value, options);
        return path;
    }

    public static Object getAttribute(Path path, String attribute, LinkOption... options) throws IOException {
        if (attribute.indexOf('*') >= 0 || attribute.indexOf(',') >= 0) {
            throw new IllegalArgumentException(attribute);
        }
        return readAttributes(path, attribute, options).get(attribute.substring(attribute.indexOf(':') + 1));
    }

    public static Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return provider(path).readAttributes(path, attributes, options);
    }

    public static Set<PosixFilePermission> getPosixFilePermissions(Path path, LinkOption... options) throws IOException {
        return readAttributes(path, PosixFileAttributes.class, options).permissions();
    }

    public static Path setPosixFilePermissions(Path path, Set<PosixFilePermission> perms) throws IOException {
        PosixFileAttributeView view = getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            throw new UnsupportedOperationException();
        }
        view.setPermissions(perms);
        return path;
    }

    public static UserPrincipal getOwner(Path path, LinkOption... options) throws IOException {
        FileOwnerAttributeView view = getFileAttributeView(path, FileOwnerAttributeView.class, options);
        if (view == null) {
            throw new UnsupportedOperationException();
        }
        return view.getOwner();
    }

    public static Path setOwner(Path path, UserPrincipal owner) throws IOException {
        FileOwnerAttributeView view = getFileAttributeView(path, FileOwnerAttributeView.class);
        if (view == null) {
            throw new UnsupportedOperationException();
        }
        view.setOwner(owner);
        return path;
    }

    private static BasicFileAttributes attributesOrNull(Path path, LinkOption... options) {
        try {
            return readAttributes(path, BasicFileAttributes.class, options);
        } catch (IOException e) {
            return null;
        }
    }

    public static boolean isSymbolicLink(Path path) {
        BasicFileAttributes a = attributesOrNull(path, LinkOption.NOFOLLOW_LINKS);
        return a != null && a.isSymbolicLink();
    }

    public static boolean isDirectory(Path path, LinkOption... options) {
        BasicFileAttributes a = attributesOrNull(path, options);
        return a != null && a.isDirectory();
    }

    public static boolean isRegularFile(Path path, LinkOption... options) {
        BasicFileAttributes a = attributesOrNull(path, options);
        return a != null && a.isRegularFile();
    }

    public static FileTime getLastModifiedTime(Path path, LinkOption... options) throws IOException {
        return readAttributes(path, BasicFileAttributes.class, options).lastModifiedTime();
    }

    public static Path setLastModifiedTime(Path path, FileTime time) throws IOException {
        getFileAttributeView(path, BasicFileAttributeView.class).setTimes(Objects.requireNonNull(time), null, null);
        return path;
    }

    public static long size(Path path) throws IOException {
        return readAttributes(path, BasicFileAttributes.class).size();
    }

    public static boolean exists(Path path, LinkOption... options) {
        return attributesOrNull(path, options) != null;
    }

    public static boolean notExists(Path path, LinkOption... options) {
        try {
            readAttributes(path, BasicFileAttributes.class, options);
            return false;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean accessible(Path path, AccessMode... modes) {
        try {
            provider(path).checkAccess(path, modes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public static boolean isReadable(Path path) {
        return accessible(path, AccessMode.READ);
    }

    public static boolean isWritable(Path path) {
        return accessible(path, AccessMode.WRITE);
    }

    public static boolean isExecutable(Path path) {
        return accessible(path, AccessMode.EXECUTE);
    }

    public static Path walkFileTree(Path start, Set<FileVisitOption> options, int maxDepth, FileVisitor<? super Path> visitor)
            throws IOException {
        try (TreeWalk walk = new TreeWalk(options, maxDepth)) {
            TreeWalk.Event event = walk.start(start);
            do {
                FileVisitResult result;
                switch (event.kind) {
                    case ENTRY:
                        if (event.failure == null) {
                            result = visitor.visitFile(event.file, event.attributes);
                        } else {
                            result = visitor.visitFileFailed(event.file, event.failure);
                        }
                        break;
                    case START:
                        result = visitor.preVisitDirectory(event.file, event.attributes);
                        if (result == FileVisitResult.SKIP_SUBTREE || result == FileVisitResult.SKIP_SIBLINGS) {
                            walk.leave();
                        }
                        break;
                    default:
                        result = visitor.postVisitDirectory(event.file, event.failure);
                }
                Objects.requireNonNull(result);
                if (result == FileVisitResult.TERMINATE) {
                    break;
                }
                if (result == FileVisitResult.SKIP_SIBLINGS) {
                    walk.skipSiblings();
                }
                event = walk.next();
            } while (event != null);
        }
        return start;
    }

    public static Path walkFileTree(Path start, FileVisitor<? super Path> visitor) throws IOException {
        return walkFileTree(start, EnumSet.noneOf(FileVisitOption.class), Integer.MAX_VALUE, visitor);
    }

    public static BufferedReader newBufferedReader(Path path, Charset cs) throws IOException {
        return new BufferedReader(new InputStreamReader(newInputStream(path), cs.newDecoder()));
    }

    public static BufferedReader newBufferedReader(Path path) throws IOException {
        return newBufferedReader(path, StandardCharsets.UTF_8);
    }

    public static BufferedWriter newBufferedWriter(Path path, Charset cs, OpenOption... options) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(newOutputStream(path, options), cs.newEncoder()));
    }

    public static BufferedWriter newBufferedWriter(Path path, OpenOption... options) throws IOException {
        return newBufferedWriter(path, StandardCharsets.UTF_8, options);
    }

    public static long copy(InputStream in, Path target, CopyOption... options) throws IOException {
        Objects.requireNonNull(in);
        boolean replace = false;
        for (CopyOption option : options) {
            if (option == StandardCopyOption.REPLACE_EXISTING) {
                replace = true;
            } else if (option == null) {
                throw new NullPointerException("options contains 'null'");
            } else {
                throw new UnsupportedOperationException(option + " not supported");
            }
        }
        if (replace) {
            deleteIfExists(target);
        }
        try (OutputStream out = newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return in.transferTo(out);
        }
    }

    public static long copy(Path source, OutputStream out) throws IOException {
        Objects.requireNonNull(out);
        try (InputStream in = newInputStream(source)) {
            return in.transferTo(out);
        }
    }

    public static byte[] readAllBytes(Path path) throws IOException {
        try (SeekableByteChannel channel = newByteChannel(path)) {
            long size = channel.size();
            if (size > Integer.MAX_VALUE - 8) {
                throw new OutOfMemoryError("Required array size too large");
            }
            ByteBuffer b = ByteBuffer.allocate((int) size + 1);
            while (channel.read(b) >= 0) {
                if (!b.hasRemaining()) {
                    // It is longer than it said, as files of /proc are.
                    b.flip();
                    b = ByteBuffer.allocate(Math.max(b.capacity() * 2, 8192)).put(b);
                }
            }
            return Arrays.copyOf(b.array(), b.position());
        }
    }

    public static String readString(Path path) throws IOException {
        return readString(path, StandardCharsets.UTF_8);
    }

    public static String readString(Path path, Charset cs) throws IOException {
        Objects.requireNonNull(path);
        Objects.requireNonNull(cs);
        return cs.newDecoder().decode(ByteBuffer.wrap(readAllBytes(path))).toString();
    }

    public static List<String> readAllLines(Path path, Charset cs) throws IOException {
        try (BufferedReader reader = newBufferedReader(path, cs)) {
            List<String> result = new ArrayList<>();
            String line;
            while ((line = reader.readLine()) != null) {
                result.add(line);
            }
            return result;
        }
    }

    public static List<String> readAllLines(Path path) throws IOException {
        return readAllLines(path, StandardCharsets.UTF_8);
    }

    public static Path write(Path path, byte[] bytes, OpenOption... options) throws IOException {
        Objects.requireNonNull(bytes);
        try (OutputStream out = newOutputStream(path, options)) {
            out.write(bytes);
        }
        return path;
    }

    public static Path write(Path path, Iterable<? extends CharSequence> lines, Charset cs, OpenOption... options) throws IOException {
        Objects.requireNonNull(lines);
        try (Writer writer = newBufferedWriter(path, cs, options)) {
            for (CharSequence line : lines) {
                writer.append(line).append(System.lineSeparator());
            }
        }
        return path;
    }

    public static Path write(Path path, Iterable<? extends CharSequence> lines, OpenOption... options) throws IOException {
        return write(path, lines, StandardCharsets.UTF_8, options);
    }

    public static Path writeString(Path path, CharSequence csq, OpenOption... options) throws IOException {
        return writeString(path, csq, StandardCharsets.UTF_8, options);
    }

    public static Path writeString(Path path, CharSequence csq, Charset cs, OpenOption... options) throws IOException {
        Objects.requireNonNull(path);
        Objects.requireNonNull(csq);
        Objects.requireNonNull(cs);
        ByteBuffer b = cs.newEncoder().encode(CharBuffer.wrap(csq));
        byte[] bytes = new byte[b.remaining()];
        b.get(bytes);
        return write(path, bytes, options);
    }

    private static Runnable closing(Closeable c) {
        return () -> {
            try {
                c.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static <T> Stream<T> stream(Iterator<T> it) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(it, Spliterator.DISTINCT), false);
    }

    public static Stream<Path> list(Path dir) throws IOException {
        DirectoryStream<Path> entries = newDirectoryStream(dir);
        Iterator<Path> it = entries.iterator();
        Iterator<Path> unchecked = new Iterator<Path>() {
            @Override
            public boolean hasNext() {
                try {
                    return it.hasNext();
                } catch (DirectoryIteratorException e) {
                    throw new UncheckedIOException(e.getCause());
                }
            }

            @Override
            public Path next() {
                return it.next();
            }
        };
        return stream(unchecked).onClose(closing(entries));
    }

    public static Stream<Path> walk(Path start, int maxDepth, FileVisitOption... options) throws IOException {
        return walked(start, maxDepth, (p, a) -> true, options);
    }

    public static Stream<Path> walk(Path start, FileVisitOption... options) throws IOException {
        return walk(start, Integer.MAX_VALUE, options);
    }

    public static Stream<Path> find(Path start, int maxDepth, BiPredicate<Path, BasicFileAttributes> matcher, FileVisitOption... options)
            throws IOException {
        return walked(start, maxDepth, Objects.requireNonNull(matcher), options);
    }

    private static Stream<Path> walked(Path start, int maxDepth, BiPredicate<Path, BasicFileAttributes> matcher, FileVisitOption... options)
            throws IOException {
        TreeWalk walk = new TreeWalk(new HashSet<>(Arrays.asList(options)), maxDepth);
        TreeWalk.Event first = walk.start(start);
        if (first.failure != null) {
            throw first.failure;
        }
        Iterator<Path> it = new Iterator<Path>() {
            private TreeWalk.Event event = first;
            private boolean ready = true;

            @Override
            public boolean hasNext() {
                while (true) {
                    if (!ready) {
                        event = walk.next();
                        ready = true;
                    }
                    if (event == null) {
                        return false;
                    }
                    if (event.failure != null && event.kind != TreeWalk.Kind.END) {
                        throw new UncheckedIOException(event.failure);
                    }
                    if (event.kind != TreeWalk.Kind.END && matcher.test(event.file, event.attributes)) {
                        return true;
                    }
                    ready = false;
                }
            }

            @Override
            public Path next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                ready = false;
                return event.file;
            }
        };
        return stream(it).onClose(walk::close);
    }

    public static Stream<String> lines(Path path, Charset cs) throws IOException {
        BufferedReader reader = newBufferedReader(path, cs);
        return reader.lines().onClose(closing(reader));
    }

    public static Stream<String> lines(Path path) throws IOException {
        return lines(path, StandardCharsets.UTF_8);
    }
}
