package javax.lang.model.util;

import javax.lang.model.type.IntersectionType;

public class TypeKindVisitor8<R, P> extends TypeKindVisitor7<R, P> {
    protected TypeKindVisitor8() {
    }

    protected TypeKindVisitor8(R value) {
        super(value);
    }

    @Override
    public R visitIntersection(IntersectionType intersectionType, P p) {
        return defaultAction(intersectionType, p);
    }
}
