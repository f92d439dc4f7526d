package javax.lang.model.element;

import javax.lang.model.UnknownEntityException;

public class UnknownElementException extends UnknownEntityException {
    private transient Element unknown;
    private transient Object argument;

    public UnknownElementException(Element element, Object value) {
        super("Unknown element: \"" + element + "\"");
        this.unknown = element;
        this.argument = value;
    }

    public Object getArgument() {
        return argument;
    }

    public Element getUnknownElement() {
        return unknown;
    }
}
