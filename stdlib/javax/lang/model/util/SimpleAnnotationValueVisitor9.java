package javax.lang.model.util;

public class SimpleAnnotationValueVisitor9<R, P> extends SimpleAnnotationValueVisitor8<R, P> {
    protected SimpleAnnotationValueVisitor9() {
    }

    protected SimpleAnnotationValueVisitor9(R value) {
        super(value);
    }
}
