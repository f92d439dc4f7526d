package java.lang.invoke;

import java.util.List;
import rvm.internal.Atomics;

/**
 * A typed reference to a variable. The VM goes from an access straight to the method of one of {@link #accessors}, if it has the
 * type of the call.
 */
public abstract class VarHandle implements java.lang.constant.Constable {
    private final Class<?> varType;
    private final List<Class<?>> coordinates;
    private final boolean readOnly;
    // By access mode: what makes the access, and what was made last to convert for calls of another type. The VM reads both.
    private final MethodHandle[] accessors = new MethodHandle[AccessMode.MODES.length];
    private final MethodHandle[] adapted = new MethodHandle[AccessMode.MODES.length];
    private VarHandle exact;
    private VarHandle inexact = this;

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

        static final AccessMode[] MODES = values();

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

    /** Writes the code of an access. */
    abstract void write(Spinner s, MethodType type, String name);

    /** Whether variables of this kind have that access at all. */
    boolean supports(String name) {
        return true;
    }

    private Variables.Accessor accessor(AccessMode mode) {
        MethodHandle a = accessors[mode.ordinal()];
        if (a == null) {
            if (!isAccessModeSupported(mode)) {
                throw new UnsupportedOperationException();
            }
            accessors[mode.ordinal()] = a = new Variables.Accessor(this, mode);
        }
        return (Variables.Accessor) a;
    }

    private WrongMethodTypeException mismatch(AccessMode mode, MethodType site) {
        MethodType own = accessModeType(mode).insertParameterTypes(0, VarHandle.class);
        return new WrongMethodTypeException("cannot convert MethodHandle" + own + " to "
                + site.insertParameterTypes(0, VarHandle.class));
    }

    /** What the VM calls when an access is not ready or not of the type of the call. */
    static MethodHandle callee(VarHandle v, int number, MethodType site) {
        AccessMode mode = AccessMode.MODES[number];
        Variables.Accessor a = v.accessor(mode);
        if (a.type == site) {
            a.entry();
            return a;
        }
        MethodHandle h = v.handleOf(mode, site, v.hasInvokeExactBehavior());
        h.entry();
        v.adapted[number] = h;
        return h;
    }

    /** A handle of that type that makes the access. */
    MethodHandle handleOf(AccessMode mode, MethodType site, boolean exactly) {
        Variables.Accessor a = accessor(mode);
        if (exactly && a.type != site) {
            throw new WrongMethodTypeException("expected " + a.type + " but found " + site);
        }
        if (!MethodHandle.converts(site, a.type)) {
            throw mismatch(mode, site);
        }
        return a.bound().asType(site);
    }

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
        return exact == this;
    }

    public VarHandle withInvokeExactBehavior() {
        VarHandle v = exact;
        if (v == null) {
            v = copy();
            v.exact = v;
            v.inexact = this;
            exact = v;
        }
        return v;
    }

    public VarHandle withInvokeBehavior() {
        return inexact;
    }

    /** The same variable behind another handle. */
    private VarHandle copy() {
        VarHandle self = this;
        return new VarHandle(varType, readOnly, coordinates) {
            @Override
            void write(Spinner s, MethodType type, String name) {
                self.write(s, type, name);
            }

            @Override
            boolean supports(String name) {
                return self.supports(name);
            }
        };
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
        if (readOnly || !supports(name)) {
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
        if (isAccessModeSupported(accessMode)) {
            return accessor(accessMode).bound();
        }
        MethodType type = accessModeType(accessMode);
        return MethodHandle.make(type, args -> {
            throw new UnsupportedOperationException();
        });
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

    @Override
    public java.util.Optional<VarHandleDesc> describeConstable() {
        // Views have no description.
        return java.util.Optional.empty();
    }

    /** The description of a variable handle. */
    public static final class VarHandleDesc extends java.lang.constant.DynamicConstantDesc<VarHandle> {
        private final java.lang.constant.ClassDesc owner;
        private final java.lang.constant.ClassDesc varType;

        private VarHandleDesc(java.lang.constant.DirectMethodHandleDesc bootstrap, String name,
                java.lang.constant.ClassDesc owner, java.lang.constant.ClassDesc varType,
                java.lang.constant.ConstantDesc... args) {
            super(bootstrap, name, java.lang.constant.ConstantDescs.CD_VarHandle, args);
            this.owner = owner;
            this.varType = varType;
        }

        /** A handle of an instance field. */
        public static VarHandleDesc ofField(java.lang.constant.ClassDesc declaringClass, String name,
                java.lang.constant.ClassDesc fieldType) {
            return new VarHandleDesc(java.lang.constant.ConstantDescs.BSM_VARHANDLE_FIELD, name, declaringClass,
                    fieldType, declaringClass, fieldType);
        }

        /** A handle of a static field. */
        public static VarHandleDesc ofStaticField(java.lang.constant.ClassDesc declaringClass, String name,
                java.lang.constant.ClassDesc fieldType) {
            return new VarHandleDesc(java.lang.constant.ConstantDescs.BSM_VARHANDLE_STATIC_FIELD, name, declaringClass,
                    fieldType, declaringClass, fieldType);
        }

        /** A handle of an array's elements. */
        public static VarHandleDesc ofArray(java.lang.constant.ClassDesc arrayClass) {
            if (!arrayClass.isArray()) {
                throw new IllegalArgumentException("Array class argument not an array: " + arrayClass);
            }
            return new VarHandleDesc(java.lang.constant.ConstantDescs.BSM_VARHANDLE_ARRAY,
                    java.lang.constant.ConstantDescs.DEFAULT_NAME, arrayClass, arrayClass.componentType(), arrayClass);
        }

        /** The type of the variable. */
        public java.lang.constant.ClassDesc varType() {
            return varType;
        }

        @Override
        public VarHandle resolveConstantDesc(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
            Class<?> in = (Class<?>) owner.resolveConstantDesc(lookup);
            if (owner.isArray()) {
                return MethodHandles.arrayElementVarHandle(in);
            }
            Class<?> type = (Class<?>) varType.resolveConstantDesc(lookup);
            return bootstrapMethod().equals(java.lang.constant.ConstantDescs.BSM_VARHANDLE_FIELD)
                    ? lookup.findVarHandle(in, constantName(), type)
                    : lookup.findStaticVarHandle(in, constantName(), type);
        }

        @Override
        public String toString() {
            if (owner.isArray()) {
                return "VarHandleDesc[" + owner.displayName() + "[]]";
            }
            boolean field = bootstrapMethod().equals(java.lang.constant.ConstantDescs.BSM_VARHANDLE_FIELD);
            return "VarHandleDesc[" + (field ? "" : "static ") + owner.displayName() + "." + constantName() + ":"
                    + varType.displayName() + "]";
        }
    }
}
