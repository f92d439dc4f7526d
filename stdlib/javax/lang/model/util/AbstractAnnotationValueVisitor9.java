package javax.lang.model.util;

public abstract class AbstractAnnotationValueVisitor9<R, P> extends AbstractAnnotationValueVisitor8<R, P> {
    protected AbstractAnnotationValueVisitor9() {
    }
}
