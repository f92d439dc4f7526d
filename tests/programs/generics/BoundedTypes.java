import java.util.*;
import java.util.function.*;

public class BoundedTypes {
    interface HasId { int id(); }
    static class User implements HasId, Comparable<User> {
        int i;
        User(int i) {
            this.i = i;
        }
        public int id() {
            return i;
        }
        public int compareTo(User o) {
            return i - o.i;
        }
        public String toString() {
            return "U" + i;
        }
    }
    static <T extends HasId & Comparable<T>> String best(List<T> l) { T b = Collections.max(l); return b + "#" + b.id(); }
    static class Box<T extends Number> {
        T t;
        Box(T t) {
            this.t = t;
        }
        int twice() {
            return t.intValue() * 2;
        }
        <R extends Number> Box<R> map(Function<? super T, ? extends R> f) {
            return new Box<>(f.apply(t));
        }
    }
    static abstract class Builder<T extends Builder<T>> {
        StringBuilder sb = new StringBuilder();
        abstract T self();
        T add(String s) {
            sb.append(s);
            return self();
        }
    }
    static class MyB extends Builder<MyB> { MyB self() { return this; } MyB bang() { sb.append('!'); return this; } }

    public static void main(String[] args) throws Exception {
        p(best(Arrays.asList(new User(3), new User(8), new User(5))));
        p(new Box<>(3.7).twice() + " " + new Box<>(5).map(x -> x * 1.5).t + " " + new Box<Long>(1L << 33).map(Long::intValue).twice());
        p(new MyB().add("a").bang().add("b").bang().sb);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
