package java.lang.invoke;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The loop combinators. */
final class Loops {
    private Loops() {
    }

    private static Object call(MethodHandle h, Object[] args) throws Throwable {
        int n = h.type().parameterCount();
        return h.call(n == args.length ? args : Arrays.copyOf(args, n));
    }

    /** A loop that tests before its body. */
    static MethodHandle whileLoop(MethodHandle init, MethodHandle pred, MethodHandle body) {
        Class<?> type = body.type().returnType();
        boolean has = type != void.class;
        if (pred.type().returnType() != boolean.class) {
            throw new IllegalArgumentException("loop predicate must return boolean");
        }
        if (init != null && init.type().returnType() != type) {
            throw new IllegalArgumentException("init and body return types must match");
        }
        List<Class<?>> p = body.type().parameterList();
        List<Class<?>> outer = p.subList(has ? 1 : 0, p.size());
        return MethodHandle.make(MethodType.methodType(type, outer), args -> {
            Object value = init == null ? MethodHandle.zero(type) : call(init, args);
            while (true) {
                Object[] all = has ? MethodHandles.spliced(args, 0, 0, value) : args;
                if (!(Boolean) call(pred, all)) {
                    return value;
                }
                value = call(body, all);
            }
        });
    }

    /** Clauses of init, step, pred and fini, each of which may be missing. */
    static MethodHandle loop(MethodHandle[][] clauses) {
        if (clauses.length == 0) {
            throw new IllegalArgumentException("null or no clauses passed");
        }
        int n = clauses.length;
        MethodHandle[] init = new MethodHandle[n];
        MethodHandle[] step = new MethodHandle[n];
        MethodHandle[] pred = new MethodHandle[n];
        MethodHandle[] fini = new MethodHandle[n];
        Class<?>[] variable = new Class<?>[n];
        Class<?> result = null;
        boolean anyPredicate = false;
        for (int i = 0; i < n; i++) {
            MethodHandle[] c = clauses[i];
            if (c.length > 4) {
                throw new IllegalArgumentException("All loop clauses must be represented as MethodHandle arrays with at most 4 elements.");
            }
            init[i] = c.length > 0 ? c[0] : null;
            step[i] = c.length > 1 ? c[1] : null;
            pred[i] = c.length > 2 ? c[2] : null;
            fini[i] = c.length > 3 ? c[3] : null;
            variable[i] = step[i] != null ? step[i].type().returnType() : init[i] != null ? init[i].type().returnType()
                    : void.class;
            if (init[i] != null && init[i].type().returnType() != variable[i]) {
                throw new IllegalArgumentException("clause " + i + ": init and step return types must match: "
                        + init[i].type().returnType() + " != " + variable[i]);
            }
            if (pred[i] != null) {
                anyPredicate = true;
                if (pred[i].type().returnType() != boolean.class) {
                    throw new IllegalArgumentException("predicates must have boolean return type");
                }
                Class<?> r = fini[i] == null ? void.class : fini[i].type().returnType();
                if (result == null) {
                    result = r;
                } else if (result != r) {
                    throw new IllegalArgumentException("found non-identical finalizer return types");
                }
            }
        }
        if (!anyPredicate) {
            throw new IllegalArgumentException("no predicate found");
        }
        List<Class<?>> variables = new ArrayList<Class<?>>();
        for (Class<?> v : variable) {
            if (v != void.class) {
                variables.add(v);
            }
        }
        List<Class<?>> outer = new ArrayList<Class<?>>();
        for (int i = 0; i < n; i++) {
            outer = longer(outer, init[i] == null ? null : init[i].type().parameterList());
            for (MethodHandle h : new MethodHandle[] {step[i], pred[i], fini[i]}) {
                if (h != null) {
                    List<Class<?>> p = h.type().parameterList();
                    int common = Math.min(variables.size(), p.size());
                    if (!p.subList(0, common).equals(variables.subList(0, common))) {
                        throw new IllegalArgumentException("loop parameter types do not match: " + p + ", " + variables);
                    }
                    outer = longer(outer, p.subList(common, p.size()));
                }
            }
        }
        int v = variables.size();
        Class<?> returns = result;
        return MethodHandle.make(MethodType.methodType(returns, outer), args -> {
            Object[] all = new Object[v + args.length];
            System.arraycopy(args, 0, all, v, args.length);
            int at = 0;
            for (int i = 0; i < n; i++) {
                Object value = init[i] == null ? MethodHandle.zero(variable[i]) : call(init[i], args);
                if (variable[i] != void.class) {
                    all[at++] = value;
                }
            }
            while (true) {
                at = 0;
                for (int i = 0; i < n; i++) {
                    if (step[i] != null) {
                        Object value = call(step[i], all);
                        if (variable[i] != void.class) {
                            all[at] = value;
                        }
                    }
                    if (variable[i] != void.class) {
                        at++;
                    }
                    if (pred[i] != null && !(Boolean) call(pred[i], all)) {
                        return fini[i] == null ? MethodHandle.zero(returns) : call(fini[i], all);
                    }
                }
            }
        });
    }

    private static List<Class<?>> longer(List<Class<?>> a, List<Class<?>> b) {
        if (b == null) {
            return a;
        }
        List<Class<?>> most = a.size() >= b.size() ? a : b;
        List<Class<?>> least = most == a ? b : a;
        if (!most.subList(0, least.size()).equals(least)) {
            throw new IllegalArgumentException("found non-effectively identical parameter type lists: " + a + ", " + b);
        }
        return most;
    }

    /** The parameters of a loop: those of its body after the leading ones, or else those of what it counts with. */
    private static List<Class<?>> outer(MethodHandle body, int lead, MethodHandle other) {
        List<Class<?>> p = body.type().parameterList();
        List<Class<?>> rest = p.subList(Math.min(lead, p.size()), p.size());
        return rest.isEmpty() ? other.type().parameterList() : rest;
    }

    static MethodHandle counted(MethodHandle start, MethodHandle end, MethodHandle init, MethodHandle body) {
        Class<?> type = body.type().returnType();
        boolean has = type != void.class;
        if (start.type().returnType() != int.class && start.type().returnType() != void.class
                || end.type().returnType() != int.class) {
            throw new IllegalArgumentException("start/end handles must return int");
        }
        if (init != null && init.type().returnType() != type) {
            throw new IllegalArgumentException("init and body return types must match");
        }
        List<Class<?>> outer = outer(body, has ? 2 : 1, end);
        return MethodHandle.make(MethodType.methodType(type, outer), args -> {
            Object from = call(start, args);
            int limit = (Integer) call(end, args);
            Object value = init == null ? MethodHandle.zero(type) : call(init, args);
            for (int i = from == null ? 0 : (Integer) from; i < limit; i++) {
                value = call(body, has ? MethodHandles.spliced(args, 0, 0, value, i)
                        : MethodHandles.spliced(args, 0, 0, i));
            }
            return value;
        });
    }

    static MethodHandle iterated(MethodHandle iterator, MethodHandle init, MethodHandle body) {
        Class<?> type = body.type().returnType();
        boolean has = type != void.class;
        if (iterator != null && !Iterator.class.isAssignableFrom(iterator.type().returnType())) {
            throw new IllegalArgumentException("iteratedLoop first argument must have Iterator return type");
        }
        if (init != null && init.type().returnType() != type) {
            throw new IllegalArgumentException("init and body return types must match");
        }
        List<Class<?>> p = body.type().parameterList();
        int lead = has ? 2 : 1;
        List<Class<?>> rest = p.subList(lead, p.size());
        List<Class<?>> outer = !rest.isEmpty() ? rest : iterator != null ? iterator.type().parameterList()
                : Arrays.<Class<?>>asList(Iterable.class);
        return MethodHandle.make(MethodType.methodType(type, outer), args -> {
            Iterator<?> it = iterator == null ? ((Iterable<?>) args[0]).iterator() : (Iterator<?>) call(iterator, args);
            Object value = init == null ? MethodHandle.zero(type) : call(init, args);
            while (it.hasNext()) {
                Object next = it.next();
                value = call(body, has ? MethodHandles.spliced(args, 0, 0, value, next)
                        : MethodHandles.spliced(args, 0, 0, next));
            }
            return value;
        });
    }
}
