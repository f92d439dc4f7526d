package rvm.internal.net;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** HTTP 1.1, without encryption. */
final class HttpConnection extends HttpURLConnection {
    private static final int MOST_REDIRECTS = 20;
    private static final int MOST_HEADERS = 4096;
    /** What is ours to say. */
    private static final Set<String> RESERVED = Set.of("access-control-request-headers", "access-control-request-method", "content-length",
            "content-transfer-encoding", "host", "keep-alive", "origin", "trailer", "transfer-encoding", "upgrade", "via");

    private final Proxy proxy;
    private final Headers user = new Headers();
    private Headers answer = new Headers();
    private HttpLink link;
    private OutputStream output;
    private ByteArrayOutputStream poster;
    private InputStream body;
    private IOException failure;
    private boolean answered;

    HttpConnection(URL url, Proxy proxy) throws IOException {
        super(url);
        this.proxy = proxy != null && proxy.type() == Proxy.Type.DIRECT ? null : proxy;
        if (this.proxy != null && this.proxy.type() == Proxy.Type.SOCKS) {
            throw new UnsupportedOperationException("connections by a SOCKS proxy");
        }
        for (int i = 0; i < url.getFile().length(); i++) {
            if (url.getFile().charAt(i) == '\n' || url.getFile().charAt(i) == '\r') {
                throw new MalformedURLException("Illegal character found in URL");
            }
        }
    }

    private void notYet() {
        if (connected || output != null || answered) {
            throw new IllegalStateException("Already connected");
        }
    }

    private static void check(String key, String value) {
        if (key.isEmpty() || key.indexOf(':') >= 0 || key.indexOf('\n') >= 0 || key.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("Illegal character(s) in message header field: " + key);
        }
        for (int i = value == null ? -1 : value.indexOf('\n'); i >= 0; i = value.indexOf('\n', i + 1)) {
            char next = i + 1 < value.length() ? value.charAt(i + 1) : 0;
            if (next != ' ' && next != '\t') {
                throw new IllegalArgumentException("Illegal character(s) in message header value: " + value);
            }
        }
    }

    private static boolean isReserved(String key, String value) {
        String k = key.toLowerCase(Locale.ROOT);
        return RESERVED.contains(k) && !Boolean.getBoolean("sun.net.http.allowRestrictedHeaders")
                || k.equals("connection") && !"close".equalsIgnoreCase(value);
    }

    @Override
    public void setRequestProperty(String key, String value) {
        notYet();
        if (key == null) {
            throw new NullPointerException("key is null");
        }
        check(key, value);
        if (!isReserved(key, value)) {
            user.set(key, value);
        }
    }

    @Override
    public void addRequestProperty(String key, String value) {
        notYet();
        if (key == null) {
            throw new NullPointerException("key is null");
        }
        check(key, value);
        if (!isReserved(key, value)) {
            user.add(key, value);
        }
    }

    @Override
    public String getRequestProperty(String key) {
        return key == null ? null : user.get(key);
    }

    @Override
    public Map<String, List<String>> getRequestProperties() {
        notYet();
        return user.map();
    }

    @Override
    public void setRequestMethod(String method) throws ProtocolException {
        if (connected || answered) {
            throw new IllegalStateException("connect in progress");
        }
        super.setRequestMethod(method);
    }

    @Override
    public void connect() throws IOException {
        if (!connected) {
            open(false);
        }
    }

    private void open(boolean fresh) throws IOException {
        String host = url.getHost();
        int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
        if (host == null || host.isEmpty()) {
            throw new IOException("Failed to select a proxy", new IllegalArgumentException("protocol = http host = null"));
        }
        if (proxy != null) {
            InetSocketAddress at = (InetSocketAddress) proxy.address();
            host = at.getHostString();
            port = at.getPort();
        } else if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        }
        link = HttpLink.open(host, port, getConnectTimeout(), fresh);
        link.socket.setSoTimeout(getReadTimeout());
        connected = true;
    }

    private boolean isStreaming() {
        return chunkLength != -1 || fixedContentLengthLong != -1;
    }

    @Override
    public synchronized OutputStream getOutputStream() throws IOException {
        if (!doOutput) {
            throw new ProtocolException("cannot write to a URLConnection if doOutput=false - call setDoOutput(true)");
        }
        if (method.equals("GET")) {
            method = "POST";
        }
        if (method.equals("TRACE")) {
            throw new ProtocolException("HTTP method TRACE doesn't support output");
        }
        if (answered) {
            throw new ProtocolException("Cannot write output after reading input.");
        }
        if (output != null) {
            return output;
        }
        connect();
        if (isStreaming()) {
            sendHead();
            output = chunkLength != -1 ? new ChunkedUpload() : new FixedUpload(fixedContentLengthLong);
        } else {
            poster = new ByteArrayOutputStream();
            output = poster;
        }
        return output;
    }

    /** So many bytes, no more and no less. */
    private final class FixedUpload extends OutputStream {
        private long left;
        private boolean closed;

        FixedUpload(long length) {
            left = length;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            if (closed) {
                throw new IOException("Stream is closed");
            }
            if (len > left) {
                closed = true;
                link.close();
                throw new IOException("too many bytes written");
            }
            link.out.write(b, off, len);
            left -= len;
        }

        @Override
        public void flush() throws IOException {
            link.out.flush();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                link.out.flush();
                if (left > 0) {
                    link.close();
                    throw new IOException("insufficient data written");
                }
            }
        }
    }

    /** Chunks of a size, their own heads included. */
    private final class ChunkedUpload extends OutputStream {
        private final byte[] chunk;
        private int filled;
        private boolean closed;

        ChunkedUpload() {
            int size = Math.max(1, chunkLength - 5);
            while (size > 1 && size + Integer.toHexString(size).length() + 4 > chunkLength) {
                size--;
            }
            chunk = new byte[size];
        }

        private void send() throws IOException {
            if (filled > 0) {
                link.out.write((Integer.toHexString(filled) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                link.out.write(chunk, 0, filled);
                link.out.write('\r');
                link.out.write('\n');
                filled = 0;
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            if (closed) {
                throw new IOException("stream is closed");
            }
            for (int done = 0; done < len;) {
                int n = Math.min(len - done, chunk.length - filled);
                System.arraycopy(b, off + done, chunk, filled, n);
                filled += n;
                done += n;
                if (filled == chunk.length) {
                    send();
                }
            }
        }

        @Override
        public void flush() throws IOException {
            if (!closed) {
                send();
                link.out.flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                send();
                closed = true;
                link.out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                link.out.flush();
            }
        }
    }

    private void sendHead() throws IOException {
        Headers h = new Headers();
        for (int i = 0; i < user.size(); i++) {
            h.add(user.name(i), user.value(i));
        }
        if (!useCaches) {
            h.setIfAbsent("Cache-Control", "no-cache");
            h.setIfAbsent("Pragma", "no-cache");
        }
        String agent = System.getProperty("http.agent");
        String java = "Java/" + System.getProperty("java.version");
        h.setIfAbsent("User-Agent", agent == null ? java : agent + " " + java);
        int port = url.getPort();
        h.setIfAbsent("Host", url.getHost() + (port < 0 || port == url.getDefaultPort() ? "" : ":" + port));
        h.setIfAbsent("Accept", "text/html, image/gif, image/jpeg, */*; q=0.2");
        if (user.get("Connection") == null) {
            h.add(proxy == null ? "Connection" : "Proxy-Connection", "keep-alive");
        }
        if (ifModifiedSince != 0) {
            h.set("If-Modified-Since", DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                    .format(Instant.ofEpochMilli(ifModifiedSince).atOffset(ZoneOffset.UTC)));
        }
        if (poster != null || isStreaming()) {
            if (!method.equals("PUT")) {
                h.setIfAbsent("Content-type", "application/x-www-form-urlencoded");
            }
            if (chunkLength != -1) {
                h.set("Transfer-Encoding", "chunked");
            } else {
                h.set("Content-Length", Long.toString(poster != null ? poster.size() : fixedContentLengthLong));
            }
        }
        String file = url.getFile();
        if (file.isEmpty() || file.startsWith("?")) {
            file = "/" + file;
        }
        if (proxy != null) {
            file = url.getProtocol() + "://" + h.get("Host") + file;
        }
        StringBuilder sb = new StringBuilder().append(method).append(' ').append(file).append(" HTTP/1.1\r\n");
        for (int i = 0; i < h.size(); i++) {
            sb.append(h.name(i));
            if (h.value(i) != null) {
                sb.append(": ").append(h.value(i));
            }
            sb.append("\r\n");
        }
        link.out.write(sb.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends what is not sent yet and reads the head of the answer; a connection that was idle may turn out to be gone. */
    private void exchange() throws IOException {
        while (true) {
            boolean used = link.used;
            try {
                if (!isStreaming() || output == null) {
                    sendHead();
                    if (poster != null) {
                        poster.writeTo(link.out);
                    }
                } else {
                    output.close();
                }
                link.out.flush();
                readHead();
                return;
            } catch (java.net.SocketTimeoutException e) {
                link.close();
                throw e;
            } catch (IOException e) {
                link.close();
                if (!used || isStreaming() && output != null) {
                    throw e;
                }
                open(true);
            }
        }
    }

    private void readHead() throws IOException {
        while (true) {
            Headers h = new Headers();
            String status = HttpBody.line(link.in);
            if (status == null) {
                throw new SocketException("Unexpected end of file from server");
            }
            if (!status.startsWith("HTTP/1.")) {
                h.add("Content-type", "unknown/unknown");
                answer = h;
                return;
            }
            h.add(null, status);
            String line;
            while ((line = HttpBody.line(link.in)) != null && !line.isEmpty()) {
                int colon = line.indexOf(':');
                if (h.size() > MOST_HEADERS) {
                    throw new IOException("The answer has too many headers");
                }
                if ((line.startsWith(" ") || line.startsWith("\t")) && h.size() > 1) {
                    h.set(h.name(h.size() - 1), h.value(h.size() - 1) + " " + line.trim());
                } else {
                    h.add(colon < 0 ? line : line.substring(0, colon).trim(), colon < 0 ? "" : line.substring(colon + 1).trim());
                }
            }
            answer = h;
            responseCode = -1;
            // Those that only announce the answer.
            if (code() / 100 != 1) {
                return;
            }
        }
    }

    private int code() {
        String status = answer.value(0);
        if (status == null || !status.startsWith("HTTP/1.")) {
            return -1;
        }
        String[] words = status.split(" +", 3);
        try {
            return words.length < 2 ? -1 : Integer.parseInt(words[1]);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void openBody(int code) throws IOException {
        String connection = answer.get(proxy == null ? "Connection" : "Proxy-Connection");
        boolean old = answer.value(0).startsWith("HTTP/1.0");
        boolean keep = old ? "keep-alive".equalsIgnoreCase(connection) : !"close".equalsIgnoreCase(connection);
        boolean chunked = "chunked".equalsIgnoreCase(answer.get("Transfer-Encoding"));
        long length = -1;
        String given = answer.get("Content-Length");
        if (given != null) {
            try {
                length = Math.max(-1, Long.parseLong(given));
            } catch (NumberFormatException e) {
                length = -1;
            }
        }
        if (method.equals("HEAD") || code == HTTP_NO_CONTENT || code == HTTP_NOT_MODIFIED) {
            chunked = false;
            length = 0;
        }
        body = new HttpBody(link, keep && (chunked || length >= 0), chunked, length);
    }

    /** Whether the answer sends us somewhere else; then we are there. */
    private boolean redirected(int code, int times) throws IOException {
        if (!instanceFollowRedirects || code < 300 || code > 307 || code == 306 || code == HTTP_NOT_MODIFIED) {
            return false;
        }
        String location = answer.get("Location");
        if (location == null) {
            return false;
        }
        URL to = new URL(url, location);
        if (!url.getProtocol().equalsIgnoreCase(to.getProtocol())) {
            return false;
        }
        if (isStreaming()) {
            throw new HttpRetryException("cannot retry due to redirection, in streaming mode", code, location);
        }
        if (times >= MOST_REDIRECTS - 1) {
            throw new ProtocolException("Server redirected too many  times (" + MOST_REDIRECTS + ")");
        }
        ((HttpBody) body).abandon();
        body = null;
        url = to;
        if (method.equals("POST") && code != 307 && !Boolean.getBoolean("http.strictPostRedirect")) {
            method = "GET";
            poster = null;
        }
        open(false);
        return true;
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (!doInput) {
            throw new ProtocolException("Cannot read from URLConnection if doInput=false (call setDoInput(true))");
        }
        if (failure != null) {
            throw again(failure);
        }
        if (answered) {
            return body;
        }
        try {
            connect();
            answered = true;
            for (int times = 0;; times++) {
                exchange();
                int code = code();
                if (code < 0) {
                    link.close();
                    throw new IOException("Invalid Http response");
                }
                openBody(code);
                if (redirected(code, times)) {
                    continue;
                }
                if (code == HTTP_NOT_FOUND || code == HTTP_GONE) {
                    throw new FileNotFoundException(url.toString());
                }
                if (code >= 400) {
                    throw new IOException("Server returned HTTP response code: " + code + " for URL: " + url);
                }
                return body;
            }
        } catch (IOException e) {
            answered = true;
            failure = e;
            throw e;
        }
    }

    /** The same failure for another caller. */
    private static IOException again(IOException e) {
        IOException copy = e instanceof FileNotFoundException ? new FileNotFoundException(e.getMessage())
                : e instanceof java.net.ConnectException ? new java.net.ConnectException(e.getMessage())
                : e instanceof java.net.UnknownHostException ? new java.net.UnknownHostException(e.getMessage())
                : e instanceof java.net.SocketTimeoutException ? new java.net.SocketTimeoutException(e.getMessage())
                : e instanceof ProtocolException ? new ProtocolException(e.getMessage())
                : e instanceof SocketException ? new SocketException(e.getMessage()) : new IOException(e.getMessage());
        copy.initCause(e);
        return copy;
    }

    @Override
    public InputStream getErrorStream() {
        if (answered && body != null && code() >= 400) {
            return body;
        }
        return answered && code() >= 400 ? new ByteArrayInputStream(new byte[0]) : null;
    }

    private void tryInput() {
        try {
            getInputStream();
        } catch (IOException e) {
            // The headers may be there nevertheless.
        }
    }

    @Override
    public String getHeaderField(String name) {
        tryInput();
        return name == null ? answer.value(0) : answer.get(name);
    }

    @Override
    public String getHeaderField(int n) {
        tryInput();
        return answer.value(n);
    }

    @Override
    public String getHeaderFieldKey(int n) {
        tryInput();
        return answer.name(n);
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        tryInput();
        return answer.map();
    }

    @Override
    public void disconnect() {
        if (body instanceof HttpBody) {
            ((HttpBody) body).abandon();
        } else if (link != null && !answered) {
            link.close();
        }
        connected = false;
    }

    @Override
    public boolean usingProxy() {
        return proxy != null;
    }
}
