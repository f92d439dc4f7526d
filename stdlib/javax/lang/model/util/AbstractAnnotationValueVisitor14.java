package javax.lang.model.util;

public abstract class AbstractAnnotationValueVisitor14<R, P> extends AbstractAnnotationValueVisitor9<R, P> {
    protected AbstractAnnotationValueVisitor14() {
    }
}
