package javax.lang.model.type;

public interface NullType extends ReferenceType {
}
