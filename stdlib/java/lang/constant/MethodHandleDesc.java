package java.lang.constant;

/** The description of a method handle. */
public sealed interface MethodHandleDesc extends ConstantDesc permits DirectMethodHandleDesc, ConvertedMethodHandleDesc {
    /** A direct handle; for fields `lookupDescriptor` is the field's type, else the method's. */
    static DirectMethodHandleDesc of(
            DirectMethodHandleDesc.Kind kind, ClassDesc owner, String name, String lookupDescriptor) {
        return switch (kind) {
            case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER ->
                ofField(kind, owner, name, ClassDesc.ofDescriptor(lookupDescriptor));
            default -> new MemberMethodHandleDesc(kind, owner, name, MethodTypeDesc.ofDescriptor(lookupDescriptor));
        };
    }

    /** A handle of a method or constructor. */
    static DirectMethodHandleDesc ofMethod(
            DirectMethodHandleDesc.Kind kind, ClassDesc owner, String name, MethodTypeDesc lookupMethodType) {
        return switch (kind) {
            case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER -> throw new IllegalArgumentException(kind.toString());
            default -> new MemberMethodHandleDesc(kind, owner, name, lookupMethodType);
        };
    }

    /** A handle that reads or writes a field. */
    static DirectMethodHandleDesc ofField(
            DirectMethodHandleDesc.Kind kind, ClassDesc owner, String fieldName, ClassDesc fieldType) {
        MethodTypeDesc type = switch (kind) {
            case GETTER -> MethodTypeDesc.of(fieldType, owner);
            case SETTER -> MethodTypeDesc.of(ConstantDescs.CD_void, owner, fieldType);
            case STATIC_GETTER -> MethodTypeDesc.of(fieldType);
            case STATIC_SETTER -> MethodTypeDesc.of(ConstantDescs.CD_void, fieldType);
            default -> throw new IllegalArgumentException(kind.toString());
        };
        return new MemberMethodHandleDesc(kind, owner, fieldName, type);
    }

    /** A handle of a constructor. */
    static DirectMethodHandleDesc ofConstructor(ClassDesc owner, ClassDesc... paramTypes) {
        return new MemberMethodHandleDesc(DirectMethodHandleDesc.Kind.CONSTRUCTOR, owner, "<init>",
                MethodTypeDesc.of(ConstantDescs.CD_void, paramTypes));
    }

    /** This handle adapted to another type. */
    default MethodHandleDesc asType(MethodTypeDesc type) {
        return invocationType().equals(type) ? this : new ConvertedMethodHandleDesc(this, type);
    }

    /** The type of the handle. */
    MethodTypeDesc invocationType();

    @Override
    boolean equals(Object o);
}
