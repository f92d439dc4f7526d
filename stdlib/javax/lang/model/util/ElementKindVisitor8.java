package javax.lang.model.util;

public class ElementKindVisitor8<R, P> extends ElementKindVisitor7<R, P> {
    protected ElementKindVisitor8() {
    }

    protected ElementKindVisitor8(R value) {
        super(value);
    }
}
