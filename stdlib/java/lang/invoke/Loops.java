package java.lang.invoke;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The loop combinators: all are loops of clauses, which become code with their variables in locals. */
final class Loops {
    private static final MethodType NEXT = MethodType.methodType(Object.class, Iterator.class);

    private Loops() {
    }

    private static boolean startsWith(List<Class<?>> list, List<Class<?>> prefix) {
        return prefix.size() <= list.size() && list.subList(0, prefix.size()).equals(prefix);
    }

    private static IllegalArgumentException mismatch(String what, MethodType a, Object b) {
        return new IllegalArgumentException(what + " must match: " + a + " != " + b);
    }

    // ---- loops of one variable

    private static MethodType loopType(Class<?> result, List<Class<?>> inner) {
        return MethodType.methodType(result, inner);
    }

    private static void checkWhile(MethodHandle init, MethodHandle pred, MethodHandle body) {
        Class<?> type = body.type().returnType();
        List<Class<?>> inner = body.type().parameterList();
        List<Class<?>> outer = inner;
        if (type != void.class) {
            if (inner.isEmpty() || inner.get(0) != type) {
                throw mismatch("body function", body.type(), loopType(type, prepend(inner, type)));
            }
            outer = inner.subList(1, inner.size());
        }
        MethodType p = pred.type();
        if (p.returnType() != boolean.class || !startsWith(inner, p.parameterList())) {
            throw mismatch("loop predicate", p, loopType(boolean.class, inner));
        }
        if (init != null && (init.type().returnType() != type || !startsWith(outer, init.type().parameterList()))) {
            throw mismatch("loop initializer", init.type(), loopType(type, outer));
        }
    }

    private static List<Class<?>> prepend(List<Class<?>> list, Class<?> first) {
        List<Class<?>> all = new ArrayList<Class<?>>();
        all.add(first);
        all.addAll(list);
        return all;
    }

    private static MethodHandle fini(Class<?> type) {
        return type == void.class ? null : MethodHandles.identity(type);
    }

    /** A loop that tests before its body. */
    static MethodHandle whileLoop(MethodHandle init, MethodHandle pred, MethodHandle body) {
        checkWhile(init, pred, body);
        MethodHandle fini = fini(body.type().returnType());
        return loop(new MethodHandle[][] {{null, null, pred, fini}, {init, body}});
    }

    static MethodHandle doWhileLoop(MethodHandle init, MethodHandle body, MethodHandle pred) {
        checkWhile(init, pred, body);
        return loop(new MethodHandle[][] {{init, body, pred, fini(body.type().returnType())}});
    }

    // ---- the general loop

    /** Clauses of init, step, pred and fini, each of which may be missing. */
    static MethodHandle loop(MethodHandle[][] clauses) {
        if (clauses == null || clauses.length == 0) {
            throw new IllegalArgumentException("null or no clauses passed");
        }
        int n = clauses.length;
        MethodHandle[][] parts = new MethodHandle[4][n];
        Class<?>[] variable = new Class<?>[n];
        for (int i = 0; i < n; i++) {
            MethodHandle[] c = clauses[i];
            if (c == null) {
                throw new IllegalArgumentException("null clauses are not allowed");
            }
            if (c.length > 4) {
                throw new IllegalArgumentException(
                        "All loop clauses must be represented as MethodHandle arrays with at most 4 elements.");
            }
            for (int k = 0; k < c.length; k++) {
                parts[k][i] = c[k];
            }
            MethodHandle init = parts[0][i];
            MethodHandle step = parts[1][i];
            variable[i] = step != null ? step.type().returnType() : init != null ? init.type().returnType() : void.class;
            if (init != null && init.type().returnType() != variable[i]) {
                throw new IllegalArgumentException("clause " + i + ": init and step return types must match: "
                        + init.type().returnType() + " != " + variable[i]);
            }
        }
        Class<?> result = result(parts);
        List<Class<?>> variables = new ArrayList<Class<?>>();
        for (Class<?> v : variable) {
            if (v != void.class) {
                variables.add(v);
            }
        }
        List<Class<?>> outer = new ArrayList<Class<?>>();
        for (MethodHandle h : parts[0]) {
            outer = longer(outer, h == null ? null : h.type().parameterList(), "init");
        }
        for (int k = 1; k < 4; k++) {
            for (MethodHandle h : parts[k]) {
                if (h != null) {
                    List<Class<?>> p = h.type().parameterList();
                    int common = Math.min(variables.size(), p.size());
                    if (!p.subList(0, common).equals(variables.subList(0, common))) {
                        throw new IllegalArgumentException("found non-effectively identical parameter type lists: "
                                + "step parameter types: " + p + "; loop variables: " + variables);
                    }
                    outer = longer(outer, p.subList(common, p.size()), "step");
                }
            }
        }
        return spin(parts, variable, MethodType.methodType(result, outer));
    }

    private static Class<?> result(MethodHandle[][] parts) {
        Class<?> result = null;
        for (int i = 0; i < parts[2].length; i++) {
            MethodHandle pred = parts[2][i];
            MethodHandle fini = parts[3][i];
            if (pred == null) {
                continue;
            }
            if (pred.type().returnType() != boolean.class) {
                throw new IllegalArgumentException("predicates must have boolean return type");
            }
            Class<?> r = fini == null ? void.class : fini.type().returnType();
            if (result != null && result != r) {
                throw new IllegalArgumentException("found non-identical finalizer return types: "
                        + Arrays.toString(parts[3]) + " (return type = " + r + ")");
            }
            result = r;
        }
        if (result == null) {
            throw new IllegalArgumentException("no predicate found " + Arrays.toString(parts[2]));
        }
        return result;
    }

    private static List<Class<?>> longer(List<Class<?>> a, List<Class<?>> b, String what) {
        if (b == null) {
            return a;
        }
        List<Class<?>> most = a.size() >= b.size() ? a : b;
        List<Class<?>> least = most == a ? b : a;
        if (!startsWith(most, least)) {
            throw new IllegalArgumentException("found non-effectively identical " + what + " parameter type lists: " + b
                    + " (common suffix: " + a + ")");
        }
        return most;
    }

    /** Writes the loop: variables live in locals behind the parameters. */
    private static MethodHandle spin(MethodHandle[][] parts, Class<?>[] variable, MethodType type) {
        int n = variable.length;
        Object[] all = new Object[4 * n];
        for (int k = 0; k < 4; k++) {
            System.arraycopy(parts[k], 0, all, k * n, n);
        }
        return new Combined(type, null, s -> {
            int[] at = new int[n];
            for (int i = 0; i < n; i++) {
                if (variable[i] != void.class) {
                    at[i] = s.local(variable[i]);
                }
            }
            for (int i = 0; i < n; i++) {
                if (parts[0][i] != null) {
                    Forms.part(s, i);
                    Forms.arguments(s, type, 0, parts[0][i].type().parameterCount());
                    s.invokeBasic(parts[0][i].type());
                } else {
                    s.zero(variable[i]);
                }
                if (variable[i] != void.class) {
                    s.store(variable[i], at[i]);
                }
            }
            int head = s.label();
            s.at(head);
            for (int i = 0; i < n; i++) {
                if (parts[1][i] != null) {
                    call(s, n + i, parts[1][i].type(), variable, at, type);
                    if (variable[i] != void.class) {
                        s.store(variable[i], at[i]);
                    }
                }
                if (parts[2][i] != null) {
                    int on = s.label();
                    call(s, 2 * n + i, parts[2][i].type(), variable, at, type);
                    s.jump(Spinner.IFNE, on);
                    if (parts[3][i] != null) {
                        call(s, 3 * n + i, parts[3][i].type(), variable, at, type);
                    } else {
                        s.zero(type.returnType());
                    }
                    s.ret(type.returnType());
                    s.at(on);
                }
            }
            s.jump(Spinner.GOTO, head);
        }, all);
    }

    /** Calls a part with as many of the variables and parameters as it takes. */
    private static void call(Spinner s, int part, MethodType t, Class<?>[] variable, int[] at, MethodType type) {
        Forms.part(s, part);
        s.deepen(Forms.words(t));
        int left = t.parameterCount();
        for (int i = 0; i < at.length && left > 0; i++) {
            if (variable[i] != void.class) {
                s.load(variable[i], at[i]);
                left--;
            }
        }
        Forms.arguments(s, type, 0, left);
        s.invokeBasic(t);
    }

    // ---- loops that count and iterate

    // The parts of such loops that are not the caller's.
    static boolean less(int i, int end) {
        return i < end;
    }

    static int next(int i) {
        return i + 1;
    }

    static boolean hasNext(Iterator<?> iterator) {
        return iterator.hasNext();
    }

    static Object takeNext(Iterator<?> iterator) {
        return iterator.next();
    }

    static Iterator<?> iterator(Iterable<?> iterable) {
        return iterable.iterator();
    }

    private static MethodHandle own(String name, MethodType type) {
        try {
            return new MethodHandles.Lookup(Loops.class).findStatic(Loops.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new InternalError(e);
        }
    }

    static MethodHandle counted(MethodHandle start, MethodHandle end, MethodHandle init, MethodHandle body) {
        Class<?> type = body.type().returnType();
        boolean has = type != void.class;
        if (start.type().returnType() != int.class) {
            throw mismatch("start function", start.type(), "int");
        }
        if (end.type().returnType() != int.class) {
            throw mismatch("end function", end.type(), MethodType.methodType(int.class, start.type()));
        }
        List<Class<?>> inner = body.type().parameterList();
        List<Class<?>> lead = new ArrayList<Class<?>>();
        if (has) {
            lead.add(type);
        }
        lead.add(int.class);
        if (has && (inner.isEmpty() || inner.get(0) != type)) {
            throw mismatch("body function", body.type(), loopType(type, prepend(inner, type)));
        }
        if (!startsWith(inner, lead)) {
            List<Class<?>> wanted = new ArrayList<Class<?>>(lead);
            wanted.addAll(inner.subList(lead.size() - 1, inner.size()));
            throw mismatch("body function", body.type(), loopType(type, wanted));
        }
        List<Class<?>> outer = inner.subList(lead.size(), inner.size());
        if (outer.isEmpty()) {
            outer = end.type().parameterList();
        }
        if (init != null && (init.type().returnType() != type || !startsWith(outer, init.type().parameterList()))) {
            throw mismatch("loop initializer", init.type(), loopType(type, outer));
        }
        if (!startsWith(outer, start.type().parameterList()) || !startsWith(outer, end.type().parameterList())) {
            throw mismatch("start/end parameter types", start.type(), outer);
        }
        // Variables: end, value, counter. The body takes value and counter.
        MethodHandle pred = own("less", MethodType.methodType(boolean.class, int.class, int.class));
        MethodHandle step = own("next", MethodType.methodType(int.class, int.class));
        List<Class<?>> all = new ArrayList<Class<?>>();
        all.add(int.class);
        if (has) {
            all.add(type);
        }
        all.add(int.class);
        int counter = all.size() - 1;
        pred = MethodHandles.permuteArguments(pred, MethodType.methodType(boolean.class, all), counter, 0);
        step = MethodHandles.permuteArguments(step, MethodType.methodType(int.class, all), counter);
        body = MethodHandles.dropArguments(body, 0, int.class);
        MethodHandle fini = has ? MethodHandles.dropArguments(MethodHandles.identity(type), 0, int.class) : null;
        return loop(new MethodHandle[][] {{end, null, pred, fini}, {init, body}, {start, step}});
    }

    static MethodHandle iterated(MethodHandle iterator, MethodHandle init, MethodHandle body) {
        Class<?> type = body.type().returnType();
        boolean has = type != void.class;
        List<Class<?>> inner = body.type().parameterList();
        int lead = has ? 2 : 1;
        if (inner.size() < lead || has && inner.get(0) != type) {
            throw mismatch("body function", body.type(), loopType(type, has ? prepend(inner, type) : inner));
        }
        List<Class<?>> outer = inner.subList(lead, inner.size());
        if (iterator != null) {
            if (!Iterator.class.isAssignableFrom(iterator.type().returnType())) {
                throw new IllegalArgumentException("iteratedLoop first argument must have Iterator return type");
            }
            if (outer.isEmpty()) {
                outer = iterator.type().parameterList();
            }
            if (!startsWith(outer, iterator.type().parameterList())) {
                throw mismatch("iterator parameters", iterator.type(), outer);
            }
        } else {
            if (outer.isEmpty()) {
                outer = Arrays.<Class<?>>asList(Iterable.class);
            } else if (!Iterable.class.isAssignableFrom(outer.get(0))) {
                throw new IllegalArgumentException("inferred first loop argument must be an Iterable: " + outer.get(0));
            }
            iterator = own("iterator", MethodType.methodType(Iterator.class, Iterable.class));
            iterator = iterator.asType(MethodType.methodType(Iterator.class, outer.get(0)));
        }
        if (init != null && (init.type().returnType() != type || !startsWith(outer, init.type().parameterList()))) {
            throw mismatch("loop initializer", init.type(), loopType(type, outer));
        }
        Class<?> it = iterator.type().returnType();
        Class<?> element = inner.get(lead - 1);
        MethodHandle pred = own("hasNext", MethodType.methodType(boolean.class, Iterator.class));
        pred = pred.asType(MethodType.methodType(boolean.class, it));
        MethodHandle next = own("takeNext", NEXT).asType(MethodType.methodType(element, it));
        // Variables: iterator, value. The body takes value and element, which the iterator gives.
        MethodHandle step = MethodHandles.filterArguments(body, lead - 1, next);
        if (has) {
            List<Class<?>> p = new ArrayList<Class<?>>(step.type().parameterList());
            p.set(0, it);
            p.set(1, type);
            int[] order = new int[p.size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = i == 0 ? 1 : i == 1 ? 0 : i;
            }
            step = MethodHandles.permuteArguments(step, MethodType.methodType(type, p), order);
        }
        MethodHandle fini = has ? MethodHandles.dropArguments(MethodHandles.identity(type), 0, it) : null;
        return loop(new MethodHandle[][] {{iterator, null, pred, fini}, {init, step}});
    }
}
