package java.net;

import java.io.IOException;

/** What is special to a protocol. */
public abstract class URLStreamHandler {
    public URLStreamHandler() {
    }

    protected abstract URLConnection openConnection(URL u) throws IOException;

    protected URLConnection openConnection(URL u, Proxy p) throws IOException {
        throw new UnsupportedOperationException("Method not implemented.");
    }

    protected void parseURL(URL u, String spec, int start, int limit) {
        String protocol = u.getProtocol();
        String authority = u.getAuthority();
        String userInfo = u.getUserInfo();
        String host = u.getHost();
        int port = u.getPort();
        String path = u.getPath();
        String query = u.getQuery();
        String ref = u.getRef();
        int from = start;
        int to = limit;
        boolean queryOnly = false;
        boolean absolute = false;
        int question = spec.indexOf('?', from);
        if (question >= 0 && question < to) {
            queryOnly = question == from;
            query = spec.substring(question + 1, to);
            to = question;
        } else if (from < to) {
            query = null;
        }
        if (from + 1 < to && spec.charAt(from) == '/' && spec.charAt(from + 1) == '/') {
            from += 2;
            int end = spec.indexOf('/', from);
            if (end < 0 || end > to) {
                end = to;
            }
            authority = spec.substring(from, end);
            host = authority;
            userInfo = null;
            int at = authority.indexOf('@');
            if (at >= 0 && at == authority.lastIndexOf('@')) {
                userInfo = authority.substring(0, at);
                host = authority.substring(at + 1);
            }
            port = -1;
            int colon;
            if (host.startsWith("[")) {
                int close = host.indexOf(']');
                if (close < 3) {
                    throw new IllegalArgumentException("Invalid authority field: " + authority);
                }
                colon = close + 1 < host.length() && host.charAt(close + 1) == ':' ? close + 1 : -1;
                if (close + 1 < host.length() && colon < 0) {
                    throw new IllegalArgumentException("Invalid authority field: " + authority);
                }
            } else {
                colon = host.indexOf(':');
            }
            if (colon >= 0) {
                if (host.length() > colon + 1) {
                    port = Integer.parseInt(host, colon + 1, host.length(), 10);
                }
                host = host.substring(0, colon);
            }
            if (port < -1) {
                throw new IllegalArgumentException("Invalid port number :" + port);
            }
            from = end;
            path = "";
        }
        if (host == null) {
            host = "";
        }
        if (from < to) {
            if (spec.charAt(from) == '/') {
                path = spec.substring(from, to);
            } else if (path != null && !path.isEmpty()) {
                int slash = path.lastIndexOf('/');
                String separator = slash < 0 && authority != null ? "/" : "";
                path = path.substring(0, slash + 1) + separator + spec.substring(from, to);
            } else {
                path = (authority != null ? "/" : "") + spec.substring(from, to);
            }
        } else if (queryOnly && path != null) {
            path = path.substring(0, Math.max(path.lastIndexOf('/'), 0)) + "/";
        }
        if (path == null) {
            path = "";
        }
        setURL(u, protocol, host, port, authority, userInfo, clean(path), query, ref);
    }

    /** Removes "/./" and "/name/../". */
    private static String clean(String p) {
        String path = p;
        int i;
        while ((i = path.indexOf("/./")) >= 0) {
            path = path.substring(0, i) + path.substring(i + 2);
        }
        i = 0;
        while ((i = path.indexOf("/../", i)) >= 0) {
            int before = i > 0 ? path.lastIndexOf('/', i - 1) : -1;
            if (before >= 0 && path.indexOf("/../", before) != 0) {
                path = path.substring(0, before) + path.substring(i + 3);
                i = 0;
            } else {
                i += 3;
            }
        }
        while (path.endsWith("/..")) {
            i = path.length() - 3;
            int before = i > 0 ? path.lastIndexOf('/', i - 1) : -1;
            if (before < 0) {
                break;
            }
            path = path.substring(0, before + 1);
        }
        if (path.startsWith("./") && path.length() > 2) {
            path = path.substring(2);
        }
        return path.endsWith("/.") ? path.substring(0, path.length() - 1) : path;
    }

    protected int getDefaultPort() {
        return -1;
    }

    protected boolean equals(URL u1, URL u2) {
        return java.util.Objects.equals(u1.getRef(), u2.getRef()) && java.util.Objects.equals(u1.getQuery(), u2.getQuery()) && sameFile(u1, u2);
    }

    protected int hashCode(URL u) {
        int h = u.getProtocol() == null ? 0 : u.getProtocol().hashCode();
        h += u.getHost() == null ? 0 : u.getHost().toLowerCase(java.util.Locale.ROOT).hashCode();
        h += u.getFile() == null ? 0 : u.getFile().hashCode();
        h += u.getPort() == -1 ? getDefaultPort() : u.getPort();
        return u.getRef() == null ? h : h + u.getRef().hashCode();
    }

    protected boolean sameFile(URL u1, URL u2) {
        int p1 = u1.getPort() != -1 ? u1.getPort() : u1.getDefaultPort();
        int p2 = u2.getPort() != -1 ? u2.getPort() : u2.getDefaultPort();
        return u1.getProtocol().equalsIgnoreCase(u2.getProtocol()) && u1.getFile().equals(u2.getFile()) && p1 == p2 && hostsEqual(u1, u2);
    }

    protected InetAddress getHostAddress(URL u) {
        String host = u.getHost();
        if (host == null || host.isEmpty()) {
            return null;
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    protected boolean hostsEqual(URL u1, URL u2) {
        String a = u1.getHost();
        String b = u2.getHost();
        return a == null || b == null ? a == b : a.equalsIgnoreCase(b);
    }

    protected String toExternalForm(URL u) {
        StringBuilder sb = new StringBuilder(u.getProtocol()).append(':');
        if (u.getAuthority() != null && !u.getAuthority().isEmpty()) {
            sb.append("//").append(u.getAuthority());
        }
        if (u.getPath() != null) {
            sb.append(u.getPath());
        }
        if (u.getQuery() != null) {
            sb.append('?').append(u.getQuery());
        }
        if (u.getRef() != null) {
            sb.append('#').append(u.getRef());
        }
        return sb.toString();
    }

    protected void setURL(URL u, String protocol, String host, int port, String authority, String userInfo, String path, String query,
            String ref) {
        if (this != u.handler) {
            throw new SecurityException("handler for url different from this handler");
        }
        u.set(protocol, host, port, authority, userInfo, path, query, ref);
    }

    @Deprecated
    protected void setURL(URL u, String protocol, String host, int port, String file, String ref) {
        String authority = host == null || host.isEmpty() ? null : port == -1 ? host : host + ":" + port;
        int q = file == null ? -1 : file.lastIndexOf('?');
        setURL(u, protocol, host, port, authority, null, q < 0 ? file : file.substring(0, q), q < 0 ? null : file.substring(q + 1), ref);
    }
}
