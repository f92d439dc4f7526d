package javax.lang.model.type;

public interface ErrorType extends DeclaredType {
}
