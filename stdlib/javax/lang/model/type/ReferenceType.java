package javax.lang.model.type;

public interface ReferenceType extends TypeMirror {
}
