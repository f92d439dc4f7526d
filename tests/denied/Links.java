import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Links are made only where that was granted; this folder was granted without. */
public class Links {
    interface Body { Object run() throws IOException; }

    static void refused(String name, Body body) {
        try {
            System.out.println(name + ": done, " + body.run());
        } catch (IOException | UnsupportedOperationException e) {
            System.out.println(name + ": refused");
        }
    }

    public static void main(String[] args) throws IOException {
        Path file = Files.writeString(Path.of("/tmp/file"), "text");
        refused("symbolic", () -> Files.createSymbolicLink(Path.of("/tmp/a"), Path.of("file")));
        refused("absolute", () -> Files.createSymbolicLink(Path.of("/tmp/b"), Path.of("/etc/passwd")));
        refused("hard", () -> Files.createLink(Path.of("/tmp/c"), file));
        for (String name : new String[] {"a", "b", "c"}) {
            System.out.println(Files.exists(Path.of("/tmp", name), LinkOption.NOFOLLOW_LINKS));
        }
    }
}
