package javax.lang.model.util;

import javax.lang.model.element.ModuleElement;

public class ElementScanner9<R, P> extends ElementScanner8<R, P> {
    protected ElementScanner9() {
    }

    protected ElementScanner9(R value) {
        super(value);
    }

    @Override
    public R visitModule(ModuleElement moduleElement, P p) {
        return scan(moduleElement.getEnclosedElements(), p);
    }
}
