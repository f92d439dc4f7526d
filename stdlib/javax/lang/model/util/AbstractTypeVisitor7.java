package javax.lang.model.util;

import javax.lang.model.type.UnionType;

public abstract class AbstractTypeVisitor7<R, P> extends AbstractTypeVisitor6<R, P> {
    @Deprecated(since = "12")
    protected AbstractTypeVisitor7() {
    }

    @Override
    public abstract R visitUnion(UnionType unionType, P p);
}
