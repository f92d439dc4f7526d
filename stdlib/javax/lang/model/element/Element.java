package javax.lang.model.element;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.type.TypeMirror;

public interface Element extends AnnotatedConstruct {
    <R, P> R accept(ElementVisitor<R, P> elementVisitor, P p);

    TypeMirror asType();

    @Override
    boolean equals(Object value);

    @Override
    <A extends Annotation> A getAnnotation(Class<A> value);

    @Override
    List<? extends AnnotationMirror> getAnnotationMirrors();

    @Override
    <A extends Annotation> A[] getAnnotationsByType(Class<A> value);

    List<? extends Element> getEnclosedElements();

    Element getEnclosingElement();

    ElementKind getKind();

    Set<Modifier> getModifiers();

    Name getSimpleName();

    @Override
    int hashCode();
}
