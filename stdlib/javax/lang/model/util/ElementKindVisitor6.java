package javax.lang.model.util;

import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeParameterElement;

public class ElementKindVisitor6<R, P> extends SimpleElementVisitor6<R, P> {
    @Deprecated(since = "9")
    protected ElementKindVisitor6() {
    }

    @Deprecated(since = "9")
    protected ElementKindVisitor6(R value) {
        super(value);
    }

    @Override
    public R visitExecutable(javax.lang.model.element.ExecutableElement executableElement, P p) {
        switch (executableElement.getKind()) {
            case CONSTRUCTOR:
                return visitExecutableAsConstructor(executableElement, p);
            case INSTANCE_INIT:
                return visitExecutableAsInstanceInit(executableElement, p);
            case METHOD:
                return visitExecutableAsMethod(executableElement, p);
            case STATIC_INIT:
                return visitExecutableAsStaticInit(executableElement, p);
            default:
                throw new AssertionError("Bad kind " + executableElement.getKind() + " for ExecutableElement " + executableElement);
        }
    }

    public R visitExecutableAsConstructor(javax.lang.model.element.ExecutableElement executableElement, P p) {
        return defaultAction(executableElement, p);
    }

    public R visitExecutableAsInstanceInit(javax.lang.model.element.ExecutableElement executableElement, P p) {
        return defaultAction(executableElement, p);
    }

    public R visitExecutableAsMethod(javax.lang.model.element.ExecutableElement executableElement, P p) {
        return defaultAction(executableElement, p);
    }

    public R visitExecutableAsStaticInit(javax.lang.model.element.ExecutableElement executableElement, P p) {
        return defaultAction(executableElement, p);
    }

    @Override
    public R visitPackage(PackageElement packageElement, P p) {
        return defaultAction(packageElement, p);
    }

    @Override
    public R visitType(javax.lang.model.element.TypeElement typeElement, P p) {
        switch (typeElement.getKind()) {
            case ANNOTATION_TYPE:
                return visitTypeAsAnnotationType(typeElement, p);
            case CLASS:
                return visitTypeAsClass(typeElement, p);
            case ENUM:
                return visitTypeAsEnum(typeElement, p);
            case INTERFACE:
                return visitTypeAsInterface(typeElement, p);
            case RECORD:
                return visitTypeAsRecord(typeElement, p);
            default:
                throw new AssertionError("Bad kind " + typeElement.getKind() + " for TypeElement " + typeElement);
        }
    }

    public R visitTypeAsAnnotationType(javax.lang.model.element.TypeElement typeElement, P p) {
        return defaultAction(typeElement, p);
    }

    public R visitTypeAsClass(javax.lang.model.element.TypeElement typeElement, P p) {
        return defaultAction(typeElement, p);
    }

    public R visitTypeAsEnum(javax.lang.model.element.TypeElement typeElement, P p) {
        return defaultAction(typeElement, p);
    }

    public R visitTypeAsInterface(javax.lang.model.element.TypeElement typeElement, P p) {
        return defaultAction(typeElement, p);
    }

    public R visitTypeAsRecord(javax.lang.model.element.TypeElement typeElement, P p) {
        return visitUnknown(typeElement, p);
    }

    @Override
    public R visitTypeParameter(TypeParameterElement typeParameterElement, P p) {
        return defaultAction(typeParameterElement, p);
    }

    @Override
    public R visitVariable(javax.lang.model.element.VariableElement variableElement, P p) {
        switch (variableElement.getKind()) {
            case ENUM_CONSTANT:
                return visitVariableAsEnumConstant(variableElement, p);
            case EXCEPTION_PARAMETER:
                return visitVariableAsExceptionParameter(variableElement, p);
            case FIELD:
                return visitVariableAsField(variableElement, p);
            case LOCAL_VARIABLE:
                return visitVariableAsLocalVariable(variableElement, p);
            case PARAMETER:
                return visitVariableAsParameter(variableElement, p);
            case RESOURCE_VARIABLE:
                return visitVariableAsResourceVariable(variableElement, p);
            case BINDING_VARIABLE:
                return visitVariableAsBindingVariable(variableElement, p);
            default:
                throw new AssertionError("Bad kind " + variableElement.getKind() + " for VariableElement " + variableElement);
        }
    }

    public R visitVariableAsBindingVariable(javax.lang.model.element.VariableElement variableElement, P p) {
        return visitUnknown(variableElement, p);
    }

    public R visitVariableAsEnumConstant(javax.lang.model.element.VariableElement variableElement, P p) {
        return defaultAction(variableElement, p);
    }

    public R visitVariableAsExceptionParameter(javax.lang.model.element.VariableElement variableElement, P p) {
        return defaultAction(variableElement, p);
    }

    public R visitVariableAsField(javax.lang.model.element.VariableElement variableElement, P p) {
        return defaultAction(variableElement, p);
    }

    public R visitVariableAsLocalVariable(javax.lang.model.element.VariableElement variableElement, P p) {
        return defaultAction(variableElement, p);
    }

    public R visitVariableAsParameter(javax.lang.model.element.VariableElement variableElement, P p) {
        return defaultAction(variableElement, p);
    }

    public R visitVariableAsResourceVariable(javax.lang.model.element.VariableElement variableElement, P p) {
        return visitUnknown(variableElement, p);
    }
}
