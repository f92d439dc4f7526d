import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A small functional language: generic syntax tree with visitors, Hindley-Milner inference with let-polymorphism, an evaluator, a pretty printer. */
public class TypeChecker {
    interface Expr {
        <R, C> R accept(Visitor<R, ? super C> v, C context);
    }

    interface Visitor<R, C> {
        R literal(Literal<?> e, C c);
        R name(Name e, C c);
        R function(Fun e, C c);
        R apply(App e, C c);
        R let(Let e, C c);
        default R branch(If e, C c) {
            return apply(new App(new App(new App(new Name("if"), e.test), e.yes), e.no), c);
        }
    }

    static final class Literal<T> implements Expr {
        final T value;

        Literal(T value) { this.value = Objects.requireNonNull(value); }

        public <R, C> R accept(Visitor<R, ? super C> v, C c) { return v.literal(this, c); }
    }

    static final class Name implements Expr {
        final String name;

        Name(String name) { this.name = name; }

        public <R, C> R accept(Visitor<R, ? super C> v, C c) { return v.name(this, c); }
    }

    static final class Fun implements Expr {
        final String parameter;
        final Expr body;

        Fun(String parameter, Expr body) {
            this.parameter = parameter;
            this.body = body;
        }

        public <R, C> R accept(Visitor<R, ? super C> v, C c) { return v.function(this, c); }
    }

    static final class App implements Expr {
        final Expr function;
        final Expr argument;

        App(Expr function, Expr argument) {
            this.function = function;
            this.argument = argument;
        }

        public <R, C> R accept(Visitor<R, ? super C> v, C c) { return v.apply(this, c); }
    }

    static final class Let implements Expr {
        final String name;
        final Expr value;
        final Expr body;
        final boolean recursive;

        Let(String name, Expr value, Expr body, boolean recursive) {
            this.name = name;
            this.value = value;
            this.body = body;
            this.recursive = recursive;
        }

        public <R, C> R accept(Visitor<R, ? super C> v, C c) { return v.let(this, c); }
    }

    static final class If implements Expr {
        final Expr test;
        final Expr yes;
        final Expr no;

        If(Expr test, Expr yes, Expr no) {
            this.test = test;
            this.yes = yes;
            this.no = no;
        }

        public <R, C> R accept(Visitor<R, ? super C> v, C c) { return v.branch(this, c); }
    }

    /** Parser: words and parentheses. */
    static final class Reader implements Iterator<String> {
        private final List<String> words;
        private int at;

        Reader(String text) {
            words = Arrays.stream(text.replaceAll("([()\\\\.=])", " $1 ").trim().split("\\s+")).collect(Collectors.toList());
        }

        public boolean hasNext() { return at < words.size(); }

        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException("end of text");
            }
            return words.get(at++);
        }

        private boolean skip(String w) {
            boolean there = hasNext() && words.get(at).equals(w);
            at += there ? 1 : 0;
            return there;
        }

        private void need(String w) {
            if (!skip(w)) {
                throw new IllegalStateException("expected " + w + (hasNext() ? ", found " + words.get(at) : " at the end"));
            }
        }

        Expr expr() {
            if (skip("\\")) {
                List<String> names = new ArrayList<>();
                while (!skip(".")) {
                    names.add(next());
                }
                Expr body = expr();
                for (int i = names.size() - 1; i >= 0; i--) {
                    body = new Fun(names.get(i), body);
                }
                return body;
            }
            if (skip("let")) {
                boolean rec = skip("rec");
                String name = next();
                need("=");
                Expr value = expr();
                need("in");
                return new Let(name, value, expr(), rec);
            }
            if (skip("if")) {
                Expr test = expr();
                need("then");
                Expr yes = expr();
                need("else");
                return new If(test, yes, expr());
            }
            Expr e = atom();
            Set<String> stop = Set.of(")", "in", "then", "else", "=", ".");
            while (hasNext() && !stop.contains(words.get(at))) {
                e = new App(e, words.get(at).equals("\\") ? expr() : atom());
            }
            return e;
        }

        private Expr atom() {
            String w = next();
            if (w.equals("(")) {
                Expr e = expr();
                need(")");
                return e;
            }
            return w.matches("-?\\d+") ? new Literal<>(Integer.valueOf(w)) : w.equals("true") || w.equals("false") ? new Literal<>(Boolean.valueOf(w))
                    : w.startsWith("'") ? new Literal<>(w.substring(1)) : new Name(w);
        }
    }

    abstract static class Type {
        static final Map<Class<?>, Con> BASE = new HashMap<>();

        static Con of(Class<?> c) {
            return BASE.computeIfAbsent(c, k -> new Con(k.getSimpleName()));
        }

        static Con fun(Type a, Type b) { return new Con("->", a, b); }
    }

    static final class Con extends Type {
        final String name;
        final List<Type> args;

        Con(String name, Type... args) {
            this.name = name;
            this.args = List.of(args);
        }
    }

    static final class Var extends Type {
        private static int count;
        final int number = ++count;
        Type bound;
    }

    static Type prune(Type t) {
        return t instanceof Var && ((Var) t).bound != null ? ((Var) t).bound = prune(((Var) t).bound) : t;
    }

    static String show(Type t, Map<Var, String> names) {
        Type p = prune(t);
        if (p instanceof Var) {
            return names.computeIfAbsent((Var) p, k -> "'" + (char) ('a' + names.size()));
        }
        Con c = (Con) p;
        if (c.name.equals("->")) {
            Type from = prune(c.args.get(0));
            String left = show(from, names);
            return (from instanceof Con && ((Con) from).name.equals("->") ? "(" + left + ")" : left) + " -> " + show(c.args.get(1), names);
        }
        return c.args.isEmpty() ? c.name : c.name + c.args.stream().map(a -> show(a, names)).collect(Collectors.joining(", ", "<", ">"));
    }

    static class TypeError extends RuntimeException {
        TypeError(String format, Object... args) { super(String.format(format, args)); }
    }

    static void unify(Type a, Type b) {
        Type x = prune(a);
        Type y = prune(b);
        if (x == y) {
            return;
        }
        if (x instanceof Var) {
            if (free(y).contains(x)) {
                Map<Var, String> names = new LinkedHashMap<>();
                throw new TypeError("infinite type: %s = %s", show(x, names), show(y, names));
            }
            ((Var) x).bound = y;
        } else if (y instanceof Var) {
            unify(y, x);
        } else {
            Con c = (Con) x;
            Con d = (Con) y;
            if (!c.name.equals(d.name) || c.args.size() != d.args.size()) {
                Map<Var, String> names = new LinkedHashMap<>();
                throw new TypeError("%s is not %s", show(c, names), show(d, names));
            }
            for (int i = 0; i < c.args.size(); i++) {
                unify(c.args.get(i), d.args.get(i));
            }
        }
    }

    static Set<Var> free(Type t) {
        Type p = prune(t);
        return p instanceof Var ? Set.of((Var) p) : ((Con) p).args.stream().flatMap(a -> free(a).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static final class Scheme {
        final Set<Var> all;
        final Type type;

        Scheme(Set<Var> all, Type type) {
            this.all = all;
            this.type = type;
        }

        Type instance() { return copy(type, all.stream().collect(Collectors.toMap(Function.identity(), v -> new Var()))); }

        private static Type copy(Type t, Map<Var, Var> map) {
            Type p = prune(t);
            return p instanceof Var ? map.getOrDefault(p, (Var) p) : new Con(((Con) p).name, ((Con) p).args.stream().map(a -> copy(a, map)).toArray(Type[]::new));
        }
    }

    /** A linked environment. */
    static final class Env<T> {
        final Env<? extends T> next;
        final String name;
        final T value;

        Env(Env<? extends T> next, String name, T value) {
            this.next = next;
            this.name = name;
            this.value = value;
        }

        static <T> T find(Env<? extends T> env, String name, Supplier<? extends RuntimeException> error) {
            for (Env<? extends T> e = env; e != null; e = e.next) {
                if (e.name.equals(name)) {
                    return e.value;
                }
            }
            throw error.get();
        }
    }

    static final class Inference implements Visitor<Type, Env<Scheme>> {
        public Type literal(Literal<?> e, Env<Scheme> env) { return Type.of(e.value.getClass()); }

        public Type name(Name e, Env<Scheme> env) { return Env.<Scheme>find(env, e.name, () -> new TypeError("unknown name %s", e.name)).instance(); }

        public Type function(Fun e, Env<Scheme> env) {
            Var v = new Var();
            return Type.fun(v, e.body.accept(this, new Env<>(env, e.parameter, new Scheme(Set.of(), v))));
        }

        public Type apply(App e, Env<Scheme> env) {
            Type f = e.function.accept(this, env);
            Type a = e.argument.accept(this, env);
            Var result = new Var();
            unify(f, Type.fun(a, result));
            return result;
        }

        public Type let(Let e, Env<Scheme> env) {
            Type t;
            if (e.recursive) {
                Var v = new Var();
                t = e.value.accept(this, new Env<>(env, e.name, new Scheme(Set.of(), v)));
                unify(v, t);
            } else {
                t = e.value.accept(this, env);
            }
            Set<Var> vars = new LinkedHashSet<>(free(t));
            for (Env<? extends Scheme> x = env; x != null; x = x.next) {
                Scheme s = x.value;
                free(s.type).stream().filter(v -> !s.all.contains(v)).forEach(vars::remove);
            }
            return e.body.accept(this, new Env<>(env, e.name, new Scheme(vars, t)));
        }
    }

    @FunctionalInterface
    interface Closure extends Function<Object, Object> {
    }

    static final class Evaluator implements Visitor<Object, Env<Object>> {
        public Object literal(Literal<?> e, Env<Object> env) { return e.value; }

        public Object name(Name e, Env<Object> env) { return Env.find(env, e.name, () -> new NoSuchElementException(e.name)); }

        public Object function(Fun e, Env<Object> env) { return (Closure) x -> e.body.accept(this, new Env<>(env, e.parameter, x)); }

        public Object apply(App e, Env<Object> env) { return ((Closure) e.function.accept(this, env)).apply(e.argument.accept(this, env)); }

        public Object let(Let e, Env<Object> env) {
            if (!e.recursive) {
                return e.body.accept(this, new Env<>(env, e.name, e.value.accept(this, env)));
            }
            Object[] knot = new Object[1];
            Env<Object> inner = new Env<>(env, e.name, (Closure) x -> ((Closure) knot[0]).apply(x));
            knot[0] = e.value.accept(this, inner);
            return e.body.accept(this, inner);
        }

        @Override
        public Object branch(If e, Env<Object> env) { return ((Boolean) e.test.accept(this, env) ? e.yes : e.no).accept(this, env); }
    }

    static final class Printer implements Visitor<String, Integer> {
        private static String wrap(boolean need, String s) { return need ? '(' + s + ')' : s; }
        public String literal(Literal<?> e, Integer p) { return e.value instanceof String ? "'" + e.value : "" + e.value; }
        public String name(Name e, Integer p) { return e.name; }
        public String function(Fun e, Integer p) { return wrap(p > 0, "\\" + e.parameter + ". " + e.body.accept(this, 0)); }
        public String apply(App e, Integer p) { return wrap(p > 1, e.function.accept(this, 1) + " " + e.argument.accept(this, 2)); }
        public String let(Let e, Integer p) { return wrap(p > 0, "let " + (e.recursive ? "rec " : "") + e.name + " = " + e.value.accept(this, 0) + " in " + e.body.accept(this, 0)); }
    }

    static Env<Scheme> types;
    static Env<Object> values;

    static void define(String name, Type t, Object value) {
        types = new Env<>(types, name, new Scheme(free(t), t));
        values = new Env<>(values, name, value);
    }

    static <A, B> Closure curry(BiFunction<A, B, ?> f) {
        @SuppressWarnings("unchecked")
        Closure c = a -> (Closure) b -> f.apply((A) a, (B) b);
        return c;
    }

    public static void main(String[] args) {
        Type i = Type.of(Integer.class);
        Type b = Type.of(Boolean.class);
        Type s = Type.of(String.class);
        Var a = new Var();
        Var c = new Var();
        define("+", Type.fun(i, Type.fun(i, i)), TypeChecker.<Integer, Integer>curry(Integer::sum));
        define("*", Type.fun(i, Type.fun(i, i)), TypeChecker.<Integer, Integer>curry((x, y) -> x * y));
        define("-", Type.fun(i, Type.fun(i, i)), TypeChecker.<Integer, Integer>curry((x, y) -> x - y));
        define("<", Type.fun(i, Type.fun(i, b)), TypeChecker.<Integer, Integer>curry((x, y) -> x < y));
        define("cat", Type.fun(s, Type.fun(s, s)), TypeChecker.<String, String>curry(String::concat));
        define("show", Type.fun(a, s), (Closure) String::valueOf);
        define("pair", Type.fun(a, Type.fun(c, new Con("Pair", a, c))), TypeChecker.<Object, Object>curry(List::of));
        define("fst", Type.fun(new Con("Pair", a, c), a), (Closure) p -> ((List<?>) p).get(0));
        define("nil", new Con("List", a), List.of());
        define("cons", Type.fun(a, Type.fun(new Con("List", a), new Con("List", a))), TypeChecker.<Object, List<Object>>curry((h, t) -> {
            List<Object> l = new ArrayList<>(List.of(h));
            l.addAll(t);
            return l;
        }));
        define("if", Type.fun(b, Type.fun(a, Type.fun(a, a))), null);
        String[] programs = {
            "+ 1 2", "\\x. x", "\\f g x. f (g x)", "let id = \\x. x in pair (id 1) (id true)", "\\id. pair (id 1) (id true)", "\\x. x x",
            "let rec fact = \\n. if < n 2 then 1 else * n (fact (- n 1)) in fact 10", "let rec fib = \\n. if < n 2 then n else + (fib (- n 1)) (fib (- n 2)) in cons (fib 10) (cons (fib 15) nil)",
            "if 1 then 2 else 3", "if true then 1 else 'x", "cat 'a (show (+ 20 22))", "let k = \\x y. x in k 'first (k 2 3)", "let twice = \\f x. f (f x) in twice twice (\\n. + n 3) 1",
            "\\x. let y = x in pair y y", "fst (pair 'p 7)", "nope 3", "let x = in 3", "(+ 1", "cons 1 (cons true nil)", "\\p. fst (fst p)", "let rec loop = \\x. loop x in loop", "let compose = \\f g x. f (g x) in compose show (+ 1)", "\\a b c. a c (b c)", "cons (\\x. + x 1) nil",
        };
        for (String text : programs) {
            try {
                Expr e = new Reader(text).expr();
                Type t = e.accept(new Inference(), types);
                String shown = show(t, new LinkedHashMap<>());
                Object v = shown.contains("->") ? "<" + e.accept(new Printer(), 0) + ">" : e.accept(new Evaluator(), values);
                System.out.println(v + " : " + shown);
            } catch (TypeError | IllegalStateException | NoSuchElementException e) {
                System.out.println(text + " ! " + e.getClass().getSimpleName() + " " + e.getMessage());
            }
        }
    }
}
