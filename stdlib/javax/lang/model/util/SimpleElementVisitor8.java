package javax.lang.model.util;

public class SimpleElementVisitor8<R, P> extends SimpleElementVisitor7<R, P> {
    protected SimpleElementVisitor8() {
    }

    protected SimpleElementVisitor8(R value) {
        super(value);
    }
}
