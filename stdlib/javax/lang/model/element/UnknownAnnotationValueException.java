package javax.lang.model.element;

import javax.lang.model.UnknownEntityException;

public class UnknownAnnotationValueException extends UnknownEntityException {
    private transient AnnotationValue unknown;
    private transient Object argument;

    public UnknownAnnotationValueException(AnnotationValue annotationValue, Object value) {
        super("Unknown annotation value: \"" + annotationValue + "\"");
        this.unknown = annotationValue;
        this.argument = value;
    }

    public Object getArgument() {
        return argument;
    }

    public AnnotationValue getUnknownAnnotationValue() {
        return unknown;
    }
}
