package javax.lang.model.util;

public abstract class AbstractElementVisitor7<R, P> extends AbstractElementVisitor6<R, P> {
    @Deprecated(since = "12")
    protected AbstractElementVisitor7() {
    }
}
