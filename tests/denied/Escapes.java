import java.io.*;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Scanner;
import java.util.zip.ZipFile;

/** Ways out of the folder that is granted, to be read and to be written: none is one, and inside everything works. */
public class Escapes {
    interface Body { Object run() throws Exception; }

    static int open;

    static void refused(String name, Body body) {
        try {
            Object result = body.run();
            open++;
            System.out.println(name + ": OPEN, " + result);
        } catch (IOException | UncheckedIOException | SecurityException | UnsupportedOperationException e) {
            System.out.println(name + ": refused");
        } catch (Exception e) {
            System.out.println(name + ": " + e);
        }
    }

    static String start(InputStream in) throws IOException {
        try (in) {
            return new String(in.readNBytes(20), StandardCharsets.ISO_8859_1);
        }
    }

    public static void main(String[] args) throws Exception {
        String[] places = {
            "/etc/passwd", "/tmp/../etc/passwd", "/tmp/./x/../../etc/passwd", "/../../../etc/passwd", "//etc//passwd",
            "/proc/self/environ", "/proc/self/maps", "/proc/self/mem", "/proc/self/root/etc/passwd", "/proc/1/root/etc/passwd",
            "/proc/self/fd/0", "/proc/self/cwd/../../../../../../etc/passwd", "/proc/thread-self/root/etc/passwd", "/proc/sys/kernel/core_pattern",
            "/dev/kvm", "/dev/mem", "/dev/null", "/dev/fd/0", "/dev/shm", "/sys/kernel/uevent_helper", "/root/.ssh", "/var/run/docker.sock",
        };
        for (String place : places) {
            refused("read " + place, () -> start(new FileInputStream(place)));
            refused("channel " + place, () -> FileChannel.open(Path.of(place), StandardOpenOption.READ));
            refused("write " + place, () -> { new FileOutputStream(place, true).close(); return "opened"; });
        }
        refused("both", () -> new RandomAccessFile("/etc/passwd", "rw"));
        refused("map", () -> FileChannel.open(Path.of("/etc/passwd")).map(FileChannel.MapMode.READ_ONLY, 0, 10));
        refused("lines", () -> Files.lines(Path.of("/etc/passwd")).count());
        refused("scanner", () -> new Scanner(new File("/etc/passwd")).next());
        refused("zip", () -> new ZipFile("/usr/lib/jvm/x.jar"));
        refused("url", () -> start(new java.net.URL("file:/etc/passwd").openStream()));
        refused("copy out", () -> Files.copy(Path.of("/etc/passwd"), Path.of("/tmp/stolen")));
        refused("copy in", () -> Files.copy(Files.writeString(Path.of("/tmp/mine"), "x"), Path.of("/etc/new")));
        refused("move out", () -> Files.move(Path.of("/tmp/mine"), Path.of("/var/mine")));
        refused("move in", () -> Files.move(Path.of("/etc/hostname"), Path.of("/tmp/hostname")));
        refused("delete", () -> { Files.delete(Path.of("/etc/hostname")); return "deleted"; });
        refused("folder", () -> Files.createDirectory(Path.of("/etc/new")));
        refused("list", () -> Files.list(Path.of("/etc")).count());
        refused("list home", () -> Files.list(Path.of("/root")).count());
        refused("permissions", () -> Files.setPosixFilePermissions(Path.of("/etc/passwd"), PosixFilePermissions.fromString("rwxrwxrwx")));
        refused("link", () -> Files.createSymbolicLink(Path.of("/tmp/way"), Path.of("/etc")));
        refused("hard link", () -> Files.createLink(Path.of("/tmp/way"), Path.of("/etc/passwd")));
        refused("the grant itself", () -> { Files.delete(Path.of("/tmp")); return "deleted"; });
        refused("library", () -> { try { System.load("/lib/x86_64-linux-gnu/libc.so.6"); } catch (UnsatisfiedLinkError e) { throw new IOException(e); } return "loaded"; });
        System.out.println(new File("/etc/passwd").exists() + " " + new File("/root").isDirectory() + " " + new File("/tmp/stolen").exists());
        System.out.println(Files.readString(Path.of("/tmp/mine")) + ", ways out: " + open);
    }
}
