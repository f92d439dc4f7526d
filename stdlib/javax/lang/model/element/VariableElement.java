package javax.lang.model.element;

import javax.lang.model.type.TypeMirror;

public interface VariableElement extends Element {
    @Override
    TypeMirror asType();

    Object getConstantValue();

    @Override
    Element getEnclosingElement();

    @Override
    Name getSimpleName();
}
