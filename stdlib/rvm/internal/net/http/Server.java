package rvm.internal.net.http;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The server: a thread that accepts, one for each connection that reads requests, and the dispatcher, which hands them to
 * the executor, or answers them itself if there is none.
 */
public final class Server extends HttpServer {
    private static final Runnable END = () -> { };

    private final ServerSocket socket;
    private final List<Context> contexts = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Runnable> requests = new LinkedBlockingQueue<>();
    // Guarded by this.
    private final Set<Connection> connections = new LinkedHashSet<>();
    private boolean bound;
    private boolean started;
    private boolean stopped;
    private Thread dispatcher;
    private int running;
    private Executor executor;

    public Server(InetSocketAddress address, int backlog) throws IOException {
        socket = new ServerSocket();
        if (address != null) {
            bind(address, backlog);
        }
    }

    @Override
    public synchronized void bind(InetSocketAddress address, int backlog) throws IOException {
        if (bound) {
            throw new java.net.BindException("HttpServer already bound");
        }
        socket.bind(java.util.Objects.requireNonNull(address, "null address"), backlog);
        bound = true;
    }

    @Override
    public synchronized void start() {
        if (!bound || started || stopped) {
            throw new IllegalStateException("server in wrong state");
        }
        started = true;
        dispatcher = new Thread(null, this::dispatchAll, "HTTP-Dispatcher", 0, false);
        dispatcher.setDaemon(false);
        dispatcher.start();
        daemon(this::acceptAll, "HTTP-Acceptor");
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        while (true) {
            try {
                Socket client = socket.accept();
                Connection connection = new Connection(this, client);
                synchronized (this) {
                    if (stopped) {
                        connection.close();
                        return;
                    }
                    connections.add(connection);
                }
                daemon(connection, "HTTP-Connection");
            } catch (IOException e) {
                if (socket.isClosed()) {
                    return;
                }
            }
        }
    }

    private void dispatchAll() {
        while (true) {
            try {
                Runnable request = requests.take();
                if (request == END) {
                    return;
                }
                Executor by = getExecutor();
                if (by == null) {
                    request.run();
                } else {
                    by.execute(request);
                }
            } catch (InterruptedException | RuntimeException e) {
                // Whatever befell one request, the next is answered.
                continue;
            }
        }
    }

    void dispatch(Runnable request) {
        synchronized (this) {
            if (stopped) {
                throw new IllegalStateException("server in wrong state");
            }
            running++;
        }
        requests.add(() -> {
            try {
                request.run();
            } finally {
                synchronized (this) {
                    running--;
                    notifyAll();
                }
            }
        });
    }

    synchronized void gone(Connection connection) {
        connections.remove(connection);
    }

    @Override
    public synchronized void setExecutor(Executor e) {
        if (started) {
            throw new IllegalStateException("server already started");
        }
        executor = e;
    }

    @Override
    public synchronized Executor getExecutor() {
        return executor;
    }

    @Override
    public void stop(int delay) {
        if (delay < 0) {
            throw new IllegalArgumentException("negative delay parameter");
        }
        List<Connection> open;
        Thread wait;
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        boolean interrupted = false;
        synchronized (this) {
            stopped = true;
            long end = System.nanoTime() + delay * 1_000_000_000L;
            while (running > 0) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                    break;
                }
            }
            open = new ArrayList<>(connections);
            wait = dispatcher;
        }
        requests.add(END);
        for (Connection connection : open) {
            connection.close();
        }
        if (wait != null && wait != Thread.currentThread()) {
            try {
                wait.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public HttpContext createContext(String path, HttpHandler handler) {
        if (handler == null || path == null) {
            throw new NullPointerException("null handler, or path parameter");
        }
        return add(path, handler);
    }

    @Override
    public HttpContext createContext(String path) {
        if (path == null) {
            throw new NullPointerException("null path parameter");
        }
        return add(path, null);
    }

    /** With a slash first, or behind the protocol. */
    private Context add(String given, HttpHandler handler) {
        String path = given;
        int slashes = given.indexOf('/');
        if (slashes > 0 && given.charAt(slashes - 1) == ':') {
            if (!given.substring(0, slashes - 1).toLowerCase(Locale.ROOT).equals("http")) {
                slashes = -1;
            }
            path = given.substring(Math.max(slashes, 0)).replaceFirst("^/+", "/");
        }
        if (slashes < 0 || path.isEmpty() || path.charAt(0) != '/') {
            throw new IllegalArgumentException("Illegal value for path or protocol");
        }
        Context context = new Context(this, path, handler);
        contexts.add(context);
        return context;
    }

    @Override
    public void removeContext(String path) throws IllegalArgumentException {
        if (path == null) {
            throw new NullPointerException("null path parameter");
        }
        for (Context context : contexts) {
            if (context.getPath().equals(path)) {
                contexts.remove(context);
                return;
            }
        }
        throw new IllegalArgumentException("cannot remove element from list");
    }

    @Override
    public void removeContext(HttpContext context) {
        if (!(context instanceof Context)) {
            throw new IllegalArgumentException("wrong HttpContext type");
        }
        if (!contexts.remove((Context) context)) {
            throw new IllegalArgumentException("cannot remove element from list");
        }
    }

    /** The context with the longest path that this one begins with. */
    Context find(String path) {
        Context best = null;
        for (Context context : contexts) {
            String own = context.getPath();
            if (path != null && path.startsWith(own) && (best == null || own.length() > best.getPath().length())) {
                best = context;
            }
        }
        return best;
    }

    @Override
    public InetSocketAddress getAddress() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }
}
