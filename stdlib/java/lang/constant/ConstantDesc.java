package java.lang.constant;

import java.lang.invoke.MethodHandles;

/** A nominal description of a loadable constant. */
public sealed interface ConstantDesc
        permits ClassDesc, MethodHandleDesc, MethodTypeDesc, Double, DynamicConstantDesc, Float, Integer, Long, String {
    /** The constant itself, resolved as if by the class of `lookup`. */
    Object resolveConstantDesc(MethodHandles.Lookup lookup) throws ReflectiveOperationException;
}
