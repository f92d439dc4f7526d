package javax.lang.model.element;

import javax.lang.model.UnknownEntityException;

public class UnknownDirectiveException extends UnknownEntityException {
    private transient ModuleElement.Directive unknown;
    private transient Object argument;

    public UnknownDirectiveException(ModuleElement.Directive directive, Object value) {
        super("Unknown directive: " + directive);
        this.unknown = directive;
        this.argument = value;
    }

    public Object getArgument() {
        return argument;
    }

    public ModuleElement.Directive getUnknownDirective() {
        return unknown;
    }
}
