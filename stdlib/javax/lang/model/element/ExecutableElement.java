package javax.lang.model.element;

import java.util.List;
import javax.lang.model.type.TypeMirror;

public interface ExecutableElement extends Element, Parameterizable {
    @Override
    TypeMirror asType();

    AnnotationValue getDefaultValue();

    List<? extends VariableElement> getParameters();

    TypeMirror getReceiverType();

    TypeMirror getReturnType();

    @Override
    Name getSimpleName();

    List<? extends TypeMirror> getThrownTypes();

    @Override
    List<? extends TypeParameterElement> getTypeParameters();

    boolean isDefault();

    boolean isVarArgs();
}
