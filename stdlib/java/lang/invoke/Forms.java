package java.lang.invoke;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import rvm.internal.Conversions;
import rvm.internal.Reflection;

/** The code of method handles that are put together from others. */
final class Forms {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final HashMap<String, Long> BOXING = new HashMap<String, Long>();

    static {
        MethodHandles.hide(MethodHandle.class);
        MethodHandles.hide(MethodHandle.Plain.class);
        MethodHandles.hide(MethodHandles.class);
        MethodHandles.hide(Loops.class);
    }

    private Forms() {
    }

    // ---- what all forms need

    static int words(MethodType type) {
        int n = 0;
        for (Class<?> p : type.sharedParameters()) {
            n += Spinner.words(p);
        }
        return n;
    }

    static Spinner begin(MethodType type) {
        return new Spinner("java/lang/invoke/LambdaForm$MH").begin(1 + words(type));
    }

    /** Defines what begin began; the address of its method. */
    static long end(Spinner s, MethodType type) {
        s.end(0x1008, "invoke", Spinner.descriptor(type, 1));
        return Spinner.method(s.finish(MethodHandle.class), 0);
    }

    /** The local variable of a parameter. */
    static int local(MethodType type, int parameter) {
        int l = 1;
        for (int i = 0; i < parameter; i++) {
            l += Spinner.words(type.parameterType(i));
        }
        return l;
    }

    /** Loads the arguments from an index on. */
    static void arguments(Spinner s, MethodType type, int from) {
        arguments(s, type, from, type.parameterCount());
    }

    static void arguments(Spinner s, MethodType type, int from, int to) {
        int l = local(type, from);
        s.deepen(words(type));
        for (int i = from; i < to; i++) {
            Class<?> p = type.parameterType(i);
            s.load(p, l);
            l += Spinner.words(p);
        }
    }

    static void part(Spinner s, int index) {
        s.load(Object.class, 0).access(Spinner.GETFIELD, "java/lang/invoke/Combined", "parts", "[Ljava/lang/Object;");
        s.push(index).op(Spinner.AALOAD);
    }

    private static List<Object> key(Object... parts) {
        return Arrays.asList(parts);
    }

    private static String erasure(MethodType type) {
        return Spinner.descriptor(type, 0);
    }

    static Class<?> unboxed(Class<?> box) {
        return box == Integer.class ? int.class : box == Long.class ? long.class : box == Boolean.class ? boolean.class
                : box == Double.class ? double.class : box == Character.class ? char.class
                : box == Byte.class ? byte.class : box == Short.class ? short.class
                : box == Float.class ? float.class : null;
    }

    // ---- boxes

    /** The entry of handles that take their arguments in an array. */
    static long boxing(MethodType type) {
        String d = Spinner.descriptor(type, 1);
        synchronized (BOXING) {
            Long known = BOXING.get(d);
            if (known != null) {
                return known;
            }
        }
        Spinner s = begin(type);
        s.load(Object.class, 0);
        array(s, type, 0, type.parameterCount());
        s.call(Spinner.VIRTUAL, "java/lang/invoke/MethodHandle", "call", "([Ljava/lang/Object;)Ljava/lang/Object;");
        Class<?> r = type.returnType();
        if (r == void.class) {
            s.op(Spinner.POP);
        } else if (r.isPrimitive()) {
            s.unbox(r);
        }
        long entry = end(s.ret(r), type);
        synchronized (BOXING) {
            BOXING.put(d, entry);
        }
        return entry;
    }

    /** Pushes an Object[] of arguments, boxed. */
    private static void array(Spinner s, MethodType type, int from, int to) {
        s.push(to - from).classOp(Spinner.ANEWARRAY, Object.class);
        int l = local(type, from);
        for (int i = from; i < to; i++) {
            Class<?> p = type.parameterType(i);
            s.op(Spinner.DUP).push(i - from).load(p, l);
            if (p.isPrimitive()) {
                s.box(p);
            }
            s.op(Spinner.AASTORE);
            l += Spinner.words(p);
        }
    }

    /** A handle that calls its first argument with the boxes in its second one. */
    static MethodHandle spreader(MethodType type) {
        MethodType own = MethodType.methodType(Object.class, MethodHandle.class, Object[].class);
        return new Combined(own, key("spreader", erasure(type)), s -> {
            s.load(Object.class, 1);
            s.deepen(words(type));
            for (int i = 0; i < type.parameterCount(); i++) {
                Class<?> p = type.parameterType(i);
                s.load(Object.class, 2).push(i).op(Spinner.AALOAD);
                if (p.isPrimitive()) {
                    s.unbox(p);
                }
            }
            s.invokeBasic(type);
            Class<?> r = type.returnType();
            if (r == void.class) {
                s.op(Spinner.ACONST_NULL);
            } else if (r.isPrimitive()) {
                s.box(r);
            }
            s.ret(Object.class);
        });
    }

    // ---- conversions

    private static String name(Class<?> primitive, String how) {
        String n = primitive.getName();
        return how + Character.toUpperCase(n.charAt(0)) + n.substring(1);
    }

    /** Converts the value on the stack as asType does, or as explicitCastArguments does. */
    static void convert(Spinner s, Class<?> from, Class<?> to, boolean explicit) {
        if (from == to) {
            return;
        }
        if (to == void.class) {
            s.pop(from);
        } else if (from == void.class) {
            s.zero(to);
        } else if (from.isPrimitive() && to.isPrimitive()) {
            if (explicit) {
                s.narrow(from, to);
            } else {
                s.widen(from, to);
            }
        } else if (from.isPrimitive()) {
            s.box(from);
            if (explicit) {
                s.cast(to);
            }
        } else if (!to.isPrimitive()) {
            if (!to.isAssignableFrom(from) && !(explicit && to.isInterface())) {
                s.cast(to);
            }
        } else {
            Class<?> exact = unboxed(from);
            if (exact != null && !explicit) {
                s.require("Cannot invoke \"" + from.getName() + "." + exact.getName() + "Value()\" because \"x\" is null");
                s.unbox(exact).widen(exact, to);
                return;
            }
            if (explicit) {
                int other = s.label();
                s.op(Spinner.DUP).jump(Spinner.IFNULL, other);
                s.op(Spinner.DUP).classOp(Spinner.INSTANCEOF, Boolean.class).jump(Spinner.IFNE, other);
                s.op(Spinner.DUP).classOp(Spinner.INSTANCEOF, Character.class).jump(Spinner.IFNE, other);
                s.classOp(Spinner.CHECKCAST, Number.class);
                s.at(other);
            } else {
                int ok = s.label();
                s.op(Spinner.DUP).jump(Spinner.IFNULL, ok);
                s.op(Spinner.DUP).classOp(Spinner.INSTANCEOF, Boolean.class).jump(Spinner.IFNE, ok);
                s.op(Spinner.DUP).classOp(Spinner.INSTANCEOF, Character.class).jump(Spinner.IFNE, ok);
                s.classOp(Spinner.CHECKCAST, Number.class);
                s.at(ok);
            }
            s.call(Spinner.STATIC, "java/lang/invoke/Casts", name(to, explicit ? "cast" : "to"),
                    "(" + OBJECT + ")" + to.descriptorString());
        }
    }

    static MethodHandle convert(MethodHandle target, MethodType to, boolean explicit) {
        MethodType type = target.type();
        return new Combined(to, key("convert", type, to, explicit), s -> {
            part(s, 0);
            s.deepen(words(type) + words(to));
            for (int i = 0; i < type.parameterCount(); i++) {
                Class<?> p = to.parameterType(i);
                s.load(p, local(to, i));
                convert(s, p, type.parameterType(i), explicit);
            }
            s.invokeBasic(type);
            convert(s, type.returnType(), to.returnType(), explicit);
            s.ret(to.returnType());
        }, target);
    }

    /** The entry of a handle that has its target in a field of its own class. */
    static long delegate(MethodType type, String field, MethodHandle target, MethodHandle owner) {
        String own = owner.getClass().getName().replace('.', '/');
        Spinner s = begin(type);
        s.load(Object.class, 0).access(Spinner.GETFIELD, own, field, "Ljava/lang/invoke/MethodHandle;");
        arguments(s, type, 0);
        return end(s.invokeBasic(type).ret(type.returnType()), type);
    }

    // ---- arguments

    /** Loads a part that stands for an argument of that type. */
    private static void constant(Spinner s, int index, Class<?> type) {
        part(s, index);
        if (type.isPrimitive()) {
            s.unbox(type);
        }
    }

    static MethodHandle insert(MethodHandle target, int pos, Object... values) {
        MethodType type = target.type();
        int n = values.length;
        MethodType outer = type.dropParameterTypes(pos, pos + n);
        Object[] parts = new Object[n + 1];
        parts[0] = target;
        System.arraycopy(values, 0, parts, 1, n);
        return new Combined(outer, key("insert", erasure(type), pos, n), s -> {
            part(s, 0);
            s.deepen(words(type));
            arguments(s, outer, 0, pos);
            for (int i = 0; i < n; i++) {
                constant(s, 1 + i, type.parameterType(pos + i));
            }
            arguments(s, outer, pos);
            s.invokeBasic(type).ret(type.returnType());
        }, parts);
    }

    static MethodHandle drop(MethodHandle target, int pos, MethodType outer) {
        MethodType type = target.type();
        int n = outer.parameterCount() - type.parameterCount();
        return new Combined(outer, key("drop", erasure(outer), pos, n), s -> {
            part(s, 0);
            arguments(s, outer, 0, pos);
            arguments(s, outer, pos + n);
            s.invokeBasic(type).ret(type.returnType());
        }, target);
    }

    static MethodHandle permute(MethodHandle target, MethodType outer, int[] order) {
        MethodType type = target.type();
        return new Combined(outer, key("permute", erasure(outer), Arrays.toString(order)), s -> {
            part(s, 0);
            s.deepen(words(type));
            for (int i : order) {
                arguments(s, outer, i, i + 1);
            }
            s.invokeBasic(type).ret(type.returnType());
        }, target);
    }

    static MethodHandle spread(MethodHandle target, int pos, Class<?> arrayType, int n) {
        MethodType type = target.type();
        MethodType outer = type.dropParameterTypes(pos, pos + n).insertParameterTypes(pos, arrayType);
        Class<?> element = arrayType.getComponentType();
        return new Combined(outer, key("spread", erasure(type), pos, n, Spinner.erased(element), element.isPrimitive()
                ? element : Object.class), s -> {
            part(s, 0);
            s.deepen(words(type));
            arguments(s, outer, 0, pos);
            int array = local(outer, pos);
            s.load(Object.class, array).push(n);
            s.call(Spinner.STATIC, "java/lang/invoke/Casts", "spreadable", "(" + OBJECT + "I)" + OBJECT);
            s.op(Spinner.POP);
            for (int i = 0; i < n; i++) {
                s.load(Object.class, array).push(i).op(elementOp(element));
            }
            arguments(s, outer, pos + 1);
            s.invokeBasic(type).ret(type.returnType());
        }, target);
    }

    /** The instruction that loads an element; storing ones are 33 further. */
    static int elementOp(Class<?> t) {
        return !t.isPrimitive() ? 0x32 : t == int.class ? 0x2e : t == long.class ? 0x2f : t == float.class ? 0x30
                : t == double.class ? 0x31 : t == char.class ? 0x34 : t == short.class ? 0x35 : 0x33;
    }

    private static int newarrayCode(Class<?> t) {
        return t == boolean.class ? 4 : t == char.class ? 5 : t == float.class ? 6 : t == double.class ? 7
                : t == byte.class ? 8 : t == short.class ? 9 : t == int.class ? 10 : 11;
    }

    private static void newArray(Spinner s, Class<?> element) {
        if (element.isPrimitive()) {
            s.op(0xbc).op(newarrayCode(element));
        } else {
            s.classOp(Spinner.ANEWARRAY, element);
        }
    }

    static MethodHandle collect(MethodHandle target, int pos, Class<?> arrayType, int n) {
        MethodType type = target.type();
        Class<?> element = arrayType.getComponentType();
        Class<?>[] elements = new Class<?>[n];
        Arrays.fill(elements, element);
        MethodType outer = type.dropParameterTypes(pos, pos + 1).insertParameterTypes(pos, elements);
        return new Combined(outer, key("collect", type, pos, arrayType, n), s -> {
            part(s, 0);
            arguments(s, outer, 0, pos);
            s.push(n);
            newArray(s, element);
            for (int i = 0; i < n; i++) {
                s.op(Spinner.DUP).push(i);
                arguments(s, outer, pos + i, pos + i + 1);
                s.op(elementOp(element) + 33);
            }
            arguments(s, outer, pos + n);
            s.invokeBasic(type).ret(type.returnType());
        }, target);
    }

    // ---- handles around handles

    static MethodHandle filter(MethodHandle target, int pos, MethodType outer, MethodHandle[] filters) {
        MethodType type = target.type();
        int n = filters.length;
        Object[] parts = new Object[n + 1];
        parts[0] = target;
        StringBuilder which = new StringBuilder();
        for (int i = 0; i < n; i++) {
            parts[1 + i] = filters[i];
            which.append(filters[i] == null ? "-" : erasure(filters[i].type()));
        }
        MethodHandle[] list = filters.clone();
        return new Combined(outer, key("filter", erasure(type), pos, which.toString()), s -> {
            // The last filter is called first.
            int[] results = new int[n];
            for (int i = n - 1; i >= 0; i--) {
                if (list[i] != null) {
                    part(s, 1 + i);
                    arguments(s, outer, pos + i, pos + i + 1);
                    s.invokeBasic(list[i].type());
                    Class<?> r = type.parameterType(pos + i);
                    results[i] = s.local(r);
                    s.store(r, results[i]);
                }
            }
            part(s, 0);
            s.deepen(words(type));
            arguments(s, outer, 0, pos);
            for (int i = 0; i < n; i++) {
                if (list[i] == null) {
                    arguments(s, outer, pos + i, pos + i + 1);
                } else {
                    s.load(type.parameterType(pos + i), results[i]);
                }
            }
            arguments(s, outer, pos + n);
            s.invokeBasic(type).ret(type.returnType());
        }, parts);
    }

    /** Calls a filter with the arguments at pos first; its result takes their place, or (fold) stands before them. */
    static MethodHandle combine(MethodHandle target, int pos, MethodHandle filter, MethodType outer, boolean fold) {
        MethodType type = target.type();
        MethodType f = filter.type();
        Class<?> r = f.returnType();
        int n = f.parameterCount();
        return new Combined(outer, key("combine", erasure(type), pos, erasure(f), fold), s -> {
            part(s, 1);
            arguments(s, outer, pos, pos + n);
            s.invokeBasic(f);
            int result = 0;
            if (r != void.class) {
                result = s.local(r);
                s.store(r, result);
            }
            part(s, 0);
            arguments(s, outer, 0, pos);
            if (r != void.class) {
                s.load(r, result);
            }
            arguments(s, outer, fold ? pos : pos + n);
            s.invokeBasic(type).ret(type.returnType());
        }, target, filter);
    }

    static MethodHandle filterReturn(MethodHandle target, MethodHandle filter) {
        MethodType type = target.type();
        MethodType f = filter.type();
        MethodType outer = type.changeReturnType(f.returnType());
        Class<?> r = type.returnType();
        return new Combined(outer, key("return", erasure(type), erasure(f)), s -> {
            part(s, 0);
            arguments(s, outer, 0);
            s.invokeBasic(type);
            int result = r == void.class ? 0 : s.local(r);
            if (r != void.class) {
                s.store(r, result);
            }
            part(s, 1);
            if (r != void.class) {
                s.load(r, result);
            }
            s.invokeBasic(f).ret(f.returnType());
        }, target, filter);
    }

    static MethodHandle guard(MethodHandle test, MethodHandle target, MethodHandle fallback) {
        MethodType type = target.type();
        int n = test.type().parameterCount();
        return new Combined(type, key("guard", erasure(type), n), s -> {
            int otherwise = s.label();
            part(s, 0);
            arguments(s, type, 0, n);
            s.invokeBasic(test.type()).jump(Spinner.IFEQ, otherwise);
            part(s, 1);
            arguments(s, type, 0);
            s.invokeBasic(type).ret(type.returnType());
            s.at(otherwise);
            part(s, 2);
            arguments(s, type, 0);
            s.invokeBasic(type).ret(type.returnType());
        }, test, target, fallback);
    }

    static MethodHandle catching(MethodHandle target, Class<?> exception, MethodHandle handler) {
        MethodType type = target.type();
        MethodType h = handler.type();
        return new Combined(type, key("catch", erasure(type), exception, h.parameterCount()), s -> {
            int from = s.label();
            int to = s.label();
            int caught = s.label();
            s.at(from);
            part(s, 0);
            arguments(s, type, 0);
            s.invokeBasic(type).at(to).ret(type.returnType());
            s.at(caught);
            s.handler(from, to, caught, exception);
            int e = s.local(Object.class);
            s.store(Object.class, e);
            part(s, 1);
            s.load(Object.class, e);
            arguments(s, type, 0, h.parameterCount() - 1);
            s.invokeBasic(h).ret(type.returnType());
        }, target, handler);
    }

    static MethodHandle finallyDoing(MethodHandle target, MethodHandle cleanup) {
        MethodType type = target.type();
        MethodType c = cleanup.type();
        Class<?> r = type.returnType();
        int lead = r == void.class ? 1 : 2;
        return new Combined(type, key("finally", erasure(type), erasure(c)), s -> {
            int from = s.label();
            int to = s.label();
            int caught = s.label();
            int e = s.local(Object.class);
            int result = r == void.class ? 0 : s.local(r);
            s.at(from);
            part(s, 0);
            arguments(s, type, 0);
            s.invokeBasic(type).at(to);
            if (r != void.class) {
                s.store(r, result);
            }
            part(s, 1);
            s.op(Spinner.ACONST_NULL);
            if (r != void.class) {
                s.load(r, result);
            }
            arguments(s, type, 0, c.parameterCount() - lead);
            s.invokeBasic(c).ret(r);
            s.at(caught);
            s.handler(from, to, caught, null);
            s.store(Object.class, e);
            part(s, 1);
            s.load(Object.class, e).zero(r);
            arguments(s, type, 0, c.parameterCount() - lead);
            s.invokeBasic(c).pop(r);
            s.load(Object.class, e).op(Spinner.ATHROW);
        }, target, cleanup);
    }

    // ---- values

    static MethodHandle constant(Class<?> type, Object value) {
        MethodType t = MethodType.methodType(type);
        return new Combined(t, key("constant", Spinner.erased(type)), s -> {
            constant(s, 0, type);
            s.ret(type);
        }, value);
    }

    static MethodHandle identity(Class<?> type) {
        MethodType t = MethodType.methodType(type, type);
        return new Combined(t, key("identity", Spinner.erased(type)), s -> s.load(type, 1).ret(type));
    }

    static MethodHandle empty(MethodType type) {
        return new Combined(type, key("empty", erasure(type)), s -> s.zero(type.returnType()).ret(type.returnType()));
    }

    static MethodHandle throwing(Class<?> result, Class<?> exception) {
        MethodType type = MethodType.methodType(result, exception);
        return new Combined(type, key("throw", erasure(type)), s -> s.load(Object.class, 1)
                .require("Cannot throw exception because \"t\" is null").op(Spinner.ATHROW));
    }

    // ---- arrays

    static MethodHandle arrayConstructor(Class<?> array) {
        MethodType type = MethodType.methodType(array, int.class);
        return new Combined(type, key("newArray", array), s -> {
            s.load(int.class, 1);
            newArray(s, array.getComponentType());
            s.ret(array);
        });
    }

    static MethodHandle arrayLength(Class<?> array) {
        MethodType type = MethodType.methodType(int.class, array);
        return new Combined(type, key("length"), s -> s.load(array, 1)
                .require("Cannot read the array length because \"a\" is null").op(Spinner.ARRAYLENGTH).ret(int.class));
    }

    static String absent(String what, Class<?> element, String name) {
        String t = !element.isPrimitive() ? "object" : element == byte.class || element == boolean.class ? "byte/boolean"
                : element.getName();
        return "Cannot " + what + " " + t + " array because \"" + name + "\" is null";
    }

    static MethodHandle arrayGetter(Class<?> array) {
        Class<?> c = array.getComponentType();
        MethodType type = MethodType.methodType(c, array, int.class);
        return new Combined(type, key("element", Spinner.erased(c)),
                s -> s.load(array, 1).require(absent("load from", c, "a")).load(int.class, 2).op(elementOp(c)).ret(c));
    }

    static MethodHandle arraySetter(Class<?> array) {
        Class<?> c = array.getComponentType();
        MethodType type = MethodType.methodType(void.class, array, int.class, c);
        return new Combined(type, key("store", Spinner.erased(c)),
                s -> s.load(array, 1).require(absent("store to", c, "a")).load(int.class, 2).load(c, 3).op(elementOp(c) + 33).ret(void.class));
    }

    // ---- calls of handles that are arguments, and of call sites

    static MethodHandle invoker(MethodType type, boolean exact) {
        MethodType outer = type.insertParameterTypes(0, MethodHandle.class);
        return new Combined(outer, null, s -> {
            s.load(Object.class, 1).object(type);
            String d = "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/MethodHandle;";
            if (exact) {
                s.call(Spinner.STATIC, "java/lang/invoke/Casts", "exact", "(Ljava/lang/invoke/MethodHandle;" + d);
            } else {
                s.call(Spinner.VIRTUAL, "java/lang/invoke/MethodHandle", "asType", "(" + d);
            }
            arguments(s, outer, 1);
            s.invokeBasic(type).ret(type.returnType());
        });
    }

    static MethodHandle dynamic(CallSite site) {
        MethodType type = site.type();
        return new Combined(type, key("dynamic", erasure(type)), s -> {
            part(s, 0);
            s.call(Spinner.VIRTUAL, "java/lang/invoke/CallSite", "getTarget", "()Ljava/lang/invoke/MethodHandle;");
            arguments(s, type, 0);
            s.invokeBasic(type).ret(type.returnType());
        }, site);
    }

    /** The method that an invokedynamic instruction becomes a call of. */
    static long site(CallSite site) {
        MethodType type = site.type();
        // Arguments begin at local variable 0.
        Spinner s = new Spinner("java/lang/invoke/LambdaForm$Site").begin(words(type));
        if (site instanceof ConstantCallSite) {
            s.object(site.getTarget());
        } else {
            s.object(site);
            s.call(Spinner.VIRTUAL, "java/lang/invoke/CallSite", "getTarget", "()Ljava/lang/invoke/MethodHandle;");
        }
        s.deepen(words(type));
        int l = 0;
        for (Class<?> p : type.sharedParameters()) {
            s.load(p, l);
            l += Spinner.words(p);
        }
        s.invokeBasic(type).ret(type.returnType());
        s.end(0x1008, "invoke", Spinner.descriptor(type, 0));
        return Spinner.method(s.finish(MethodHandle.class), 0);
    }
}
