package javax.lang.model.type;

import java.lang.annotation.Annotation;
import java.util.List;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;

public interface TypeMirror extends AnnotatedConstruct {
    <R, P> R accept(TypeVisitor<R, P> typeVisitor, P p);

    @Override
    boolean equals(Object value);

    @Override
    <A extends Annotation> A getAnnotation(Class<A> value);

    @Override
    List<? extends AnnotationMirror> getAnnotationMirrors();

    @Override
    <A extends Annotation> A[] getAnnotationsByType(Class<A> value);

    TypeKind getKind();

    @Override
    int hashCode();

    @Override
    String toString();
}
