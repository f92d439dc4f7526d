import java.net.*;
import java.nio.charset.StandardCharsets;

/** URIs and URLs: parts, resolving, errors; forms; addresses. */
public class Uris {
    static void show(String name, java.util.concurrent.Callable<?> body) {
        try {
            System.out.println(name + " = " + body.call());
        } catch (Exception e) {
            System.out.println(name + " ! " + e.getClass().getName() + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        String[] uris = {"http://user@example.com:8080/a/b?q=1&r=%20x#frag", "mailto:a@b.com", "file:///tmp/x", "urn:isbn:123", "/rel/path?x", "a/b", "#f", "?q", "",
            "http://[::1]:80/", "http://a_b/c", "http://host", "http://host:/", "http://1.2.3.4/", "jar:file:/a.jar!/b", "HTTP://Ex.COM/%7Efoo", "http://a b", "1http:x", "http://h:xx/", "%zz",
            "http://", "a:", ":a", "http://host/\u00e9", "http://h/a%2Fb", "x://h:99999999999/"};
        for (String s : uris) {
            show("<" + s + ">", () -> {
                URI u = new URI(s);
                return u.getScheme() + "|" + u.getSchemeSpecificPart() + "|" + u.getAuthority() + "|" + u.getUserInfo() + "|" + u.getHost() + "|" + u.getPort() + "|" + u.getPath() + "|"
                        + u.getRawPath() + "|" + u.getQuery() + "|" + u.getRawQuery() + "|" + u.getFragment() + "|" + u.isAbsolute() + u.isOpaque() + "|" + u.toASCIIString() + "|" + u.hashCode();
            });
        }
        URI base = URI.create("http://a/b/c/d?q");
        for (String r : new String[] {"g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "g:h", "./../g", "g;x=1/../y"}) {
            show("resolve " + r, () -> base.resolve(r));
        }
        show("norm", () -> URI.create("http://x/a/./b/../../c//d/..").normalize() + " " + URI.create("a/../../b").normalize());
        show("rel", () -> URI.create("http://h/a/b/").relativize(URI.create("http://h/a/b/c/d?x")) + " " + URI.create("http://h/a").relativize(URI.create("http://i/a")));
        show("build", () -> new URI("http", "u", "h", 80, "/a b/\u00e9%", "q=a b&c", "f g") + " " + new URI("mailto", "x y@z", null) + " " + new URI(null, null, "/p q", null));
        show("buildBad", () -> new URI("http", "h", "rel", null));
        show("eq", () -> URI.create("HTTP://H/%aa").equals(URI.create("http://h/%AA")) + " " + URI.create("a").compareTo(URI.create("b")));
        show("create", () -> URI.create("a b"));
        String[] urls = {"http://example.com/a/b?c=d#e", "https://u:p@h:99/x", "file:/tmp/a", "file:///tmp/a b", "jar:file:/x.jar!/y/z", "ftp://h/", "foo://x", "x", "http:", "http://h:-2/", " http://trim/ ", "mailto:a@b"};
        for (String s : urls) {
            show("url <" + s + ">", () -> {
                URL u = new URL(s);
                return u + " " + u.getProtocol() + "|" + u.getHost() + "|" + u.getPort() + "|" + u.getDefaultPort() + "|" + u.getFile() + "|" + u.getPath() + "|" + u.getQuery() + "|" + u.getRef() + "|" + u.getUserInfo() + "|" + u.getAuthority();
            });
        }
        show("urlrel", () -> new URL(new URL("http://h/a/b/c"), "../d?x#y") + " " + new URL(new URL("http://h/a/b"), "/z") + " " + new URL(new URL("http://h/a"), "#r"));
        show("urlparts", () -> new URL("http", "h", 8, "/f?q#r") + " " + new URL("file", "", "/x").toURI());
        show("enc", () -> URLEncoder.encode("a b&c=d/\u00e9\u20ac~*-_.", StandardCharsets.UTF_8) + " " + URLDecoder.decode("a+b%26c%C3%A9", StandardCharsets.UTF_8));
        show("decBad", () -> URLDecoder.decode("%4", StandardCharsets.UTF_8));
        show("decBad2", () -> URLDecoder.decode("%zz", "UTF-8"));
        show("encBad", () -> URLEncoder.encode("x", "no-such"));
        show("addr", () -> InetAddress.getByName("127.0.0.1") + " " + InetAddress.getByName("10.1.2.3").isSiteLocalAddress() + " " + InetAddress.getByName("::1").getHostAddress() + " "
                + InetAddress.getByAddress("h", new byte[] {1, 2, 3, 4}) + " " + InetAddress.getByName("::ffff:1.2.3.4") + " " + InetAddress.getLoopbackAddress() + " " + InetAddress.getByName("fe80::1").isLinkLocalAddress());
        show("sock", () -> new InetSocketAddress("127.0.0.1", 80) + " " + InetSocketAddress.createUnresolved("x.y", 1) + " " + new InetSocketAddress(5).getPort() + " " + new InetSocketAddress("::1", 9).getAddress().isLoopbackAddress());
        show("port", () -> new InetSocketAddress(70000));
    }
}
