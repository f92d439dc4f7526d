package java.lang.invoke;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Objects;
import rvm.internal.Conversions;

/**
 * A typed reference to something that can be called. The VM boxes the arguments of a call into an array and hands them
 * to {@link #invokeFrom}.
 */
public abstract class MethodHandle {
    private final MethodType type;

    MethodHandle(MethodType type) {
        this.type = type;
    }

    /** What a handle does with arguments that are boxed as its type has them; returns the boxed result. */
    interface Body {
        Object call(Object[] args) throws Throwable;
    }

    private static final class Plain extends MethodHandle {
        private final Body body;

        Plain(MethodType type, Body body) {
            super(type);
            this.body = body;
        }

        @Override
        Object call(Object[] args) throws Throwable {
            return body.call(args);
        }
    }

    /** A handle that collects trailing arguments into an array when it is called with another type. */
    private static final class Varargs extends MethodHandle {
        private final MethodHandle target;
        private final Class<?> arrayType;

        Varargs(MethodHandle target, Class<?> arrayType) {
            super(target.type());
            this.target = target;
            this.arrayType = arrayType;
        }

        @Override
        Object call(Object[] args) throws Throwable {
            return target.call(args);
        }

        @Override
        public boolean isVarargsCollector() {
            return true;
        }

        @Override
        public MethodHandle asFixedArity() {
            return target;
        }

        @Override
        DirectHandle direct() {
            return target.direct();
        }

        @Override
        public MethodHandle asType(MethodType newType) {
            if (newType.equals(type())) {
                return this;
            }
            int fixed = type().parameterCount() - 1;
            int n = newType.parameterCount();
            if (n == fixed + 1 && arrayType.isAssignableFrom(newType.lastParameterType())) {
                return target.asType(newType);
            }
            if (n < fixed) {
                throw new WrongMethodTypeException("cannot convert " + this + " to " + newType);
            }
            return target.asCollector(arrayType, n - fixed).asType(newType);
        }
    }

    static MethodHandle make(MethodType type, Body body) {
        return new Plain(type, body);
    }

    abstract Object call(Object[] args) throws Throwable;

    /** The member that this handle refers to, or null. */
    DirectHandle direct() {
        return null;
    }

    public MethodType type() {
        return type;
    }

    public final native Object invokeExact(Object... args) throws Throwable;

    public final native Object invoke(Object... args) throws Throwable;

    /** What the VM calls in the place of invoke and invokeExact, with the type of the call. */
    final Object invokeFrom(MethodType site, boolean exact, Object[] args) throws Throwable {
        if (site == type || site.equals(type)) {
            return call(args);
        }
        if (exact) {
            throw new WrongMethodTypeException("expected " + type + " but found " + site);
        }
        return asType(site).call(args);
    }

    public Object invokeWithArguments(Object... arguments) throws Throwable {
        MethodType site = MethodType.genericMethodType(arguments == null ? 0 : arguments.length);
        return asType(site).call(arguments == null ? new Object[0] : arguments.clone());
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
        Class<?> box = Conversions.boxOf(to);
        if (from.isAssignableFrom(box)) {
            return true;
        }
        Class<?> unboxed = unboxed(from);
        return unboxed != null && Conversions.widens(unboxed, to);
    }

    private static Class<?> unboxed(Class<?> box) {
        MethodType t = MethodType.methodType(box).unwrap();
        return t.returnType().isPrimitive() ? t.returnType() : null;
    }

    private static Object convert(Object value, Class<?> from, Class<?> to) {
        if (from == to || to == void.class) {
            return to == void.class ? null : value;
        }
        if (from == void.class) {
            return zero(to);
        }
        if (!to.isPrimitive()) {
            return to.cast(value);
        }
        if (value == null) {
            throw new NullPointerException("Cannot unbox a null value");
        }
        Class<?> actual = Conversions.unboxed(value);
        if (actual == null || !Conversions.widens(actual, to)) {
            throw new ClassCastException("Cannot cast " + value.getClass().getName() + " to " + to.getName());
        }
        return Conversions.convert(value, to, null);
    }

    /** The default value of a type, boxed. */
    static Object zero(Class<?> type) {
        return type.isPrimitive() && type != void.class ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    public MethodHandle asType(MethodType newType) {
        if (newType.equals(type)) {
            return this;
        }
        int n = type.parameterCount();
        boolean fits = newType.parameterCount() == n && converts(type.returnType(), newType.returnType());
        for (int i = 0; fits && i < n; i++) {
            fits = converts(newType.parameterType(i), type.parameterType(i));
        }
        if (!fits) {
            throw new WrongMethodTypeException("cannot convert " + this + " to " + newType);
        }
        return make(newType, args -> {
            Object[] converted = new Object[n];
            for (int i = 0; i < n; i++) {
                converted[i] = convert(args[i], newType.parameterType(i), type.parameterType(i));
            }
            return convert(call(converted), type.returnType(), newType.returnType());
        });
    }

    public MethodHandle asSpreader(Class<?> arrayType, int arrayLength) {
        return asSpreader(type.parameterCount() - arrayLength, arrayType, arrayLength);
    }

    public MethodHandle asSpreader(int pos, Class<?> arrayType, int arrayLength) {
        Class<?> element = arrayType.getComponentType();
        if (element == null) {
            throw new IllegalArgumentException("not an array type: " + arrayType.getName());
        }
        int n = type.parameterCount();
        if (arrayLength < 0 || arrayLength > 255 || pos < 0 || pos + arrayLength > n) {
            throw new IllegalArgumentException("bad spread array length");
        }
        MethodType spread = type;
        for (int i = pos; i < pos + arrayLength; i++) {
            spread = spread.changeParameterType(i, element);
        }
        MethodHandle target = asType(spread);
        MethodType outer = spread.dropParameterTypes(pos, pos + arrayLength).insertParameterTypes(pos, arrayType);
        return make(outer, args -> {
            Object array = args[pos];
            if (array == null && arrayLength > 0) {
                throw new NullPointerException("null array reference");
            }
            if (array != null && Array.getLength(array) != arrayLength) {
                throw new IllegalArgumentException("array is not of length " + arrayLength);
            }
            Object[] all = new Object[n];
            System.arraycopy(args, 0, all, 0, pos);
            for (int i = 0; i < arrayLength; i++) {
                all[pos + i] = Array.get(array, i);
            }
            System.arraycopy(args, pos + 1, all, pos + arrayLength, args.length - pos - 1);
            return target.call(all);
        });
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

    public MethodHandle asCollector(int pos, Class<?> arrayType, int arrayLength) {
        Class<?> element = arrayType.getComponentType();
        if (element == null) {
            throw new IllegalArgumentException("not an array type: " + arrayType.getName());
        }
        if (arrayLength < 0 || arrayLength > 255) {
            throw new IllegalArgumentException("bad collect array length");
        }
        if (pos < 0 || pos >= type.parameterCount() || !type.parameterType(pos).isAssignableFrom(arrayType)) {
            throw new IllegalArgumentException("array type not assignable to argument at " + pos + " of " + this);
        }
        Class<?>[] elements = new Class<?>[arrayLength];
        java.util.Arrays.fill(elements, element);
        MethodType outer = type.dropParameterTypes(pos, pos + 1).insertParameterTypes(pos, elements);
        return make(outer, args -> {
            Object array = Array.newInstance(element, arrayLength);
            for (int i = 0; i < arrayLength; i++) {
                Array.set(array, i, args[pos + i]);
            }
            Object[] all = new Object[args.length - arrayLength + 1];
            System.arraycopy(args, 0, all, 0, pos);
            all[pos] = array;
            System.arraycopy(args, pos + arrayLength, all, pos + 1, args.length - pos - arrayLength);
            return call(all);
        });
    }

    public MethodHandle asVarargsCollector(Class<?> arrayType) {
        Objects.requireNonNull(arrayType);
        if (!arrayType.isArray() || !type.lastParameterType().isAssignableFrom(arrayType)) {
            throw new IllegalArgumentException("not an array type: " + arrayType.getName());
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
        return MethodHandles.insertArguments(this, 0, type.parameterType(0).cast(x));
    }

    @Override
    public String toString() {
        return "MethodHandle" + type;
    }
}
