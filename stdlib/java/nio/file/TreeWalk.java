package java.nio.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;

/** Walks a tree of files, depth first. */
final class TreeWalk implements Closeable {
    enum Kind { START, END, ENTRY }

    /** A step of the walk. */
    static final class Event {
        final Kind kind;
        final Path file;
        final BasicFileAttributes attributes;
        final IOException failure;

        Event(Kind kind, Path file, BasicFileAttributes attributes, IOException failure) {
            this.kind = kind;
            this.file = file;
            this.attributes = attributes;
            this.failure = failure;
        }
    }

    private static final class Folder {
        final Path path;
        final Object key;
        final DirectoryStream<Path> stream;
        final Iterator<Path> entries;
        boolean skipped;

        Folder(Path path, Object key, DirectoryStream<Path> stream) {
            this.path = path;
            this.key = key;
            this.stream = stream;
            this.entries = stream.iterator();
        }
    }

    private final boolean follow;
    private final int maxDepth;
    private final ArrayDeque<Folder> open = new ArrayDeque<>();
    private boolean closed;

    TreeWalk(Set<FileVisitOption> options, int maxDepth) {
        boolean f = false;
        for (FileVisitOption option : options) {
            Objects.requireNonNull(option);
            f = true;
        }
        if (maxDepth < 0) {
            throw new IllegalArgumentException("'maxDepth' is negative");
        }
        this.follow = f;
        this.maxDepth = maxDepth;
    }

    Event start(Path file) {
        return visit(file);
    }

    private BasicFileAttributes attributes(Path file) throws IOException {
        if (follow) {
            try {
                return Files.readAttributes(file, BasicFileAttributes.class);
            } catch (IOException e) {
                // A dangling link is visited itself.
            }
        }
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private Event visit(Path file) {
        BasicFileAttributes attributes;
        try {
            attributes = attributes(file);
        } catch (IOException e) {
            return new Event(Kind.ENTRY, file, null, e);
        }
        if (open.size() >= maxDepth || !attributes.isDirectory()) {
            return new Event(Kind.ENTRY, file, attributes, null);
        }
        Object key = attributes.fileKey();
        if (follow) {
            for (Folder f : open) {
                if (key != null && key.equals(f.key)) {
                    return new Event(Kind.ENTRY, file, null, new FileSystemLoopException(file.toString()));
                }
            }
        }
        try {
            open.push(new Folder(file, key, Files.newDirectoryStream(file)));
        } catch (IOException e) {
            return new Event(Kind.ENTRY, file, null, e);
        }
        return new Event(Kind.START, file, attributes, null);
    }

    Event next() {
        if (closed) {
            throw new IllegalStateException();
        }
        Folder top = open.peek();
        if (top == null) {
            return null;
        }
        IOException failure = null;
        if (!top.skipped) {
            try {
                if (top.entries.hasNext()) {
                    return visit(top.entries.next());
                }
            } catch (DirectoryIteratorException e) {
                failure = e.getCause();
            }
        }
        open.pop();
        try {
            top.stream.close();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
        return new Event(Kind.END, top.path, null, failure);
    }

    /** Leaves the folder that was just entered, without its end. */
    void leave() {
        Folder top = open.poll();
        if (top != null) {
            try {
                top.stream.close();
            } catch (IOException e) {
                // Nothing is lost.
            }
        }
    }

    void skipSiblings() {
        if (!open.isEmpty()) {
            open.peek().skipped = true;
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            leave();
        }
        closed = true;
    }
}
