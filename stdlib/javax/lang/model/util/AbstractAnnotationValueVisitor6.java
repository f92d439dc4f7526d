package javax.lang.model.util;

import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.AnnotationValueVisitor;
import javax.lang.model.element.UnknownAnnotationValueException;

public abstract class AbstractAnnotationValueVisitor6<R, P> implements AnnotationValueVisitor<R, P> {
    @Deprecated(since = "9")
    protected AbstractAnnotationValueVisitor6() {
    }

    @Override
    public final R visit(AnnotationValue annotationValue) {
        return annotationValue.accept(this, null);
    }

    @Override
    public final R visit(AnnotationValue annotationValue, P p) {
        return annotationValue.accept(this, p);
    }

    @Override
    public R visitUnknown(AnnotationValue annotationValue, P p) {
        throw new UnknownAnnotationValueException(annotationValue, p);
    }
}
