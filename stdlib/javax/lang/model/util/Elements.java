package javax.lang.model.util;

import java.io.Writer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

public interface Elements {
    List<? extends AnnotationMirror> getAllAnnotationMirrors(Element element);

    List<? extends Element> getAllMembers(TypeElement typeElement);

    default Set<? extends ModuleElement> getAllModuleElements() {
        return Set.of();
    }

    default Set<? extends PackageElement> getAllPackageElements(CharSequence charSequence) {
        return inModules(module -> getPackageElement(module, charSequence), () -> getPackageElement(charSequence));
    }

    default Set<? extends TypeElement> getAllTypeElements(CharSequence charSequence) {
        return inModules(module -> getTypeElement(module, charSequence), () -> getTypeElement(charSequence));
    }

    Name getBinaryName(TypeElement typeElement);

    String getConstantExpression(Object value);

    String getDocComment(Element element);

    Map<? extends ExecutableElement, ? extends AnnotationValue> getElementValuesWithDefaults(AnnotationMirror annotationMirror);

    default ModuleElement getModuleElement(CharSequence charSequence) {
        return null;
    }

    default ModuleElement getModuleOf(Element element) {
        return null;
    }

    Name getName(CharSequence charSequence);

    default Elements.Origin getOrigin(AnnotatedConstruct annotatedConstruct, AnnotationMirror annotationMirror) {
        return Origin.EXPLICIT;
    }

    default Elements.Origin getOrigin(Element element) {
        return Origin.EXPLICIT;
    }

    default Elements.Origin getOrigin(ModuleElement moduleElement, ModuleElement.Directive directive) {
        return Origin.EXPLICIT;
    }

    PackageElement getPackageElement(CharSequence charSequence);

    default PackageElement getPackageElement(ModuleElement moduleElement, CharSequence charSequence) {
        return null;
    }

    PackageElement getPackageOf(Element element);

    TypeElement getTypeElement(CharSequence charSequence);

    default TypeElement getTypeElement(ModuleElement moduleElement, CharSequence charSequence) {
        return null;
    }

    boolean hides(Element element0, Element element1);

    default boolean isAutomaticModule(ModuleElement moduleElement) {
        return false;
    }

    default boolean isBridge(ExecutableElement executableElement) {
        return false;
    }

    boolean isDeprecated(Element element);

    boolean isFunctionalInterface(TypeElement typeElement);

    boolean overrides(ExecutableElement executableElement0, ExecutableElement executableElement1, TypeElement typeElement);

    void printElements(Writer writer, Element... elements);

    default RecordComponentElement recordComponentFor(ExecutableElement executableElement) {
        if (executableElement.getEnclosingElement().getKind() != ElementKind.RECORD) {
            return null;
        }
        for (RecordComponentElement component : ElementFilter.recordComponentsIn(
                executableElement.getEnclosingElement().getEnclosedElements())) {
            if (Objects.equals(component.getAccessor(), executableElement)) {
                return component;
            }
        }
        return null;
    }

    private <E> Set<? extends E> inModules(
            Function<ModuleElement, E> in, Supplier<E> alone) {
        Set<? extends ModuleElement> modules = getAllModuleElements();
        if (modules.isEmpty()) {
            E one = alone.get();
            return one == null ? Set.of() : Set.of(one);
        }
        Set<E> all = new LinkedHashSet<>();
        for (ModuleElement module : modules) {
            E one = in.apply(module);
            if (one != null) {
                all.add(one);
            }
        }
        return Collections.unmodifiableSet(all);
    }

    enum Origin {
        EXPLICIT,
        MANDATED,
        SYNTHETIC;

        public boolean isDeclared() {
            return this != SYNTHETIC;
        }
    }
}
