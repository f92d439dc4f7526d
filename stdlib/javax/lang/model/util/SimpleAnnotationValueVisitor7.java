package javax.lang.model.util;

public class SimpleAnnotationValueVisitor7<R, P> extends SimpleAnnotationValueVisitor6<R, P> {
    @Deprecated(since = "12")
    protected SimpleAnnotationValueVisitor7() {
    }

    @Deprecated(since = "12")
    protected SimpleAnnotationValueVisitor7(R value) {
        super(value);
    }
}
