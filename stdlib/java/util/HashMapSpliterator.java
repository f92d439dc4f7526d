package java.util;

import java.util.function.Consumer;

/** Spliterators over the slots of a {@link HashMap}'s table: late-binding and fail-fast. */
abstract class HashMapSpliterator<K, V, T> implements Spliterator<T> {
    final HashMap<K, V> map;
    private HashMap.Node<K, V> current;
    private int slot;
    private int fence = -1;
    private int estimate;
    private int expected;

    HashMapSpliterator(HashMap<K, V> map) {
        this.map = map;
    }

    abstract HashMapSpliterator<K, V, T> another();

    abstract T view(HashMap.Node<K, V> e);

    private int fence() {
        if (fence < 0) {
            estimate = map.size;
            expected = map.modCount;
            fence = map.table == null ? 0 : map.table.length;
        }
        return fence;
    }

    final boolean isWhole() {
        return fence < 0 || estimate == map.size;
    }

    public final long estimateSize() {
        fence();
        return estimate;
    }

    public final Spliterator<T> trySplit() {
        int hi = fence();
        int lo = slot;
        int mid = (lo + hi) >>> 1;
        if (lo >= mid || current != null) {
            return null;
        }
        estimate >>>= 1;
        HashMapSpliterator<K, V, T> prefix = another();
        prefix.slot = lo;
        prefix.fence = mid;
        prefix.estimate = estimate;
        prefix.expected = expected;
        slot = mid;
        return prefix;
    }

    public final boolean tryAdvance(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        HashMap.Node<K, V>[] tab = map.table;
        // Without a table there is nothing to bind to yet.
        int hi = tab == null ? 0 : fence();
        if (tab != null && tab.length >= hi) {
            while (current != null || slot < hi) {
                if (current == null) {
                    current = tab[slot++];
                } else {
                    HashMap.Node<K, V> e = current;
                    current = e.next;
                    action.accept(view(e));
                    map.check(expected);
                    return true;
                }
            }
        }
        return false;
    }

    public final void forEachRemaining(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        int hi = fence();
        HashMap.Node<K, V>[] tab = map.table;
        int i = slot;
        if (tab != null && tab.length >= hi && (i < hi || current != null)) {
            HashMap.Node<K, V> e = current;
            slot = hi;
            current = null;
            while (true) {
                while (e != null) {
                    action.accept(view(e));
                    e = e.next;
                }
                if (i >= hi) {
                    break;
                }
                e = tab[i++];
            }
            map.check(expected);
        }
    }

    static final class Keys<K, V> extends HashMapSpliterator<K, V, K> {
        Keys(HashMap<K, V> map) {
            super(map);
        }

        HashMapSpliterator<K, V, K> another() {
            return new Keys<K, V>(map);
        }

        K view(HashMap.Node<K, V> e) {
            return e.key;
        }

        public int characteristics() {
            return (isWhole() ? SIZED : 0) | DISTINCT;
        }
    }

    static final class Values<K, V> extends HashMapSpliterator<K, V, V> {
        Values(HashMap<K, V> map) {
            super(map);
        }

        HashMapSpliterator<K, V, V> another() {
            return new Values<K, V>(map);
        }

        V view(HashMap.Node<K, V> e) {
            return e.value;
        }

        public int characteristics() {
            return isWhole() ? SIZED : 0;
        }
    }

    static final class Entries<K, V> extends HashMapSpliterator<K, V, Map.Entry<K, V>> {
        Entries(HashMap<K, V> map) {
            super(map);
        }

        HashMapSpliterator<K, V, Map.Entry<K, V>> another() {
            return new Entries<K, V>(map);
        }

        Map.Entry<K, V> view(HashMap.Node<K, V> e) {
            return e;
        }

        public int characteristics() {
            return (isWhole() ? SIZED : 0) | DISTINCT;
        }
    }
}
