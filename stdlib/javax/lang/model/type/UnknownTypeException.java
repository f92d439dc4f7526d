package javax.lang.model.type;

import javax.lang.model.UnknownEntityException;

public class UnknownTypeException extends UnknownEntityException {
    private transient TypeMirror unknown;
    private transient Object argument;

    public UnknownTypeException(TypeMirror typeMirror, Object value) {
        super("Unknown type: \"" + typeMirror + "\"");
        this.unknown = typeMirror;
        this.argument = value;
    }

    public Object getArgument() {
        return argument;
    }

    public TypeMirror getUnknownType() {
        return unknown;
    }
}
