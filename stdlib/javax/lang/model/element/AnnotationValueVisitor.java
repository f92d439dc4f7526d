package javax.lang.model.element;

import java.util.List;
import javax.lang.model.type.TypeMirror;

public interface AnnotationValueVisitor<R, P> {
    R visit(AnnotationValue annotationValue, P p);

    default R visit(AnnotationValue annotationValue) {
        return visit(annotationValue, null);
    }

    R visitAnnotation(AnnotationMirror annotationMirror, P p);

    R visitArray(List<? extends AnnotationValue> list, P p);

    R visitBoolean(boolean value, P p);

    R visitByte(byte value, P p);

    R visitChar(char value, P p);

    R visitDouble(double value, P p);

    R visitEnumConstant(VariableElement variableElement, P p);

    R visitFloat(float value, P p);

    R visitInt(int value, P p);

    R visitLong(long value, P p);

    R visitShort(short value, P p);

    R visitString(String string, P p);

    R visitType(TypeMirror typeMirror, P p);

    R visitUnknown(AnnotationValue annotationValue, P p);
}
