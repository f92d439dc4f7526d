package java.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import rvm.internal.net.Handlers;

/** Where something on the net or the host lies. */
public final class URL implements Serializable {
    private static final long serialVersionUID = -7627629688361524110L;
    private static final ConcurrentHashMap<String, URLStreamHandler> HANDLERS = new ConcurrentHashMap<>();
    private static volatile URLStreamHandlerFactory factory;

    private String protocol;
    private String host;
    private int port = -1;
    private String authority;
    private String userInfo;
    private String path;
    private String query;
    private String ref;
    transient URLStreamHandler handler;

    public URL(String protocol, String host, int port, String file) throws MalformedURLException {
        this(protocol, host, port, file, null);
    }

    public URL(String protocol, String host, String file) throws MalformedURLException {
        this(protocol, host, -1, file);
    }

    public URL(String protocol, String host, int port, String file, URLStreamHandler handler) throws MalformedURLException {
        this.protocol = protocol.toLowerCase(Locale.ROOT);
        if (host != null) {
            this.host = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
            if (port < -1) {
                throw new MalformedURLException("Invalid port number :" + port);
            }
            this.port = port;
            this.authority = port == -1 ? this.host : this.host + ":" + port;
        }
        int hash = file.indexOf('#');
        this.ref = hash < 0 ? null : file.substring(hash + 1);
        String rest = hash < 0 ? file : file.substring(0, hash);
        int q = rest.lastIndexOf('?');
        this.query = q < 0 ? null : rest.substring(q + 1);
        this.path = q < 0 ? rest : rest.substring(0, q);
        this.handler = handler != null ? handler : handlerOf(this.protocol);
        if (this.handler == null) {
            throw new MalformedURLException("unknown protocol: " + protocol);
        }
    }

    public URL(String spec) throws MalformedURLException {
        this(null, spec);
    }

    public URL(URL context, String spec) throws MalformedURLException {
        this(context, spec, null);
    }

    public URL(URL context, String spec, URLStreamHandler handler) throws MalformedURLException {
        String original = spec;
        try {
            int limit = spec.length();
            while (limit > 0 && spec.charAt(limit - 1) <= ' ') {
                limit--;
            }
            int start = 0;
            while (start < limit && spec.charAt(start) <= ' ') {
                start++;
            }
            if (spec.regionMatches(true, start, "url:", 0, 4)) {
                start += 4;
            }
            boolean reference = start < spec.length() && spec.charAt(start) == '#';
            String given = null;
            for (int i = start; !reference && i < limit && spec.charAt(i) != '/'; i++) {
                if (spec.charAt(i) == ':') {
                    String s = spec.substring(start, i).toLowerCase(Locale.ROOT);
                    if (isProtocol(s)) {
                        given = s;
                        start = i + 1;
                    }
                    break;
                }
            }
            protocol = given;
            this.handler = handler;
            boolean relative = false;
            if (context != null && (given == null || given.equalsIgnoreCase(context.protocol))) {
                if (this.handler == null) {
                    this.handler = context.handler;
                }
                if (context.path != null && context.path.startsWith("/")) {
                    given = null;
                }
                if (given == null) {
                    protocol = context.protocol;
                    authority = context.authority;
                    userInfo = context.userInfo;
                    host = context.host;
                    port = context.port;
                    path = context.path;
                    query = context.query;
                    relative = true;
                }
            }
            if (protocol == null) {
                throw new MalformedURLException("no protocol: " + original);
            }
            if (this.handler == null) {
                this.handler = handlerOf(protocol);
                if (this.handler == null) {
                    throw new MalformedURLException("unknown protocol: " + protocol);
                }
            }
            int hash = spec.indexOf('#', start);
            if (hash >= 0 && hash < limit) {
                ref = spec.substring(hash + 1, limit);
                limit = hash;
            }
            if (relative && start == limit) {
                query = context.query;
                if (ref == null) {
                    ref = context.ref;
                }
            }
            this.handler.parseURL(this, spec, start, limit);
        } catch (MalformedURLException e) {
            throw e;
        } catch (Exception e) {
            MalformedURLException m = new MalformedURLException(e.getMessage());
            m.initCause(e);
            throw m;
        }
    }

    private static boolean isProtocol(String s) {
        if (s.isEmpty() || !Character.isLetter(s.charAt(0))) {
            return false;
        }
        for (int i = 1; i < s.length(); i++) {
            char c = s.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '+' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static URLStreamHandler handlerOf(String protocol) {
        URLStreamHandler h = HANDLERS.get(protocol);
        if (h == null) {
            URLStreamHandlerFactory f = factory;
            if (f != null) {
                h = f.createURLStreamHandler(protocol);
            }
            if (h == null) {
                h = Handlers.of(protocol);
            }
            if (h != null) {
                HANDLERS.put(protocol, h);
            }
        }
        return h;
    }

    void set(String protocol, String host, int port, String authority, String userInfo, String path, String query, String ref) {
        this.protocol = protocol;
        this.host = host;
        this.port = port;
        this.authority = authority;
        this.userInfo = userInfo;
        this.path = path;
        this.query = query;
        this.ref = ref;
    }

    public String getQuery() {
        return query;
    }

    public String getPath() {
        return path;
    }

    public String getUserInfo() {
        return userInfo;
    }

    public String getAuthority() {
        return authority;
    }

    public int getPort() {
        return port;
    }

    public int getDefaultPort() {
        return handler.getDefaultPort();
    }

    public String getProtocol() {
        return protocol;
    }

    public String getHost() {
        return host;
    }

    public String getFile() {
        return query == null ? path : path + "?" + query;
    }

    public String getRef() {
        return ref;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof URL && handler.equals(this, (URL) obj);
    }

    @Override
    public int hashCode() {
        return handler.hashCode(this);
    }

    public boolean sameFile(URL other) {
        return handler.sameFile(this, other);
    }

    @Override
    public String toString() {
        return toExternalForm();
    }

    public String toExternalForm() {
        return handler.toExternalForm(this);
    }

    public URI toURI() throws URISyntaxException {
        return new URI(toString());
    }

    public URLConnection openConnection() throws IOException {
        return handler.openConnection(this);
    }

    public URLConnection openConnection(Proxy proxy) throws IOException {
        if (proxy == null) {
            throw new IllegalArgumentException("proxy can not be null");
        }
        return handler.openConnection(this, proxy);
    }

    public final InputStream openStream() throws IOException {
        return openConnection().getInputStream();
    }

    public final Object getContent() throws IOException {
        return openConnection().getContent();
    }

    public final Object getContent(Class<?>[] classes) throws IOException {
        return openConnection().getContent(classes);
    }

    public static void setURLStreamHandlerFactory(URLStreamHandlerFactory fac) {
        synchronized (HANDLERS) {
            if (factory != null) {
                throw new Error("factory already defined");
            }
            HANDLERS.clear();
            factory = fac;
        }
    }
}
