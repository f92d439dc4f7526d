package javax.lang.model.util;

public class ElementScanner8<R, P> extends ElementScanner7<R, P> {
    protected ElementScanner8() {
    }

    protected ElementScanner8(R value) {
        super(value);
    }
}
