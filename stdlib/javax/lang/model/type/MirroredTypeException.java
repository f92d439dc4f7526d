package javax.lang.model.type;

public class MirroredTypeException extends MirroredTypesException {
    public MirroredTypeException(TypeMirror type) {
        super("Attempt to access Class object for TypeMirror " + type.toString(), type);
    }

    public TypeMirror getTypeMirror() {
        return types == null ? null : types.get(0);
    }
}
