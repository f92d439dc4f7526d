import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A supermarket as discrete events: a priority queue of events, resources with queues, distributions, statistics, a trace, an object pool, an LRU cache. */
public class EventSimulation {
    /** What happens at a time; ties go by number. */
    abstract static class Event implements Comparable<Event> {
        private static int made;
        final double time;
        final int number = made++;

        Event(double time) {
            this.time = time;
        }

        abstract void happen(EventSimulation sim);

        @Override
        public int compareTo(Event o) {
            int c = Double.compare(time, o.time);
            return c != 0 ? c : Integer.compare(number, o.number);
        }
    }

    enum Kind {
        QUICK(1, 4), NORMAL(5, 20), FAMILY(15, 60);

        final int least;
        final int most;

        Kind(int least, int most) {
            this.least = least;
            this.most = most;
        }

        int items(Random random) {
            return least + random.nextInt(most - least + 1);
        }
    }

    static final class Customer {
        int id;
        Kind kind;
        int items;
        double arrived;
        double queued;

        Customer set(int id, Kind kind, int items, double arrived) {
            this.id = id;
            this.kind = kind;
            this.items = items;
            this.arrived = arrived;
            return this;
        }

        @Override
        public String toString() {
            return "#" + id + kind.name().charAt(0) + items;
        }
    }

    static final class Pool<T> {
        private final Deque<T> free = new ArrayDeque<>();
        private final Supplier<? extends T> make;
        int created;
        int reused;

        Pool(Supplier<? extends T> make) {
            this.make = make;
        }

        T take() {
            T t = free.poll();
            if (t == null) {
                created++;
                return make.get();
            }
            reused++;
            return t;
        }

        void give(T t) {
            free.push(Objects.requireNonNull(t));
        }
    }

    static final class Lru<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int limit;
        int hits;
        int misses;

        Lru(int limit) {
            super(16, 0.75f, true);
            this.limit = limit;
        }

        V get(K key, java.util.function.Function<? super K, ? extends V> load) {
            V v = get(key);
            if (v != null) {
                hits++;
                return v;
            }
            misses++;
            v = load.apply(key);
            put(key, v);
            return v;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > limit;
        }
    }

    /** Mean, deviation and extremes of a stream of numbers, without keeping them; a histogram. */
    static final class Tally {
        private final String name;
        private final int[] histogram = new int[8];
        private long n;
        private double mean;
        private double square;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        Tally(String name) {
            this.name = name;
        }

        void add(double x) {
            n++;
            double d = x - mean;
            mean += d / n;
            square += d * (x - mean);
            low = Math.min(low, x);
            high = Math.max(high, x);
            histogram[Math.min(histogram.length - 1, (int) (x / 2))]++;
        }

        @Override
        public String toString() {
            if (n == 0) {
                return name + ": none";
            }
            String bars = IntStream.of(histogram).mapToObj(i -> i == 0 ? "." : "#".repeat(1 + i * 9 / (int) n)).collect(Collectors.joining("|"));
            return String.format(Locale.ROOT, "%-8s n=%d mean=%.3f sd=%.3f [%.3f, %.3f] %s", name, n, mean, Math.sqrt(square / n), low, high, bars);
        }
    }

    final class Till {
        final int number;
        final boolean quick;
        final Deque<Customer> queue = new ArrayDeque<>();
        Customer serving;
        double busy;
        int served;
        int longest;

        Till(int number, boolean quick) {
            this.number = number;
            this.quick = quick;
        }

        int load() {
            return queue.size() + (serving == null ? 0 : 1);
        }

        void join(Customer c) {
            c.queued = now;
            queue.add(c);
            longest = Math.max(longest, queue.size());
            if (serving == null) {
                next();
            }
        }

        private void next() {
            serving = queue.poll();
            if (serving == null) {
                return;
            }
            double took = 0.3 + serving.items * (quick ? 0.04 : 0.05) + prices(serving);
            busy += took;
            waits.get(serving.kind).add(now - serving.queued);
            schedule(new Event(now + took) {
                @Override
                void happen(EventSimulation sim) {
                    served++;
                    stay.add(now - serving.arrived);
                    trace(() -> "till " + number + " done with " + serving);
                    pool.give(serving);
                    next();
                }
            });
        }
    }

    private final PriorityQueue<Event> agenda = new PriorityQueue<>();
    private final Random random;
    private final Pool<Customer> pool = new Pool<>(Customer::new);
    private final Lru<Integer, Double> prices = new Lru<>(12);
    private final List<Till> tills = new ArrayList<>();
    private final Map<Kind, Tally> waits = new EnumMap<>(Kind.class);
    private final Tally stay = new Tally("stay");
    private final List<String> log = new ArrayList<>();
    private double now;
    private int events;
    private int turnedAway;

    EventSimulation(long seed, int normal, int quick) {
        random = new Random(seed);
        for (Kind k : Kind.values()) {
            waits.put(k, new Tally(k.name().toLowerCase(Locale.ROOT)));
        }
        for (int i = 0; i < normal + quick; i++) {
            tills.add(new Till(i, i >= normal));
        }
    }

    private void trace(Supplier<String> text) {
        if (log.size() < 12) {
            log.add(String.format(Locale.ROOT, "%7.3f %s", now, text.get()));
        }
    }

    private void schedule(Event e) {
        if (e.time < now) {
            throw new IllegalArgumentException("event in the past");
        }
        agenda.add(e);
    }

    private double prices(Customer c) {
        double extra = 0;
        for (int i = 0; i < Math.min(5, c.items); i++) {
            int article = (int) Math.abs(random.nextGaussian() * 8);
            extra += prices.get(article, a -> 0.001 * (a % 5));
        }
        return extra;
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private void arrivals(int count, double mean) {
        Consumer<Integer> plan = new Consumer<>() {
            @Override
            public void accept(Integer id) {
                if (id >= count) {
                    return;
                }
                schedule(new Event(now + exponential(mean)) {
                    @Override
                    void happen(EventSimulation sim) {
                        Kind[] kinds = Kind.values();
                        Kind kind = kinds[random.nextInt(kinds.length)];
                        Customer c = pool.take().set(id, kind, kind.items(random), now);
                        trace(() -> "enters " + c);
                        schedule(new Event(now + c.items * 0.1 + exponential(1)) {
                            @Override
                            void happen(EventSimulation s) {
                                choose(c);
                            }
                        });
                        accept(id + 1);
                    }
                });
            }
        };
        plan.accept(0);
    }

    private void choose(Customer c) {
        Till best = tills.stream().filter(t -> !t.quick || c.items <= 10)
                .min(Comparator.comparingInt(Till::load).thenComparing(t -> t.quick ? 0 : 1).thenComparingInt(t -> t.number)).orElseThrow();
        if (best.load() > 8) {
            turnedAway++;
            pool.give(c);
            return;
        }
        trace(() -> c + " joins till " + best.number);
        best.join(c);
    }

    void run(int customers, double mean) {
        arrivals(customers, mean);
        for (Event e; (e = agenda.poll()) != null; events++) {
            now = e.time;
            e.happen(this);
        }
        log.forEach(System.out::println);
        System.out.printf(Locale.ROOT, "%d events until %.3f, %d turned away, pool %d made %d reused, prices %d/%d %s%n", events, now, turnedAway, pool.created, pool.reused,
                prices.hits, prices.misses, prices.keySet());
        waits.values().forEach(System.out::println);
        System.out.println(stay);
        for (Till t : tills) {
            System.out.printf(Locale.ROOT, "till %d%s: %d served, %.1f%% busy, longest queue %d%n", t.number, t.quick ? " (quick)" : "", t.served, 100 * t.busy / now, t.longest);
        }
    }

    public static void main(String[] args) {
        new EventSimulation(2024, 3, 1).run(400, 0.45);
        new EventSimulation(7, 1, 1).run(120, 0.3);
        try {
            EventSimulation s = new EventSimulation(1, 1, 0);
            s.now = 5;
            s.schedule(new Event(4) {
                @Override
                void happen(EventSimulation sim) {
                    throw new AssertionError();
                }
            });
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
