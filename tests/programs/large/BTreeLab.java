import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A B-tree map: insertion with splits, deletion with borrowing and merging, ranges, iteration, its invariants checked against TreeMap. */
public class BTreeLab {
    static final class BTree<K, V> implements Iterable<K> {
        private static final class Page<K, V> {
            final List<K> keys = new ArrayList<>();
            final List<V> values = new ArrayList<>();
            final List<Page<K, V>> children = new ArrayList<>();

            boolean leaf() {
                return children.isEmpty();
            }
        }

        private final int degree;
        private final Comparator<? super K> order;
        private Page<K, V> root = new Page<>();
        private int size;
        private int changes;
        int splits;
        int merges;
        int borrows;

        BTree(int degree, Comparator<? super K> order) {
            if (degree < 2) {
                throw new IllegalArgumentException("degree " + degree);
            }
            this.degree = degree;
            this.order = order;
        }

        int size() {
            return size;
        }

        private int find(Page<K, V> p, K key) {
            int low = 0;
            int high = p.keys.size() - 1;
            while (low <= high) {
                int mid = (low + high) >>> 1;
                int c = order.compare(p.keys.get(mid), key);
                if (c == 0) {
                    return mid;
                }
                if (c < 0) {
                    low = mid + 1;
                } else {
                    high = mid - 1;
                }
            }
            return -low - 1;
        }

        V get(K key) {
            Page<K, V> p = root;
            while (true) {
                int i = find(p, key);
                if (i >= 0) {
                    return p.values.get(i);
                }
                if (p.leaf()) {
                    return null;
                }
                p = p.children.get(-i - 1);
            }
        }

        V put(K key, V value) {
            changes++;
            if (root.keys.size() == 2 * degree - 1) {
                Page<K, V> top = new Page<>();
                top.children.add(root);
                split(top, 0);
                root = top;
            }
            Page<K, V> p = root;
            while (true) {
                int i = find(p, key);
                if (i >= 0) {
                    return p.values.set(i, value);
                }
                i = -i - 1;
                if (p.leaf()) {
                    p.keys.add(i, key);
                    p.values.add(i, value);
                    size++;
                    return null;
                }
                if (p.children.get(i).keys.size() == 2 * degree - 1) {
                    split(p, i);
                    int c = order.compare(p.keys.get(i), key);
                    if (c == 0) {
                        return p.values.set(i, value);
                    }
                    if (c < 0) {
                        i++;
                    }
                }
                p = p.children.get(i);
            }
        }

        private void split(Page<K, V> parent, int i) {
            splits++;
            Page<K, V> left = parent.children.get(i);
            Page<K, V> right = new Page<>();
            List<K> keys = left.keys.subList(degree, left.keys.size());
            List<V> values = left.values.subList(degree, left.values.size());
            right.keys.addAll(keys);
            right.values.addAll(values);
            keys.clear();
            values.clear();
            if (!left.leaf()) {
                List<Page<K, V>> moved = left.children.subList(degree, left.children.size());
                right.children.addAll(moved);
                moved.clear();
            }
            parent.keys.add(i, left.keys.remove(degree - 1));
            parent.values.add(i, left.values.remove(degree - 1));
            parent.children.add(i + 1, right);
        }

        V remove(K key) {
            V old = get(key);
            if (old == null) {
                return null;
            }
            changes++;
            delete(root, key);
            if (root.keys.isEmpty() && !root.leaf()) {
                root = root.children.get(0);
            }
            size--;
            return old;
        }

        private void delete(Page<K, V> p, K key) {
            int i = find(p, key);
            if (p.leaf()) {
                p.keys.remove(i);
                p.values.remove(i);
                return;
            }
            if (i >= 0) {
                Page<K, V> before = p.children.get(i);
                Page<K, V> after = p.children.get(i + 1);
                if (before.keys.size() >= degree) {
                    Page<K, V> q = before;
                    while (!q.leaf()) {
                        q = q.children.get(q.children.size() - 1);
                    }
                    int last = q.keys.size() - 1;
                    K k = q.keys.get(last);
                    p.keys.set(i, k);
                    p.values.set(i, q.values.get(last));
                    delete(before, k);
                } else if (after.keys.size() >= degree) {
                    Page<K, V> q = after;
                    while (!q.leaf()) {
                        q = q.children.get(0);
                    }
                    K k = q.keys.get(0);
                    p.keys.set(i, k);
                    p.values.set(i, q.values.get(0));
                    delete(after, k);
                } else {
                    merge(p, i);
                    delete(before, key);
                }
                return;
            }
            i = -i - 1;
            Page<K, V> child = p.children.get(i);
            if (child.keys.size() == degree - 1) {
                if (i > 0 && p.children.get(i - 1).keys.size() >= degree) {
                    borrowLeft(p, i);
                } else if (i < p.keys.size() && p.children.get(i + 1).keys.size() >= degree) {
                    borrowRight(p, i);
                } else if (i < p.keys.size()) {
                    merge(p, i);
                } else {
                    merge(p, i - 1);
                    child = p.children.get(i - 1);
                }
            }
            delete(child, key);
        }

        private void borrowLeft(Page<K, V> p, int i) {
            borrows++;
            Page<K, V> to = p.children.get(i);
            Page<K, V> from = p.children.get(i - 1);
            int last = from.keys.size() - 1;
            to.keys.add(0, p.keys.set(i - 1, from.keys.remove(last)));
            to.values.add(0, p.values.set(i - 1, from.values.remove(last)));
            if (!from.leaf()) {
                to.children.add(0, from.children.remove(from.children.size() - 1));
            }
        }

        private void borrowRight(Page<K, V> p, int i) {
            borrows++;
            Page<K, V> to = p.children.get(i);
            Page<K, V> from = p.children.get(i + 1);
            to.keys.add(p.keys.set(i, from.keys.remove(0)));
            to.values.add(p.values.set(i, from.values.remove(0)));
            if (!from.leaf()) {
                to.children.add(from.children.remove(0));
            }
        }

        private void merge(Page<K, V> p, int i) {
            merges++;
            Page<K, V> left = p.children.get(i);
            Page<K, V> right = p.children.remove(i + 1);
            left.keys.add(p.keys.remove(i));
            left.values.add(p.values.remove(i));
            left.keys.addAll(right.keys);
            left.values.addAll(right.values);
            left.children.addAll(right.children);
        }

        void range(K from, K to, BiConsumer<? super K, ? super V> each) {
            range(root, from, to, each);
        }

        private void range(Page<K, V> p, K from, K to, BiConsumer<? super K, ? super V> each) {
            int i = find(p, from);
            boolean hit = i >= 0;
            i = hit ? i : -i - 1;
            if (!hit && !p.leaf()) {
                range(p.children.get(i), from, to, each);
            }
            for (; i < p.keys.size() && order.compare(p.keys.get(i), to) < 0; i++) {
                each.accept(p.keys.get(i), p.values.get(i));
                if (!p.leaf()) {
                    range(p.children.get(i + 1), from, to, each);
                }
            }
        }

        /** Throws if an invariant is broken; the height otherwise. */
        int check() {
            int[] count = {0};
            int height = check(root, null, null, count);
            if (count[0] != size) {
                throw new IllegalStateException("size " + size + " but " + count[0] + " keys");
            }
            return height;
        }

        private int check(Page<K, V> p, K low, K high, int[] count) {
            count[0] += p.keys.size();
            if (p != root && (p.keys.size() < degree - 1 || p.keys.size() > 2 * degree - 1)) {
                throw new IllegalStateException("page of " + p.keys.size());
            }
            K before = low;
            for (K k : p.keys) {
                if (before != null && order.compare(before, k) >= 0 || high != null && order.compare(k, high) >= 0) {
                    throw new IllegalStateException("order at " + k);
                }
                before = k;
            }
            if (p.leaf()) {
                return 1;
            }
            if (p.children.size() != p.keys.size() + 1) {
                throw new IllegalStateException("children");
            }
            int height = -1;
            for (int i = 0; i < p.children.size(); i++) {
                int h = check(p.children.get(i), i == 0 ? low : p.keys.get(i - 1), i == p.keys.size() ? high : p.keys.get(i), count);
                if (height >= 0 && h != height) {
                    throw new IllegalStateException("heights " + h + ", " + height);
                }
                height = h;
            }
            return height + 1;
        }

        @Override
        public Iterator<K> iterator() {
            return new Iterator<K>() {
                private final List<Page<K, V>> pages = new ArrayList<>();
                private final List<Integer> places = new ArrayList<>();
                private final int expected = changes;

                {
                    descend(root);
                }

                private void descend(Page<K, V> p) {
                    while (true) {
                        pages.add(p);
                        places.add(0);
                        if (p.leaf()) {
                            break;
                        }
                        p = p.children.get(0);
                    }
                    drop();
                }

                private void drop() {
                    while (!pages.isEmpty() && places.get(places.size() - 1) >= pages.get(pages.size() - 1).keys.size()) {
                        pages.remove(pages.size() - 1);
                        places.remove(places.size() - 1);
                    }
                }

                public boolean hasNext() {
                    return !pages.isEmpty();
                }

                public K next() {
                    if (expected != changes) {
                        throw new java.util.ConcurrentModificationException("tree changed");
                    }
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int top = pages.size() - 1;
                    Page<K, V> p = pages.get(top);
                    int i = places.get(top);
                    places.set(top, i + 1);
                    if (p.leaf()) {
                        drop();
                    } else {
                        descend(p.children.get(i + 1));
                    }
                    return p.keys.get(i);
                }
            };
        }

        @Override
        public String toString() {
            StringBuilder s = new StringBuilder();
            print(root, s);
            return s.toString();
        }

        private void print(Page<K, V> p, StringBuilder s) {
            s.append('[');
            for (int i = 0; i <= p.keys.size(); i++) {
                if (!p.leaf()) {
                    print(p.children.get(i), s);
                }
                if (i < p.keys.size()) {
                    s.append(p.leaf() && i > 0 ? " " : "").append(p.keys.get(i));
                }
            }
            s.append(']');
        }
    }

    static void small() {
        BTree<Integer, String> t = new BTree<>(2, Comparator.naturalOrder());
        for (int k : new int[] {50, 20, 80, 10, 30, 60, 90, 25, 35, 70, 5, 15, 85, 95, 55}) {
            t.put(k, "v" + k);
            t.check();
        }
        System.out.println(t + " height " + t.check());
        System.out.println(t.get(35) + " " + t.get(36) + " " + t.put(35, "new") + " " + t.get(35));
        List<String> seen = new ArrayList<>();
        t.range(20, 60, (k, v) -> seen.add(k + "=" + v));
        System.out.println(seen);
        for (int k : new int[] {50, 5, 95, 20, 99, 60, 10}) {
            System.out.println("- " + k + " " + t.remove(k) + " " + t + " " + t.check());
        }
        StringBuilder all = new StringBuilder();
        for (int k : t) {
            all.append(k).append(' ');
        }
        System.out.println(all.toString().trim() + " of " + t.size());
        try {
            for (int k : t) {
                t.remove(k);
            }
        } catch (java.util.ConcurrentModificationException e) {
            System.out.println(e.getMessage());
        }
        try {
            new BTree<String, String>(1, Comparator.reverseOrder());
        } catch (IllegalArgumentException e) {
            System.out.println(e);
        }
    }

    static void big(int degree, int steps) {
        BTree<String, Integer> tree = new BTree<>(degree, Comparator.<String, Integer>comparing(String::length).thenComparing(Comparator.reverseOrder()));
        Map<String, Integer> model = new TreeMap<>(tree.order);
        Random random = new Random(degree);
        int agreed = 0;
        for (int i = 0; i < steps; i++) {
            String key = Integer.toString(random.nextInt(700), 7);
            boolean grow = i < steps / 2 ? random.nextInt(4) != 0 : random.nextInt(4) == 0;
            Integer a = grow ? tree.put(key, i) : tree.remove(key);
            Integer b = grow ? model.put(key, i) : model.remove(key);
            if (a == null ? b == null : a.equals(b)) {
                agreed++;
            }
            if (i % 50 == 0) {
                tree.check();
            }
        }
        List<String> keys = new ArrayList<>();
        tree.iterator().forEachRemaining(keys::add);
        System.out.printf("degree %d: %d of %d agreed, size %d, same keys %b, height %d, splits %d, merges %d, borrows %d%n", degree,
                agreed, steps, tree.size(), keys.equals(new ArrayList<>(model.keySet())), tree.check(), tree.splits, tree.merges, tree.borrows);
        for (String key : keys) {
            tree.remove(key);
        }
        System.out.println("emptied: " + tree + " " + tree.size() + " " + tree.iterator().hasNext());
    }

    public static void main(String[] args) {
        small();
        big(2, 2500);
        big(3, 2500);
        big(8, 2500);
    }
}
