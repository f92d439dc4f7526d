package javax.lang.model.util;

public abstract class AbstractTypeVisitor9<R, P> extends AbstractTypeVisitor8<R, P> {
    protected AbstractTypeVisitor9() {
    }
}
