package javax.annotation.processing;

import java.lang.annotation.Annotation;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

public interface RoundEnvironment {
    boolean errorRaised();

    Set<? extends Element> getElementsAnnotatedWith(Class<? extends Annotation> value);

    Set<? extends Element> getElementsAnnotatedWith(TypeElement typeElement);

    default Set<? extends Element> getElementsAnnotatedWithAny(Set<Class<? extends Annotation>> set) {
        Set<Element> all = new LinkedHashSet<>();
        for (Class<? extends Annotation> annotation : set) {
            all.addAll(getElementsAnnotatedWith(annotation));
        }
        return Collections.unmodifiableSet(all);
    }

    default Set<? extends Element> getElementsAnnotatedWithAny(TypeElement... typeElements) {
        Set<Element> all = new LinkedHashSet<>();
        for (TypeElement annotation : typeElements) {
            all.addAll(getElementsAnnotatedWith(annotation));
        }
        return Collections.unmodifiableSet(all);
    }

    Set<? extends Element> getRootElements();

    boolean processingOver();
}
