package java.lang.constant;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A handle behind `asType`. */
record ConvertedMethodHandleDesc(MethodHandleDesc handle, MethodTypeDesc invocationType) implements MethodHandleDesc {
    ConvertedMethodHandleDesc {
        if (handle.invocationType().parameterCount() != invocationType.parameterCount()) {
            throw new IllegalArgumentException("wrong number of parameters");
        }
    }

    @Override
    public MethodHandle resolveConstantDesc(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
        MethodHandle h = (MethodHandle) handle.resolveConstantDesc(lookup);
        return h.asType((MethodType) invocationType.resolveConstantDesc(lookup));
    }

    @Override
    public String toString() {
        return handle + ".asType" + invocationType.displayDescriptor();
    }
}
