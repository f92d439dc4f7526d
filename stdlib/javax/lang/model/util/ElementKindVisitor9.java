package javax.lang.model.util;

import javax.lang.model.element.ModuleElement;

public class ElementKindVisitor9<R, P> extends ElementKindVisitor8<R, P> {
    protected ElementKindVisitor9() {
    }

    protected ElementKindVisitor9(R value) {
        super(value);
    }

    @Override
    public R visitModule(ModuleElement moduleElement, P p) {
        return defaultAction(moduleElement, p);
    }
}
