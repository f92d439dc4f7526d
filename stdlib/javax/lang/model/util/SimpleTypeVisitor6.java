package javax.lang.model.util;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.NullType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

public class SimpleTypeVisitor6<R, P> extends AbstractTypeVisitor6<R, P> {
    protected final R DEFAULT_VALUE;

    @Deprecated(since = "9")
    protected SimpleTypeVisitor6() {
        DEFAULT_VALUE = null;
    }

    @Deprecated(since = "9")
    protected SimpleTypeVisitor6(R value) {
        DEFAULT_VALUE = value;
    }

    protected R defaultAction(TypeMirror typeMirror, P p) {
        return DEFAULT_VALUE;
    }

    @Override
    public R visitArray(ArrayType arrayType, P p) {
        return defaultAction(arrayType, p);
    }

    @Override
    public R visitDeclared(DeclaredType declaredType, P p) {
        return defaultAction(declaredType, p);
    }

    @Override
    public R visitError(ErrorType errorType, P p) {
        return defaultAction(errorType, p);
    }

    @Override
    public R visitExecutable(ExecutableType executableType, P p) {
        return defaultAction(executableType, p);
    }

    @Override
    public R visitNoType(NoType noType, P p) {
        return defaultAction(noType, p);
    }

    @Override
    public R visitNull(NullType nullType, P p) {
        return defaultAction(nullType, p);
    }

    @Override
    public R visitPrimitive(PrimitiveType primitiveType, P p) {
        return defaultAction(primitiveType, p);
    }

    @Override
    public R visitTypeVariable(TypeVariable typeVariable, P p) {
        return defaultAction(typeVariable, p);
    }

    @Override
    public R visitWildcard(WildcardType wildcardType, P p) {
        return defaultAction(wildcardType, p);
    }
}
