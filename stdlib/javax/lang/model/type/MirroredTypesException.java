package javax.lang.model.type;

import java.util.List;

public class MirroredTypesException extends RuntimeException {
    transient List<? extends TypeMirror> types;

    MirroredTypesException(String message, TypeMirror type) {
        super(message);
        types = List.of(type);
    }

    public MirroredTypesException(List<? extends TypeMirror> list) {
        super("Attempt to access Class objects for TypeMirrors " + list.toString());
        types = List.copyOf(list);
    }

    public List<? extends TypeMirror> getTypeMirrors() {
        return types;
    }
}
