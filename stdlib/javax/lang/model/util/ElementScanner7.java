package javax.lang.model.util;

import javax.lang.model.element.VariableElement;

public class ElementScanner7<R, P> extends ElementScanner6<R, P> {
    @Deprecated(since = "12")
    protected ElementScanner7() {
    }

    @Deprecated(since = "12")
    protected ElementScanner7(R value) {
        super(value);
    }

    @Override
    public R visitVariable(VariableElement variableElement, P p) {
        return scan(variableElement.getEnclosedElements(), p);
    }
}
