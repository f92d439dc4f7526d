import java.io.*;
import java.net.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;

/** Threads that block in sockets while others allocate, sockets that are closed under them, objects sent through. */
public class StreamServer {
    static final class Order implements Serializable {
        final int number;
        final String text;
        final Map<String, Integer> items = new TreeMap<>();

        Order(int number, String text) {
            this.number = number;
            this.text = text;
        }
    }

    public static void main(String[] args) throws Exception {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        AtomicInteger served = new AtomicInteger();
        ExecutorService pool = Executors.newCachedThreadPool();
        Future<?> accepting = pool.submit(() -> {
            try {
                while (true) {
                    Socket s = server.accept();
                    pool.submit(() -> {
                        try (s; ObjectInputStream in = new ObjectInputStream(s.getInputStream());
                                ObjectOutputStream out = new ObjectOutputStream(s.getOutputStream())) {
                            while (true) {
                                Order o = (Order) in.readObject();
                                if (o == null) break;
                                served.incrementAndGet();
                                int sum = o.items.values().stream().mapToInt(Integer::intValue).sum();
                                out.writeObject(o.text + " " + o.number + ": " + sum);
                                out.flush();
                            }
                        }
                        return null;
                    });
                }
            } catch (SocketException e) {
                return e.getMessage();
            }
        });
        List<Future<Integer>> clients = new ArrayList<>();
        for (int c = 0; c < 12; c++) {
            int n = c;
            clients.add(pool.submit(() -> {
                int total = 0;
                try (Socket s = new Socket(server.getInetAddress(), server.getLocalPort());
                        ObjectOutputStream out = new ObjectOutputStream(s.getOutputStream());
                        ObjectInputStream in = new ObjectInputStream(s.getInputStream())) {
                    for (int i = 0; i < 30; i++) {
                        Order o = new Order(i, "client " + n);
                        for (int k = 0; k < 20; k++) o.items.put("item" + k, k * i);
                        out.writeObject(o);
                        out.flush();
                        String answer = (String) in.readObject();
                        if (!answer.equals("client " + n + " " + i + ": " + 190 * i)) throw new IOException(answer);
                        total += answer.length();
                        byte[][] garbage = new byte[50][];
                        for (int k = 0; k < garbage.length; k++) garbage[k] = new byte[4000];
                    }
                    out.writeObject(null);
                    out.flush();
                }
                return total;
            }));
        }
        // Collections go on while threads wait in accept and read.
        Object[] kept = new Object[1000];
        for (int i = 0; i < 200_000; i++) kept[i % kept.length] = new int[i % 100];
        System.gc();
        int total = 0;
        for (Future<Integer> f : clients) total += f.get();
        System.out.println(total + " " + served.get());

        Socket quiet = new Socket(server.getInetAddress(), server.getLocalPort());
        Future<String> reader = pool.submit(() -> {
            try {
                return "read " + quiet.getInputStream().read();
            } catch (SocketException e) {
                return e.getMessage();
            }
        });
        Thread.sleep(100);
        System.gc();
        quiet.close();
        System.out.println(reader.get() + " " + quiet.isClosed() + " " + quiet.isConnected());
        server.close();
        System.out.println(accepting.get());

        // Half closed: the other side reads to the end and still answers.
        try (ServerSocket one = new ServerSocket(0)) {
            Future<String> upper = pool.submit(() -> {
                try (Socket s = one.accept()) {
                    String all = new String(s.getInputStream().readAllBytes());
                    s.getOutputStream().write(all.toUpperCase().getBytes());
                    return all;
                }
            });
            try (Socket s = new Socket("127.0.0.1", one.getLocalPort())) {
                PrintWriter w = new PrintWriter(s.getOutputStream(), true);
                for (int i = 0; i < 3; i++) w.println("line " + i);
                s.shutdownOutput();
                BufferedReader r = new BufferedReader(new InputStreamReader(s.getInputStream()));
                String line;
                while ((line = r.readLine()) != null) System.out.println(line);
                System.out.println(s.isOutputShutdown() + " " + s.isInputShutdown());
            }
            System.out.println(upper.get().length());
        }
        // Much at once, while nobody reads at first.
        try (ServerSocket one = new ServerSocket(0)) {
            Future<Long> sum = pool.submit(() -> {
                try (Socket s = one.accept()) {
                    Thread.sleep(200);
                    byte[] b = new byte[30000];
                    long all = 0;
                    int n;
                    while ((n = s.getInputStream().read(b)) > 0) {
                        for (int i = 0; i < n; i++) all += b[i] & 255;
                    }
                    return all;
                }
            });
            try (Socket s = new Socket("localhost", one.getLocalPort())) {
                byte[] b = new byte[5_000_000];
                for (int i = 0; i < b.length; i++) b[i] = (byte) (i * 31);
                s.getOutputStream().write(b);
            }
            System.out.println(sum.get());
        }
        pool.shutdown();
        System.out.println(pool.awaitTermination(10, TimeUnit.SECONDS));
        System.out.println(Arrays.toString(InetAddress.getAllByName("localhost")).contains("localhost/127.0.0.1") + " " + InetAddress.getByName("127.1"));
    }
}
