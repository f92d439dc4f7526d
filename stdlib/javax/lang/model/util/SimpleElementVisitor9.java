package javax.lang.model.util;

import javax.lang.model.element.ModuleElement;

public class SimpleElementVisitor9<R, P> extends SimpleElementVisitor8<R, P> {
    protected SimpleElementVisitor9() {
    }

    protected SimpleElementVisitor9(R value) {
        super(value);
    }

    @Override
    public R visitModule(ModuleElement moduleElement, P p) {
        return defaultAction(moduleElement, p);
    }
}
