package javax.lang.model.util;

import javax.lang.model.element.ModuleElement;

public abstract class AbstractElementVisitor9<R, P> extends AbstractElementVisitor8<R, P> {
    protected AbstractElementVisitor9() {
    }

    @Override
    public abstract R visitModule(ModuleElement moduleElement, P p);
}
