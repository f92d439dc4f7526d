package javax.lang.model.util;

import javax.lang.model.element.RecordComponentElement;

public class SimpleElementVisitor14<R, P> extends SimpleElementVisitor9<R, P> {
    protected SimpleElementVisitor14() {
    }

    protected SimpleElementVisitor14(R value) {
        super(value);
    }

    @Override
    public R visitRecordComponent(RecordComponentElement recordComponentElement, P p) {
        return defaultAction(recordComponentElement, p);
    }
}
