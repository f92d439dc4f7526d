package javax.lang.model.element;

public interface QualifiedNameable extends Element {
    Name getQualifiedName();
}
