package javax.lang.model.util;

public class SimpleTypeVisitor9<R, P> extends SimpleTypeVisitor8<R, P> {
    protected SimpleTypeVisitor9() {
    }

    protected SimpleTypeVisitor9(R value) {
        super(value);
    }
}
