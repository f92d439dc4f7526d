package java.lang.reflect;

import java.lang.annotation.Annotation;
import rvm.internal.Annotations;
import rvm.internal.Descriptors;
import rvm.internal.Generics;
import rvm.internal.Reflection;

/** A component of a record class. */
public final class RecordComponent implements AnnotatedElement {
    private final Class<?> record;
    private final int index;
    private final String name;
    private final Class<?> type;
    private Annotations annotations;

    RecordComponent(Class<?> record, int index) {
        this.record = record;
        this.index = index;
        this.name = Reflection.name(record, Reflection.COMPONENT, index);
        this.type = Descriptors.type(Reflection.descriptor(record, Reflection.COMPONENT, index), record);
    }

    public String getName() {
        return name;
    }

    public Class<?> getType() {
        return type;
    }

    public String getGenericSignature() {
        return Reflection.signature(record, Reflection.COMPONENT, index);
    }

    public Type getGenericType() {
        String signature = getGenericSignature();
        return signature == null ? type : Generics.fieldType(signature, record);
    }

    public AnnotatedType getAnnotatedType() {
        return Annotations.annotatedType(getGenericType());
    }

    public Method getAccessor() {
        try {
            return record.getDeclaredMethod(name);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private Annotations annotations() {
        if (annotations == null) {
            annotations = Annotations.ofMember(record, Reflection.COMPONENT, index);
        }
        return annotations;
    }

    @Override
    public <T extends Annotation> T getAnnotation(Class<T> annotationClass) {
        return annotations().get(annotationClass);
    }

    @Override
    public Annotation[] getAnnotations() {
        return getDeclaredAnnotations();
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return annotations().declared();
    }

    public String toString() {
        return type.getTypeName().concat(" ").concat(name);
    }

    public Class<?> getDeclaringRecord() {
        return record;
    }
}
