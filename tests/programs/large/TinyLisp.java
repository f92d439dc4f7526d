import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small Lisp: numbers, symbols, lists, lambda, let, define, if, cond, quote, and tail calls by a loop. */
public class TinyLisp {
    interface Fn {
        Object call(List<Object> args);
    }

    static final class Sym {
        private static final Map<String, Sym> ALL = new HashMap<>();
        final String name;

        private Sym(String name) {
            this.name = name;
        }

        static Sym of(String name) {
            return ALL.computeIfAbsent(name, Sym::new);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static class LispError extends RuntimeException {
        LispError(String m) {
            super(m);
        }
    }

    static class Env {
        final Map<Sym, Object> vars = new HashMap<>();
        final Env up;

        Env(Env up) {
            this.up = up;
        }

        Object get(Sym s) {
            for (Env e = this; e != null; e = e.up) {
                Object v = e.vars.get(s);
                if (v != null) {
                    return v;
                }
            }
            throw new LispError("unbound " + s);
        }
    }

    static class Lambda implements Fn {
        final List<Object> params;
        final List<Object> body;
        final Env env;

        Lambda(List<Object> params, List<Object> body, Env env) {
            this.params = params;
            this.body = body;
            this.env = env;
        }

        Env bind(List<Object> args) {
            if (args.size() != params.size()) {
                throw new LispError("expected " + params.size() + " arguments, got " + args.size());
            }
            Env e = new Env(env);
            for (int i = 0; i < args.size(); i++) {
                e.vars.put((Sym) params.get(i), args.get(i));
            }
            return e;
        }

        public Object call(List<Object> args) {
            Env e = bind(args);
            Object r = Boolean.FALSE;
            for (Object b : body) {
                r = eval(b, e);
            }
            return r;
        }

        @Override
        public String toString() {
            return "lambda" + params;
        }
    }

    private static String src;
    private static int at;

    static List<Object> readAll(String text) {
        src = text;
        at = 0;
        List<Object> out = new ArrayList<>();
        while (skip()) {
            out.add(read());
        }
        return out;
    }

    private static boolean skip() {
        while (at < src.length() && Character.isWhitespace(src.charAt(at))) {
            at++;
        }
        return at < src.length();
    }

    private static Object read() {
        if (!skip()) {
            throw new LispError("unexpected end");
        }
        char c = src.charAt(at++);
        if (c == '(') {
            List<Object> l = new ArrayList<>();
            while (skip() && src.charAt(at) != ')') {
                l.add(read());
            }
            if (at++ >= src.length()) {
                throw new LispError("missing )");
            }
            return l;
        }
        if (c == ')') {
            throw new LispError("stray )");
        }
        if (c == '\'') {
            return new ArrayList<>(Arrays.asList(Sym.of("quote"), read()));
        }
        int from = at - 1;
        while (at < src.length() && "() \n\t'".indexOf(src.charAt(at)) < 0) {
            at++;
        }
        String w = src.substring(from, at);
        try {
            return Long.valueOf(w);
        } catch (NumberFormatException e) {
            return w.equals("#t") ? (Object) Boolean.TRUE : w.equals("#f") ? Boolean.FALSE : Sym.of(w);
        }
    }

    @SuppressWarnings("unchecked")
    static Object eval(Object x, Env env) {
        while (true) {
            if (x instanceof Sym) {
                return env.get((Sym) x);
            }
            if (!(x instanceof List)) {
                return x;
            }
            List<Object> l = (List<Object>) x;
            if (l.isEmpty()) {
                return l;
            }
            String head = l.get(0) instanceof Sym ? ((Sym) l.get(0)).name : "";
            switch (head) {
                case "quote":
                    return l.get(1);
                case "if":
                    x = !Boolean.FALSE.equals(eval(l.get(1), env)) ? l.get(2) : l.size() > 3 ? l.get(3) : Boolean.FALSE;
                    continue;
                case "define": {
                    if (l.get(1) instanceof List) {
                        List<Object> sig = (List<Object>) l.get(1);
                        env.vars.put((Sym) sig.get(0), new Lambda(sig.subList(1, sig.size()), l.subList(2, l.size()), env));
                        return sig.get(0);
                    }
                    env.vars.put((Sym) l.get(1), eval(l.get(2), env));
                    return l.get(1);
                }
                case "lambda":
                    return new Lambda((List<Object>) l.get(1), l.subList(2, l.size()), env);
                case "let": {
                    Env e = new Env(env);
                    for (Object b : (List<Object>) l.get(1)) {
                        List<Object> pair = (List<Object>) b;
                        e.vars.put((Sym) pair.get(0), eval(pair.get(1), env));
                    }
                    for (int i = 2; i < l.size() - 1; i++) {
                        eval(l.get(i), e);
                    }
                    env = e;
                    x = l.get(l.size() - 1);
                    continue;
                }
                default:
            }
            Object f = eval(l.get(0), env);
            List<Object> args = new ArrayList<>();
            for (int i = 1; i < l.size(); i++) {
                args.add(eval(l.get(i), env));
            }
            if (f instanceof Lambda) {
                Lambda lam = (Lambda) f;
                env = lam.bind(args);
                for (int i = 0; i < lam.body.size() - 1; i++) {
                    eval(lam.body.get(i), env);
                }
                x = lam.body.get(lam.body.size() - 1);
            } else if (f instanceof Fn) {
                return ((Fn) f).call(args);
            } else {
                throw new LispError("not a function: " + f);
            }
        }
    }

    static long num(Object o) {
        if (!(o instanceof Long)) {
            throw new LispError("not a number: " + o);
        }
        return (Long) o;
    }

    @SuppressWarnings("unchecked")
    static Env global() {
        Env g = new Env(null);
        g.vars.put(Sym.of("+"), (Fn) a -> a.stream().mapToLong(TinyLisp::num).sum());
        g.vars.put(Sym.of("*"), (Fn) a -> a.stream().mapToLong(TinyLisp::num).reduce(1, (x, y) -> x * y));
        g.vars.put(Sym.of("-"), (Fn) a -> a.size() == 1 ? -num(a.get(0)) : num(a.get(0)) - num(a.get(1)));
        g.vars.put(Sym.of("/"), (Fn) a -> num(a.get(0)) / num(a.get(1)));
        g.vars.put(Sym.of("mod"), (Fn) a -> Math.floorMod(num(a.get(0)), num(a.get(1))));
        g.vars.put(Sym.of("<"), (Fn) a -> num(a.get(0)) < num(a.get(1)));
        g.vars.put(Sym.of("="), (Fn) a -> a.get(0).equals(a.get(1)));
        g.vars.put(Sym.of("list"), (Fn) a -> a);
        g.vars.put(Sym.of("car"), (Fn) a -> ((List<Object>) a.get(0)).get(0));
        g.vars.put(Sym.of("cdr"), (Fn) a -> ((List<Object>) a.get(0)).subList(1, ((List<Object>) a.get(0)).size()));
        g.vars.put(Sym.of("null?"), (Fn) a -> a.get(0) instanceof List && ((List<?>) a.get(0)).isEmpty());
        g.vars.put(Sym.of("cons"), (Fn) a -> {
            List<Object> r = new ArrayList<>();
            r.add(a.get(0));
            r.addAll((List<Object>) a.get(1));
            return r;
        });
        return g;
    }

    public static void main(String[] args) {
        String[] programs = {
            "(+ 1 2 (* 3 4))", "(define (fact n) (if (= n 0) 1 (* n (fact (- n 1))))) (fact 15)",
            "(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 200000 0)",
            "(define (map f l) (if (null? l) l (cons (f (car l)) (map f (cdr l))))) (map (lambda (x) (* x x)) '(1 2 3 4))",
            "(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) '())) (map fact (range 0 8))",
            "(define (filter p l) (if (null? l) l (if (p (car l)) (cons (car l) (filter p (cdr l))) (filter p (cdr l)))))",
            "(filter (lambda (n) (= 0 (mod n 7))) (range 0 50))", "(define (adder n) (lambda (x) (+ x n))) ((adder 10) 5)",
            "(let ((x 2) (y 3)) (let ((x 7) (z (+ x y))) (* z x)))", "(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (fib 17)",
            "'(a (b . c) \"d\")", "(undefined 1)", "(1 2)", "(fact 1 2)", "(+ 'a 1)", "(/ 1 0)", "(car '())", "(a", ")", "adder",
        };
        Env g = global();
        for (String p : programs) {
            try {
                Object r = null;
                for (Object x : readAll(p)) {
                    r = eval(x, g);
                }
                System.out.println(p + " => " + r);
            } catch (LispError | ArithmeticException e) {
                System.out.println(p + " !! " + e.getMessage());
            } catch (IndexOutOfBoundsException e) {
                System.out.println(p + " !! index");
            }
        }
    }
}
