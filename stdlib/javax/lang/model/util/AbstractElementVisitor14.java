package javax.lang.model.util;

import javax.lang.model.element.RecordComponentElement;

public abstract class AbstractElementVisitor14<R, P> extends AbstractElementVisitor9<R, P> {
    protected AbstractElementVisitor14() {
    }

    @Override
    public abstract R visitRecordComponent(RecordComponentElement recordComponentElement, P p);
}
