package javax.lang.model.util;

import javax.lang.model.type.UnionType;

public class SimpleTypeVisitor7<R, P> extends SimpleTypeVisitor6<R, P> {
    @Deprecated(since = "12")
    protected SimpleTypeVisitor7() {
    }

    @Deprecated(since = "12")
    protected SimpleTypeVisitor7(R value) {
        super(value);
    }

    @Override
    public R visitUnion(UnionType unionType, P p) {
        return defaultAction(unionType, p);
    }
}
