package java.lang.constant;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;

/** The description of a dynamically computed constant (JVMS 4.4.10). */
public abstract non-sealed class DynamicConstantDesc<T> implements ConstantDesc {
    private final DirectMethodHandleDesc bootstrapMethod;
    private final ConstantDesc[] bootstrapArgs;
    private final String constantName;
    private final ClassDesc constantType;

    /** A description with its bootstrap method, name, type and static arguments. */
    protected DynamicConstantDesc(DirectMethodHandleDesc bootstrapMethod, String constantName, ClassDesc constantType,
            ConstantDesc... bootstrapArgs) {
        this.bootstrapMethod = Objects.requireNonNull(bootstrapMethod);
        this.constantName = NamedClassDesc.checkMethod(Objects.requireNonNull(constantName));
        this.constantType = Objects.requireNonNull(constantType);
        this.bootstrapArgs = bootstrapArgs.clone();
        for (ConstantDesc arg : this.bootstrapArgs) {
            Objects.requireNonNull(arg);
        }
    }

    private static final class Plain<T> extends DynamicConstantDesc<T> {
        Plain(DirectMethodHandleDesc bsm, String name, ClassDesc type, ConstantDesc[] args) {
            super(bsm, name, type, args);
        }
    }

    /** The most specific description of a constant: a class, enum constant, variable handle or null where it is one. */
    public static <T> ConstantDesc ofCanonical(DirectMethodHandleDesc bootstrapMethod, String constantName,
            ClassDesc constantType, ConstantDesc[] bootstrapArgs) {
        DynamicConstantDesc<T> desc = ofNamed(bootstrapMethod, constantName, constantType, bootstrapArgs);
        boolean plain = constantName.equals(ConstantDescs.DEFAULT_NAME);
        int args = bootstrapArgs.length;
        if (bootstrapMethod.equals(ConstantDescs.BSM_PRIMITIVE_CLASS) && args == 0
                && constantType.equals(ConstantDescs.CD_Class)) {
            return ClassDesc.ofDescriptor(constantName);
        }
        if (bootstrapMethod.equals(ConstantDescs.BSM_ENUM_CONSTANT) && args == 0) {
            return Enum.EnumDesc.of(constantType, constantName);
        }
        if (bootstrapMethod.equals(ConstantDescs.BSM_NULL_CONSTANT) && args == 0 && plain) {
            return ConstantDescs.NULL;
        }
        if (bootstrapMethod.equals(ConstantDescs.BSM_VARHANDLE_FIELD) && args == 2
                && bootstrapArgs[0] instanceof ClassDesc owner && bootstrapArgs[1] instanceof ClassDesc type) {
            return java.lang.invoke.VarHandle.VarHandleDesc.ofField(owner, constantName, type);
        }
        if (bootstrapMethod.equals(ConstantDescs.BSM_VARHANDLE_STATIC_FIELD) && args == 2
                && bootstrapArgs[0] instanceof ClassDesc owner && bootstrapArgs[1] instanceof ClassDesc type) {
            return java.lang.invoke.VarHandle.VarHandleDesc.ofStaticField(owner, constantName, type);
        }
        if (bootstrapMethod.equals(ConstantDescs.BSM_VARHANDLE_ARRAY) && args == 1 && plain
                && bootstrapArgs[0] instanceof ClassDesc type) {
            return java.lang.invoke.VarHandle.VarHandleDesc.ofArray(type);
        }
        return desc;
    }

    /** A constant by all that describes it. */
    public static <T> DynamicConstantDesc<T> ofNamed(DirectMethodHandleDesc bootstrapMethod, String constantName,
            ClassDesc constantType, ConstantDesc... bootstrapArgs) {
        return new Plain<>(bootstrapMethod, constantName, constantType, bootstrapArgs);
    }

    /** A constant of the bootstrap method's result type with the default name. */
    public static <T> DynamicConstantDesc<T> of(DirectMethodHandleDesc bootstrapMethod, ConstantDesc... bootstrapArgs) {
        return ofNamed(bootstrapMethod, ConstantDescs.DEFAULT_NAME, bootstrapMethod.invocationType().returnType(),
                bootstrapArgs);
    }

    /** Likewise, without static arguments. */
    public static <T> DynamicConstantDesc<T> of(DirectMethodHandleDesc bootstrapMethod) {
        return of(bootstrapMethod, new ConstantDesc[0]);
    }

    /** The name. */
    public String constantName() {
        return constantName;
    }

    /** The type. */
    public ClassDesc constantType() {
        return constantType;
    }

    /** The bootstrap method. */
    public DirectMethodHandleDesc bootstrapMethod() {
        return bootstrapMethod;
    }

    /** The static arguments, copied. */
    public ConstantDesc[] bootstrapArgs() {
        return bootstrapArgs.clone();
    }

    /** The static arguments. */
    public List<ConstantDesc> bootstrapArgsList() {
        return List.of(bootstrapArgs);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T resolveConstantDesc(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
        MethodHandle handle = (MethodHandle) bootstrapMethod.resolveConstantDesc(lookup);
        if (handle.type().parameterCount() < 2
                || !MethodHandles.Lookup.class.isAssignableFrom(handle.type().parameterType(0))) {
            throw new BootstrapMethodError("Invalid bootstrap method declared for resolving a dynamic constant: "
                    + bootstrapMethod);
        }
        Object[] args = new Object[bootstrapArgs.length + 3];
        args[0] = lookup;
        args[1] = constantName;
        args[2] = constantType.resolveConstantDesc(lookup);
        for (int i = 0; i < bootstrapArgs.length; i++) {
            args[i + 3] = bootstrapArgs[i].resolveConstantDesc(lookup);
        }
        try {
            return (T) handle.invokeWithArguments(args);
        } catch (Error e) {
            throw e;
        } catch (Throwable t) {
            throw new BootstrapMethodError(t);
        }
    }

    @Override
    public final boolean equals(Object o) {
        return o instanceof DynamicConstantDesc<?> d && bootstrapMethod.equals(d.bootstrapMethod)
                && java.util.Arrays.equals(bootstrapArgs, d.bootstrapArgs) && constantName.equals(d.constantName)
                && constantType.equals(d.constantType);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(bootstrapMethod, constantName, constantType) * 31 + java.util.Arrays.hashCode(bootstrapArgs);
    }

    static String shown(ConstantDesc[] args) {
        StringBuilder text = new StringBuilder();
        for (ConstantDesc arg : args) {
            text.append(text.length() == 0 ? "" : ",").append(arg);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        String plain = constantName.equals(ConstantDescs.DEFAULT_NAME) ? "" : constantName + "/";
        return "DynamicConstantDesc[" + bootstrapMethod.owner().displayName() + "::" + bootstrapMethod.methodName() + "("
                + plain + shown(bootstrapArgs) + ")" + constantType.displayName() + "]";
    }
}
