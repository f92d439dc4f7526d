package javax.lang.model.util;

import javax.lang.model.element.VariableElement;

public class ElementKindVisitor7<R, P> extends ElementKindVisitor6<R, P> {
    @Deprecated(since = "12")
    protected ElementKindVisitor7() {
    }

    @Deprecated(since = "12")
    protected ElementKindVisitor7(R value) {
        super(value);
    }

    @Override
    public R visitVariableAsResourceVariable(VariableElement variableElement, P p) {
        return defaultAction(variableElement, p);
    }
}
