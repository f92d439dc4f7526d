package java.lang.constant;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.Objects;

/** The description of an invokedynamic call site (JVMS 4.4.10). */
public final class DynamicCallSiteDesc {
    private final DirectMethodHandleDesc bootstrapMethod;
    private final ConstantDesc[] bootstrapArgs;
    private final String invocationName;
    private final MethodTypeDesc invocationType;

    private DynamicCallSiteDesc(DirectMethodHandleDesc bootstrapMethod, String name, MethodTypeDesc type,
            ConstantDesc[] args) {
        this.invocationName = NamedClassDesc.checkMethod(Objects.requireNonNull(name));
        this.invocationType = Objects.requireNonNull(type);
        this.bootstrapMethod = Objects.requireNonNull(bootstrapMethod);
        this.bootstrapArgs = args.clone();
        for (ConstantDesc arg : this.bootstrapArgs) {
            Objects.requireNonNull(arg);
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("Illegal invocation name: ".concat(name));
        }
    }

    /** A site by all that describes it. */
    public static DynamicCallSiteDesc of(DirectMethodHandleDesc bootstrapMethod, String invocationName,
            MethodTypeDesc invocationType, ConstantDesc... bootstrapArgs) {
        return new DynamicCallSiteDesc(bootstrapMethod, invocationName, invocationType, bootstrapArgs);
    }

    /** A site without static arguments. */
    public static DynamicCallSiteDesc of(DirectMethodHandleDesc bootstrapMethod, String invocationName,
            MethodTypeDesc invocationType) {
        return new DynamicCallSiteDesc(bootstrapMethod, invocationName, invocationType, new ConstantDesc[0]);
    }

    /** A site with the default name and without static arguments. */
    public static DynamicCallSiteDesc of(DirectMethodHandleDesc bootstrapMethod, MethodTypeDesc invocationType) {
        return of(bootstrapMethod, ConstantDescs.DEFAULT_NAME, invocationType);
    }

    /** The same with other static arguments. */
    public DynamicCallSiteDesc withArgs(ConstantDesc... bootstrapArgs) {
        return new DynamicCallSiteDesc(bootstrapMethod, invocationName, invocationType, bootstrapArgs);
    }

    /** The same with another name and type. */
    public DynamicCallSiteDesc withNameAndType(String invocationName, MethodTypeDesc invocationType) {
        return new DynamicCallSiteDesc(bootstrapMethod, invocationName, invocationType, bootstrapArgs);
    }

    /** The name. */
    public String invocationName() {
        return invocationName;
    }

    /** The type. */
    public MethodTypeDesc invocationType() {
        return invocationType;
    }

    /** The bootstrap method. */
    public MethodHandleDesc bootstrapMethod() {
        return bootstrapMethod;
    }

    /** The static arguments, copied. */
    public ConstantDesc[] bootstrapArgs() {
        return bootstrapArgs.clone();
    }

    /** Links the site. */
    public CallSite resolveCallSiteDesc(MethodHandles.Lookup lookup) throws Throwable {
        MethodHandle handle = (MethodHandle) bootstrapMethod.resolveConstantDesc(lookup);
        Object[] args = new Object[bootstrapArgs.length + 3];
        args[0] = lookup;
        args[1] = invocationName;
        args[2] = invocationType.resolveConstantDesc(lookup);
        for (int i = 0; i < bootstrapArgs.length; i++) {
            args[i + 3] = bootstrapArgs[i].resolveConstantDesc(lookup);
        }
        return (CallSite) handle.invokeWithArguments(args);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof DynamicCallSiteDesc d && bootstrapMethod.equals(d.bootstrapMethod)
                && Arrays.equals(bootstrapArgs, d.bootstrapArgs) && invocationName.equals(d.invocationName)
                && invocationType.equals(d.invocationType);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bootstrapMethod, invocationName, invocationType) * 31 + Arrays.hashCode(bootstrapArgs);
    }

    @Override
    public String toString() {
        String plain = invocationName.equals(ConstantDescs.DEFAULT_NAME) ? "" : invocationName + "/";
        return "DynamicCallSiteDesc[" + bootstrapMethod.owner().displayName() + "::" + bootstrapMethod.methodName() + "("
                + plain + DynamicConstantDesc.shown(bootstrapArgs) + "):" + invocationType.displayDescriptor() + "]";
    }
}
