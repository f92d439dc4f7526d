package rvm.internal.net.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request of a connection. */
final class Exchange extends HttpExchange {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    final Connection connection;
    final Context context;
    final Bodies.Input body;
    private final String method;
    private final URI uri;
    private final String protocol;
    private final Headers request;
    private final Headers response = new Headers();
    private InputStream in;
    private OutputStream out;
    private OutputStream set;
    private int code = -1;
    private boolean sent;
    private boolean keep;
    private boolean done;
    HttpPrincipal principal;

    Exchange(Connection connection, Context context, String method, URI uri, String protocol, Headers request,
            Bodies.Input body, boolean keep) {
        this.connection = connection;
        this.context = context;
        this.method = method;
        this.uri = uri;
        this.protocol = protocol;
        this.request = request;
        this.body = body;
        this.in = body;
        this.keep = keep;
        if (!keep && protocol.equals("HTTP/1.0")) {
            response.set("Connection", "close");
        }
    }

    @Override
    public Headers getRequestHeaders() {
        return request;
    }

    @Override
    public Headers getResponseHeaders() {
        return response;
    }

    @Override
    public URI getRequestURI() {
        return uri;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public HttpContext getHttpContext() {
        return context;
    }

    @Override
    public void close() {
        if (done) {
            return;
        }
        try {
            if (!sent) {
                drop();
                return;
            }
            in.close();
            if (out != null) {
                out.close();
            }
            if (!done) {
                drop();
            }
        } catch (IOException e) {
            drop();
        }
    }

    @Override
    public InputStream getRequestBody() {
        return in;
    }

    @Override
    public OutputStream getResponseBody() {
        // Before the head is sent nothing can be written.
        if (out == null) {
            out = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] b, int off, int len) throws IOException {
                    target().write(b, off, len);
                }

                @Override
                public void flush() throws IOException {
                    target().flush();
                }

                @Override
                public void close() throws IOException {
                    target().close();
                }

                private OutputStream target() throws IOException {
                    if (set == null) {
                        throw new IOException("response headers not sent yet");
                    }
                    return set;
                }
            };
        }
        return out;
    }

    @Override
    public void sendResponseHeaders(int rCode, long length) throws IOException {
        if (sent) {
            throw new IOException("headers already sent");
        }
        code = rCode;
        response.set("Date", DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
        boolean bare = rCode >= 100 && rCode < 200 || rCode == 204 || rCode == 304;
        boolean none = bare || length < 0;
        boolean chunked = false;
        if (method.equals("HEAD")) {
            none = true;
        } else if (bare) {
            none = true;
        } else if (length == 0) {
            if (protocol.equals("HTTP/1.0")) {
                keep = false;
            } else {
                chunked = true;
                response.set("Transfer-encoding", "chunked");
            }
        } else {
            response.set("Content-length", Long.toString(Math.max(length, 0)));
        }
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(rCode).append(Status.text(rCode)).append("\r\n");
        for (Map.Entry<String, List<String>> e : response.entrySet()) {
            for (String value : e.getValue()) {
                head.append(e.getKey()).append(": ").append(value).append("\r\n");
            }
        }
        List<String> asked = response.get("Connection");
        if (asked != null && asked.stream().anyMatch("close"::equalsIgnoreCase)) {
            keep = false;
        }
        OutputStream raw = connection.out;
        raw.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        sent = true;
        set = new Bodies.Output(this, raw, chunked, none ? 0 : length == 0 ? -1 : length);
        if (none) {
            raw.flush();
            set.close();
        } else if (!chunked) {
            raw.flush();
        }
    }

    /** The answer is complete. */
    void answered() {
        if (!done) {
            done = true;
            connection.next(keep && body.drain());
        }
    }

    /** The answer stays incomplete: the connection cannot be used any more. */
    void drop() {
        if (!done) {
            done = true;
            connection.next(false);
        }
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return (InetSocketAddress) connection.socket.getRemoteSocketAddress();
    }

    @Override
    public int getResponseCode() {
        return code;
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return (InetSocketAddress) connection.socket.getLocalSocketAddress();
    }

    @Override
    public String getProtocol() {
        return protocol;
    }

    @Override
    public Object getAttribute(String name) {
        return context.getAttributes().get(java.util.Objects.requireNonNull(name, "null name parameter"));
    }

    @Override
    public void setAttribute(String name, Object value) {
        java.util.Objects.requireNonNull(name, "null name parameter");
        if (value == null) {
            context.getAttributes().remove(name);
        } else {
            context.getAttributes().put(name, value);
        }
    }

    @Override
    public void setStreams(InputStream i, OutputStream o) {
        getResponseBody();
        if (i != null) {
            in = i;
        }
        if (o != null) {
            out = o;
        }
    }

    @Override
    public HttpPrincipal getPrincipal() {
        return principal;
    }
}
