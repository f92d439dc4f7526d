package javax.lang.model.util;

public abstract class AbstractElementVisitor8<R, P> extends AbstractElementVisitor7<R, P> {
    protected AbstractElementVisitor8() {
    }
}
