package java.lang.invoke;

import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import rvm.internal.Atomics;
import rvm.internal.Reflection;

/**
 * A typed reference to a variable. The VM hands the boxed arguments of an access to {@link #accessFrom}.
 */
public abstract class VarHandle {
    private final Class<?> varType;
    private final List<Class<?>> coordinates;
    private final boolean readOnly;

    VarHandle(Class<?> varType, boolean readOnly, List<Class<?>> coordinates) {
        this.varType = varType;
        this.readOnly = readOnly;
        this.coordinates = coordinates;
    }

    /** The kinds of access. */
    public enum AccessMode {
        GET("get"),
        SET("set"),
        GET_VOLATILE("getVolatile"),
        SET_VOLATILE("setVolatile"),
        GET_ACQUIRE("getAcquire"),
        SET_RELEASE("setRelease"),
        GET_OPAQUE("getOpaque"),
        SET_OPAQUE("setOpaque"),
        COMPARE_AND_SET("compareAndSet"),
        COMPARE_AND_EXCHANGE("compareAndExchange"),
        COMPARE_AND_EXCHANGE_ACQUIRE("compareAndExchangeAcquire"),
        COMPARE_AND_EXCHANGE_RELEASE("compareAndExchangeRelease"),
        WEAK_COMPARE_AND_SET_PLAIN("weakCompareAndSetPlain"),
        WEAK_COMPARE_AND_SET("weakCompareAndSet"),
        WEAK_COMPARE_AND_SET_ACQUIRE("weakCompareAndSetAcquire"),
        WEAK_COMPARE_AND_SET_RELEASE("weakCompareAndSetRelease"),
        GET_AND_SET("getAndSet"),
        GET_AND_SET_ACQUIRE("getAndSetAcquire"),
        GET_AND_SET_RELEASE("getAndSetRelease"),
        GET_AND_ADD("getAndAdd"),
        GET_AND_ADD_ACQUIRE("getAndAddAcquire"),
        GET_AND_ADD_RELEASE("getAndAddRelease"),
        GET_AND_BITWISE_OR("getAndBitwiseOr"),
        GET_AND_BITWISE_OR_RELEASE("getAndBitwiseOrRelease"),
        GET_AND_BITWISE_OR_ACQUIRE("getAndBitwiseOrAcquire"),
        GET_AND_BITWISE_AND("getAndBitwiseAnd"),
        GET_AND_BITWISE_AND_RELEASE("getAndBitwiseAndRelease"),
        GET_AND_BITWISE_AND_ACQUIRE("getAndBitwiseAndAcquire"),
        GET_AND_BITWISE_XOR("getAndBitwiseXor"),
        GET_AND_BITWISE_XOR_RELEASE("getAndBitwiseXorRelease"),
        GET_AND_BITWISE_XOR_ACQUIRE("getAndBitwiseXorAcquire");

        private final String methodName;

        AccessMode(String methodName) {
            this.methodName = methodName;
        }

        public String methodName() {
            return methodName;
        }

        public static AccessMode valueFromMethodName(String methodName) {
            for (AccessMode m : values()) {
                if (m.methodName.equals(methodName)) {
                    return m;
                }
            }
            throw new IllegalArgumentException("No AccessMode value for method name " + methodName);
        }
    }

    // The variable itself: read and written as a volatile one, boxed. A compare-and-set compares as == does.
    abstract Object read(Object[] coordinates);

    abstract void write(Object[] coordinates, Object value);

    abstract boolean replace(Object[] coordinates, Object expected, Object value);

    public final native Object get(Object... args);

    public final native void set(Object... args);

    public final native Object getVolatile(Object... args);

    public final native void setVolatile(Object... args);

    public final native Object getAcquire(Object... args);

    public final native void setRelease(Object... args);

    public final native Object getOpaque(Object... args);

    public final native void setOpaque(Object... args);

    public final native boolean compareAndSet(Object... args);

    public final native Object compareAndExchange(Object... args);

    public final native Object compareAndExchangeAcquire(Object... args);

    public final native Object compareAndExchangeRelease(Object... args);

    public final native boolean weakCompareAndSetPlain(Object... args);

    public final native boolean weakCompareAndSet(Object... args);

    public final native boolean weakCompareAndSetAcquire(Object... args);

    public final native boolean weakCompareAndSetRelease(Object... args);

    public final native Object getAndSet(Object... args);

    public final native Object getAndSetAcquire(Object... args);

    public final native Object getAndSetRelease(Object... args);

    public final native Object getAndAdd(Object... args);

    public final native Object getAndAddAcquire(Object... args);

    public final native Object getAndAddRelease(Object... args);

    public final native Object getAndBitwiseOr(Object... args);

    public final native Object getAndBitwiseOrRelease(Object... args);

    public final native Object getAndBitwiseOrAcquire(Object... args);

    public final native Object getAndBitwiseAnd(Object... args);

    public final native Object getAndBitwiseAndRelease(Object... args);

    public final native Object getAndBitwiseAndAcquire(Object... args);

    public final native Object getAndBitwiseXor(Object... args);

    public final native Object getAndBitwiseXorRelease(Object... args);

    public final native Object getAndBitwiseXorAcquire(Object... args);

    public boolean hasInvokeExactBehavior() {
        return false;
    }

    public VarHandle withInvokeExactBehavior() {
        throw new UnsupportedOperationException("VarHandle.withInvokeExactBehavior");
    }

    public VarHandle withInvokeBehavior() {
        return this;
    }

    public Class<?> varType() {
        return varType;
    }

    public List<Class<?>> coordinateTypes() {
        return coordinates;
    }

    public final MethodType accessModeType(AccessMode accessMode) {
        MethodType t = MethodType.methodType(void.class, coordinates);
        String name = accessMode.methodName();
        if (name.startsWith("getAnd")) {
            return t.appendParameterTypes(varType).changeReturnType(varType);
        }
        if (name.startsWith("get")) {
            return t.changeReturnType(varType);
        }
        if (name.startsWith("set")) {
            return t.appendParameterTypes(varType);
        }
        t = t.appendParameterTypes(varType, varType);
        return t.changeReturnType(name.startsWith("compareAndExchange") ? varType : boolean.class);
    }

    public final boolean isAccessModeSupported(AccessMode accessMode) {
        String name = accessMode.methodName();
        if (name.startsWith("get") && !name.startsWith("getAnd")) {
            return true;
        }
        if (readOnly) {
            return false;
        }
        if (name.startsWith("getAndAdd")) {
            return varType.isPrimitive() && varType != boolean.class;
        }
        if (name.startsWith("getAndBitwise")) {
            return varType.isPrimitive() && varType != float.class && varType != double.class;
        }
        return true;
    }

    public final MethodHandle toMethodHandle(AccessMode accessMode) {
        MethodType type = accessModeType(accessMode);
        String name = accessMode.methodName();
        return MethodHandle.make(type, args -> accessFrom(name, type, args));
    }

    /** What the VM calls for an access, with the method's name and the type of the call. */
    final Object accessFrom(String name, MethodType site, Object[] args) throws Throwable {
        AccessMode mode = AccessMode.valueFromMethodName(name);
        if (!isAccessModeSupported(mode)) {
            throw new UnsupportedOperationException();
        }
        MethodType type = accessModeType(mode);
        if (!site.equals(type)) {
            return MethodHandle.make(type, converted -> access(name, converted)).asType(site).call(args);
        }
        return access(name, args);
    }

    private Object access(String name, Object[] args) {
        int n = coordinates.size();
        if (name.startsWith("getAnd")) {
            while (true) {
                Object old = read(args);
                if (replace(args, old, name.startsWith("getAndSet") ? args[n] : Updates.apply(name, old, args[n]))) {
                    return old;
                }
            }
        }
        if (name.startsWith("get")) {
            return read(args);
        }
        if (name.startsWith("set")) {
            write(args, args[n]);
            return null;
        }
        if (name.startsWith("compareAndExchange")) {
            while (true) {
                Object old = read(args);
                if (!same(old, args[n]) || replace(args, args[n], args[n + 1])) {
                    return old;
                }
            }
        }
        return replace(args, args[n], args[n + 1]);
    }

    /** Identity for references; equal bits for numbers. */
    final boolean same(Object a, Object b) {
        return varType.isPrimitive() ? a.equals(b) : a == b;
    }

    public static void fullFence() {
        Atomics.fullFence();
    }

    public static void acquireFence() {
        Atomics.fullFence();
    }

    public static void releaseFence() {
        Atomics.fullFence();
    }

    public static void loadLoadFence() {
        Atomics.fullFence();
    }

    public static void storeStoreFence() {
        Atomics.fullFence();
    }

    @Override
    public final String toString() {
        StringBuilder sb = new StringBuilder("VarHandle[varType=").append(varType.getName()).append(", coord=[");
        for (int i = 0; i < coordinates.size(); i++) {
            sb.append(i == 0 ? "" : ", ").append(coordinates.get(i));
        }
        return sb.append("]]").toString();
    }

    private static List<Class<?>> list(Class<?>... types) {
        return MethodType.methodType(void.class, types).parameterList();
    }

    /** A field. Those that the VM can't change atomically by themselves are guarded by the handle's class. */
    static final class OfField extends VarHandle {
        private final Class<?> declaring;
        private final int index;
        private final boolean isStatic;
        private final long offset;

        OfField(Class<?> receiver, Class<?> type, Class<?> declaring, int index, String name, int modifiers) {
            super(type, Modifier.isFinal(modifiers), Modifier.isStatic(modifiers) ? new ArrayList<Class<?>>()
                    : list(receiver));
            this.declaring = declaring;
            this.index = index;
            this.isStatic = Modifier.isStatic(modifiers);
            boolean direct = !isStatic && (type == int.class || type == long.class || !type.isPrimitive());
            this.offset = direct ? Atomics.fieldOffset(declaring, name) : -1;
        }

        private Object owner(Object[] coordinates) {
            if (isStatic) {
                return null;
            }
            if (coordinates[0] == null) {
                throw new NullPointerException();
            }
            return coordinates[0];
        }

        @Override
        Object read(Object[] coordinates) {
            Object o = owner(coordinates);
            if (offset < 0) {
                synchronized (VarHandle.class) {
                    return Reflection.getField(declaring, index, o);
                }
            }
            Class<?> t = varType();
            return t == int.class ? (Object) Atomics.getIntVolatile(o, offset)
                    : t == long.class ? (Object) Atomics.getLongVolatile(o, offset) : Atomics.getRefVolatile(o, offset);
        }

        @Override
        void write(Object[] coordinates, Object value) {
            Object o = owner(coordinates);
            Class<?> t = varType();
            if (offset < 0) {
                synchronized (VarHandle.class) {
                    Reflection.setField(declaring, index, o, value);
                }
            } else if (t == int.class) {
                Atomics.putIntVolatile(o, offset, (Integer) value);
            } else if (t == long.class) {
                Atomics.putLongVolatile(o, offset, (Long) value);
            } else {
                Atomics.putRefVolatile(o, offset, value);
            }
        }

        @Override
        boolean replace(Object[] coordinates, Object expected, Object value) {
            Object o = owner(coordinates);
            if (offset < 0) {
                synchronized (VarHandle.class) {
                    if (!same(Reflection.getField(declaring, index, o), expected)) {
                        return false;
                    }
                    Reflection.setField(declaring, index, o, value);
                    return true;
                }
            }
            Class<?> t = varType();
            return t == int.class ? Atomics.compareAndSetInt(o, offset, (Integer) expected, (Integer) value)
                    : t == long.class ? Atomics.compareAndSetLong(o, offset, (Long) expected, (Long) value)
                    : Atomics.compareAndSetRef(o, offset, expected, value);
        }
    }

    /** An element of an array. */
    static final class OfArray extends VarHandle {
        OfArray(Class<?> arrayClass, Class<?> component) {
            super(component, false, list(arrayClass, int.class));
        }

        @Override
        Object read(Object[] c) {
            int i = (Integer) c[1];
            if (c[0] instanceof int[]) {
                return Atomics.getIntAt((int[]) c[0], i);
            }
            if (c[0] instanceof long[]) {
                return Atomics.getLongAt((long[]) c[0], i);
            }
            if (c[0] instanceof Object[]) {
                return Atomics.getRefAt((Object[]) c[0], i);
            }
            synchronized (VarHandle.class) {
                return Array.get(c[0], i);
            }
        }

        @Override
        void write(Object[] c, Object value) {
            int i = (Integer) c[1];
            if (c[0] instanceof int[]) {
                Atomics.putIntAt((int[]) c[0], i, (Integer) value);
            } else if (c[0] instanceof long[]) {
                Atomics.putLongAt((long[]) c[0], i, (Long) value);
            } else if (c[0] instanceof Object[]) {
                Atomics.putRefAt((Object[]) c[0], i, value);
            } else {
                synchronized (VarHandle.class) {
                    Array.set(c[0], i, value);
                }
            }
        }

        @Override
        boolean replace(Object[] c, Object expected, Object value) {
            int i = (Integer) c[1];
            if (c[0] instanceof int[]) {
                return Atomics.compareAndSetIntAt((int[]) c[0], i, (Integer) expected, (Integer) value);
            }
            if (c[0] instanceof long[]) {
                return Atomics.compareAndSetLongAt((long[]) c[0], i, (Long) expected, (Long) value);
            }
            if (c[0] instanceof Object[]) {
                return Atomics.compareAndSetRefAt((Object[]) c[0], i, expected, value);
            }
            synchronized (VarHandle.class) {
                if (!same(Array.get(c[0], i), expected)) {
                    return false;
                }
                Array.set(c[0], i, value);
                return true;
            }
        }
    }
}
