package javax.lang.model.util;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;

public class SimpleElementVisitor6<R, P> extends AbstractElementVisitor6<R, P> {
    protected final R DEFAULT_VALUE;

    @Deprecated(since = "9")
    protected SimpleElementVisitor6() {
        DEFAULT_VALUE = null;
    }

    @Deprecated(since = "9")
    protected SimpleElementVisitor6(R value) {
        DEFAULT_VALUE = value;
    }

    protected R defaultAction(Element element, P p) {
        return DEFAULT_VALUE;
    }

    @Override
    public R visitExecutable(ExecutableElement executableElement, P p) {
        return defaultAction(executableElement, p);
    }

    @Override
    public R visitPackage(PackageElement packageElement, P p) {
        return defaultAction(packageElement, p);
    }

    @Override
    public R visitType(TypeElement typeElement, P p) {
        return defaultAction(typeElement, p);
    }

    @Override
    public R visitTypeParameter(TypeParameterElement typeParameterElement, P p) {
        return defaultAction(typeParameterElement, p);
    }

    @Override
    public R visitVariable(VariableElement variableElement, P p) {
        if (variableElement.getKind() == ElementKind.RESOURCE_VARIABLE) {
            return visitUnknown(variableElement, p);
        }
        return defaultAction(variableElement, p);
    }
}
