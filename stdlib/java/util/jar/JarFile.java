package java.util.jar;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip file with a manifest; with versions of its entries for releases of Java. Signatures are not checked. */
public class JarFile extends ZipFile {
    public static final String MANIFEST_NAME = "META-INF/MANIFEST.MF";

    private static final String VERSIONS = "META-INF/versions/";
    private static final Runtime.Version BASE = Runtime.Version.parse("8");

    private final Runtime.Version version;
    private Manifest manifest;
    private boolean manifestRead;

    public JarFile(String name) throws IOException {
        this(new File(name), true, OPEN_READ);
    }

    public JarFile(String name, boolean verify) throws IOException {
        this(new File(name), verify, OPEN_READ);
    }

    public JarFile(File file) throws IOException {
        this(file, true, OPEN_READ);
    }

    public JarFile(File file, boolean verify) throws IOException {
        this(file, verify, OPEN_READ);
    }

    public JarFile(File file, boolean verify, int mode) throws IOException {
        this(file, verify, mode, BASE);
    }

    public JarFile(File file, boolean verify, int mode, Runtime.Version version) throws IOException {
        super(file, mode);
        this.version = Objects.requireNonNull(version).feature() < 8 ? BASE : version;
    }

    public static Runtime.Version baseVersion() {
        return BASE;
    }

    public static Runtime.Version runtimeVersion() {
        return Runtime.version();
    }

    public final Runtime.Version getVersion() {
        return isMultiRelease() ? version : BASE;
    }

    public final boolean isMultiRelease() {
        try {
            Manifest m = getManifest();
            return m != null && "true".equalsIgnoreCase(m.getMainAttributes().getValue(Attributes.Name.MULTI_RELEASE));
        } catch (IOException e) {
            return false;
        }
    }

    public Manifest getManifest() throws IOException {
        synchronized (this) {
            if (!manifestRead) {
                ZipEntry e = manifestEntry();
                if (e != null) {
                    try (InputStream in = super.getInputStream(e)) {
                        manifest = new Manifest(in);
                    }
                }
                manifestRead = true;
            }
            return manifest;
        }
    }

    private ZipEntry manifestEntry() {
        ZipEntry e = super.getEntry(MANIFEST_NAME);
        if (e != null) {
            return e;
        }
        Enumeration<? extends ZipEntry> all = super.entries();
        while (all.hasMoreElements()) {
            ZipEntry other = all.nextElement();
            if (other.getName().toUpperCase(Locale.ENGLISH).equals(MANIFEST_NAME)) {
                return other;
            }
        }
        return null;
    }

    /** An entry of this file, with its attributes. */
    private final class Entry extends JarEntry {
        private final String shown;

        Entry(ZipEntry e, String shown) {
            super(e);
            this.shown = shown;
        }

        @Override
        public Attributes getAttributes() throws IOException {
            Manifest m = getManifest();
            return m == null ? null : m.getAttributes(super.getName());
        }

        @Override
        public String getName() {
            return shown;
        }

        @Override
        public String getRealName() {
            return super.getName();
        }
    }

    public JarEntry getJarEntry(String name) {
        return (JarEntry) getEntry(name);
    }

    @Override
    public ZipEntry getEntry(String name) {
        if (version.feature() > 8 && !name.startsWith("META-INF/") && isMultiRelease()) {
            for (int v = version.feature(); v > 8; v--) {
                ZipEntry e = super.getEntry(VERSIONS + v + "/" + name);
                if (e != null) {
                    return new Entry(e, name);
                }
            }
        }
        ZipEntry e = super.getEntry(name);
        return e == null ? null : new Entry(e, e.getName());
    }

    @Override
    public Enumeration<JarEntry> entries() {
        Enumeration<? extends ZipEntry> all = super.entries();
        return new Enumeration<JarEntry>() {
            @Override
            public boolean hasMoreElements() {
                return all.hasMoreElements();
            }

            @Override
            public JarEntry nextElement() {
                ZipEntry e = all.nextElement();
                return new Entry(e, e.getName());
            }
        };
    }

    @Override
    public Stream<JarEntry> stream() {
        return Collections.list(entries()).stream();
    }

    public Stream<JarEntry> versionedStream() {
        if (!isMultiRelease() || version.feature() <= 8) {
            return stream();
        }
        Map<String, JarEntry> found = new LinkedHashMap<>();
        for (JarEntry e : Collections.list(entries())) {
            String name = e.getName();
            if (name.startsWith(VERSIONS)) {
                int slash = name.indexOf('/', VERSIONS.length());
                if (slash < 0 || slash + 1 == name.length()) {
                    continue;
                }
                name = name.substring(slash + 1);
            }
            if (!found.containsKey(name)) {
                JarEntry chosen = getJarEntry(name);
                if (chosen != null) {
                    found.put(name, chosen);
                }
            }
        }
        return found.values().stream();
    }

    @Override
    public InputStream getInputStream(ZipEntry ze) throws IOException {
        Objects.requireNonNull(ze, "ze");
        return super.getInputStream(ze instanceof Entry ? new ZipEntry(((Entry) ze).getRealName()) : ze);
    }
}
