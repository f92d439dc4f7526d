package rvm.internal.net.http;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.SynchronousQueue;

/** A client: reads one request after the other, each when the one before it is answered. */
final class Connection implements Runnable {
    final Server server;
    final Socket socket;
    OutputStream out;
    private InputStream in;
    private final SynchronousQueue<Boolean> answered = new SynchronousQueue<>();

    Connection(Server server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more, closed or not.
            return;
        }
    }

    /** The request that is being answered is done with. */
    void next(boolean keep) {
        if (!keep) {
            close();
        }
        try {
            answered.put(keep);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream());
            while (request()) {
                continue;
            }
        } catch (IOException | InterruptedException e) {
            // The client is gone, or the server stops.
            close();
        } finally {
            close();
            server.gone(this);
        }
    }

    private boolean reject(int code, String text) throws IOException {
        byte[] body = ("<h1>" + code + Status.text(code) + "</h1>" + text).getBytes(StandardCharsets.ISO_8859_1);
        String head = "HTTP/1.1 " + code + Status.text(code) + "\r\nContent-Length: " + body.length
                + "\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        return false;
    }

    private boolean request() throws IOException, InterruptedException {
        String line = Bodies.line(in);
        while (line != null && line.isEmpty()) {
            line = Bodies.line(in);
        }
        if (line == null) {
            return false;
        }
        int first = line.indexOf(' ');
        int second = first < 0 ? -1 : line.indexOf(' ', first + 1);
        if (second < 0) {
            return reject(400, "Bad request line");
        }
        URI uri;
        try {
            uri = new URI(line.substring(first + 1, second));
        } catch (URISyntaxException e) {
            return reject(400, "URISyntaxException thrown");
        }
        String method = line.substring(0, first);
        String protocol = line.substring(second + 1);
        Headers headers = new Headers();
        for (line = Bodies.line(in); line != null && !line.isEmpty(); line = Bodies.line(in)) {
            int colon = line.indexOf(':');
            try {
                headers.add(colon < 0 ? line : line.substring(0, colon).trim(), colon < 0 ? "" : line.substring(colon + 1).trim());
            } catch (IllegalArgumentException e) {
                return reject(400, "Bad header");
            }
        }
        if (line == null) {
            return false;
        }
        long length = 0;
        String encoding = headers.getFirst("Transfer-encoding");
        String given = headers.getFirst("Content-Length");
        if (encoding != null) {
            if (!encoding.equalsIgnoreCase("chunked")) {
                return reject(501, "Unsupported Transfer-Encoding value");
            }
            length = -1;
        } else if (given != null) {
            try {
                length = Long.parseLong(given);
            } catch (NumberFormatException e) {
                length = -1;
            }
            if (length < 0) {
                return reject(400, "NumberFormatException thrown");
            }
        }
        Context context = server.find(uri.getPath());
        if (context == null) {
            return reject(404, "No context found for request");
        }
        if (context.getHandler() == null) {
            return reject(500, "No handler for context");
        }
        String wanted = headers.getFirst("Connection");
        boolean keep = protocol.equals("HTTP/1.0") ? "keep-alive".equalsIgnoreCase(wanted) : !"close".equalsIgnoreCase(wanted);
        if ("100-continue".equalsIgnoreCase(headers.getFirst("Expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        Exchange exchange =
                new Exchange(this, context, method, uri, protocol, headers, new Bodies.Input(in, length), keep);
        server.dispatch(() -> serve(exchange));
        return answered.take();
    }

    private void serve(Exchange exchange) {
        try {
            java.util.List<Filter> filters = new java.util.ArrayList<>(exchange.context.getFilters());
            Authenticator authenticator = exchange.context.getAuthenticator();
            HttpHandler handler = exchange.context.getHandler();
            if (authenticator != null) {
                Authenticator.Result result = authenticator.authenticate(exchange);
                if (result instanceof Authenticator.Success s) {
                    exchange.principal = s.getPrincipal();
                } else {
                    int code = result instanceof Authenticator.Retry r ? r.getResponseCode()
                            : ((Authenticator.Failure) result).getResponseCode();
                    exchange.body.drain();
                    exchange.sendResponseHeaders(code, -1);
                    return;
                }
            }
            new Filter.Chain(filters, handler).doFilter(exchange);
        } catch (Exception e) {
            exchange.drop();
        } catch (Error e) {
            exchange.drop();
            throw e;
        }
    }
}
