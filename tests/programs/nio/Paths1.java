import java.nio.file.*;
import java.util.*;

/** Paths as texts: parts, resolving, relativizing, normalizing, matching. */
public class Paths1 {
    static void show(String name, java.util.concurrent.Callable<?> body) {
        try {
            System.out.println(name + " = " + body.call());
        } catch (Exception e) {
            System.out.println(name + " ! " + e.getClass().getName() + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        for (String s : new String[] {"", "/", "a", "/a", "a/b/c", "/a/b/", "a//b", "../x", "./a/../b/.", "/..", "a/../../b", "//", "a/./b", "x.tar.gz"}) {
            Path p = Path.of(s);
            System.out.println("[" + s + "] " + p + " abs=" + p.isAbsolute() + " root=" + p.getRoot() + " name=" + p.getFileName() + " parent=" + p.getParent()
                    + " n=" + p.getNameCount() + " norm=" + p.normalize() + " hash=" + p.hashCode());
            StringBuilder sb = new StringBuilder();
            for (Path q : p) {
                sb.append(q).append('|');
            }
            System.out.println("   " + sb);
        }
        String[][] pairs = {{"/a/b", "/a/c/d"}, {"a", "b"}, {"/a", "/a"}, {"a/b", "a"}, {"", "x"}, {"/", "/x/y"}, {"a/..", "b"}, {"/a", "b"}, {"../a", "b"}, {"a", "../b"}};
        for (String[] p : pairs) {
            Path x = Path.of(p[0]);
            Path y = Path.of(p[1]);
            show(p[0] + " relativize " + p[1], () -> x.relativize(y));
            show("  resolve", () -> x.resolve(y) + " " + x.resolveSibling(y) + " " + x.startsWith(y) + " " + x.endsWith(y) + " " + Integer.signum(x.compareTo(y)));
        }
        show("sub", () -> Path.of("/a/b/c/d").subpath(1, 3) + " " + Path.of("/a/b/c").getName(2));
        show("subBad", () -> Path.of("/a/b").subpath(1, 3));
        show("nameBad", () -> Path.of("/").getName(0));
        show("nul", () -> Path.of("a\0b"));
        show("more", () -> Path.of("a", "b/c", "", "d") + " " + Paths.get("/", "x"));
        show("starts", () -> Path.of("/usr/lib").startsWith("/usr") + " " + Path.of("/usrlib").startsWith("/usr") + " " + Path.of("a/b.txt").endsWith("b.txt"));
        String[] globs = {"*.java", "*.{java,class}", "**/x?", "[a-c]*", "[!a]*", "a\\*b", "*", "**", "{a,b}{1,2}", "?"};
        String[] names = {"A.java", "d/A.java", "B.class", "q/w/x1", "x1", "abc", "zed", "a*b", "aXb", "a1", "b2", "c", ""};
        for (String g : globs) {
            PathMatcher m = FileSystems.getDefault().getPathMatcher("glob:" + g);
            StringBuilder sb = new StringBuilder();
            for (String n : names) {
                sb.append(m.matches(Path.of(n)) ? n + " " : "");
            }
            System.out.println(g + " -> " + sb);
        }
        show("badGlob", () -> FileSystems.getDefault().getPathMatcher("glob:{a"));
        show("badSyntax", () -> FileSystems.getDefault().getPathMatcher("foo:a"));
        show("regex", () -> FileSystems.getDefault().getPathMatcher("regex:a+").matches(Path.of("aaa")));
        show("sorted", () -> { List<Path> l = new ArrayList<>(List.of(Path.of("b"), Path.of("a/c"), Path.of("a"), Path.of("/z"))); Collections.sort(l); return l; });
        show("fs", () -> FileSystems.getDefault().getSeparator() + FileSystems.getDefault().isOpen() + FileSystems.getDefault().getRootDirectories().iterator().next());
    }
}
