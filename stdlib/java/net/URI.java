package java.net;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A uniform resource identifier (RFC 2396 with the addresses of RFC 2732). */
public final class URI implements Comparable<URI>, Serializable {
    private static final long serialVersionUID = -6052424284110960213L;

    private transient String scheme;
    private transient String fragment;
    private transient String authority;
    private transient String userInfo;
    private transient String host;
    private transient int port = -1;
    private transient String path;
    private transient String query;
    private transient String specific;
    private volatile String string;

    private URI() {
    }

    public URI(String str) throws URISyntaxException {
        string = str;
        new UriParser(str).parse(this, false);
    }

    public URI(String scheme, String userInfo, String host, int port, String path, String query, String fragment) throws URISyntaxException {
        String s = text(scheme, null, null, userInfo, host, port, path, query, fragment);
        checkPath(s, scheme, path);
        string = s;
        new UriParser(s).parse(this, true);
    }

    public URI(String scheme, String authority, String path, String query, String fragment) throws URISyntaxException {
        String s = text(scheme, null, authority, null, null, -1, path, query, fragment);
        checkPath(s, scheme, path);
        string = s;
        new UriParser(s).parse(this, false);
    }

    public URI(String scheme, String host, String path, String fragment) throws URISyntaxException {
        this(scheme, null, host, -1, path, null, fragment);
    }

    public URI(String scheme, String ssp, String fragment) throws URISyntaxException {
        string = text(scheme, ssp, null, null, null, -1, null, null, fragment);
        new UriParser(string).parse(this, false);
    }

    public static URI create(String str) {
        try {
            return new URI(str);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    void set(String scheme, String specific, String authority, String userInfo, String host, int port, String path, String query, String fragment) {
        this.scheme = scheme;
        this.specific = specific;
        this.authority = authority;
        this.userInfo = userInfo;
        this.host = host;
        this.port = port;
        this.path = path;
        this.query = query;
        this.fragment = fragment;
    }

    private static void checkPath(String s, String scheme, String path) throws URISyntaxException {
        if (scheme != null) {
            if (path != null && !path.isEmpty() && path.charAt(0) != '/') {
                throw new URISyntaxException(s, "Relative path in absolute URI");
            }
        }
    }

    private static String text(String scheme, String opaque, String authority, String userInfo, String host, int port, String path,
            String query, String fragment) {
        StringBuilder sb = new StringBuilder();
        if (scheme != null) {
            sb.append(scheme).append(':');
        }
        if (opaque != null) {
            if (opaque.startsWith("//[")) {
                int end = opaque.indexOf(']');
                if (end >= 0 && opaque.indexOf(':') >= 0) {
                    sb.append(opaque, 0, end + 1).append(UriParser.quote(opaque.substring(end + 1), UriParser.URIC));
                }
            } else {
                sb.append(UriParser.quote(opaque, UriParser.URIC));
            }
        } else {
            if (host != null) {
                sb.append("//");
                if (userInfo != null) {
                    sb.append(UriParser.quote(userInfo, UriParser.USER_INFO)).append('@');
                }
                boolean brackets = host.indexOf(':') >= 0 && !host.startsWith("[") && !host.endsWith("]");
                sb.append(brackets ? "[" : "").append(host).append(brackets ? "]" : "");
                if (port != -1) {
                    sb.append(':').append(port);
                }
            } else if (authority != null) {
                sb.append("//");
                if (authority.startsWith("[")) {
                    int end = authority.indexOf(']');
                    int cut = end >= 0 && authority.indexOf(':') >= 0 ? end + 1 : 0;
                    sb.append(authority, 0, cut).append(UriParser.quote(authority.substring(cut), UriParser.AUTHORITY));
                } else {
                    sb.append(UriParser.quote(authority, UriParser.AUTHORITY));
                }
            }
            if (path != null) {
                sb.append(UriParser.quote(path, UriParser.PATH));
            }
            if (query != null) {
                sb.append('?').append(UriParser.quote(query, UriParser.URIC));
            }
        }
        if (fragment != null) {
            sb.append('#').append(UriParser.quote(fragment, UriParser.URIC));
        }
        return sb.toString();
    }

    public URI parseServerAuthority() throws URISyntaxException {
        if (host == null && authority != null) {
            new UriParser(toString()).parse(this, true);
        }
        return this;
    }

    public URI normalize() {
        if (isOpaque() || path == null || path.isEmpty()) {
            return this;
        }
        String p = normalized(path);
        return p.equals(path) ? this : with(p, query, fragment);
    }

    private URI with(String newPath, String newQuery, String newFragment) {
        URI u = new URI();
        StringBuilder ssp = new StringBuilder();
        if (authority != null) {
            ssp.append("//").append(authority);
        }
        ssp.append(newPath);
        if (newQuery != null) {
            ssp.append('?').append(newQuery);
        }
        u.set(scheme, ssp.toString(), authority, userInfo, host, port, newPath, newQuery, newFragment);
        return u;
    }

    /** Removes "." and "name/.."; a first segment that would look like a scheme gets a "./". */
    private static String normalized(String path) {
        boolean absolute = path.startsWith("/");
        java.util.ArrayList<String> kept = new java.util.ArrayList<>();
        int n = path.length();
        boolean changed = false;
        boolean trailing = false;
        int i = 0;
        while (i < n) {
            if (path.charAt(i) == '/') {
                if (i > 0 && path.charAt(i - 1) == '/') {
                    changed = true;
                }
                i++;
                trailing = true;
                continue;
            }
            int end = path.indexOf('/', i);
            end = end < 0 ? n : end;
            String s = path.substring(i, end);
            trailing = end < n;
            i = end;
            if (s.equals(".")) {
                changed = true;
                trailing = true;
            } else if (s.equals("..") && !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..")) {
                kept.remove(kept.size() - 1);
                changed = true;
                trailing = true;
            } else {
                kept.add(s);
            }
        }
        if (!changed) {
            return path;
        }
        String joined = String.join("/", kept);
        if (trailing && !kept.isEmpty()) {
            joined += "/";
        }
        if (!absolute && !kept.isEmpty() && kept.get(0).indexOf(':') >= 0) {
            joined = "./" + joined;
        }
        return absolute ? "/" + joined : joined;
    }

    public URI resolve(URI uri) {
        if (uri.isOpaque() || isOpaque()) {
            return uri;
        }
        if (uri.scheme == null && uri.authority == null && uri.path.isEmpty() && uri.fragment != null && uri.query == null) {
            if (fragment != null && uri.fragment.equals(fragment)) {
                return this;
            }
            return with(path, query, uri.fragment);
        }
        if (uri.scheme != null) {
            return uri;
        }
        URI u = new URI();
        if (uri.authority != null) {
            u.set(scheme, uri.specific, uri.authority, uri.userInfo, uri.host, uri.port, uri.path, uri.query, uri.fragment);
            return u;
        }
        String p;
        if (uri.path.startsWith("/")) {
            p = normalized(uri.path);
        } else {
            int slash = path.lastIndexOf('/');
            StringBuilder sb = new StringBuilder();
            if (slash >= 0) {
                sb.append(path, 0, slash + 1);
            }
            p = normalized(sb.append(uri.path).toString());
        }
        return with(p, uri.query, uri.fragment);
    }

    public URI resolve(String str) {
        return resolve(URI.create(str));
    }

    public URI relativize(URI uri) {
        if (uri.isOpaque() || isOpaque()) {
            return uri;
        }
        if (!equalIgnoringCase(scheme, uri.scheme) || !Objects.equals(authority, uri.authority)) {
            return uri;
        }
        String base = normalized(path);
        String target = normalized(uri.path);
        if (!base.equals(target)) {
            if (!base.endsWith("/")) {
                base += "/";
            }
            if (!target.startsWith(base)) {
                return uri;
            }
        }
        URI u = new URI();
        String p = target.substring(base.length());
        String ssp = p + (uri.query != null ? "?" + uri.query : "");
        u.set(null, ssp, null, null, null, -1, p, uri.query, uri.fragment);
        return u;
    }

    public URL toURL() throws MalformedURLException {
        if (!isAbsolute()) {
            throw new IllegalArgumentException("URI is not absolute");
        }
        return new URL(toString());
    }

    public String getScheme() {
        return scheme;
    }

    public boolean isAbsolute() {
        return scheme != null;
    }

    public boolean isOpaque() {
        return path == null;
    }

    public String getRawSchemeSpecificPart() {
        return specific;
    }

    public String getSchemeSpecificPart() {
        return decode(specific);
    }

    public String getRawAuthority() {
        return authority;
    }

    public String getAuthority() {
        return decode(authority);
    }

    public String getRawUserInfo() {
        return userInfo;
    }

    public String getUserInfo() {
        return decode(userInfo);
    }

    public String getHost() {
        return host;
    }

    public int getPort() {
        return port;
    }

    public String getRawPath() {
        return path;
    }

    public String getPath() {
        return decode(path);
    }

    public String getRawQuery() {
        return query;
    }

    public String getQuery() {
        return decode(query);
    }

    public String getRawFragment() {
        return fragment;
    }

    public String getFragment() {
        return decode(fragment);
    }

    /** Replaces escaped octets; those that are not UTF-8 become U+FFFD. Addresses in brackets keep theirs. */
    private static String decode(String s) {
        if (s == null || s.indexOf('%') < 0) {
            return s;
        }
        StringBuilder sb = new StringBuilder(s.length());
        int n = s.length();
        boolean brackets = false;
        for (int i = 0; i < n;) {
            char c = s.charAt(i);
            if (c == '[') {
                brackets = true;
            } else if (c == ']') {
                brackets = false;
            }
            if (c != '%' || brackets) {
                sb.append(c);
                i++;
                continue;
            }
            ByteBuffer bytes = ByteBuffer.allocate((n - i) / 3 + 1);
            while (i + 2 < n && s.charAt(i) == '%') {
                bytes.put((byte) Integer.parseInt(s.substring(i + 1, i + 3), 16));
                i += 3;
                if (i >= n) {
                    break;
                }
            }
            bytes.flip();
            try {
                sb.append(StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE).decode(bytes));
            } catch (CharacterCodingException e) {
                throw new InternalError(e);
            }
        }
        return sb.toString();
    }

    @Override
    public boolean equals(Object ob) {
        if (ob == this) {
            return true;
        }
        if (!(ob instanceof URI)) {
            return false;
        }
        URI o = (URI) ob;
        if (isOpaque() != o.isOpaque() || !equalIgnoringCase(scheme, o.scheme) || !equalEscaped(fragment, o.fragment)) {
            return false;
        }
        if (isOpaque()) {
            return equalEscaped(specific, o.specific);
        }
        if (!equalEscaped(path, o.path) || !equalEscaped(query, o.query)) {
            return false;
        }
        if (host != null || o.host != null) {
            return port == o.port && equalIgnoringCase(host, o.host) && equalEscaped(userInfo, o.userInfo);
        }
        return equalEscaped(authority, o.authority);
    }

    private static boolean equalIgnoringCase(String a, String b) {
        return a == null ? b == null : a.equalsIgnoreCase(b);
    }

    private static String escapesLower(String s) {
        if (s == null || s.indexOf('%') < 0) {
            return s;
        }
        StringBuilder sb = new StringBuilder(s);
        for (int i = 0; i + 2 < sb.length(); i++) {
            if (sb.charAt(i) == '%') {
                sb.setCharAt(i + 1, Character.toUpperCase(sb.charAt(i + 1)));
                sb.setCharAt(i + 2, Character.toUpperCase(sb.charAt(i + 2)));
            }
        }
        return sb.toString();
    }

    private static boolean equalEscaped(String a, String b) {
        return Objects.equals(escapesLower(a), escapesLower(b));
    }

    private static int hash(int h, String s) {
        String t = escapesLower(s);
        return t == null ? h : h * 127 + t.hashCode();
    }

    private static int hashLower(int h, String s) {
        int result = h;
        for (int i = 0; s != null && i < s.length(); i++) {
            char c = s.charAt(i);
            result = 31 * result + (c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        return result;
    }

    @Override
    public int hashCode() {
        int h = hashLower(0, scheme);
        h = hash(h, fragment);
        if (isOpaque()) {
            return hash(h, specific);
        }
        h = hash(h, path);
        h = hash(h, query);
        if (host != null) {
            h = hash(h, userInfo);
            h = hashLower(h, host);
            return h + 1949 * port;
        }
        return hash(h, authority);
    }

    private static int compare(String a, String b, boolean ignoringCase) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        return ignoringCase ? a.compareToIgnoreCase(b) : a.compareTo(b);
    }

    @Override
    public int compareTo(URI that) {
        int c = compare(scheme, that.scheme, true);
        if (c != 0) {
            return c;
        }
        if (isOpaque() || that.isOpaque()) {
            if (!isOpaque() || !that.isOpaque()) {
                return isOpaque() ? 1 : -1;
            }
            c = compare(specific, that.specific, false);
            return c != 0 ? c : compare(fragment, that.fragment, false);
        }
        if (host != null && that.host != null) {
            c = compare(userInfo, that.userInfo, false);
            c = c != 0 ? c : compare(host, that.host, true);
            c = c != 0 ? c : port - that.port;
        } else {
            c = compare(authority, that.authority, false);
        }
        c = c != 0 ? c : compare(path, that.path, false);
        c = c != 0 ? c : compare(query, that.query, false);
        return c != 0 ? c : compare(fragment, that.fragment, false);
    }

    @Override
    public String toString() {
        String s = string;
        if (s == null) {
            s = (scheme != null ? scheme + ":" : "") + specific + (fragment != null ? "#" + fragment : "");
            string = s;
        }
        return s;
    }

    public String toASCIIString() {
        String s = toString();
        StringBuilder sb = new StringBuilder();
        boolean ascii = true;
        for (int i = 0; i < s.length(); i++) {
            ascii &= s.charAt(i) < 128;
        }
        if (ascii) {
            return s;
        }
        for (byte b : s.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0) {
                sb.append((char) b);
            } else {
                UriParser.escape(sb, b);
            }
        }
        return sb.toString();
    }
}
