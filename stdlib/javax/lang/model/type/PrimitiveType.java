package javax.lang.model.type;

public interface PrimitiveType extends TypeMirror {
}
