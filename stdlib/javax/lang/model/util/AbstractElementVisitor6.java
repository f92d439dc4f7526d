package javax.lang.model.util;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.UnknownElementException;

public abstract class AbstractElementVisitor6<R, P> implements ElementVisitor<R, P> {
    @Deprecated(since = "9")
    protected AbstractElementVisitor6() {
    }

    @Override
    public final R visit(Element element) {
        return element.accept(this, null);
    }

    @Override
    public final R visit(Element element, P p) {
        return element.accept(this, p);
    }

    @Override
    public R visitModule(ModuleElement moduleElement, P p) {
        return visitUnknown(moduleElement, p);
    }

    @Override
    public R visitRecordComponent(RecordComponentElement recordComponentElement, P p) {
        return visitUnknown(recordComponentElement, p);
    }

    @Override
    public R visitUnknown(Element element, P p) {
        throw new UnknownElementException(element, p);
    }
}
