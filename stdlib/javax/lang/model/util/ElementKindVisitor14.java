package javax.lang.model.util;

import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

public class ElementKindVisitor14<R, P> extends ElementKindVisitor9<R, P> {
    protected ElementKindVisitor14() {
    }

    protected ElementKindVisitor14(R value) {
        super(value);
    }

    @Override
    public R visitRecordComponent(RecordComponentElement recordComponentElement, P p) {
        return defaultAction(recordComponentElement, p);
    }

    @Override
    public R visitTypeAsRecord(TypeElement typeElement, P p) {
        return defaultAction(typeElement, p);
    }

    @Override
    public R visitVariableAsBindingVariable(VariableElement variableElement, P p) {
        return defaultAction(variableElement, p);
    }
}
