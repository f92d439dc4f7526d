package java.lang.invoke;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import rvm.internal.Conversions;

/**
 * A typed reference to something that can be called. The VM's calls check the type (types are interned) and go to the method at
 * {@link #entry}, whose first argument is the handle itself.
 */
public abstract class MethodHandle implements java.lang.constant.Constable {
    final MethodType type;
    // The VM's address of a static method, 0 until the first call. The VM reads this field.
    private volatile long entry;
    // What asType made last. The VM reads this field too.
    private MethodHandle adapted;

    MethodHandle(MethodType type) {
        this.type = type;
    }

    /** What a handle does with arguments that are boxed as its type has them; returns the boxed result. */
    interface Body {
        Object call(Object[] args) throws Throwable;
    }

    /** A handle whose work is done on boxes. */
    static final class Plain extends MethodHandle {
        final Body body;

        Plain(MethodType type, Body body) {
            super(type);
            this.body = body;
        }

        @Override
        long makeEntry() {
            return Forms.boxing(type);
        }

        @Override
        Object call(Object[] args) throws Throwable {
            return body.call(args);
        }
    }

    static MethodHandle make(MethodType type, Body body) {
        return new Plain(type, body);
    }

    /** The address of the method that does the work. */
    abstract long makeEntry();

    /** Calls the handle with arguments that are boxes of just its types. */
    Object call(Object[] args) throws Throwable {
        MethodHandle spreader = type.spreader();
        return (Object) spreader.invokeBasic((MethodHandle) this, args);
    }

    final long entry() {
        long e = entry;
        if (e == 0) {
            entry = e = makeEntry();
        }
        return e;
    }

    /** What the VM calls when a handle is not ready or not of the type of the call. */
    static MethodHandle callee(MethodHandle h, MethodType site, boolean exact) {
        if (site != null && h.type != site) {
            if (exact) {
                throw new WrongMethodTypeException("expected " + h.type + " but found " + site);
            }
            h = h.asType(site);
        }
        h.entry();
        return h;
    }

    /** The member that this handle refers to, or null. */
    DirectHandle direct() {
        return null;
    }

    public MethodType type() {
        return type;
    }

    public final native Object invokeExact(Object... args) throws Throwable;

    public final native Object invoke(Object... args) throws Throwable;

    /** As invokeExact, but nobody checks the types. */
    final native Object invokeBasic(Object... args) throws Throwable;

    public Object invokeWithArguments(Object... arguments) throws Throwable {
        int n = arguments == null ? 0 : arguments.length;
        if (n > 250 && isVarargsCollector()) {
            return invokeMany(arguments);
        }
        MethodType site = MethodType.genericMethodType(n);
        return asType(site).call(arguments == null ? new Object[0] : arguments);
    }

    /** Calls a handle of variable arity with more arguments than a method can have. */
    private Object invokeMany(Object[] arguments) throws Throwable {
        int fixed = type.parameterCount() - 1;
        Class<?> arrayType = type.lastParameterType();
        Object rest = java.lang.reflect.Array.newInstance(arrayType.getComponentType(), arguments.length - fixed);
        MethodHandle setter = MethodHandles.arrayElementSetter(arrayType);
        setter = setter.asType(MethodType.methodType(void.class, Object.class, int.class, Object.class));
        for (int i = fixed; i < arguments.length; i++) {
            setter.invokeExact(rest, i - fixed, arguments[i]);
        }
        Object[] all = Arrays.copyOf(arguments, fixed + 1, Object[].class);
        all[fixed] = rest;
        return asFixedArity().asType(MethodType.genericMethodType(fixed + 1)).call(all);
    }

    public Object invokeWithArguments(List<?> arguments) throws Throwable {
        return invokeWithArguments(arguments.toArray());
    }

    /** Whether asType can turn a value of one type into one of another. */
    private static boolean converts(Class<?> from, Class<?> to) {
        if (from == to || to == void.class || from == void.class) {
            return true;
        }
        if (from.isPrimitive()) {
            return to.isPrimitive() ? Conversions.widens(from, to) : to.isAssignableFrom(Conversions.boxOf(from));
        }
        if (!to.isPrimitive()) {
            return true;
        }
        if (from.isAssignableFrom(Conversions.boxOf(to))) {
            return true;
        }
        Class<?> unboxed = Forms.unboxed(from);
        return unboxed != null && Conversions.widens(unboxed, to);
    }

    /** Whether asType can make the new type of the old one. */
    static boolean converts(MethodType from, MethodType to) {
        int n = to.parameterCount();
        boolean fits = from.parameterCount() == n && converts(to.returnType(), from.returnType());
        for (int i = 0; fits && i < n; i++) {
            fits = converts(from.parameterType(i), to.parameterType(i));
        }
        return fits;
    }

    WrongMethodTypeException cannotConvert(MethodType newType) {
        return new WrongMethodTypeException("cannot convert " + this + " to " + newType);
    }

    public MethodHandle asType(MethodType newType) {
        if (newType == type) {
            return this;
        }
        MethodHandle known = adapted;
        if (known != null && known.type == newType) {
            return known;
        }
        return adapted = convert(newType);
    }

    MethodHandle convert(MethodType newType) {
        if (!converts(newType, type)) {
            throw cannotConvert(newType);
        }
        return Forms.convert(this, newType, false);
    }

    private static Class<?> element(Class<?> arrayType) {
        Class<?> element = arrayType.getComponentType();
        if (element == null) {
            throw new IllegalArgumentException("not an array type: " + arrayType.getName());
        }
        return element;
    }

    public MethodHandle asSpreader(Class<?> arrayType, int arrayLength) {
        return asSpreader(type.parameterCount() - arrayLength, arrayType, arrayLength);
    }

    public MethodHandle asSpreader(int pos, Class<?> arrayType, int arrayLength) {
        Class<?> element = element(arrayType);
        int n = type.parameterCount();
        if (arrayLength < 0 || arrayLength > n) {
            throw new IllegalArgumentException("bad spread array length");
        }
        if (pos < 0 || pos + arrayLength > n) {
            throw new IllegalArgumentException("bad spread position");
        }
        Class<?>[] p = type.sharedParameters().clone();
        Arrays.fill(p, pos, pos + arrayLength, element);
        MethodHandle target = asType(MethodType.methodType(type.returnType(), p));
        return Forms.spread(target, pos, arrayType, arrayLength);
    }

    public MethodHandle withVarargs(boolean makeVarargs) {
        if (makeVarargs == isVarargsCollector()) {
            return this;
        }
        return makeVarargs ? asVarargsCollector(type.lastParameterType()) : asFixedArity();
    }

    public MethodHandle asCollector(Class<?> arrayType, int arrayLength) {
        return asCollector(type.parameterCount() - 1, arrayType, arrayLength);
    }

    private void checkArray(int pos, Class<?> arrayType) {
        if (pos < 0 || pos >= type.parameterCount() || !type.parameterType(pos).isAssignableFrom(arrayType)) {
            throw new IllegalArgumentException("array type not assignable to argument: " + this + ", " + arrayType);
        }
    }

    public MethodHandle asCollector(int pos, Class<?> arrayType, int arrayLength) {
        element(arrayType);
        checkArray(pos, arrayType);
        if (arrayLength < 0 || arrayLength > 255) {
            throw new IllegalArgumentException("bad collect array length");
        }
        return Forms.collect(this, pos, arrayType, arrayLength);
    }

    public MethodHandle asVarargsCollector(Class<?> arrayType) {
        Objects.requireNonNull(arrayType);
        element(arrayType);
        checkArray(type.parameterCount() - 1, arrayType);
        if (isVarargsCollector() && type.lastParameterType() == arrayType) {
            return this;
        }
        return new Varargs(asFixedArity(), arrayType);
    }

    public boolean isVarargsCollector() {
        return false;
    }

    public MethodHandle asFixedArity() {
        return this;
    }

    public MethodHandle bindTo(Object x) {
        if (type.parameterCount() == 0 || type.parameterType(0).isPrimitive()) {
            throw new IllegalArgumentException("no leading reference parameter");
        }
        return Forms.insert(this, 0, type.parameterType(0).cast(x));
    }

    @Override
    public String toString() {
        return "MethodHandle" + type;
    }

    @Override
    public java.util.Optional<java.lang.constant.MethodHandleDesc> describeConstable() {
        DirectHandle d = direct();
        if (d == null) {
            return java.util.Optional.empty();
        }
        java.lang.constant.DirectMethodHandleDesc.Kind kind = java.lang.constant.DirectMethodHandleDesc.Kind
                .valueOf(d.getReferenceKind(), d.getDeclaringClass().isInterface());
        MethodType type = d.getMethodType();
        java.util.Optional<java.lang.constant.ClassDesc> owner = d.getDeclaringClass().describeConstable();
        java.util.Optional<? extends java.lang.constant.ConstantDesc> described = switch (kind) {
            case GETTER, STATIC_GETTER -> type.returnType().describeConstable();
            case SETTER, STATIC_SETTER -> type.parameterType(type.parameterCount() - 1).describeConstable();
            default -> type.describeConstable();
        };
        if (owner.isEmpty() || described.isEmpty()) {
            return java.util.Optional.empty();
        }
        String text = described.get() instanceof java.lang.constant.ClassDesc c
                ? c.descriptorString()
                : ((java.lang.constant.MethodTypeDesc) described.get()).descriptorString();
        return java.util.Optional.of(
                java.lang.constant.MethodHandleDesc.of(kind, owner.get(), d.getName(), text));
    }
}
