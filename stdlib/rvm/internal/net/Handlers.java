package rvm.internal.net;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rvm.internal.Archives;

/** The protocols of the library: file, jar, http and jrt (the library's own resources). Others can be named, but not opened. */
public final class Handlers {
    private Handlers() {
    }

    /** The handler of a protocol, or null. */
    public static URLStreamHandler of(String protocol) {
        switch (protocol) {
            case "file":
                return new FileHandler();
            case "jar":
                return new JarHandler();
            case "jrt":
                return new LibraryHandler();
            case "http":
                return new HttpHandler();
            case "https":
                return new Unopened(443);
            case "ftp":
                return new Unopened(21);
            case "mailto":
                return new Unopened(-1);
            default:
                return null;
        }
    }

    /** The path of a file: URL, decoded. */
    public static String path(URL url) {
        return URLDecoder.decode(url.getPath().replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static final class HttpHandler extends URLStreamHandler {
        @Override
        protected int getDefaultPort() {
            return 80;
        }

        @Override
        protected URLConnection openConnection(URL u) throws IOException {
            return openConnection(u, null);
        }

        @Override
        protected URLConnection openConnection(URL u, Proxy p) throws IOException {
            return new HttpConnection(u, p);
        }
    }

    private static final class Unopened extends URLStreamHandler {
        private final int port;

        Unopened(int port) {
            this.port = port;
        }

        @Override
        protected int getDefaultPort() {
            return port;
        }

        @Override
        protected URLConnection openConnection(URL u) throws IOException {
            throw new IOException("Connections by " + u.getProtocol() + " are not supported: " + u);
        }

        @Override
        protected URLConnection openConnection(URL u, Proxy p) throws IOException {
            return openConnection(u);
        }
    }

    /** A connection whose content comes from somewhere at hand. */
    private abstract static class Local extends URLConnection {
        private InputStream in;

        Local(URL url) {
            super(url);
        }

        abstract InputStream open() throws IOException;

        abstract long length();

        abstract long modified();

        @Override
        public void connect() throws IOException {
            if (!connected) {
                in = open();
                connected = true;
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            connect();
            return in;
        }

        private boolean tryConnect() {
            try {
                connect();
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public String getHeaderField(String name) {
            if (!tryConnect()) {
                return null;
            }
            switch (name.toLowerCase(java.util.Locale.ROOT)) {
                case "content-length":
                    return Long.toString(length());
                case "content-type":
                    String type = guessContentTypeFromName(url.getPath());
                    return type == null ? "content/unknown" : type;
                default:
                    return null;
            }
        }

        @Override
        public Map<String, List<String>> getHeaderFields() {
            return tryConnect() ? Map.of("content-length", List.of(Long.toString(length())), "content-type", List.of(getContentType())) : Map.of();
        }

        @Override
        public long getLastModified() {
            return tryConnect() ? modified() : 0;
        }
    }

    private static final class FileHandler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL u) {
            File file = new File(path(u));
            return new Local(u) {
                @Override
                InputStream open() throws IOException {
                    if (file.isDirectory()) {
                        String[] names = file.list();
                        if (names == null) {
                            throw new FileNotFoundException(file.getPath() + " exists, but is not accessible");
                        }
                        Arrays.sort(names);
                        StringBuilder sb = new StringBuilder();
                        for (String name : names) {
                            sb.append(name).append('\n');
                        }
                        return new ByteArrayInputStream(sb.toString().getBytes(StandardCharsets.UTF_8));
                    }
                    return new java.io.BufferedInputStream(new FileInputStream(file));
                }

                @Override
                long length() {
                    return file.length();
                }

                @Override
                long modified() {
                    return file.lastModified();
                }
            };
        }

        @Override
        protected URLConnection openConnection(URL u, Proxy p) {
            return openConnection(u);
        }

        @Override
        protected void parseURL(URL u, String spec, int start, int limit) {
            super.parseURL(u, spec, start, limit);
        }

        @Override
        protected boolean hostsEqual(URL u1, URL u2) {
            String a = u1.getHost() == null || "localhost".equalsIgnoreCase(u1.getHost()) ? "" : u1.getHost();
            String b = u2.getHost() == null || "localhost".equalsIgnoreCase(u2.getHost()) ? "" : u2.getHost();
            return a.equalsIgnoreCase(b);
        }
    }

    /** jar:URL!/entry. */
    private static final class JarHandler extends URLStreamHandler {
        @Override
        protected void parseURL(URL u, String spec, int start, int limit) {
            String text = spec.substring(start, limit);
            String file;
            int bang = text.indexOf("!/");
            if (bang > 0 && text.indexOf(':') >= 0) {
                file = text;
            } else {
                String base = u.getFile();
                int at = base == null ? -1 : base.indexOf("!/");
                if (at < 0) {
                    throw new NullPointerException("no !/ in spec");
                }
                if (text.startsWith("/")) {
                    file = base.substring(0, at + 1) + text;
                } else {
                    file = base.substring(0, base.lastIndexOf('/') + 1) + text;
                }
            }
            setURL(u, "jar", "", -1, null, null, file, null, u.getRef());
        }

        @Override
        protected boolean sameFile(URL u1, URL u2) {
            return u1.getProtocol().equals(u2.getProtocol()) && u1.getFile().equals(u2.getFile());
        }

        @Override
        protected int hashCode(URL u) {
            return u.getFile().hashCode() + (u.getRef() == null ? 0 : u.getRef().hashCode()) + 3;
        }

        @Override
        protected URLConnection openConnection(URL u) throws IOException {
            String file = u.getFile();
            int bang = file.lastIndexOf("!/");
            if (bang < 0) {
                throw new MalformedURLException("no !/ found in url spec:" + file);
            }
            URL jar = new URL(file.substring(0, bang));
            String entry = URLDecoder.decode(file.substring(bang + 2).replace("+", "%2B"), StandardCharsets.UTF_8);
            if (!jar.getProtocol().equals("file")) {
                throw new IOException("Archives of protocol " + jar.getProtocol() + " are not supported: " + u);
            }
            String path = path(jar);
            return new Local(u) {
                private byte[] content;

                @Override
                InputStream open() throws IOException {
                    if (entry.isEmpty()) {
                        throw new IOException("no entry name specified");
                    }
                    content = Archives.entry(path, entry);
                    if (content == null) {
                        if (!new File(path).exists()) {
                            throw new FileNotFoundException(path + " (No such file or directory)");
                        }
                        throw new FileNotFoundException("JAR entry " + entry + " not found in " + path);
                    }
                    return new ByteArrayInputStream(content);
                }

                @Override
                long length() {
                    return content.length;
                }

                @Override
                long modified() {
                    return new File(path).lastModified();
                }
            };
        }
    }

    /** A resource of the library: jrt:/java.base/java/lang/... */
    private static final class LibraryHandler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL u) {
            String path = path(u);
            int cut = path.indexOf('/', 1);
            String name = cut < 0 ? "" : path.substring(cut + 1);
            return new Local(u) {
                private byte[] content;

                @Override
                InputStream open() throws IOException {
                    content = Archives.library(name);
                    if (content == null) {
                        throw new FileNotFoundException(u.toString());
                    }
                    return new ByteArrayInputStream(content);
                }

                @Override
                long length() {
                    return content.length;
                }

                @Override
                long modified() {
                    return 0;
                }
            };
        }
    }
}
