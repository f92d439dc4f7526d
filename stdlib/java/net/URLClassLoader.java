package java.net;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.CodeSource;
import java.security.PermissionCollection;
import java.security.Permissions;
import java.security.SecureClassLoader;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import rvm.internal.Archives;
import rvm.internal.net.Handlers;

/** Loads classes and resources from archives and folders. */
public class URLClassLoader extends SecureClassLoader implements Closeable {
    /** A place: a folder of the host, an archive of the host, or any other URL. */
    private static final class Place {
        final URL url;
        final String folder;
        final String archive;

        Place(URL url) {
            this.url = url;
            boolean file = "file".equals(url.getProtocol());
            boolean directory = url.getPath().endsWith("/");
            this.folder = file && directory ? Handlers.path(url) : null;
            this.archive = file && !directory ? Handlers.path(url) : null;
        }

        byte[] read(String name) {
            try {
                if (folder != null) {
                    File f = new File(folder, name);
                    return f.isFile() ? Files.readAllBytes(f.toPath()) : null;
                }
                if (archive != null) {
                    return Archives.entry(archive, name);
                }
                try (InputStream in = new URL(url, name).openStream()) {
                    return in.readAllBytes();
                }
            } catch (IOException e) {
                return null;
            }
        }

        URL find(String name) {
            try {
                String quoted = UriParser.quote(name, UriParser.PATH);
                if (folder != null) {
                    return new File(folder, name).exists() ? new URL(url, quoted) : null;
                }
                return read(name) == null ? null : archive == null ? new URL(url, quoted) : new URL("jar:" + url + "!/" + quoted);
            } catch (MalformedURLException e) {
                return null;
            }
        }
    }

    private final ArrayList<URL> urls = new ArrayList<>();
    private final ArrayList<Place> places = new ArrayList<>();
    private final HashSet<String> seen = new HashSet<>();
    private int opened;
    private volatile boolean closed;

    public URLClassLoader(URL[] urls, ClassLoader parent) {
        super(parent);
        add(urls);
    }

    public URLClassLoader(URL[] urls) {
        add(urls);
    }

    public URLClassLoader(URL[] urls, ClassLoader parent, URLStreamHandlerFactory factory) {
        super(parent);
        add(urls);
    }

    public URLClassLoader(String name, URL[] urls, ClassLoader parent) {
        super(name, parent);
        add(urls);
    }

    public URLClassLoader(String name, URL[] urls, ClassLoader parent, URLStreamHandlerFactory factory) {
        super(name, parent);
        add(urls);
    }

    private void add(URL[] all) {
        for (URL url : all) {
            addURL(Objects.requireNonNull(url));
        }
    }

    protected void addURL(URL url) {
        synchronized (urls) {
            if (!closed && url != null && seen.add(url.toString())) {
                urls.add(url);
                places.add(new Place(url));
            }
        }
    }

    public URL[] getURLs() {
        synchronized (urls) {
            return urls.toArray(new URL[0]);
        }
    }

    /** The next place; archives that a manifest names come after those that were given. */
    private Place place(int i) {
        synchronized (urls) {
            if (closed || i >= places.size()) {
                return null;
            }
            Place p = places.get(i);
            if (i >= opened) {
                opened = i + 1;
                byte[] manifest = p.archive == null ? null : Archives.entry(p.archive, "META-INF/MANIFEST.MF");
                if (manifest != null) {
                    addClassPath(p, manifest);
                }
            }
            return p;
        }
    }

    private void addClassPath(Place p, byte[] manifest) {
        try {
            String text = new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            int at = places.indexOf(p) + 1;
            for (String part : text == null ? new String[0] : text.trim().split("\\s+")) {
                URL url = part.isEmpty() ? null : new URL(p.url, part);
                if (url != null && seen.add(url.toString())) {
                    places.add(at++, new Place(url));
                }
            }
        } catch (IOException e) {
            // What cannot be read names nothing.
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        Place p;
        for (int i = 0; (p = place(i)) != null; i++) {
            byte[] content = p.read(path);
            if (content != null) {
                int dot = name.lastIndexOf('.');
                if (dot > 0 && getDefinedPackage(name.substring(0, dot)) == null) {
                    byte[] manifest = p.read("META-INF/MANIFEST.MF");
                    try {
                        definePackage(name.substring(0, dot),
                                manifest == null ? new Manifest() : new Manifest(new ByteArrayInputStream(manifest)), p.url);
                    } catch (IOException | IllegalArgumentException e) {
                        // Another thread defined it, or it is damaged; a class has a package anyway.
                    }
                }
                return defineClass(name, content, 0, content.length, new CodeSource(p.url, (Certificate[]) null));
            }
        }
        throw new ClassNotFoundException(name);
    }

    protected Package definePackage(String name, Manifest man, URL url) {
        Attributes main = man.getMainAttributes();
        Attributes own = man.getAttributes(name.replace('.', '/') + "/");
        String[] values = new String[7];
        Attributes.Name[] keys = {Attributes.Name.SPECIFICATION_TITLE, Attributes.Name.SPECIFICATION_VERSION,
            Attributes.Name.SPECIFICATION_VENDOR, Attributes.Name.IMPLEMENTATION_TITLE, Attributes.Name.IMPLEMENTATION_VERSION,
            Attributes.Name.IMPLEMENTATION_VENDOR, Attributes.Name.SEALED};
        for (int i = 0; i < keys.length; i++) {
            values[i] = own == null ? null : own.getValue(keys[i]);
            if (values[i] == null) {
                values[i] = main.getValue(keys[i]);
            }
        }
        return definePackage(name, values[0], values[1], values[2], values[3], values[4], values[5], "true".equalsIgnoreCase(values[6]) ? url : null);
    }

    @Override
    public URL findResource(String name) {
        Place p;
        for (int i = 0; (p = place(i)) != null; i++) {
            URL url = p.find(name);
            if (url != null) {
                return url;
            }
        }
        return null;
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        List<URL> all = new ArrayList<>();
        Place p;
        for (int i = 0; (p = place(i)) != null; i++) {
            URL url = p.find(name);
            if (url != null) {
                all.add(url);
            }
        }
        return Collections.enumeration(all);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        URL url = getResource(Objects.requireNonNull(name));
        try {
            return url == null ? null : url.openStream();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected PermissionCollection getPermissions(CodeSource codesource) {
        return new Permissions();
    }

    @Override
    public void close() throws IOException {
        closed = true;
    }

    public static URLClassLoader newInstance(URL[] urls, ClassLoader parent) {
        return new URLClassLoader(urls, parent);
    }

    public static URLClassLoader newInstance(URL[] urls) {
        return new URLClassLoader(urls);
    }
}
