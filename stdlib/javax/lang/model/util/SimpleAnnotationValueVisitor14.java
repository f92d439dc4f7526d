package javax.lang.model.util;

public class SimpleAnnotationValueVisitor14<R, P> extends SimpleAnnotationValueVisitor9<R, P> {
    protected SimpleAnnotationValueVisitor14() {
    }

    protected SimpleAnnotationValueVisitor14(R value) {
        super(value);
    }
}
