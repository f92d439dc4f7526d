package java.lang.constant;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;

/** The one form of direct handle description; `type` is that of the member without its receiver, for fields that of the handle. */
final class MemberMethodHandleDesc implements DirectMethodHandleDesc {
    private final Kind kind;
    private final ClassDesc owner;
    private final String name;
    private final MethodTypeDesc type;

    MemberMethodHandleDesc(Kind kind, ClassDesc owner, String name, MethodTypeDesc type) {
        this.kind = Objects.requireNonNull(kind);
        this.owner = Objects.requireNonNull(owner);
        this.name = NamedClassDesc.checkMethod(Objects.requireNonNull(name));
        this.type = Objects.requireNonNull(type);
        if (!owner.isClassOrInterface()) {
            throw new IllegalArgumentException("not a class or interface type: " + owner);
        }
        if (kind == Kind.CONSTRUCTOR && !type.returnType().descriptorString().equals("V")) {
            throw new IllegalArgumentException(
                    "not a valid type descriptor for a constructor: ".concat(type.descriptorString()));
        }
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public int refKind() {
        return kind.refKind;
    }

    @Override
    public boolean isOwnerInterface() {
        return kind.isInterface;
    }

    @Override
    public ClassDesc owner() {
        return owner;
    }

    @Override
    public String methodName() {
        return name;
    }

    private ClassDesc fieldType() {
        return switch (kind) {
            case GETTER, STATIC_GETTER -> type.returnType();
            default -> type.parameterType(type.parameterCount() - 1);
        };
    }

    @Override
    public String lookupDescriptor() {
        return switch (kind) {
            case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER -> fieldType().descriptorString();
            default -> type.descriptorString();
        };
    }

    @Override
    public MethodTypeDesc invocationType() {
        return switch (kind) {
            case VIRTUAL, INTERFACE_VIRTUAL, SPECIAL, INTERFACE_SPECIAL -> type.insertParameterTypes(0, owner);
            case CONSTRUCTOR -> type.changeReturnType(owner);
            default -> type;
        };
    }

    @Override
    public MethodHandle resolveConstantDesc(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
        Class<?> in = (Class<?>) owner.resolveConstantDesc(lookup);
        switch (kind) {
            case GETTER:
                return lookup.findGetter(in, name, (Class<?>) fieldType().resolveConstantDesc(lookup));
            case SETTER:
                return lookup.findSetter(in, name, (Class<?>) fieldType().resolveConstantDesc(lookup));
            case STATIC_GETTER:
                return lookup.findStaticGetter(in, name, (Class<?>) fieldType().resolveConstantDesc(lookup));
            case STATIC_SETTER:
                return lookup.findStaticSetter(in, name, (Class<?>) fieldType().resolveConstantDesc(lookup));
            default:
        }
        MethodType resolved = (MethodType) type.resolveConstantDesc(lookup);
        switch (kind) {
            case STATIC, INTERFACE_STATIC:
                return lookup.findStatic(in, name, resolved);
            case VIRTUAL, INTERFACE_VIRTUAL:
                return lookup.findVirtual(in, name, resolved);
            case SPECIAL, INTERFACE_SPECIAL:
                return lookup.findSpecial(in, name, resolved, lookup.lookupClass());
            default:
                return lookup.findConstructor(in, resolved);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof MemberMethodHandleDesc d && kind == d.kind && owner.equals(d.owner) && name.equals(d.name)
                && type.equals(d.type);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, owner, name, type);
    }

    @Override
    public String toString() {
        return "MethodHandleDesc[" + kind + "/" + owner.displayName() + "::" + name + invocationType().displayDescriptor()
                + "]";
    }
}
