package javax.lang.model.type;

public interface NoType extends TypeMirror {
}
