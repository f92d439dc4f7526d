package javax.lang.model.util;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

public class SimpleAnnotationValueVisitor6<R, P> extends AbstractAnnotationValueVisitor6<R, P> {
    protected final R DEFAULT_VALUE;

    @Deprecated(since = "9")
    protected SimpleAnnotationValueVisitor6() {
        DEFAULT_VALUE = null;
    }

    @Deprecated(since = "9")
    protected SimpleAnnotationValueVisitor6(R value) {
        DEFAULT_VALUE = value;
    }

    protected R defaultAction(Object value0, P value1) {
        return DEFAULT_VALUE;
    }

    @Override
    public R visitAnnotation(AnnotationMirror annotationMirror, P p) {
        return defaultAction(annotationMirror, p);
    }

    @Override
    public R visitArray(List<? extends AnnotationValue> list, P p) {
        return defaultAction(list, p);
    }

    @Override
    public R visitBoolean(boolean value, P p) {
        return defaultAction(value, p);
    }

    @Override
    public R visitByte(byte value, P p) {
        return defaultAction(value, p);
    }

    @Override
    public R visitChar(char value, P p) {
        return defaultAction(value, p);
    }

    @Override
    public R visitDouble(double value, P p) {
        return defaultAction(value, p);
    }

    @Override
    public R visitEnumConstant(VariableElement variableElement, P p) {
        return defaultAction(variableElement, p);
    }

    @Override
    public R visitFloat(float value, P p) {
        return defaultAction(value, p);
    }

    @Override
    public R visitInt(int value, P p) {
        return defaultAction(value, p);
    }

    @Override
    public R visitLong(long value, P p) {
        return defaultAction(value, p);
    }

    @Override
    public R visitShort(short value, P p) {
        return defaultAction(value, p);
    }

    @Override
    public R visitString(String string, P p) {
        return defaultAction(string, p);
    }

    @Override
    public R visitType(TypeMirror typeMirror, P p) {
        return defaultAction(typeMirror, p);
    }
}
