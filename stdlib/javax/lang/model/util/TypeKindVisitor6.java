package javax.lang.model.util;

public class TypeKindVisitor6<R, P> extends SimpleTypeVisitor6<R, P> {
    @Deprecated(since = "9")
    protected TypeKindVisitor6() {
    }

    @Deprecated(since = "9")
    protected TypeKindVisitor6(R value) {
        super(value);
    }

    @Override
    public R visitNoType(javax.lang.model.type.NoType noType, P p) {
        switch (noType.getKind()) {
            case MODULE:
                return visitNoTypeAsModule(noType, p);
            case NONE:
                return visitNoTypeAsNone(noType, p);
            case PACKAGE:
                return visitNoTypeAsPackage(noType, p);
            case VOID:
                return visitNoTypeAsVoid(noType, p);
            default:
                throw new AssertionError("Bad kind " + noType.getKind() + " for NoType " + noType);
        }
    }

    public R visitNoTypeAsModule(javax.lang.model.type.NoType noType, P p) {
        return visitUnknown(noType, p);
    }

    public R visitNoTypeAsNone(javax.lang.model.type.NoType noType, P p) {
        return defaultAction(noType, p);
    }

    public R visitNoTypeAsPackage(javax.lang.model.type.NoType noType, P p) {
        return defaultAction(noType, p);
    }

    public R visitNoTypeAsVoid(javax.lang.model.type.NoType noType, P p) {
        return defaultAction(noType, p);
    }

    @Override
    public R visitPrimitive(javax.lang.model.type.PrimitiveType primitiveType, P p) {
        switch (primitiveType.getKind()) {
            case BOOLEAN:
                return visitPrimitiveAsBoolean(primitiveType, p);
            case BYTE:
                return visitPrimitiveAsByte(primitiveType, p);
            case CHAR:
                return visitPrimitiveAsChar(primitiveType, p);
            case DOUBLE:
                return visitPrimitiveAsDouble(primitiveType, p);
            case FLOAT:
                return visitPrimitiveAsFloat(primitiveType, p);
            case INT:
                return visitPrimitiveAsInt(primitiveType, p);
            case LONG:
                return visitPrimitiveAsLong(primitiveType, p);
            case SHORT:
                return visitPrimitiveAsShort(primitiveType, p);
            default:
                throw new AssertionError("Bad kind " + primitiveType.getKind() + " for PrimitiveType " + primitiveType);
        }
    }

    public R visitPrimitiveAsBoolean(javax.lang.model.type.PrimitiveType primitiveType, P p) {
        return defaultAction(primitiveType, p);
    }

    public R visitPrimitiveAsByte(javax.lang.model.type.PrimitiveType primitiveType, P p) {
        return defaultAction(primitiveType, p);
    }

    public R visitPrimitiveAsChar(javax.lang.model.type.PrimitiveType primitiveType, P p) {
        return defaultAction(primitiveType, p);
    }

    public R visitPrimitiveAsDouble(javax.lang.model.type.PrimitiveType primitiveType, P p) {
        return defaultAction(primitiveType, p);
    }

    public R visitPrimitiveAsFloat(javax.lang.model.type.PrimitiveType primitiveType, P p) {
        return defaultAction(primitiveType, p);
    }

    public R visitPrimitiveAsInt(javax.lang.model.type.PrimitiveType primitiveType, P p) {
        return defaultAction(primitiveType, p);
    }

    public R visitPrimitiveAsLong(javax.lang.model.type.PrimitiveType primitiveType, P p) {
        return defaultAction(primitiveType, p);
    }

    public R visitPrimitiveAsShort(javax.lang.model.type.PrimitiveType primitiveType, P p) {
        return defaultAction(primitiveType, p);
    }
}
