package javax.lang.model.util;

public class SimpleTypeVisitor14<R, P> extends SimpleTypeVisitor9<R, P> {
    protected SimpleTypeVisitor14() {
    }

    protected SimpleTypeVisitor14(R value) {
        super(value);
    }
}
