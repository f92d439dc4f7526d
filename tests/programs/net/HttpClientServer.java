import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

/** A small server and HttpURLConnection: what is sent, and what comes of the answers. */
public class HttpClientServer {
    static int port;
    static final List<String> log = Collections.synchronizedList(new ArrayList<>());
    static int connections;

    static String line(InputStream in) throws IOException {
        StringBuilder sb = new StringBuilder();
        int c;
        while ((c = in.read()) >= 0 && c != '\n') {
            if (c != '\r') sb.append((char) c);
        }
        return c < 0 && sb.length() == 0 ? null : sb.toString();
    }

    static void serve(Socket s, int number) {
        try (s) {
            InputStream in = new BufferedInputStream(s.getInputStream());
            OutputStream out = s.getOutputStream();
            while (true) {
                String first = line(in);
                if (first == null) return;
                StringBuilder all = new StringBuilder("> " + first);
                Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                String h;
                while ((h = line(in)) != null && !h.isEmpty()) {
                    String name = h.substring(0, h.indexOf(':'));
                    headers.put(name, h.substring(h.indexOf(':') + 1).trim());
                    if (!name.equals("User-Agent")) all.append(" | ").append(h);
                }
                byte[] body = new byte[0];
                if (headers.containsKey("Content-Length")) {
                    body = in.readNBytes(Integer.parseInt(headers.get("Content-Length")));
                } else if ("chunked".equals(headers.get("Transfer-Encoding"))) {
                    ByteArrayOutputStream b = new ByteArrayOutputStream();
                    while (true) {
                        int n = Integer.parseInt(line(in).trim(), 16);
                        all.append(" [" + n + "]");
                        b.write(in.readNBytes(n));
                        line(in);
                        if (n == 0) break;
                    }
                    body = b.toByteArray();
                }
                if (body.length > 0) all.append(" body ").append(body.length > 60 ? "of " + body.length : new String(body, StandardCharsets.UTF_8));
                log.add(all.toString().replace(":" + port, ":PORT"));
                String path = first.split(" ")[1];
                if (path.startsWith("/hello")) answer(out, "200 OK", "Content-Type: text/plain; charset=utf-8\r\nX-A: 1\r\nX-A: 2\r\nLast-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n", first.startsWith("HEAD") ? null : "Hello, " + path);
                else if (path.equals("/chunked")) raw(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n5\r\nabcde\r\n1a;x=y\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\nTrailer: t\r\n\r\n");
                else if (path.equals("/redirect")) answer(out, "302 Found", "Location: /hello/redirected\r\n", "gone there");
                else if (path.equals("/redirect303")) answer(out, "303 See Other", "Location: http://localhost:" + port + "/hello/see\r\n", "");
                else if (path.equals("/loop")) answer(out, "301 Moved", "Location: /loop\r\n", "x");
                else if (path.equals("/missing")) answer(out, "404 Not Found", "", "no such thing");
                else if (path.equals("/error")) answer(out, "500 Oops", "", "broken");
                else if (path.equals("/close")) { raw(out, "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nuntil the end"); return; }
                else if (path.equals("/empty")) answer(out, "204 No Content", "", null);
                else if (path.equals("/echo")) answer(out, "200 OK", "", new String(body, StandardCharsets.UTF_8).toUpperCase());
                else if (path.equals("/big")) answer(out, "200 OK", "", "0123456789".repeat(20000));
                else if (path.equals("/slow")) { Thread.sleep(1500); return; }
                else if (path.equals("/garbage")) { raw(out, "this is not http\r\n\r\n"); return; }
                else if (path.equals("/nothing")) { return; }
                else if (path.equals("/short")) { raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"); return; }
                else if (path.equals("/cookie")) answer(out, "200 OK", "Set-Cookie: a=b; Path=/\r\n", "c");
                else answer(out, "400 Bad Request", "", "?");
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone.
        }
    }

    static void raw(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    static void answer(OutputStream out, String status, String headers, String body) throws IOException {
        raw(out, "HTTP/1.1 " + status + "\r\n" + headers + (body != null ? "Content-Length: " + body.length() + "\r\n" : "") + "\r\n" + (body == null ? "" : body));
    }

    interface Part { void run() throws Exception; }

    static void part(String name, Part p) throws InterruptedException {
        System.out.println("== " + name);
        try {
            p.run();
        } catch (Exception e) {
            System.out.println(("!! " + e + (e.getCause() != null ? " / " + e.getCause() : "")).replace(":" + port, ":PORT"));
        }
        synchronized (log) {
            log.forEach(System.out::println);
            log.clear();
        }
    }

    /** The server's side depends on how fast it is. */
    static void quiet(String name, Part p) throws InterruptedException {
        part(name, () -> {
            try {
                p.run();
            } finally {
                Thread.sleep(100);
                log.clear();
            }
        });
        Thread.sleep(200);
        log.clear();
    }

    static HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) new URL("http://localhost:" + port + path).openConnection();
    }

    static String all(InputStream in) throws IOException {
        if (in == null) return "null";
        try (in) {
            String s = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return s.length() > 60 ? s.length() + " chars" : s;
        }
    }

    static void show(HttpURLConnection c) throws IOException {
        System.out.println(c.getResponseCode() + " " + c.getResponseMessage() + " " + c.getContentType() + " " + c.getContentLength() + " " + c.getHeaderField(0));
    }

    public static void main(String[] args) throws Exception {
        ServerSocket server = new ServerSocket(0);
        port = server.getLocalPort();
        Thread t = new Thread(() -> {
            try {
                while (true) {
                    Socket s = server.accept();
                    int n = ++connections;
                    Thread x = new Thread(() -> serve(s, n));
                    x.setDaemon(true);
                    x.start();
                }
            } catch (IOException e) {
                System.out.println("server: " + e.getMessage());
            }
        });
        t.start();

        part("openStream", () -> System.out.println(all(new URL("http://localhost:" + port + "/hello?a=b c").openStream())));
        part("get", () -> {
            HttpURLConnection c = open("/hello/x#frag");
            c.setRequestProperty("X-Mine", "yes");
            c.addRequestProperty("X-Mine", "again");
            System.out.println(c.getRequestMethod() + " " + c.getRequestProperties());
            show(c);
            System.out.println(all(c.getInputStream()));
            System.out.println(c.getLastModified() + " " + c.getHeaderField("x-a") + " " + c.getHeaderFields().get("X-A") + " " + c.getHeaderFieldKey(0) + " " + c.getHeaderFieldKey(1) + "=" + c.getHeaderField(1) + " " + c.getHeaderFieldKey(99));
            System.out.println(new TreeMap<>(c.getHeaderFields().entrySet().stream().filter(e -> e.getKey() != null).collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
            System.out.println(c.getHeaderFields().get(null) + " " + c.usingProxy() + " " + c.getURL().getPath() + " " + c.getErrorStream());
            try { c.setRequestProperty("late", "x"); } catch (IllegalStateException e) { System.out.println(e.getMessage()); }
            try { c.setRequestMethod("POST"); } catch (ProtocolException e) { System.out.println(e.getMessage()); }
        });
        part("post", () -> {
            HttpURLConnection c = open("/echo");
            c.setDoOutput(true);
            c.getOutputStream().write("some=body".getBytes());
            show(c);
            System.out.println(c.getRequestMethod() + " " + all(c.getInputStream()));
        });
        part("post typed", () -> {
            HttpURLConnection c = open("/echo");
            c.setRequestMethod("POST");
            c.setDoOutput(true);
            c.setRequestProperty("Content-Type", "application/json");
            c.setRequestProperty("Accept", "application/json");
            c.setRequestProperty("User-Agent", "mine");
            try (OutputStream o = c.getOutputStream()) { o.write("{\"a\":1}".getBytes()); }
            System.out.println(all(c.getInputStream()));
        });
        part("put fixed", () -> {
            HttpURLConnection c = open("/echo");
            c.setRequestMethod("PUT");
            c.setDoOutput(true);
            c.setFixedLengthStreamingMode(5);
            try (OutputStream o = c.getOutputStream()) { o.write("12345".getBytes()); }
            System.out.println(all(c.getInputStream()));
        });
        part("chunked up", () -> {
            HttpURLConnection c = open("/echo");
            c.setDoOutput(true);
            c.setChunkedStreamingMode(16);
            try (OutputStream o = c.getOutputStream()) { o.write("a body that is longer than a chunk of it".getBytes()); }
            System.out.println(all(c.getInputStream()));
        });
        part("head", () -> {
            HttpURLConnection c = open("/hello");
            c.setRequestMethod("HEAD");
            show(c);
            System.out.println("[" + all(c.getInputStream()) + "]");
        });
        part("delete", () -> {
            HttpURLConnection c = open("/hello");
            c.setRequestMethod("DELETE");
            show(c);
        });
        part("bad method", () -> open("/hello").setRequestMethod("PATCH"));
        part("chunked", () -> {
            HttpURLConnection c = open("/chunked");
            show(c);
            System.out.println(all(c.getInputStream()));
        });
        part("redirect", () -> {
            HttpURLConnection c = open("/redirect");
            System.out.println(all(c.getInputStream()) + " " + c.getURL().getPath());
        });
        part("redirect post", () -> {
            HttpURLConnection c = open("/redirect303");
            c.setDoOutput(true);
            c.getOutputStream().write("data".getBytes());
            System.out.println(all(c.getInputStream()) + " " + c.getURL().getPath() + " " + c.getRequestMethod());
        });
        part("no redirect", () -> {
            HttpURLConnection c = open("/redirect");
            c.setInstanceFollowRedirects(false);
            show(c);
            System.out.println(c.getHeaderField("Location") + " " + all(c.getInputStream()));
        });
        part("loop", () -> open("/loop").getInputStream());
        part("missing", () -> {
            HttpURLConnection c = open("/missing");
            show(c);
            System.out.println(all(c.getErrorStream()));
            c.getInputStream();
        });
        part("missing stream", () -> new URL("http://localhost:" + port + "/missing").openStream());
        part("error", () -> {
            HttpURLConnection c = open("/error");
            try { c.getInputStream(); } finally { System.out.println(all(c.getErrorStream())); }
        });
        part("close", () -> { HttpURLConnection c = open("/close"); show(c); System.out.println(all(c.getInputStream())); });
        part("empty", () -> { HttpURLConnection c = open("/empty"); show(c); System.out.println("[" + all(c.getInputStream()) + "]"); });
        part("big", () -> System.out.println(all(open("/big").getInputStream())));
        part("slow", () -> { HttpURLConnection c = open("/slow"); c.setReadTimeout(200); c.getInputStream(); });
        part("garbage", () -> { HttpURLConnection c = open("/garbage"); show(c); });
        part("garbage stream", () -> open("/garbage").getInputStream());
        quiet("nothing", () -> open("/nothing").getInputStream());
        part("short", () -> System.out.println(all(open("/short").getInputStream())));
        part("disconnect", () -> { HttpURLConnection c = open("/hello"); show(c); c.disconnect(); System.out.println(all(open("/hello").getInputStream())); });
        part("no output", () -> open("/hello").getOutputStream());
        part("output late", () -> { HttpURLConnection c = open("/hello"); c.setDoOutput(true); c.getInputStream(); c.getOutputStream(); });
        part("get with body", () -> { HttpURLConnection c = open("/echo"); c.setRequestMethod("HEAD"); c.setDoOutput(true); c.getOutputStream(); });
        part("if modified", () -> { HttpURLConnection c = open("/hello"); c.setIfModifiedSince(784111777000L); show(c); });
        part("no cache", () -> { HttpURLConnection c = open("/hello"); c.setUseCaches(false); show(c); });
        part("refused", () -> new URL("http://localhost:1/").openStream());
        part("no host", () -> new URL("http:///x").openStream());
        part("https", () -> System.out.println(new URL("https://localhost/x").getDefaultPort()));
        part("user info", () -> System.out.println(all(new URL("http://me:secret@localhost:" + port + "/hello").openStream())));
        quiet("fixed, too much", () -> {
            HttpURLConnection c = open("/echo");
            c.setDoOutput(true);
            c.setFixedLengthStreamingMode(2);
            c.getOutputStream().write("12345".getBytes());
        });
        quiet("fixed, too little", () -> {
            HttpURLConnection c = open("/echo");
            c.setDoOutput(true);
            c.setFixedLengthStreamingMode(20);
            OutputStream o = c.getOutputStream();
            o.write("12345".getBytes());
            o.close();
        });
        part("constants", () -> System.out.println(HttpURLConnection.HTTP_OK + " " + HttpURLConnection.HTTP_NOT_FOUND + " " + HttpURLConnection.HTTP_MOVED_TEMP + " " + HttpURLConnection.getFollowRedirects()));
        server.close();
        t.join();
    }
}
