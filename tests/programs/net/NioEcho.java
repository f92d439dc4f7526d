import java.io.IOException;
import java.net.*;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.*;

/** A selector that serves many clients, and what selectors, keys and channels say. */
public class NioEcho {
    static final class Server extends Thread {
        final Selector selector = Selector.open();
        final ServerSocketChannel listener = ServerSocketChannel.open();
        int accepted;
        long echoed;

        Server() throws IOException {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
        }

        int port() throws IOException {
            return ((InetSocketAddress) listener.getLocalAddress()).getPort();
        }

        @Override
        public void run() {
            try {
                while (selector.isOpen()) {
                    selector.select();
                    if (!selector.isOpen()) break;
                    Iterator<SelectionKey> it = selector.selectedKeys().iterator();
                    while (it.hasNext()) {
                        SelectionKey k = it.next();
                        it.remove();
                        if (k.isAcceptable()) {
                            SocketChannel c = listener.accept();
                            if (c != null) {
                                accepted++;
                                c.configureBlocking(false);
                                c.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(4096));
                            }
                            continue;
                        }
                        ByteBuffer b = (ByteBuffer) k.attachment();
                        SocketChannel c = (SocketChannel) k.channel();
                        if (k.isReadable()) {
                            int n = c.read(b);
                            if (n < 0) {
                                c.close();
                                continue;
                            }
                        }
                        b.flip();
                        echoed += c.write(b);
                        k.interestOps(b.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
                        b.compact();
                    }
                }
            } catch (ClosedSelectorException e) {
                // That is how it ends.
            } catch (IOException e) {
                System.out.println("server: " + e);
            }
        }
    }

    static long client(int port, int number, int rounds) throws IOException {
        Random r = new Random(number);
        long sum = 0;
        try (SocketChannel c = SocketChannel.open(new InetSocketAddress("localhost", port))) {
            for (int i = 0; i < rounds; i++) {
                byte[] data = new byte[1 + r.nextInt(20000)];
                r.nextBytes(data);
                ByteBuffer out = ByteBuffer.wrap(data);
                ByteBuffer in = i % 2 == 0 ? ByteBuffer.allocateDirect(data.length) : ByteBuffer.allocate(data.length);
                Thread writer = new Thread(() -> {
                    try {
                        while (out.hasRemaining()) c.write(out);
                    } catch (IOException e) {
                        System.out.println("writer: " + e);
                    }
                });
                writer.start();
                while (in.hasRemaining() && c.read(in) >= 0) {
                    // Until all is back.
                }
                try {
                    writer.join();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                in.flip();
                byte[] back = new byte[in.remaining()];
                in.get(back);
                if (!Arrays.equals(back, data)) throw new IOException("differs");
                sum += Arrays.hashCode(back) & 0xffff;
                byte[] garbage = new byte[100_000];
                sum += garbage.length;
            }
        }
        return sum;
    }

    static void report(String what, Callable<?> c) {
        try {
            System.out.println(what + ": " + c.call());
        } catch (Exception e) {
            System.out.println(what + ": " + e);
        }
    }

    public static void main(String[] args) throws Exception {
        Server server = new Server();
        server.start();
        int port = server.port();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Long>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int n = i;
            all.add(pool.submit(() -> client(port, n, 10)));
        }
        long sum = 0;
        for (Future<Long> f : all) sum += f.get();
        pool.shutdown();
        System.out.println("clients " + sum);
        server.selector.close();
        server.join();
        System.out.println(server.accepted + " accepted, " + server.echoed + " bytes");
        server.listener.close();

        Selector s = Selector.open();
        report("now", () -> s.selectNow());
        long before = System.nanoTime();
        report("timeout", () -> s.select(100));
        System.out.println((System.nanoTime() - before) / 1_000_000 >= 99);
        s.wakeup();
        report("woken", () -> s.select());
        Thread t = new Thread(() -> report("woken by another", () -> s.select()));
        t.start();
        Thread.sleep(100);
        s.wakeup();
        t.join();
        Thread i = new Thread(() -> {
            report("interrupted", () -> s.select());
            System.out.println(Thread.interrupted());
        });
        i.start();
        Thread.sleep(100);
        i.interrupt();
        i.join();

        Pipe p = Pipe.open();
        report("blocking", () -> p.source().register(s, SelectionKey.OP_READ));
        p.source().configureBlocking(false);
        p.sink().configureBlocking(false);
        report("wrong ops", () -> p.source().register(s, SelectionKey.OP_WRITE));
        SelectionKey r = p.source().register(s, SelectionKey.OP_READ, "attached");
        System.out.println(r.attachment() + " " + r.interestOps() + " " + r.isValid() + " " + s.keys().size() + " " + (p.source().keyFor(s) == r));
        report("nothing yet", () -> s.selectNow() + " " + p.source().read(ByteBuffer.allocate(5)));
        p.sink().write(ByteBuffer.wrap("pipe".getBytes(StandardCharsets.UTF_8)));
        report("ready", () -> s.select() + " " + r.readyOps() + " " + s.selectedKeys().contains(r));
        report("still ready", () -> s.select(10) + " " + s.selectedKeys().size());
        report("add", () -> s.selectedKeys().add(r));
        report("keys", () -> s.keys().remove(r));
        s.selectedKeys().clear();
        report("action", () -> s.select(k -> System.out.println("action " + k.isReadable())));
        ByteBuffer b = ByteBuffer.allocate(10);
        p.source().read(b);
        System.out.println(new String(b.array(), 0, b.position(), StandardCharsets.UTF_8));
        int filled = 0;
        int n;
        while ((n = p.sink().write(ByteBuffer.allocate(10000))) > 0) filled += n;
        System.out.println(filled);
        SelectionKey w = p.sink().register(s, SelectionKey.OP_WRITE);
        report("one of two", () -> s.selectNow() + " " + r.isReadable() + " " + w.isWritable());
        w.cancel();
        System.out.println(w.isValid() + " " + s.keys().size());
        report("cancelled", () -> w.interestOps());
        report("after", () -> s.selectNow() + " " + s.keys().size());
        r.interestOps(0);
        s.selectedKeys().clear();
        report("no interest", () -> s.selectNow());
        p.sink().close();
        report("closed", () -> p.sink().write(ByteBuffer.allocate(1)));
        p.source().close();
        report("closed key", () -> r.isValid());
        s.close();
        report("closed selector", () -> s.select());
        report("closed selector", () -> s.keys());

        ServerSocketChannel l = ServerSocketChannel.open().bind(new InetSocketAddress("localhost", 0));
        SocketChannel c = SocketChannel.open();
        c.configureBlocking(false);
        boolean done = c.connect(l.getLocalAddress());
        Selector s2 = Selector.open();
        if (!done) {
            SelectionKey k = c.register(s2, SelectionKey.OP_CONNECT);
            s2.select();
            System.out.println(k.isConnectable() + " " + c.isConnectionPending() + " " + c.finishConnect());
        } else {
            System.out.println("true true true");
        }
        System.out.println(c.isConnected() + " " + c.read(ByteBuffer.allocate(1)));
        SocketChannel a = l.accept();
        a.write(new ByteBuffer[] {ByteBuffer.wrap("one".getBytes()), ByteBuffer.wrap("two".getBytes()), ByteBuffer.allocate(0)});
        a.shutdownOutput();
        c.keyFor(s2);
        SelectionKey k = c.register(s2, SelectionKey.OP_READ);
        s2.select();
        ByteBuffer x = ByteBuffer.allocate(4);
        ByteBuffer y = ByteBuffer.allocate(4);
        System.out.println(c.read(new ByteBuffer[] {x, y}) + " " + new String(x.array()) + new String(y.array(), 0, y.position()));
        System.out.println(c.read(x.clear()) + " " + a.isOpen() + " " + c.socket().isConnected() + " " + a.socket().isOutputShutdown());
        k.cancel();
        s2.selectNow();
        c.configureBlocking(true);
        c.socket().getOutputStream().write("by stream".getBytes());
        System.out.println(new String(a.socket().getInputStream().readNBytes(9)));
        c.setOption(StandardSocketOptions.TCP_NODELAY, true);
        c.socket().setSoLinger(true, 3);
        System.out.println(c.getOption(StandardSocketOptions.TCP_NODELAY) + " " + c.getOption(StandardSocketOptions.SO_LINGER) + " " + a.socket().getTcpNoDelay());
        c.close();
        report("end", () -> a.read(ByteBuffer.allocate(1)));
        report("read only", () -> a.read(ByteBuffer.allocate(1).asReadOnlyBuffer()));
    }
}
