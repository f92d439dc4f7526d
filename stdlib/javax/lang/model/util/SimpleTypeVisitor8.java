package javax.lang.model.util;

import javax.lang.model.type.IntersectionType;

public class SimpleTypeVisitor8<R, P> extends SimpleTypeVisitor7<R, P> {
    protected SimpleTypeVisitor8() {
    }

    protected SimpleTypeVisitor8(R value) {
        super(value);
    }

    @Override
    public R visitIntersection(IntersectionType intersectionType, P p) {
        return defaultAction(intersectionType, p);
    }
}
