import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the loops of control-flow graphs and nests them: depth-first numbering, back edges, union-find (after Havlak's idea). */
public class LoopFinder {
    static final class Block {
        final int id;
        final List<Block> in = new ArrayList<>(2);
        final List<Block> out = new ArrayList<>(2);

        Block(int id) {
            this.id = id;
        }
    }

    static final class Graph {
        final Map<Integer, Block> blocks = new HashMap<>();

        Block block(int id) {
            return blocks.computeIfAbsent(id, Block::new);
        }

        void edge(int from, int to) {
            block(from).out.add(block(to));
            block(to).in.add(block(from));
        }

        /** A diamond from {@code at}; its last block. */
        int diamond(int at) {
            edge(at, at + 1);
            edge(at, at + 2);
            edge(at + 1, at + 3);
            edge(at + 2, at + 3);
            return at + 3;
        }

        int straight(int at, int n) {
            for (int i = 0; i < n; i++) {
                edge(at + i, at + i + 1);
            }
            return at + n;
        }

        int nest(int at) {
            int header = straight(at, 1);
            int inner = diamond(header);
            int deeper = straight(inner, 1);
            int d = diamond(deeper);
            edge(d, deeper);
            int end = straight(d, 1);
            edge(end, header);
            return straight(end, 1);
        }
    }

    static final class Loop {
        final Block header;
        final boolean reducible;
        final Set<Block> body = new HashSet<>();
        final List<Loop> inner = new ArrayList<>();
        Loop outer;

        Loop(Block header, boolean reducible) {
            this.header = header;
            this.reducible = reducible;
        }

        int depth() {
            int most = 0;
            for (Loop l : inner) {
                most = Math.max(most, l.depth());
            }
            return most + 1;
        }
    }

    static final class Node {
        Node parent = this;
        final Block block;
        final int number;
        Loop loop;

        Node(Block block, int number) {
            this.block = block;
            this.number = number;
        }

        Node find() {
            Node root = this;
            while (root.parent != root) {
                root = root.parent;
            }
            for (Node n = this; n != root; ) {
                Node next = n.parent;
                n.parent = root;
                n = next;
            }
            return root;
        }
    }

    private final Map<Block, Integer> numbers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private int[] last;
    final List<Loop> loops = new ArrayList<>();

    private void number(Block start, int size) {
        last = new int[size];
        List<Block> path = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        visit(start, path, places);
        while (!path.isEmpty()) {
            int top = path.size() - 1;
            Block b = path.get(top);
            int next = places.get(top);
            if (next < b.out.size()) {
                places.set(top, next + 1);
                Block to = b.out.get(next);
                if (!numbers.containsKey(to)) {
                    visit(to, path, places);
                }
            } else {
                last[numbers.get(b)] = nodes.size() - 1;
                path.remove(top);
                places.remove(top);
            }
        }
    }

    private void visit(Block b, List<Block> path, List<Integer> places) {
        numbers.put(b, nodes.size());
        nodes.add(new Node(b, nodes.size()));
        path.add(b);
        places.add(0);
    }

    private boolean above(int ancestor, int n) {
        return ancestor <= n && n <= last[ancestor];
    }

    void find(Graph graph) {
        number(graph.block(0), graph.blocks.size());
        for (int w = nodes.size() - 1; w >= 0; w--) {
            Node header = nodes.get(w);
            List<Node> body = new ArrayList<>();
            boolean self = false;
            for (Block p : header.block.in) {
                Integer v = numbers.get(p);
                if (v != null && above(w, v)) {
                    if (v == w) {
                        self = true;
                    } else {
                        Node n = nodes.get(v).find();
                        if (!body.contains(n)) {
                            body.add(n);
                        }
                    }
                }
            }
            boolean reducible = true;
            Set<Node> known = new HashSet<>(body);
            for (int i = 0; i < body.size(); i++) {
                for (Block p : body.get(i).block.in) {
                    Integer v = numbers.get(p);
                    if (v == null || above(body.get(i).number, v)) {
                        continue;
                    }
                    Node n = nodes.get(v).find();
                    if (!above(w, n.number)) {
                        reducible = false;
                    } else if (n.number != w && known.add(n)) {
                        body.add(n);
                    }
                }
            }
            if (body.isEmpty() && !self) {
                continue;
            }
            Loop loop = new Loop(header.block, reducible);
            header.loop = loop;
            for (Node n : body) {
                n.parent = header;
                if (n.loop != null) {
                    n.loop.outer = loop;
                    loop.inner.add(n.loop);
                } else {
                    loop.body.add(n.block);
                }
            }
            loops.add(loop);
        }
    }

    public static void main(String[] args) {
        Graph graph = new Graph();
        int at = 0;
        for (int i = 0; i < 120; i++) {
            int top = at;
            for (int k = 0; k < 5; k++) {
                at = graph.nest(at);
            }
            graph.edge(at, top + 1);
            at = graph.straight(at, 1);
        }
        long sum = 0;
        for (int round = 0; round < 20; round++) {
            LoopFinder finder = new LoopFinder();
            finder.find(graph);
            int depth = 0;
            int blocks = 0;
            int odd = 0;
            for (Loop l : finder.loops) {
                blocks += l.body.size();
                depth = Math.max(depth, l.outer == null ? l.depth() : 0);
                odd += l.reducible ? 0 : 1;
            }
            sum = sum * 7 + finder.loops.size() * 1000L + depth * 100 + blocks + odd;
        }
        System.out.println(graph.blocks.size() + " " + sum);
    }
}
