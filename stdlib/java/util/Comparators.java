package java.util;

import java.io.Serializable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** The comparators that {@link Comparator} and {@link Collections} hand out. */
class Comparators {

    private Comparators() {
    }

    /** Compares by the elements' own order. */
    enum NaturalOrderComparator implements Comparator<Comparable<Object>> {
        INSTANCE;

        @Override
        public int compare(Comparable<Object> a, Comparable<Object> b) {
            return a.compareTo(b);
        }

        @Override
        public Comparator<Comparable<Object>> reversed() {
            return Comparator.reverseOrder();
        }
    }

    /** Puts null before or after everything else. */
    static final class NullComparator<T> implements Comparator<T>, Serializable {
        private final boolean nullFirst;
        /** Null here means that all non-null values are alike. */
        private final Comparator<T> real;

        @SuppressWarnings("unchecked")
        NullComparator(boolean nullFirst, Comparator<? super T> real) {
            this.nullFirst = nullFirst;
            this.real = (Comparator<T>) real;
        }

        @Override
        public int compare(T a, T b) {
            if (a == null) {
                return b == null ? 0 : nullFirst ? -1 : 1;
            }
            if (b == null) {
                return nullFirst ? 1 : -1;
            }
            return real == null ? 0 : real.compare(a, b);
        }

        @Override
        public Comparator<T> thenComparing(Comparator<? super T> other) {
            Objects.requireNonNull(other);
            return new NullComparator<T>(nullFirst, real == null ? other : real.thenComparing(other));
        }

        @Override
        public Comparator<T> reversed() {
            return new NullComparator<T>(!nullFirst, real == null ? null : real.reversed());
        }
    }

    static final class ReverseComparator implements Comparator<Comparable<Object>>, Serializable {
        static final ReverseComparator REVERSE_ORDER = new ReverseComparator();

        private Object readResolve() {
            return REVERSE_ORDER;
        }

        public int compare(Comparable<Object> a, Comparable<Object> b) {
            return b.compareTo(a);
        }

        @Override
        public Comparator<Comparable<Object>> reversed() {
            return Comparator.naturalOrder();
        }
    }

    static final class ReverseComparator2<T> implements Comparator<T>, Serializable {
        final Comparator<T> cmp;

        ReverseComparator2(Comparator<T> cmp) {
            this.cmp = cmp;
        }

        public int compare(T a, T b) {
            return cmp.compare(b, a);
        }

        public boolean equals(Object o) {
            return o == this || (o instanceof ReverseComparator2 && cmp.equals(((ReverseComparator2<?>) o).cmp));
        }

        public int hashCode() {
            return cmp.hashCode() ^ Integer.MIN_VALUE;
        }

        @Override
        public Comparator<T> reversed() {
            return cmp;
        }
    }

    /** By one order, then by another. */
    static final class Then<T> implements Comparator<T>, Serializable {
        private final Comparator<? super T> first;
        private final Comparator<? super T> second;

        Then(Comparator<? super T> first, Comparator<? super T> second) {
            this.first = first;
            this.second = Objects.requireNonNull(second);
        }

        @Override
        public int compare(T a, T b) {
            int order = first.compare(a, b);
            return order != 0 ? order : second.compare(a, b);
        }
    }

    /** By the order of keys that is given. */
    static final class ByOrderedKey<T, U> implements Comparator<T>, Serializable {
        private final Function<? super T, ? extends U> key;
        private final Comparator<? super U> order;

        ByOrderedKey(Function<? super T, ? extends U> key, Comparator<? super U> order) {
            this.key = Objects.requireNonNull(key);
            this.order = Objects.requireNonNull(order);
        }

        @Override
        public int compare(T a, T b) {
            return order.compare(key.apply(a), key.apply(b));
        }
    }

    /** By the order of the keys themselves. */
    static final class ByKey<T, U extends Comparable<? super U>> implements Comparator<T>, Serializable {
        private final Function<? super T, ? extends U> key;

        ByKey(Function<? super T, ? extends U> key) {
            this.key = Objects.requireNonNull(key);
        }

        @Override
        public int compare(T a, T b) {
            return key.apply(a).compareTo(key.apply(b));
        }
    }

    /** By keys of type int. */
    static final class ByInt<T> implements Comparator<T>, Serializable {
        private final ToIntFunction<? super T> key;

        ByInt(ToIntFunction<? super T> key) {
            this.key = Objects.requireNonNull(key);
        }

        @Override
        public int compare(T a, T b) {
            return Integer.compare(key.applyAsInt(a), key.applyAsInt(b));
        }
    }

    /** By keys of type long. */
    static final class ByLong<T> implements Comparator<T>, Serializable {
        private final ToLongFunction<? super T> key;

        ByLong(ToLongFunction<? super T> key) {
            this.key = Objects.requireNonNull(key);
        }

        @Override
        public int compare(T a, T b) {
            return Long.compare(key.applyAsLong(a), key.applyAsLong(b));
        }
    }

    /** By keys of type double. */
    static final class ByDouble<T> implements Comparator<T>, Serializable {
        private final ToDoubleFunction<? super T> key;

        ByDouble(ToDoubleFunction<? super T> key) {
            this.key = Objects.requireNonNull(key);
        }

        @Override
        public int compare(T a, T b) {
            return Double.compare(key.applyAsDouble(a), key.applyAsDouble(b));
        }
    }

    /** Entries of maps by the order of their keys. */
    static final class ByEntryKey<K extends Comparable<? super K>, V> implements Comparator<Map.Entry<K, V>>, Serializable {
        @Override
        public int compare(Map.Entry<K, V> a, Map.Entry<K, V> b) {
            return a.getKey().compareTo(b.getKey());
        }
    }

    /** Entries of maps by the order of their values. */
    static final class ByEntryValue<K, V extends Comparable<? super V>> implements Comparator<Map.Entry<K, V>>, Serializable {
        @Override
        public int compare(Map.Entry<K, V> a, Map.Entry<K, V> b) {
            return a.getValue().compareTo(b.getValue());
        }
    }

    /** Entries of maps by an order of keys. */
    static final class ByOrderedEntryKey<K, V> implements Comparator<Map.Entry<K, V>>, Serializable {
        private final Comparator<? super K> order;

        ByOrderedEntryKey(Comparator<? super K> order) {
            this.order = Objects.requireNonNull(order);
        }

        @Override
        public int compare(Map.Entry<K, V> a, Map.Entry<K, V> b) {
            return order.compare(a.getKey(), b.getKey());
        }
    }

    /** Entries of maps by an order of values. */
    static final class ByOrderedEntryValue<K, V> implements Comparator<Map.Entry<K, V>>, Serializable {
        private final Comparator<? super V> order;

        ByOrderedEntryValue(Comparator<? super V> order) {
            this.order = Objects.requireNonNull(order);
        }

        @Override
        public int compare(Map.Entry<K, V> a, Map.Entry<K, V> b) {
            return order.compare(a.getValue(), b.getValue());
        }
    }
}
