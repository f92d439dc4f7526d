package javax.lang.model.element;

import java.util.List;
import javax.lang.model.type.TypeMirror;

public interface TypeElement extends Element, Parameterizable, QualifiedNameable {
    @Override
    TypeMirror asType();

    @Override
    List<? extends Element> getEnclosedElements();

    @Override
    Element getEnclosingElement();

    List<? extends TypeMirror> getInterfaces();

    NestingKind getNestingKind();

    default List<? extends TypeMirror> getPermittedSubclasses() {
        return List.of();
    }

    @Override
    Name getQualifiedName();

    default List<? extends RecordComponentElement> getRecordComponents() {
        return List.of();
    }

    @Override
    Name getSimpleName();

    TypeMirror getSuperclass();

    @Override
    List<? extends TypeParameterElement> getTypeParameters();
}
