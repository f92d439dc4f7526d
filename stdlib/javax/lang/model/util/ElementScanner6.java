package javax.lang.model.util;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;

public class ElementScanner6<R, P> extends AbstractElementVisitor6<R, P> {
    protected final R DEFAULT_VALUE;

    @Deprecated(since = "9")
    protected ElementScanner6() {
        DEFAULT_VALUE = null;
    }

    @Deprecated(since = "9")
    protected ElementScanner6(R value) {
        DEFAULT_VALUE = value;
    }

    public R scan(Element element, P p) {
        return element.accept(this, p);
    }

    public final R scan(Iterable<? extends Element> iterable, P p) {
        R result = DEFAULT_VALUE;
        for (Element element : iterable) {
            result = scan(element, p);
        }
        return result;
    }

    public final R scan(Element element) {
        return scan(element, null);
    }

    @Override
    public R visitExecutable(ExecutableElement executableElement, P p) {
        return scan(executableElement.getParameters(), p);
    }

    @Override
    public R visitPackage(PackageElement packageElement, P p) {
        return scan(packageElement.getEnclosedElements(), p);
    }

    @Override
    public R visitType(TypeElement typeElement, P p) {
        return scan(typeElement.getEnclosedElements(), p);
    }

    @Override
    public R visitTypeParameter(TypeParameterElement typeParameterElement, P p) {
        return scan(typeParameterElement.getEnclosedElements(), p);
    }

    @Override
    public R visitVariable(VariableElement variableElement, P p) {
        if (variableElement.getKind() == ElementKind.RESOURCE_VARIABLE) {
            return visitUnknown(variableElement, p);
        }
        return scan(variableElement.getEnclosedElements(), p);
    }
}
