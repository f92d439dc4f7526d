import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class GenericLibraries {
    // generics-heavy
    sealed interface Option<T> permits Option.Some, Option.None {
        record Some<T>(T value) implements Option<T> {}
        record None<T>() implements Option<T> {}
        static <T> Option<T> of(T t) { return t == null ? new None<>() : new Some<>(t); }
        default <R> Option<R> map(Function<? super T, ? extends R> f) {
            if (this instanceof Some<T> s) return of(f.apply(s.value()));
            return new None<>();
        }
        default <R> Option<R> flatMap(Function<? super T, ? extends Option<? extends R>> f) {
            if (!(this instanceof Some<T> s)) return new None<>();
            @SuppressWarnings("unchecked") Option<R> r = (Option<R>) f.apply(s.value);
            return r;
        }
        default T orElseGet(Supplier<? extends T> s) { return this instanceof Some<T> x ? x.value : s.get(); }
    }
    sealed interface Expr<T> {
        <R> R accept(Visitor<T, R> v);
        interface Visitor<T, R> { R lit(T t); R add(Expr<T> a, Expr<T> b); default R neg(Expr<T> e) { throw new UnsupportedOperationException("neg"); } }
    }
    record Lit<T>(T t) implements Expr<T> { public <R> R accept(Visitor<T, R> v) { return v.lit(t); } }
    record Add<T>(Expr<T> a, Expr<T> b) implements Expr<T> { public <R> R accept(Visitor<T, R> v) { return v.add(a, b); } }
    record Neg<T>(Expr<T> a) implements Expr<T> { public <R> R accept(Visitor<T, R> v) { return v.neg(a); } }

    static abstract class Builder<T extends Builder<T>> {
        protected final Map<String, Object> m = new LinkedHashMap<>();
        abstract T self();
        T with(String k, Object v) { m.put(k, v); return self(); }
        Map<String, Object> build() { return Collections.unmodifiableMap(m); }
    }
    static class PB extends Builder<PB> { PB self() { return this; } PB name(String n) { return with("name", n); } PB age(int a) { return with("age", a); } }

    static <K, V extends Comparable<? super V>> List<Map.Entry<K, V>> sorted(Map<K, V> m) {
        return m.entrySet().stream().sorted(Map.Entry.<K, V>comparingByValue().reversed().thenComparing(e -> e.getKey().toString())).collect(Collectors.toList());
    }
    static <T, C extends Collection<? super T>> C into(C c, Iterable<? extends T> it) { for (T t : it) c.add(t); return c; }
    static <A, B, C> Function<A, C> compose(Function<? super A, ? extends B> f, Function<? super B, ? extends C> g) { return a -> g.apply(f.apply(a)); }
    static <T> Collector<T, ?, List<List<T>>> chunk(int n) {
        return Collector.of(ArrayList::new, (l, t) -> {
            if (l.isEmpty() || l.get(l.size() - 1).size() == n) l.add(new ArrayList<>());
            l.get(l.size() - 1).add(t);
        }, (a, b) -> { a.addAll(b); return a; });
    }
    static <T extends Object & Comparable<? super T>> T max(Collection<? extends T> c) {
        Iterator<? extends T> i = c.iterator(); T best = i.next();
        while (i.hasNext()) { T n = i.next(); if (n.compareTo(best) > 0) best = n; }
        return best;
    }
    static void swapFirst(List<?> l) { swapHelper(l); }
    private static <E> void swapHelper(List<E> l) { E e = l.get(0); l.set(0, l.get(l.size() - 1)); l.set(l.size() - 1, e); }
    @SafeVarargs static <T> List<T> listOf(T... ts) { return new ArrayList<>(Arrays.asList(ts)); }
    interface Shape { double area(); default String describe() { return name() + String.format(Locale.ROOT, "%.2f", area()); } private String name() { return getClass().getSimpleName() + ":"; } static Shape unit() { return () -> 1.0; } }
    enum Planet implements Shape, Supplier<String> {
        MERCURY(1) { @Override public String get() { return "hot" + scale(); } int scale() { return 3; } },
        EARTH(2.5) { public String get() { return "home"; } @Override public double area() { return super.area() * 2; } };
        private final double r;
        Planet(double r) { this.r = r; }
        public double area() { return Math.PI * r * r; }
    }
    public static void main(String[] args) {
        System.out.println(Option.of("x").map(String::length).flatMap(i -> Option.of(i + 0.5)).orElseGet(() -> -1.0));
        System.out.println(Option.<String>of(null).map(s -> s + "!"));
        Expr<Integer> e = new Add<>(new Lit<>(3), new Add<>(new Lit<>(4), new Lit<>(5)));
        System.out.println(e.accept(new Expr.Visitor<Integer, Integer>() {
            public Integer lit(Integer i) { return i; }
            public Integer add(Expr<Integer> a, Expr<Integer> b) { return a.accept(this) + b.accept(this); }
        }));
        String s = e.<String>accept(new Expr.Visitor<>() {
            public String lit(Integer i) { return "" + i; }
            public String add(Expr<Integer> a, Expr<Integer> b) { return "(" + a.accept(this) + "+" + b.accept(this) + ")"; }
        });
        System.out.println(s);
        try { new Neg<>(new Lit<>(1L)).accept(new Expr.Visitor<Long, Void>() { public Void lit(Long l) { return null; } public Void add(Expr<Long> a, Expr<Long> b) { return null; } }); } catch (UnsupportedOperationException x) { System.out.println(x.getMessage()); }
        System.out.println(new PB().name("n").age(3).with("z", 'c').name("o").build());
        System.out.println(sorted(Stream.of("a", "bb", "cc", "dddd").collect(Collectors.toMap(Function.identity(), String::length))));
        System.out.println(into(new TreeSet<Number>(Comparator.comparingDouble(Number::doubleValue)), List.of(3, 1, 2)));
        System.out.println(GenericLibraries.<String, Integer, String>compose(String::length, i -> "#" + i).andThen(String::toUpperCase).apply("abc"));
        System.out.println(IntStream.rangeClosed(1, 7).boxed().collect(chunk(3)));
        System.out.println(max(Arrays.asList(3, 9, 2)) + max(listOf("p", "q")));
        List<Object> l = listOf(1, "two", 3.0); swapFirst(l); System.out.println(l);
        for (Planet p : Planet.values()) System.out.println(p + " " + p.get() + " " + p.describe() + p.getDeclaringClass().getSimpleName());
        System.out.println(Shape.unit().area());
        Map<Boolean, Map<Integer, List<String>>> g = Stream.of("one", "two", "three", "four", "five", "six").collect(
            Collectors.partitioningBy(w -> w.length() > 3, Collectors.groupingBy(String::length, TreeMap::new, Collectors.mapping(w -> w.substring(0, 1).toUpperCase() + w.substring(1), Collectors.toList()))));
        System.out.println(g);
        Map<Character, Long> freq = "mississippi".chars().mapToObj(c -> (char) c).collect(Collectors.groupingBy(c -> c, TreeMap::new, Collectors.counting()));
        System.out.println(freq);
        BinaryOperator<UnaryOperator<Integer>> comp = (f, h) -> x -> h.apply(f.apply(x));
        System.out.println(Stream.<UnaryOperator<Integer>>of(x -> x + 1, x -> x * 2, x -> x - 3).reduce(UnaryOperator.identity(), comp).apply(10));
        Supplier<Supplier<Function<Integer, Supplier<String>>>> nest = () -> () -> i -> () -> "n" + i;
        System.out.println(nest.get().get().apply(5).get());
        Function<Integer, Function<Integer, Function<Integer, Integer>>> curried = a -> b -> c -> a * b + c;
        System.out.println(curried.apply(2).apply(3).apply(4));
        System.out.println(Stream.iterate(new int[]{0, 1}, t -> new int[]{t[1], t[0] + t[1]}).limit(10).map(t -> t[0]).map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
        Comparator<String> cmp = Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder());
        Deque<String> dq = Stream.of("bb", "a", "cc", "ddd").sorted(cmp).collect(Collectors.toCollection(ArrayDeque::new)); System.out.println(dq);
        var r = Stream.of(1, 2, 3).flatMap(i -> Stream.of("x", "y").map(t -> t + i)).toList();
        System.out.println(r);
        String tee = Stream.of(1, 2, 3, 4).collect(Collectors.teeing(Collectors.summingInt(i -> i), Collectors.counting(), (a, b) -> a + "/" + b)); System.out.println(tee);
        Runnable run = (Runnable & java.io.Serializable) () -> System.out.println("ser");
        run.run(); System.out.println(run instanceof java.io.Serializable);
        Object o = true ? 1 : "s"; System.out.println(o);
        long q = true ? 1 : 2L; Object oo = true ? 1 : 2.0; System.out.println(oo + " " + q);
        Integer nul = null; try { int z = false ? 1 : nul; } catch (NullPointerException x) { System.out.println("NPE"); }
        char ch = 'a'; int i0 = 0; System.out.println(true ? ch : 0); System.out.println(true ? ch : i0); System.out.println(false ? 1.0f : 'x');
    }
}
