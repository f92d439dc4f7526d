package javax.lang.model.util;

public class SimpleAnnotationValueVisitor8<R, P> extends SimpleAnnotationValueVisitor7<R, P> {
    protected SimpleAnnotationValueVisitor8() {
    }

    protected SimpleAnnotationValueVisitor8(R value) {
        super(value);
    }
}
