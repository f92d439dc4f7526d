package javax.lang.model.util;

public abstract class AbstractAnnotationValueVisitor8<R, P> extends AbstractAnnotationValueVisitor7<R, P> {
    protected AbstractAnnotationValueVisitor8() {
    }
}
