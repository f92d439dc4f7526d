import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Graph algorithms on one generic graph: searches, shortest paths three ways, components, order, spanning trees, flow, matching, colouring. */
public class GraphLab {
    static final class Edge<N> {
        final N from;
        final N to;
        final int weight;

        Edge(N from, N to, int weight) {
            this.from = from;
            this.to = to;
            this.weight = weight;
        }

        @Override
        public String toString() {
            return from + "-" + weight + "->" + to;
        }
    }

    static class Graph<N extends Comparable<? super N>> {
        private final SortedMap<N, List<Edge<N>>> out = new TreeMap<>();

        Graph<N> node(N n) {
            out.computeIfAbsent(n, k -> new ArrayList<>());
            return this;
        }

        Graph<N> edge(N a, N b, int w) {
            node(a).node(b).out.get(a).add(new Edge<>(a, b, w));
            return this;
        }

        Set<N> nodes() {
            return Collections.unmodifiableSortedSet((SortedSet<N>) new TreeSet<>(out.keySet()));
        }

        List<Edge<N>> from(N n) {
            return out.getOrDefault(n, List.of());
        }

        Stream<Edge<N>> edges() {
            return out.values().stream().flatMap(Collection::stream);
        }

        Graph<N> reversed() {
            Graph<N> r = new Graph<>();
            nodes().forEach(r::node);
            edges().forEach(e -> r.edge(e.to, e.from, e.weight));
            return r;
        }

        Graph<N> undirected() {
            Graph<N> u = new Graph<>();
            nodes().forEach(u::node);
            edges().forEach(e -> u.edge(e.from, e.to, e.weight).edge(e.to, e.from, e.weight));
            return u;
        }
    }

    static <N extends Comparable<? super N>> List<N> breadthFirst(Graph<N> g, N start) {
        Set<N> seen = new LinkedHashSet<>(Set.of(start));
        Deque<N> queue = new ArrayDeque<>(seen);
        for (N n; (n = queue.poll()) != null; ) {
            for (Edge<N> e : g.from(n)) {
                if (seen.add(e.to)) {
                    queue.add(e.to);
                }
            }
        }
        return new ArrayList<>(seen);
    }

    static <N extends Comparable<? super N>> void depthFirst(Graph<N> g, N n, Set<N> seen, Consumer<? super N> before, Consumer<? super N> after) {
        if (!seen.add(n)) {
            return;
        }
        before.accept(n);
        g.from(n).forEach(e -> depthFirst(g, e.to, seen, before, after));
        after.accept(n);
    }

    static <N extends Comparable<? super N>> Map<N, Integer> dijkstra(Graph<N> g, N start, Map<N, N> parent) {
        Map<N, Integer> best = new TreeMap<>();
        PriorityQueue<Map.Entry<N, Integer>> queue = new PriorityQueue<>(Map.Entry.<N, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        queue.add(Map.entry(start, 0));
        while (!queue.isEmpty()) {
            Map.Entry<N, Integer> top = queue.remove();
            if (best.putIfAbsent(top.getKey(), top.getValue()) != null) {
                continue;
            }
            for (Edge<N> e : g.from(top.getKey())) {
                if (!best.containsKey(e.to)) {
                    queue.add(new AbstractMap.SimpleEntry<>(e.to, top.getValue() + e.weight));
                }
            }
        }
        for (N n : best.keySet()) {
            g.from(n).stream().filter(e -> best.get(n) + e.weight == best.get(e.to) && !e.to.equals(start)).forEach(e -> parent.putIfAbsent(e.to, n));
        }
        return best;
    }

    static <N extends Comparable<? super N>> Optional<Map<N, Long>> bellmanFord(Graph<N> g, N start) {
        Map<N, Long> d = new TreeMap<>();
        d.put(start, 0L);
        for (int round = 0; round <= g.nodes().size(); round++) {
            boolean changed = false;
            for (Edge<N> e : (Iterable<Edge<N>>) g.edges()::iterator) {
                Long at = d.get(e.from);
                if (at != null && at + e.weight < d.getOrDefault(e.to, Long.MAX_VALUE)) {
                    d.put(e.to, at + e.weight);
                    changed = true;
                }
            }
            if (!changed) {
                return Optional.of(d);
            }
        }
        return Optional.empty();
    }

    static <N extends Comparable<? super N>> int[][] floyd(Graph<N> g, List<N> names) {
        int n = names.size();
        int[][] d = new int[n][n];
        for (int[] row : d) {
            Arrays.fill(row, Integer.MAX_VALUE / 2);
        }
        IntStream.range(0, n).forEach(i -> d[i][i] = 0);
        g.edges().forEach(e -> d[names.indexOf(e.from)][names.indexOf(e.to)] = Math.min(e.weight, d[names.indexOf(e.from)][names.indexOf(e.to)]));
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
                }
            }
        }
        return d;
    }

    static <N extends Comparable<? super N>> List<SortedSet<N>> components(Graph<N> g) {
        Deque<N> finished = new ArrayDeque<>();
        Set<N> seen = new HashSet<>();
        g.nodes().forEach(n -> depthFirst(g, n, seen, x -> { }, finished::push));
        Graph<N> back = g.reversed();
        seen.clear();
        List<SortedSet<N>> all = new ArrayList<>();
        for (N n : finished) {
            SortedSet<N> part = new TreeSet<>();
            depthFirst(back, n, seen, part::add, x -> { });
            if (!part.isEmpty()) {
                all.add(part);
            }
        }
        return all;
    }

    static <N extends Comparable<? super N>> List<N> order(Graph<N> g) {
        Map<N, Long> in = g.edges().collect(Collectors.groupingBy(e -> e.to, HashMap::new, Collectors.counting()));
        PriorityQueue<N> free = g.nodes().stream().filter(n -> !in.containsKey(n)).collect(Collectors.toCollection(PriorityQueue::new));
        List<N> list = new ArrayList<>();
        while (!free.isEmpty()) {
            N n = free.poll();
            list.add(n);
            g.from(n).forEach(e -> {
                if (in.merge(e.to, -1L, Long::sum) == 0) {
                    free.add(e.to);
                }
            });
        }
        if (list.size() < g.nodes().size()) {
            throw new IllegalArgumentException("cycle after " + list);
        }
        return list;
    }

    static final class Sets<T> {
        private final Map<T, T> parent = new HashMap<>();
        private final Map<T, Integer> rank = new HashMap<>();

        T find(T x) {
            T p = parent.computeIfAbsent(x, UnaryOperator.identity());
            if (p != x && !p.equals(x)) {
                parent.put(x, p = find(p));
            }
            return p;
        }

        boolean join(T a, T b) {
            T x = find(a);
            T y = find(b);
            if (x.equals(y)) {
                return false;
            }
            int rx = rank.getOrDefault(x, 0);
            int ry = rank.getOrDefault(y, 0);
            parent.put(rx < ry ? x : y, rx < ry ? y : x);
            if (rx == ry) {
                rank.put(x, rx + 1);
            }
            return true;
        }
    }

    static <N extends Comparable<? super N>> List<Edge<N>> kruskal(Graph<N> g) {
        Sets<N> sets = new Sets<>();
        return g.edges().sorted(Comparator.<Edge<N>>comparingInt(e -> e.weight).thenComparing(Edge::toString)).filter(e -> sets.join(e.from, e.to)).collect(Collectors.toList());
    }

    static <N extends Comparable<? super N>> int maxFlow(Graph<N> g, N source, N sink, Map<String, Integer> flows) {
        Map<N, Map<N, Integer>> rest = new TreeMap<>();
        g.edges().forEach(e -> {
            rest.computeIfAbsent(e.from, k -> new TreeMap<>()).merge(e.to, e.weight, Integer::sum);
            rest.computeIfAbsent(e.to, k -> new TreeMap<>()).merge(e.from, 0, Integer::sum);
        });
        int total = 0;
        while (true) {
            Map<N, N> parent = new HashMap<>();
            Deque<N> queue = new ArrayDeque<>(List.of(source));
            while (!queue.isEmpty() && !parent.containsKey(sink)) {
                N n = queue.poll();
                rest.get(n).forEach((to, left) -> {
                    if (left > 0 && !to.equals(source) && parent.putIfAbsent(to, n) == null) {
                        queue.add(to);
                    }
                });
            }
            if (!parent.containsKey(sink)) {
                g.edges().forEach(e -> flows.put(e.from + ">" + e.to, e.weight - rest.get(e.from).get(e.to)));
                return total;
            }
            int push = Integer.MAX_VALUE;
            for (N n = sink; !n.equals(source); n = parent.get(n)) {
                push = Math.min(push, rest.get(parent.get(n)).get(n));
            }
            for (N n = sink; !n.equals(source); n = parent.get(n)) {
                rest.get(parent.get(n)).merge(n, -push, Integer::sum);
                rest.get(n).merge(parent.get(n), push, Integer::sum);
            }
            total += push;
        }
    }

    static <N extends Comparable<? super N>> Map<N, Integer> colours(Graph<N> g) {
        Map<N, Integer> colour = new TreeMap<>();
        g.nodes().stream().sorted(Comparator.comparing((N n) -> g.from(n).size()).reversed().thenComparing(Comparator.naturalOrder())).forEach(n -> {
            Set<Integer> taken = g.from(n).stream().map(e -> colour.get(e.to)).filter(Objects::nonNull).collect(Collectors.toSet());
            colour.put(n, IntStream.iterate(0, i -> i + 1).filter(i -> !taken.contains(i)).findFirst().getAsInt());
        });
        return colour;
    }

    static <A, B> int matching(Map<A, List<B>> wishes, Map<B, A> match) {
        int n = 0;
        for (A a : wishes.keySet()) {
            if (augment(a, wishes, match, new HashSet<>())) {
                n++;
            }
        }
        return n;
    }

    private static <A, B> boolean augment(A a, Map<A, List<B>> wishes, Map<B, A> match, Set<B> tried) {
        for (B b : wishes.get(a)) {
            if (tried.add(b) && (!match.containsKey(b) || augment(match.get(b), wishes, match, tried))) {
                match.put(b, a);
                return true;
            }
        }
        return false;
    }

    public static void main(String[] args) {
        Graph<String> roads = new Graph<>();
        String[] lines = {"A B 4", "A C 2", "C B 1", "B D 5", "C D 8", "C E 10", "D E 2", "E A 7", "F G 1", "G F 3"};
        for (String line : lines) {
            String[] w = line.split(" ");
            roads.edge(w[0], w[1], Integer.parseInt(w[2]));
        }
        System.out.println(breadthFirst(roads, "A"));
        StringBuilder trace = new StringBuilder();
        depthFirst(roads, "A", new HashSet<>(), n -> trace.append('(').append(n), n -> trace.append(')'));
        System.out.println(trace);
        Map<String, String> parent = new TreeMap<>();
        System.out.println(dijkstra(roads, "A", parent) + " " + parent);
        System.out.println(bellmanFord(roads, "A") + " " + bellmanFord(new Graph<Integer>().edge(1, 2, 3).edge(2, 1, -4), 1));
        List<String> names = new ArrayList<>(roads.nodes());
        for (int[] row : floyd(roads, names)) {
            System.out.println(Arrays.stream(row).mapToObj(d -> d > 1000 ? "-" : String.valueOf(d)).collect(Collectors.joining(" ")));
        }
        System.out.println(components(roads));
        Graph<Integer> tasks = new Graph<Integer>().edge(5, 2, 1).edge(5, 0, 1).edge(4, 0, 1).edge(4, 1, 1).edge(2, 3, 1).edge(3, 1, 1).node(9);
        System.out.println(order(tasks));
        try {
            order(roads);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        List<Edge<String>> tree = kruskal(roads.undirected());
        System.out.println(tree + " " + tree.stream().mapToInt(e -> e.weight).sum());
        Map<String, Integer> flows = new TreeMap<>();
        Graph<Character> pipes = new Graph<>();
        for (String p : "sa16 sb13 ab10 ba4 ac12 cb9 bd14 dc7 ct20 dt4".split(" ")) {
            pipes.edge(p.charAt(0), p.charAt(1), Integer.parseInt(p.substring(2)));
        }
        System.out.println(maxFlow(pipes, 's', 't', flows) + " " + flows);
        System.out.println(colours(roads.undirected()));
        Map<String, Integer> match = new TreeMap<>();
        Map<Integer, List<String>> wishes = new LinkedHashMap<>(Map.of(1, List.of("x", "y")));
        wishes.put(2, List.of("x"));
        wishes.put(3, List.of("y", "z"));
        wishes.put(4, List.of("z"));
        System.out.println(matching(wishes, match) + " " + match);
        Random random = new Random(11);
        Graph<Integer> big = new Graph<>();
        for (int i = 0; i < 600; i++) {
            big.edge(random.nextInt(150), random.nextInt(150), 1 + random.nextInt(20));
        }
        Map<Integer, Integer> d = dijkstra(big, 0, new HashMap<>());
        Map<Integer, Long> b = bellmanFord(big, 0).get();
        System.out.println(d.size() + " " + d.entrySet().stream().allMatch(e -> b.get(e.getKey()) == (long) e.getValue()) + " " + d.values().stream().mapToInt(Integer::intValue).summaryStatistics());
        Map<Integer, Long> sizes = components(big).stream().map(Set::size).collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));
        System.out.println(sizes);
    }
}
