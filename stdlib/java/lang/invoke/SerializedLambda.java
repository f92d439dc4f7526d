package java.lang.invoke;

import java.io.Serializable;
import java.util.Objects;

/** The serialised form of a lambda. */
public final class SerializedLambda implements Serializable {
    private final Class<?> capturingClass;
    private final String functionalInterfaceClass;
    private final String functionalInterfaceMethodName;
    private final String functionalInterfaceMethodSignature;
    private final int implMethodKind;
    private final String implClass;
    private final String implMethodName;
    private final String implMethodSignature;
    private final String instantiatedMethodType;
    private final Object[] capturedArgs;

    public SerializedLambda(Class<?> capturingClass, String functionalInterfaceClass,
            String functionalInterfaceMethodName, String functionalInterfaceMethodSignature, int implMethodKind,
            String implClass, String implMethodName, String implMethodSignature, String instantiatedMethodType,
            Object[] capturedArgs) {
        this.capturingClass = capturingClass;
        this.functionalInterfaceClass = functionalInterfaceClass;
        this.functionalInterfaceMethodName = functionalInterfaceMethodName;
        this.functionalInterfaceMethodSignature = functionalInterfaceMethodSignature;
        this.implMethodKind = implMethodKind;
        this.implClass = implClass;
        this.implMethodName = implMethodName;
        this.implMethodSignature = implMethodSignature;
        this.instantiatedMethodType = instantiatedMethodType;
        this.capturedArgs = Objects.requireNonNull(capturedArgs).clone();
    }

    /** What lambdas' writeReplace gives: the form has the constructor's other arguments in order. */
    static Object of(Object[] form, Object[] captured) {
        return new SerializedLambda((Class<?>) form[0], (String) form[1], (String) form[2], (String) form[3],
                (Integer) form[4], (String) form[5], (String) form[6], (String) form[7], (String) form[8], captured);
    }

    public String getCapturingClass() {
        return capturingClass.getName().replace('.', '/');
    }

    public String getFunctionalInterfaceClass() {
        return functionalInterfaceClass;
    }

    public String getFunctionalInterfaceMethodName() {
        return functionalInterfaceMethodName;
    }

    public String getFunctionalInterfaceMethodSignature() {
        return functionalInterfaceMethodSignature;
    }

    public String getImplClass() {
        return implClass;
    }

    public String getImplMethodName() {
        return implMethodName;
    }

    public String getImplMethodSignature() {
        return implMethodSignature;
    }

    public int getImplMethodKind() {
        return implMethodKind;
    }

    public final String getInstantiatedMethodType() {
        return instantiatedMethodType;
    }

    public int getCapturedArgCount() {
        return capturedArgs.length;
    }

    public Object getCapturedArg(int i) {
        return capturedArgs[i];
    }

    /** The class that had the lambda makes it again. */
    private Object readResolve() throws java.io.ObjectStreamException {
        int i = rvm.internal.Reflection.find(capturingClass, "$deserializeLambda$",
                "(Ljava/lang/invoke/SerializedLambda;)Ljava/lang/Object;");
        if (i < 0) {
            throw new java.io.InvalidObjectException("ReflectiveOperationException during deserialization",
                    new NoSuchMethodException(capturingClass.getName() + ".$deserializeLambda$"));
        }
        try {
            return rvm.internal.Reflection.invoke(capturingClass, i, null, new Object[] {this});
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new java.io.InvalidObjectException("ReflectiveOperationException during deserialization", e);
        }
    }

    @Override
    public String toString() {
        String kind = MethodHandleInfo.referenceKindToString(implMethodKind);
        return String.format("SerializedLambda[%s=%s, %s=%s.%s:%s, %s=%s %s.%s:%s, %s=%s, %s=%d]", "capturingClass",
                capturingClass, "functionalInterfaceMethod", functionalInterfaceClass, functionalInterfaceMethodName,
                functionalInterfaceMethodSignature, "implementation", kind, implClass, implMethodName,
                implMethodSignature, "instantiatedMethodType", instantiatedMethodType, "numCaptured",
                capturedArgs.length);
    }
}
