package javax.lang.model.util;

public abstract class AbstractAnnotationValueVisitor7<R, P> extends AbstractAnnotationValueVisitor6<R, P> {
    @Deprecated(since = "12")
    protected AbstractAnnotationValueVisitor7() {
    }
}
