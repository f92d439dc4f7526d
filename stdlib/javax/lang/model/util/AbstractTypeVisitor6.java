package javax.lang.model.util;

import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVisitor;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.UnknownTypeException;

public abstract class AbstractTypeVisitor6<R, P> implements TypeVisitor<R, P> {
    @Deprecated(since = "9")
    protected AbstractTypeVisitor6() {
    }

    @Override
    public final R visit(TypeMirror typeMirror) {
        return typeMirror.accept(this, null);
    }

    @Override
    public final R visit(TypeMirror typeMirror, P p) {
        return typeMirror.accept(this, p);
    }

    @Override
    public R visitIntersection(IntersectionType intersectionType, P p) {
        return visitUnknown(intersectionType, p);
    }

    @Override
    public R visitUnion(UnionType unionType, P p) {
        return visitUnknown(unionType, p);
    }

    @Override
    public R visitUnknown(TypeMirror typeMirror, P p) {
        throw new UnknownTypeException(typeMirror, p);
    }
}
