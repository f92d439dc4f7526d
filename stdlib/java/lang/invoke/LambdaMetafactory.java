package java.lang.invoke;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** The bootstrap methods of lambdas and method references. The VM links the usual call sites itself, in the same way. */
public final class LambdaMetafactory {
    public static final int FLAG_SERIALIZABLE = 1;
    public static final int FLAG_MARKERS = 2;
    public static final int FLAG_BRIDGES = 4;

    private static int counter;

    private LambdaMetafactory() {
    }

    public static CallSite metafactory(MethodHandles.Lookup caller, String interfaceMethodName, MethodType factoryType,
            MethodType interfaceMethodType, MethodHandle implementation, MethodType dynamicMethodType)
            throws LambdaConversionException {
        return link(caller, interfaceMethodName, factoryType, interfaceMethodType, implementation, dynamicMethodType,
                false, new ArrayList<Class<?>>(), new ArrayList<MethodType>());
    }

    public static CallSite altMetafactory(MethodHandles.Lookup caller, String interfaceMethodName,
            MethodType factoryType, Object... args) throws LambdaConversionException {
        Objects.requireNonNull(args);
        int at = 0;
        MethodType erased = argument(args, at++, MethodType.class);
        MethodHandle implementation = argument(args, at++, MethodHandle.class);
        MethodType dynamic = argument(args, at++, MethodType.class);
        int flags = argument(args, at++, Integer.class);
        List<Class<?>> markers = new ArrayList<Class<?>>();
        List<MethodType> bridges = new ArrayList<MethodType>();
        if ((flags & FLAG_MARKERS) != 0) {
            int n = argument(args, at++, Integer.class);
            if (n < 0) {
                throw new IllegalArgumentException("negative argument count");
            }
            for (int i = 0; i < n; i++) {
                markers.add((Class<?>) argument(args, at++, Object.class));
            }
        }
        if ((flags & FLAG_BRIDGES) != 0) {
            int n = argument(args, at++, Integer.class);
            if (n < 0) {
                throw new IllegalArgumentException("negative argument count");
            }
            for (int i = 0; i < n; i++) {
                bridges.add(argument(args, at++, MethodType.class));
            }
        }
        if (at < args.length) {
            throw new IllegalArgumentException("too many arguments");
        }
        boolean serializable = (flags & FLAG_SERIALIZABLE) != 0;
        if (serializable) {
            boolean already = Serializable.class.isAssignableFrom(factoryType.returnType());
            for (Class<?> m : markers) {
                already |= Serializable.class.isAssignableFrom(m);
            }
            if (!already) {
                markers.add(Serializable.class);
            }
        }
        return link(caller, interfaceMethodName, factoryType, erased, implementation, dynamic, serializable, markers,
                bridges);
    }

    private static <T> T argument(Object[] args, int index, Class<T> type) {
        if (index >= args.length) {
            throw new IllegalArgumentException("missing argument of type " + type.getSimpleName());
        }
        Object a = Objects.requireNonNull(args[index]);
        if (!type.isInstance(a)) {
            throw new IllegalArgumentException("argument " + index + " has wrong type " + a.getClass().getSimpleName()
                    + ", expected " + type.getSimpleName());
        }
        return type.cast(a);
    }

    private static CallSite link(MethodHandles.Lookup caller, String name, MethodType factory, MethodType erased,
            MethodHandle implementation, MethodType dynamic, boolean serializable, List<Class<?>> markers,
            List<MethodType> bridges) throws LambdaConversionException {
        Class<?> type = factory.returnType();
        check(caller, name, factory, erased, implementation, dynamic, markers);
        Class<?> host = caller.lookupClass();
        int number;
        synchronized (LambdaMetafactory.class) {
            number = ++counter;
        }
        String base = host.getName().replace('.', '/');
        if (host.isHidden()) {
            base = base.substring(0, base.lastIndexOf('/'));
        }
        Spinner s = new Spinner(base + "$$Lambda$" + number);
        s.implement(type);
        for (Class<?> m : markers) {
            s.implement(m);
        }
        Class<?>[] captured = factory.sharedParameters();
        for (int i = 0; i < captured.length; i++) {
            s.addField(0x0012, "arg$" + (i + 1), Spinner.letter(captured[i]));
        }
        make(s, captured);
        MethodHandle target = implementation.asFixedArity()
                .asType(dynamic.insertParameterTypes(0, captured));
        HashSet<MethodType> done = new HashSet<MethodType>();
        bridges.add(0, erased);
        for (MethodType t : bridges) {
            if (done.add(t)) {
                implement(s, name, t, captured, target.asType(t.insertParameterTypes(0, captured)));
            }
        }
        if (serializable) {
            DirectHandle d = implementation.direct();
            Object[] form = {host, type.getName().replace('.', '/'), name, erased.toMethodDescriptorString(),
                    d.getReferenceKind(), d.named().getName().replace('.', '/'), d.getName(),
                    d.getMethodType().toMethodDescriptorString(), dynamic.toMethodDescriptorString()};
            writeReplace(s, captured, form);
        }
        Class<?> c = s.finish(host);
        MethodHandle maker = new DirectHandle(factory, MethodHandleInfo.REF_invokeStatic, c, 0, c);
        if (captured.length > 0) {
            return new ConstantCallSite(maker);
        }
        try {
            return new ConstantCallSite(MethodHandles.constant(type, maker.call(new Object[0])));
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new LambdaConversionException("Exception instantiating lambda object", e);
        }
    }

    private static void check(MethodHandles.Lookup caller, String name, MethodType factory, MethodType erased,
            MethodHandle implementation, MethodType dynamic, List<Class<?>> markers) throws LambdaConversionException {
        if (!caller.hasFullPrivilegeAccess()) {
            throw new LambdaConversionException("Invalid caller: " + caller.lookupClass().getName());
        }
        Class<?> type = factory.returnType();
        if (!type.isInterface()) {
            throw new LambdaConversionException(type.getName() + " is not an interface");
        }
        for (Class<?> m : markers) {
            if (!m.isInterface()) {
                throw new LambdaConversionException(m.getName() + " is not an interface");
            }
        }
        if (name.isEmpty() || name.indexOf('.') >= 0 || name.indexOf(';') >= 0 || name.indexOf('[') >= 0
                || name.indexOf('/') >= 0 || name.indexOf('<') >= 0 || name.indexOf('>') >= 0) {
            throw new LambdaConversionException("Method name '" + name + "' is not legal");
        }
        if (implementation.direct() == null) {
            throw new LambdaConversionException(implementation + " is not direct or cannot be cracked");
        }
        int arity = implementation.type().parameterCount();
        int captured = factory.parameterCount();
        if (arity != captured + erased.parameterCount()) {
            throw new LambdaConversionException("Incorrect number of parameters for " + kind(implementation) + " method "
                    + implementation.direct().infoText() + "; " + captured + " captured parameters, "
                    + erased.parameterCount() + " functional interface method parameters, " + arity
                    + " implementation parameters");
        }
        if (dynamic.parameterCount() != erased.parameterCount()) {
            throw new LambdaConversionException("Incorrect number of parameters for the dynamic method type: " + dynamic);
        }
        for (int i = 0; i < captured; i++) {
            Class<?> from = factory.parameterType(i);
            Class<?> to = implementation.type().parameterType(i);
            if (from != to && (from.isPrimitive() || to.isPrimitive() || !to.isAssignableFrom(from))) {
                throw new LambdaConversionException("Type mismatch in captured lambda parameter " + i + ": expecting " + to
                        + ", found " + from);
            }
        }
        MethodType whole = dynamic.insertParameterTypes(0, factory.sharedParameters());
        if (!MethodHandle.converts(whole, implementation.type())) {
            Class<?> r = implementation.type().returnType();
            if (!MethodHandle.converts(MethodType.methodType(dynamic.returnType()), MethodType.methodType(r))) {
                throw new LambdaConversionException("Type mismatch for lambda return: " + r + " is not convertible to "
                        + dynamic.returnType());
            }
            for (int i = 0; i < dynamic.parameterCount(); i++) {
                MethodType a = MethodType.methodType(void.class, dynamic.parameterType(i));
                MethodType b = MethodType.methodType(void.class, implementation.type().parameterType(captured + i));
                if (!MethodHandle.converts(a, b)) {
                    throw new LambdaConversionException("Type mismatch for lambda argument " + i + ": "
                            + dynamic.parameterType(i) + " is not convertible to " + b.parameterType(0));
                }
            }
        }
    }

    private static String kind(MethodHandle h) {
        int k = h.direct().getReferenceKind();
        return k == MethodHandleInfo.REF_invokeStatic || k == MethodHandleInfo.REF_newInvokeSpecial ? "static"
                : "instance";
    }

    /** The method that makes an instance. */
    private static void make(Spinner s, Class<?>[] captured) {
        MethodType t = MethodType.methodType(Object.class, captured);
        s.begin(Forms.words(t)).selfOp(Spinner.NEW);
        int l = 0;
        for (int i = 0; i < captured.length; i++) {
            s.op(Spinner.DUP).load(captured[i], l);
            s.access(Spinner.PUTFIELD, s.self(), "arg$" + (i + 1), Spinner.letter(captured[i]));
            l += Spinner.words(captured[i]);
        }
        s.ret(Object.class);
        // As its caller names it: with the types of the call site.
        s.end(0x0018, "make$", Spinner.descriptor(t, 0));
    }

    private static void captured(Spinner s, int i, Class<?> type) {
        s.load(Object.class, 0).access(Spinner.GETFIELD, s.self(), "arg$" + (i + 1), Spinner.letter(type));
    }

    private static void implement(Spinner s, String name, MethodType t, Class<?>[] captured, MethodHandle target) {
        s.begin(1 + Forms.words(t)).object(target);
        s.deepen(Forms.words(target.type()));
        for (int i = 0; i < captured.length; i++) {
            captured(s, i, captured[i]);
        }
        Forms.arguments(s, t, 0);
        s.invokeBasic(target.type()).ret(t.returnType());
        s.end(0x0001, name, t.toMethodDescriptorString());
    }

    /** Serialization writes the lambda's description in its place. */
    private static void writeReplace(Spinner s, Class<?>[] captured, Object[] form) {
        s.begin(1).object(form).push(captured.length).classOp(Spinner.ANEWARRAY, Object.class);
        for (int i = 0; i < captured.length; i++) {
            s.op(Spinner.DUP).push(i);
            captured(s, i, captured[i]);
            if (captured[i].isPrimitive()) {
                s.box(captured[i]);
            }
            s.op(Spinner.AASTORE);
        }
        s.call(Spinner.STATIC, "java/lang/invoke/SerializedLambda", "of",
                "([Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;");
        s.ret(Object.class);
        s.end(0x0012, "writeReplace", "()Ljava/lang/Object;");
    }
}
