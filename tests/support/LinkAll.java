import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Links (and so verifies) every class of some bundles, each with a loader of its own: a count, then a name, a length and the bytes for each class.
 * Prints a line for each class that is refused.
 */
public class LinkAll {
    static final class Bundle extends ClassLoader {
        final Map<String, byte[]> files;

        Bundle(Map<String, byte[]> files) {
            super(LinkAll.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = files.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    static int linked;
    static int all;

    public static void main(String[] args) throws Exception {
        for (String bundle : args) {
            link(bundle);
        }
        System.out.println("linked " + linked + " of " + all);
    }

    private static void link(String path) throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        try (DataInputStream whole = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(Path.of(path))))) {
            for (int n = whole.readInt(); n > 0; n--) {
                String name = whole.readUTF();
                byte[] bytes = new byte[whole.readInt()];
                whole.readFully(bytes);
                files.put(name, bytes);
            }
        }
        Bundle bundle = new Bundle(new HashMap<>(files));
        all += files.size();
        for (String name : files.keySet()) {
            try {
                Class<?> c = Class.forName(name, false, bundle);
                try {
                    // Asking for members links the class, without running its initialiser.
                    if (c.isInterface()) {
                        c.getDeclaredMethods();
                    } else {
                        c.getDeclaredConstructors();
                    }
                } catch (NoClassDefFoundError e) {
                    // A type in a descriptor that is not there: the class itself was linked before.
                    if (e.getCause() == null) {
                        throw e;
                    }
                }
                linked++;
            } catch (LinkageError e) {
                System.out.println(name + "\t" + String.valueOf(e).lines().limit(7).reduce("", (a, b) -> a + " " + b.trim()));
            }
        }
    }
}
