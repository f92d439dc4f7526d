package javax.lang.model.util;

import javax.lang.model.element.VariableElement;

public class SimpleElementVisitor7<R, P> extends SimpleElementVisitor6<R, P> {
    @Deprecated(since = "12")
    protected SimpleElementVisitor7() {
    }

    @Deprecated(since = "12")
    protected SimpleElementVisitor7(R value) {
        super(value);
    }

    @Override
    public R visitVariable(VariableElement variableElement, P p) {
        return defaultAction(variableElement, p);
    }
}
