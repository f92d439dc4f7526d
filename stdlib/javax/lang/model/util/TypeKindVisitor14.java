package javax.lang.model.util;

public class TypeKindVisitor14<R, P> extends TypeKindVisitor9<R, P> {
    protected TypeKindVisitor14() {
    }

    protected TypeKindVisitor14(R value) {
        super(value);
    }
}
