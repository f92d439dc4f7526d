package javax.lang.model.util;

import javax.lang.model.type.UnionType;

public class TypeKindVisitor7<R, P> extends TypeKindVisitor6<R, P> {
    @Deprecated(since = "12")
    protected TypeKindVisitor7() {
    }

    @Deprecated(since = "12")
    protected TypeKindVisitor7(R value) {
        super(value);
    }

    @Override
    public R visitUnion(UnionType unionType, P p) {
        return defaultAction(unionType, p);
    }
}
