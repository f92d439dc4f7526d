package java.lang.reflect;

import java.lang.annotation.Annotation;
import java.util.Objects;
import rvm.internal.Access;
import rvm.internal.Annotations;
import rvm.internal.Reflection;

/** A field, method or constructor, whose checks of access can be switched off. */
public class AccessibleObject implements AnnotatedElement {
    boolean override;

    @Deprecated(since = "17")
    protected AccessibleObject() {
    }

    public static void setAccessible(AccessibleObject[] array, boolean flag) {
        Class<?> caller = Reflection.caller(1);
        for (AccessibleObject o : array) {
            o.setAccessible(flag, caller);
        }
    }

    public void setAccessible(boolean flag) {
        setAccessible(flag, Reflection.caller(1));
    }

    final void setAccessible(boolean flag, Class<?> caller) {
        if (flag && this instanceof Member) {
            Member m = (Member) this;
            if (this instanceof Constructor && m.getDeclaringClass() == (Class<?>) Class.class) {
                throw new SecurityException("Cannot make a java.lang.Class constructor accessible");
            }
            Access.checkOpen(caller, m.getDeclaringClass(), m.getModifiers(), this, this instanceof Field ? "field " : "");
        }
        override = flag;
    }

    public final boolean trySetAccessible() {
        if (!override && this instanceof Member) {
            Member m = (Member) this;
            if (!Access.isOpen(Reflection.caller(1), m.getDeclaringClass(), m.getModifiers())) {
                return false;
            }
        }
        override = true;
        return true;
    }

    @Deprecated(since = "9")
    public boolean isAccessible() {
        return override;
    }

    public final boolean canAccess(Object obj) {
        if (!(this instanceof Member)) {
            return override;
        }
        Member m = (Member) this;
        boolean needsReceiver = !(this instanceof Constructor) && !Modifier.isStatic(m.getModifiers());
        if (needsReceiver) {
            if (!m.getDeclaringClass().isInstance(Objects.requireNonNull(obj, "null object for " + this))) {
                throw new IllegalArgumentException("object is not an instance of " + m.getDeclaringClass().getName());
            }
        } else if (obj != null) {
            throw new IllegalArgumentException("non-null object for " + this);
        }
        return override || Access.isAllowed(Reflection.caller(1), m.getDeclaringClass(), obj, m.getModifiers());
    }

    /** What is found of annotations; members say it. */
    Annotations annotations() {
        throw new UnsupportedOperationException("All subclasses should override this method");
    }

    @Override
    public <T extends Annotation> T getAnnotation(Class<T> annotationClass) {
        return annotations().get(annotationClass);
    }

    @Override
    public boolean isAnnotationPresent(Class<? extends Annotation> annotationClass) {
        return getAnnotation(annotationClass) != null;
    }

    @Override
    public <T extends Annotation> T[] getAnnotationsByType(Class<T> annotationClass) {
        return annotations().byType(annotationClass);
    }

    @Override
    public Annotation[] getAnnotations() {
        return getDeclaredAnnotations();
    }

    @Override
    public <T extends Annotation> T getDeclaredAnnotation(Class<T> annotationClass) {
        return getAnnotation(annotationClass);
    }

    @Override
    public <T extends Annotation> T[] getDeclaredAnnotationsByType(Class<T> annotationClass) {
        return getAnnotationsByType(annotationClass);
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return annotations().declared();
    }
}
