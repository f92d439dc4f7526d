package java.lang.reflect;

/** Something that declares type parameters. */
public interface GenericDeclaration extends AnnotatedElement {
    TypeVariable<?>[] getTypeParameters();
}
