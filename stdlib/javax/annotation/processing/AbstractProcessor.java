package javax.annotation.processing;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

public abstract class AbstractProcessor implements Processor {
    protected ProcessingEnvironment processingEnv;

    private boolean initialized;

    private void warn(String text) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.WARNING, text);
    }

    /** Without what stands before a slash if asked; those that occur twice are told of. */
    private Set<String> set(String[] values, boolean strip, String what, String annotation) {
        Set<String> set = new HashSet<>();
        for (String value : values) {
            int slash = strip ? value.indexOf('/') : -1;
            boolean fresh = set.add(slash < 0 ? value : value.substring(slash + 1));
            if (!fresh && isInitialized()) {
                warn("Duplicate " + what + " ``" + value + "'' for processor " + getClass().getName() + " in its "
                        + annotation + "annotation.");
            }
        }
        return Collections.unmodifiableSet(set);
    }

    protected AbstractProcessor() {
    }

    @Override
    public Iterable<? extends Completion> getCompletions(Element element, AnnotationMirror annotationMirror, ExecutableElement executableElement, String string) {
        return List.of();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        SupportedAnnotationTypes given = getClass().getAnnotation(SupportedAnnotationTypes.class);
        if (given == null) {
            if (isInitialized()) {
                warn("No SupportedAnnotationTypes annotation found on " + getClass().getName() + ", returning an empty set.");
            }
            return Set.of();
        }
        boolean modules = processingEnv == null
                || processingEnv.getSourceVersion().compareTo(SourceVersion.RELEASE_9) >= 0;
        return set(given.value(), !modules, "annotation interface", "@SupportedAnnotationTypes");
    }

    @Override
    public Set<String> getSupportedOptions() {
        SupportedOptions given = getClass().getAnnotation(SupportedOptions.class);
        return given == null ? Set.of() : set(given.value(), false, "option", "@SupportedOptions");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        SupportedSourceVersion given = getClass().getAnnotation(SupportedSourceVersion.class);
        if (given != null) {
            return given.value();
        }
        if (isInitialized()) {
            warn("No SupportedSourceVersion annotation found on " + getClass().getName() + ", returning "
                    + SourceVersion.RELEASE_6 + ".");
        }
        return SourceVersion.RELEASE_6;
    }

    @Override
    public synchronized void init(ProcessingEnvironment processingEnvironment) {
        if (initialized) {
            throw new IllegalStateException("Cannot call init more than once.");
        }
        Objects.requireNonNull(processingEnvironment, "Tool provided null ProcessingEnvironment");
        processingEnv = processingEnvironment;
        initialized = true;
    }

    protected synchronized boolean isInitialized() {
        return initialized;
    }

    @Override
    public abstract boolean process(Set<? extends TypeElement> set, RoundEnvironment roundEnvironment);
}
