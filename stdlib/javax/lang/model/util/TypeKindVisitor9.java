package javax.lang.model.util;

import javax.lang.model.type.NoType;

public class TypeKindVisitor9<R, P> extends TypeKindVisitor8<R, P> {
    protected TypeKindVisitor9() {
    }

    protected TypeKindVisitor9(R value) {
        super(value);
    }

    @Override
    public R visitNoTypeAsModule(NoType noType, P p) {
        return defaultAction(noType, p);
    }
}
