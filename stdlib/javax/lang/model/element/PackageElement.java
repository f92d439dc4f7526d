package javax.lang.model.element;

import java.util.List;
import javax.lang.model.type.TypeMirror;

public interface PackageElement extends Element, QualifiedNameable {
    @Override
    TypeMirror asType();

    @Override
    List<? extends Element> getEnclosedElements();

    @Override
    Element getEnclosingElement();

    @Override
    Name getQualifiedName();

    @Override
    Name getSimpleName();

    boolean isUnnamed();
}
