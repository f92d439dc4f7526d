package javax.lang.model.util;

public abstract class AbstractTypeVisitor14<R, P> extends AbstractTypeVisitor9<R, P> {
    protected AbstractTypeVisitor14() {
    }
}
