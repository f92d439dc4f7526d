package java.lang.reflect;

import java.lang.annotation.Annotation;
import rvm.internal.Annotations;

/** A parameter of a method or constructor. */
public final class Parameter implements AnnotatedElement {
    private final Executable executable;
    private final int index;
    private final String name;
    private final int modifiers;
    private final boolean real;

    Parameter(Executable executable, int index, String name, int modifiers, boolean real) {
        this.executable = executable;
        this.index = index;
        this.name = name;
        this.modifiers = modifiers;
        this.real = real;
    }

    public boolean equals(Object obj) {
        return obj instanceof Parameter && ((Parameter) obj).executable.equals(executable)
                && ((Parameter) obj).index == index;
    }

    public int hashCode() {
        return executable.hashCode() ^ index;
    }

    public boolean isNamePresent() {
        return real && name != null;
    }

    public String toString() {
        StringBuilder sb = new StringBuilder(Modifier.toString(modifiers));
        if (modifiers != 0) {
            sb.append(' ');
        }
        String type = getParameterizedType().getTypeName();
        if (isVarArgs()) {
            type = type.substring(0, type.length() - 2).concat("...");
        }
        return sb.append(type).append(' ').append(getName()).toString();
    }

    public Executable getDeclaringExecutable() {
        return executable;
    }

    public int getModifiers() {
        return modifiers;
    }

    public String getName() {
        return name == null || name.isEmpty() ? "arg".concat(Integer.toString(index)) : name;
    }

    public Type getParameterizedType() {
        return executable.getGenericParameterTypes()[index];
    }

    public Class<?> getType() {
        return executable.sharedParameterTypes()[index];
    }

    public AnnotatedType getAnnotatedType() {
        return Annotations.annotatedType(getParameterizedType());
    }

    public boolean isImplicit() {
        return (modifiers & Modifier.MANDATED) != 0;
    }

    public boolean isSynthetic() {
        return (modifiers & Modifier.SYNTHETIC) != 0;
    }

    public boolean isVarArgs() {
        return executable.isVarArgs() && index == executable.getParameterCount() - 1;
    }

    @Override
    public <T extends Annotation> T getAnnotation(Class<T> annotationClass) {
        return getDeclaredAnnotation(annotationClass);
    }

    @Override
    public <T extends Annotation> T[] getAnnotationsByType(Class<T> annotationClass) {
        return getDeclaredAnnotationsByType(annotationClass);
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return executable.getParameterAnnotations()[index];
    }

    @Override
    public <T extends Annotation> T getDeclaredAnnotation(Class<T> annotationClass) {
        return AnnotatedElement.super.getDeclaredAnnotation(annotationClass);
    }

    @Override
    public <T extends Annotation> T[] getDeclaredAnnotationsByType(Class<T> annotationClass) {
        return AnnotatedElement.super.getDeclaredAnnotationsByType(annotationClass);
    }

    @Override
    public Annotation[] getAnnotations() {
        return getDeclaredAnnotations();
    }
}
