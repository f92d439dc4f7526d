import java.io.*;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.nio.file.attribute.*;
import java.util.*;
import java.util.stream.*;

/** Files: reading, writing, copying, walking, attributes, errors. */
public class FileTree {
    interface Body { Object run() throws Exception; }

    static Path root;

    static void show(String name, Body body) {
        try {
            System.out.println(name + " = " + String.valueOf(body.run()).replace(root.toString(), "ROOT"));
        } catch (Exception e) {
            System.out.println(name + " ! " + e.getClass().getName() + ": " + String.valueOf(e.getMessage()).replace(root.toString(), "ROOT"));
        }
    }

    public static void main(String[] args) throws Exception {
        root = Files.createTempDirectory("tree");
        Path a = root.resolve("a.txt");
        show("write", () -> Files.writeString(a, "one\ntwo\nthr\u00e9e\n").getFileName());
        show("read", () -> Files.readString(a).length() + " " + Files.size(a) + " " + Files.readAllLines(a));
        show("append", () -> Files.write(a, List.of("four", "five"), StandardOpenOption.APPEND) == a);
        show("lines", () -> { try (Stream<String> s = Files.lines(a)) { return s.filter(l -> l.contains("o")).collect(Collectors.joining(",")); } });
        show("missing", () -> Files.readString(root.resolve("none")));
        show("missing2", () -> Files.newInputStream(root.resolve("none/x")));
        show("createExisting", () -> Files.createFile(a));
        show("new", () -> Files.newOutputStream(a, StandardOpenOption.CREATE_NEW));
        show("dirs", () -> Files.createDirectories(root.resolve("x/y/z")).getNameCount() > 2);
        show("dirsAgain", () -> Files.isDirectory(Files.createDirectories(root.resolve("x/y/z"))));
        show("dirOverFile", () -> Files.createDirectories(a));
        show("dirExists", () -> Files.createDirectory(root.resolve("x")));
        show("deleteFull", () -> { Files.delete(root.resolve("x")); return 1; });
        show("deleteNone", () -> { Files.delete(root.resolve("q")); return 1; });
        show("deleteIfExists", () -> Files.deleteIfExists(root.resolve("q")));
        show("copy", () -> Files.copy(a, root.resolve("x/b.txt")).getFileName());
        show("copyAgain", () -> Files.copy(a, root.resolve("x/b.txt")));
        show("copyReplace", () -> Files.copy(a, root.resolve("x/b.txt"), StandardCopyOption.REPLACE_EXISTING).getFileName());
        show("move", () -> Files.move(root.resolve("x/b.txt"), root.resolve("x/y/c.txt")).getFileName());
        show("moveNone", () -> Files.move(root.resolve("x/b.txt"), root.resolve("x/y/d.txt")));
        show("exists", () -> Files.exists(a) + " " + Files.notExists(a) + " " + Files.isRegularFile(a) + " " + Files.isReadable(a) + " " + Files.isHidden(a));
        show("link", () -> Files.createSymbolicLink(root.resolve("l"), Path.of("a.txt")).getFileName());
        show("readLink", () -> Files.readSymbolicLink(root.resolve("l")) + " " + Files.isSymbolicLink(root.resolve("l")) + " " + Files.isSameFile(a, root.resolve("l")));
        show("notLink", () -> Files.readSymbolicLink(a));
        show("real", () -> root.resolve("x/../l").toRealPath().getFileName());
        show("walk", () -> { try (Stream<Path> s = Files.walk(root)) { return s.map(p -> root.relativize(p).toString()).sorted().collect(Collectors.toList()); } });
        show("depth", () -> { try (Stream<Path> s = Files.walk(root, 1)) { return s.count(); } });
        show("find", () -> { try (Stream<Path> s = Files.find(root, 9, (p, t) -> t.isRegularFile())) { return s.map(p -> p.getFileName().toString()).sorted().collect(Collectors.toList()); } });
        show("list", () -> { try (Stream<Path> s = Files.list(root)) { return s.map(p -> p.getFileName().toString()).sorted().collect(Collectors.toList()); } });
        show("listFile", () -> Files.list(a));
        show("glob", () -> { List<String> l = new ArrayList<>(); try (DirectoryStream<Path> s = Files.newDirectoryStream(root, "*.{txt,java}")) { for (Path p : s) l.add(p.getFileName().toString()); } return l; });
        show("attributes", () -> { BasicFileAttributes t = Files.readAttributes(a, BasicFileAttributes.class); return t.size() + " " + t.isDirectory() + " " + t.isRegularFile() + t.isOther() + t.isSymbolicLink(); });
        show("map", () -> Files.readAttributes(a, "size,isDirectory"));
        show("badAttr", () -> Files.readAttributes(a, "nothing"));
        show("badView", () -> Files.readAttributes(a, "nothing:*"));
        show("perms", () -> { Files.setPosixFilePermissions(a, PosixFilePermissions.fromString("rw-r-----")); return PosixFilePermissions.toString(Files.getPosixFilePermissions(a)); });
        show("time", () -> { Files.setLastModifiedTime(a, FileTime.fromMillis(1_600_000_000_123L)); return Files.getLastModifiedTime(a) + " " + Files.getAttribute(a, "lastModifiedTime"); });
        StringBuilder visits = new StringBuilder();
        Files.walkFileTree(root.resolve("x"), new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path d, BasicFileAttributes t) {
                visits.append('<').append(d.getFileName());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path f, BasicFileAttributes t) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path d, IOException e) {
                visits.append('>');
                return FileVisitResult.CONTINUE;
            }
        });
        System.out.println(visits);
        try (FileChannel c = FileChannel.open(root.resolve("ch"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            c.write(ByteBuffer.wrap("0123456789".getBytes()));
            c.write(ByteBuffer.wrap("AB".getBytes()), 3);
            ByteBuffer b = ByteBuffer.allocate(4);
            System.out.println(c.position() + " " + c.size() + " " + c.read(b, 2) + " " + new String(b.array()));
            c.position(8);
            b.clear();
            System.out.println(c.read(b) + " " + c.read(b) + " " + c.truncate(5).size() + " " + c.position());
            try (FileChannel d = FileChannel.open(root.resolve("ch2"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                System.out.println(c.transferTo(0, 100, d) + " " + d.size());
            }
            ByteBuffer[] two = {ByteBuffer.allocate(2), ByteBuffer.allocate(2)};
            c.position(0);
            System.out.println(c.read(two) + " " + c.map(FileChannel.MapMode.READ_ONLY, 1, 3).get(0));
        }
        show("closed", () -> { FileChannel c = FileChannel.open(a); c.close(); return c.size(); });
        show("readOnly", () -> { try (FileChannel c = FileChannel.open(a)) { return c.write(ByteBuffer.allocate(1)); } });
        show("writeOnly", () -> { try (FileChannel c = FileChannel.open(a, StandardOpenOption.APPEND)) { return c.read(ByteBuffer.allocate(1)); } });
        show("options", () -> FileChannel.open(a, StandardOpenOption.READ, StandardOpenOption.APPEND));
        show("malformed", () -> { Files.write(a, new byte[] {65, (byte) 0xff, 66}); return Files.readString(a); });
        show("malformedLine", () -> Files.readAllLines(a));
        show("latin1", () -> Files.readString(a, StandardCharsets.ISO_8859_1).length());
        show("mismatch", () -> { Files.writeString(root.resolve("m1"), "abcdef"); Files.writeString(root.resolve("m2"), "abcxef"); return Files.mismatch(root.resolve("m1"), root.resolve("m2")); });
        show("temp", () -> { Path t = Files.createTempFile(root, "p", ".s"); String n = t.getFileName().toString(); return n.startsWith("p") + " " + n.endsWith(".s") + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(t)); });
        show("stream", () -> { try (BufferedWriter w = Files.newBufferedWriter(a)) { w.write("hi"); } try (BufferedReader r = Files.newBufferedReader(a)) { return r.readLine(); } });
        show("copyIn", () -> Files.copy(new ByteArrayInputStream(new byte[77]), root.resolve("in")) + " " + Files.size(root.resolve("in")));
        show("fileToPath", () -> new File("x/y").toPath() + " " + Path.of("q").toFile() + " " + new File(root.toFile(), "z").toPath().getParent().equals(root));
        show("uri", () -> a.toUri().toString().replace(root.toString(), "R") + " " + Path.of(a.toUri()).equals(a) + " " + new File(a.toUri()).equals(a.toFile()));
        try (Stream<Path> s = Files.walk(root)) {
            s.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        }
        System.out.println(Files.exists(root));
    }
}
