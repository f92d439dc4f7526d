package javax.lang.model.element;

public interface RecordComponentElement extends Element {
    ExecutableElement getAccessor();

    @Override
    Element getEnclosingElement();

    @Override
    Name getSimpleName();
}
