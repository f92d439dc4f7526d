package rvm.internal.net;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.HashMap;

/** A connection to a server of HTTP; idle ones are kept for the next request. */
final class HttpLink {
    private static final int KEPT = 5;
    private static final long IDLE = 5_000_000_000L;
    private static final HashMap<String, ArrayDeque<HttpLink>> POOL = new HashMap<>();

    private final String place;
    final Socket socket;
    final InputStream in;
    final OutputStream out;
    /** Whether it has served a request already: the server may have given it up meanwhile. */
    boolean used;
    private long since;

    private HttpLink(String place, Socket socket) throws IOException {
        this.place = place;
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream());
    }

    static HttpLink open(String host, int port, int connectTimeout, boolean fresh) throws IOException {
        String place = host + ":" + port;
        HttpLink kept;
        while (!fresh && (kept = take(place)) != null) {
            if (System.nanoTime() - kept.since < IDLE && kept.isQuiet()) {
                return kept;
            }
            kept.close();
        }
        Socket s = new Socket();
        InetSocketAddress to = new InetSocketAddress(host, port);
        try {
            s.connect(to, connectTimeout);
            s.setTcpNoDelay(true);
            return new HttpLink(place, s);
        } catch (IOException e) {
            s.close();
            throw e;
        }
    }

    private static HttpLink take(String place) {
        synchronized (POOL) {
            ArrayDeque<HttpLink> links = POOL.get(place);
            return links == null ? null : links.pollLast();
        }
    }

    /** Nothing is to be read, nor has the other side ended it. */
    private boolean isQuiet() {
        try {
            socket.setSoTimeout(1);
            in.mark(1);
            in.read();
            return false;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void keep() {
        since = System.nanoTime();
        used = true;
        synchronized (POOL) {
            ArrayDeque<HttpLink> links = POOL.computeIfAbsent(place, p -> new ArrayDeque<>());
            if (links.size() < KEPT) {
                links.add(this);
                return;
            }
        }
        close();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }
}
